// Who is at the desk; opens the own account.
import { useContext, useState } from 'preact/hooks';
import { initialsOf } from '../../shared/names.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { AccountContext } from '../kit/account/account-context.ts';
import { AccountDialog } from '../kit/account/AccountDialog.tsx';
import { useText } from '../kit/ui/locale.ts';
import { deskText } from './texts.ts';

export function OwnAccount({ session: { user } }: { session: Session }) {
  const t = useText(deskText);
  const account = useContext(AccountContext);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="side-own small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span class="avatar" aria-hidden="true">
          {initialsOf(user.name)}
        </span>
        <span class="side-own-words">
          <strong class="clamped">{user.name}</strong>
          <span class="quiet side-own-email" title={user.email ?? undefined}>
            {user.email}
          </span>
          <span class="unseen">{t('account')}</span>
        </span>
      </button>
      {account && isOpen && <AccountDialog title={t('account')} {...account} onClose={() => setOpen(false)} />}
    </>
  );
}
