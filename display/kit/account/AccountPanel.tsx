// One's own account, on phone and desk: who one is, language, ways in, where one is signed in.
import { useState } from 'preact/hooks';
import { initialsOf } from '../../../shared/names.ts';
import { can } from '../../../shared/roles.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import { useText } from '../ui/locale.ts';
import './account.css';
import { LanguagePart } from './LanguagePart.tsx';
import { Passkeys } from './Passkeys.tsx';
import { PasswordPart } from './PasswordPart.tsx';
import { PinPart } from './PinPart.tsx';
import { roleText } from './role-texts.ts';
import { Sessions } from './Sessions.tsx';
import { SharedPhones } from './SharedPhones.tsx';
import { accountText } from './texts.ts';

export interface AccountPanelProps {
  session: Session;
  onSession: (session: Session) => void;
  /** On a phone: signs out, once it is shared by all. */
  onShared?: () => Promise<void>;
}

export default function AccountPanel({ session, onSession, onShared }: AccountPanelProps) {
  const t = useText(accountText);
  const role = useText(roleText);
  const { user, sharedPhone } = session;
  // A new password ends other sessions: their list is read afresh.
  const [passwords, setPasswords] = useState(0);
  const change = (keys: Partial<Session['user']>) => onSession({ ...session, user: { ...user, ...keys } });
  const sharesPhones = can({ type: 'user', ...user }, 'phone:write');
  return (
    <div class="account">
      <div class="account-who">
        <span class="avatar" aria-hidden="true">
          {initialsOf(user.name)}
        </span>
        <p>
          <strong class="clamped">{user.name}</strong>
          <span class="quiet small">{[role(user.role), user.email].filter(Boolean).join(' · ')}</span>
        </p>
      </div>
      {sharedPhone === null ? (
        <>
          <LanguagePart session={session} onSession={onSession} />
          <PasswordPart
            hasPassword={user.hasPassword}
            onChanged={() => {
              setPasswords(passwords + 1);
              change({ hasPassword: true });
            }}
          />
          <Passkeys />
          <PinPart user={user} onChanged={(hasPin) => change({ hasPin })} />
          <Sessions key={passwords} />
        </>
      ) : (
        <p class="note note-gold">{t('onShared', { phone: sharedPhone })}</p>
      )}
      {sharesPhones && <SharedPhones {...(onShared && { onShared })} />}
    </div>
  );
}
