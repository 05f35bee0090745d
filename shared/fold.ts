/** A text as names are looked for: without case and marks, so that "nguyen" finds Nguyễn and "dung" finds Đụng. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/**
 * The one form of a name or an e-mail address by which two are told apart, and in which an address is kept: whatever
 * case, width and composition it is typed in, by what can be seen of it.
 */
export function foldKey(text: string): string {
  // Once more at the end: in lower case some letters compose that did not before.
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .normalize('NFKC')
    .trim();
}
