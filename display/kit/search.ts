// Finding names as people type them: no case, no marks ("chau" finds Châu, "dung" finds Dũng and Đụng).
import { fold } from '../../shared/fold.ts';

export function matches(name: string, query: string): boolean {
  return fold(name).includes(fold(query.trim()));
}
