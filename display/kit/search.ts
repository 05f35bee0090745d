// Finding names as people type them: no case, no marks ("chau" finds Châu, "dung" finds Dũng and Đụng).

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

export function matches(name: string, query: string): boolean {
  return plain(name).includes(plain(query.trim()));
}
