// What every tab of the phone is given.
import { createContext } from 'preact';
import type { Session } from '../../shared/schemas/office.ts';
import type { LiveBoard } from '../kit/ui/live-board.ts';
import type { Outbox } from './outbox/outbox.ts';

export interface TabProps {
  outbox: Outbox;
  session: Session;
  clockOffsetMs: number;
  /** The main board: the page has one line to the server for all of its tabs. */
  live: LiveBoard;
}

/** Whether the tab around is the one in sight; the others wait as they were left. */
export const ShownContext = createContext(true);
