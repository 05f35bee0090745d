// A screen as the API shows it.
import { Refusal } from '../../shared/problem.ts';
import type { ScreenView } from '../../shared/schemas/screens.ts';
import type { Directory } from '../directory.ts';
import type { Presence } from './presence.ts';

/** Refuses an unknown one. */
export function screenView(
  { directory, presence }: { directory: Directory; presence: Presence },
  id: string,
): ScreenView {
  const screen = directory.screen(id);
  if (!screen) throw new Refusal('screen/not-found');
  const { name, createdAt, seenAt, settings } = screen;
  const status = presence.of(id);
  return { id, name, createdAt, lastSeenAt: status?.lastSeenAt ?? seenAt, settings, status };
}
