// What the menu opens besides: own face and walk-up, notices, installing.
import type { ComponentType } from 'preact';
import type { Session } from '../../shared/schemas/office.ts';
import { late } from './late.tsx';

export interface LazySheetProps {
  session: Session;
  /** What the server says of whoever is signed in has changed. */
  onSession: (session: Session) => void;
  onClose: () => void;
}

const SHEETS = {
  profile: late<LazySheetProps>(async () => (await import('./profile/ProfileSheet.tsx')).default),
  notices: late<LazySheetProps>(async () => (await import('./notices/NoticesSheet.tsx')).default),
  install: late<LazySheetProps>(async () => (await import('./kept/InstallSheet.tsx')).default),
} as const satisfies Record<string, ComponentType<LazySheetProps>>;

export type LazySheetId = keyof typeof SHEETS;

export function isLazySheet(id: string | null): id is LazySheetId {
  return id !== null && id in SHEETS;
}

export function LazySheet({ id, ...props }: LazySheetProps & { id: LazySheetId }) {
  const Sheet = SHEETS[id];
  return <Sheet {...props} />;
}
