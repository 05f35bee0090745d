/** A text as names are looked for: without case and marks, so that "nguyen" finds Nguyễn and "dung" finds Đụng. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
