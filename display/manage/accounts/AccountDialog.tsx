// One account: who it is and what it may do, its devices, its ways in, its end.
import { useState } from 'preact/hooks';
import type { LinkAnswer, UserView } from '../../../shared/schemas/accounts.ts';
import type { RepView, TeamView } from '../../../shared/schemas/people.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { AccountForm } from './AccountForm.tsx';
import { Devices } from './Devices.tsx';
import { EndAccount } from './EndAccount.tsx';
import { LinkOnce } from './LinkOnce.tsx';
import { accountText } from './texts.ts';
import { WaysIn } from './WaysIn.tsx';

interface AccountDialogProps {
  user: UserView;
  teams: readonly TeamView[];
  reps: readonly RepView[];
  /** One's own role, ways in and end are not one's own to change from here. */
  isOwn: boolean;
  onClose: () => void;
  onChanged: () => Promise<void>;
}

export function AccountDialog({ user, teams, reps, isOwn, onClose, onChanged }: AccountDialogProps) {
  const t = useText(accountText);
  const [link, setLink] = useState<LinkAnswer | null>(null);
  if (link) {
    return (
      <Dialog title={t('resetNamed', { name: user.name })} onClose={onClose}>
        <LinkOnce link={link} name={user.name} email={user.email} onDone={onClose} />
      </Dialog>
    );
  }
  const part = { user, onChanged };
  return (
    <Dialog title={user.name} onClose={onClose}>
      <AccountForm {...part} teams={teams} reps={reps} isOwn={isOwn} />
      <Devices {...part} />
      {!isOwn && user.endedAt === null && <WaysIn {...part} onLink={setLink} />}
      {!isOwn && <EndAccount {...part} />}
    </Dialog>
  );
}
