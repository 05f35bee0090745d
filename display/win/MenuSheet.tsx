// Whose phone this is: language, the way to the desk for managers, signing out.
import './menu.css';
import { useContext, useEffect, useState } from 'preact/hooks';
import { can } from '../../shared/roles.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { AccountContext } from '../kit/account/account-context.ts';
import { AccountDialog } from '../kit/account/AccountDialog.tsx';
import { Button } from '../kit/ui/Button.tsx';
import { Dialog } from '../kit/ui/Dialog.tsx';
import { useText } from '../kit/ui/locale.ts';
import { LocaleSwitch } from '../kit/ui/LocaleSwitch.tsx';
import { useSubmit } from '../kit/ui/submit.ts';
import { uiText } from '../kit/ui/texts.ts';
import { installWay, onInstallWay } from './kept/install.ts';
import { winText } from './texts.ts';

interface MenuSheetProps {
  user: Session['user'];
  unsent: number;
  onSheet: (sheet: 'profile' | 'notices' | 'install') => void;
  onSignOut: () => Promise<void>;
  onClose: () => void;
}

export function MenuSheet({ user, unsent, onSheet, onSignOut, onClose }: MenuSheetProps) {
  const t = useText(winText);
  const ui = useText(uiText);
  const [isAsking, setAsking] = useState(false);
  const [canInstall, setCanInstall] = useState(installWay() !== null);
  useEffect(() => onInstallWay(() => setCanInstall(installWay() !== null)), []);
  const submit = useSubmit();
  const account = useContext(AccountContext);
  const [isOwn, setOwn] = useState(false);
  const isShared = typeof account?.session.sharedPhone === 'string';
  if (account && isOwn) {
    return <AccountDialog title={t('account')} isSheet {...account} onShared={onSignOut} onClose={onClose} />;
  }
  const leave = () => (unsent > 0 && !isAsking ? setAsking(true) : void submit.run(onSignOut));
  return (
    <Dialog title={t('menu')} isSheet onClose={onClose}>
      <p class="menu-who">
        <strong class="clamped">{user.name}</strong>
        <span class="quiet small">{user.email}</span>
      </p>
      {account && <Button onClick={() => setOwn(true)}>{t('account')}</Button>}
      <div class="menu-line">
        <span>{ui('language')}</span>
        <LocaleSwitch />
      </div>
      {user.repId !== null && <Button onClick={() => onSheet('profile')}>{t('profile')}</Button>}
      <Button onClick={() => onSheet('notices')}>{t('notices')}</Button>
      {canInstall && <Button onClick={() => onSheet('install')}>{t('install')}</Button>}
      {can({ type: 'user', ...user }, 'people:write') && (
        <a class="button button-quiet" href="/manage">
          {t('manage')}
        </a>
      )}
      {isAsking && <p class="note note-gold">{t('signOutAsk', { count: unsent })}</p>}
      {submit.error !== null && (
        <p class="note note-bad" role="alert">
          {t('signOutFailed')}
        </p>
      )}
      <Button look={isAsking ? 'danger' : isShared ? 'main' : 'quiet'} isBusy={submit.isBusy} onClick={leave}>
        {t(isShared ? 'changePerson' : 'signOut')}
      </Button>
    </Dialog>
  );
}
