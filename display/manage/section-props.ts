// What the desk hands to each of its sections.
import type { Decisions } from '../../shared/schemas/decisions.ts';
import type { OfficeSettings, Session } from '../../shared/schemas/office.ts';
import type { LiveBoard } from '../kit/ui/live-board.ts';
import type { Loaded } from '../kit/ui/load.ts';
import type { Route } from './routes.ts';
import type { JudgedScreens } from './screens/use-screens.ts';

export interface SectionProps {
  route: Route;
  session: Session;
  onOffice: (office: OfficeSettings) => void;
  /** The main board, watched for as long as the desk is open. */
  live: LiveBoard;
  /** The office's TVs, looked at again and again. */
  screens: Loaded<JudgedScreens>;
  /** What waits for a decision, looked at again and again. */
  decisions: Loaded<Decisions>;
}
