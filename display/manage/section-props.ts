// What the desk hands to each of its sections.
import type { OfficeSettings, Session } from '../../shared/schemas/office.ts';
import type { Route } from './routes.ts';

export interface SectionProps {
  route: Route;
  session: Session;
  onOffice: (office: OfficeSettings) => void;
}
