// What lies over the page when it is asked for: the menu, what that opens besides, what waits to be sent.
import { rulesFor } from '../../shared/rep-rules.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { late } from './late.tsx';
import type { Entry } from './outbox/entry.ts';
import type { TabProps } from './tab-props.ts';

const OutboxSheet = late(async () => (await import('./post/OutboxSheet.tsx')).OutboxSheet);
const MenuSheet = late(async () => (await import('./MenuSheet.tsx')).MenuSheet);
const ProfileSheet = late(async () => (await import('./profile/ProfileSheet.tsx')).ProfileSheet);
const NoticesSheet = late(async () => (await import('./notices/NoticesSheet.tsx')).NoticesSheet);
const InstallSheet = late(async () => (await import('./kept/InstallSheet.tsx')).InstallSheet);

export type Sheet = 'outbox' | 'menu' | 'profile' | 'notices' | 'install';

interface SheetsProps extends Pick<TabProps, 'outbox' | 'session' | 'clockOffsetMs'> {
  sheet: Sheet | null;
  onSheet: (sheet: Sheet) => void;
  onMend: (entry: Entry) => void;
  /** What the server says of whoever is signed in has changed. */
  onSession: (session: Session) => void;
  onSignOut: () => Promise<void>;
  onClose: () => void;
}

export function Sheets({ sheet, outbox, session, clockOffsetMs, onMend, onSession, ...on }: SheetsProps) {
  const { user } = session;
  const { onClose } = on;
  switch (sheet) {
    case null:
      return null;
    case 'outbox':
      return (
        <OutboxSheet
          outbox={outbox}
          userId={user.id}
          clockOffsetMs={clockOffsetMs}
          mayUndo={rulesFor({ type: 'user', ...user }, session.office).repsUndo}
          onMend={onMend}
          onClose={onClose}
        />
      );
    case 'menu':
      return <MenuSheet {...on} user={user} unsent={outbox.entries.length + outbox.errands.length} />;
    case 'profile':
      return <ProfileSheet session={session} onSession={onSession} onClose={onClose} />;
    case 'notices':
      return <NoticesSheet onClose={onClose} />;
    case 'install':
      return <InstallSheet onClose={onClose} />;
  }
}
