// One's PIN for shared phones: set, changed, taken away; each time the password is asked for.
import { useState } from 'preact/hooks';
import type { Session } from '../../../shared/schemas/office.ts';
import { PIN_LENGTH } from '../../../shared/pin.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { useText } from '../ui/locale.ts';
import { PasswordField } from '../ui/PasswordField.tsx';
import { ProblemNote } from '../ui/Problem.tsx';
import { useSubmit } from '../ui/submit.ts';
import { putPin } from './calls.ts';
import { Part } from './Part.tsx';
import { accountText } from './texts.ts';

type User = Pick<Session['user'], 'hasPassword' | 'hasPin'>;

export function PinPart({ user, onChanged }: { user: User; onChanged: (hasPin: boolean) => void }) {
  const t = useText(accountText);
  const [open, setOpen] = useState<'set' | 'remove' | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const finish = (hasPin: boolean) => {
    setOpen(null);
    setDone(t(hasPin ? 'pinChanged' : 'pinRemoved'));
    onChanged(hasPin);
  };
  const begin = (what: 'set' | 'remove') => {
    setDone(null);
    setOpen(what);
  };
  return (
    <Part title={t('pin')} lead={`${t('pinLead')} ${t(user.hasPin ? 'pinIs' : 'pinIsNot')}`} done={done}>
      {open === null ? (
        <div class="account-actions">
          <Button onClick={() => begin('set')}>{t(user.hasPin ? 'changePin' : 'setPin')}</Button>
          {user.hasPin && <Button onClick={() => begin('remove')}>{t('removePin')}</Button>}
        </div>
      ) : (
        <PinForm key={open} user={user} isRemoving={open === 'remove'} onDone={finish} onCancel={() => setOpen(null)} />
      )}
    </Part>
  );
}

interface FormProps {
  user: User;
  isRemoving: boolean;
  onDone: (hasPin: boolean) => void;
  onCancel: () => void;
}

const DIGITS = {
  inputMode: 'numeric',
  autocomplete: 'off',
  pattern: `\\d{${PIN_LENGTH.least},${PIN_LENGTH.most}}`,
  maxLength: PIN_LENGTH.most,
  required: true,
} as const;

function PinForm({ user, isRemoving, onDone, onCancel }: FormProps) {
  const t = useText(accountText);
  const submit = useSubmit();
  const [pin, setPin] = useState('');
  const [password, setPassword] = useState('');
  const needsProof = user.hasPassword || user.hasPin;
  const send = async () => {
    await putPin({ pin: isRemoving ? null : pin, ...(needsProof && { password }) });
    onDone(!isRemoving);
  };
  const proof = { value: password, onValue: setPassword, error: submit.fieldError('password') };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit.run(send);
      }}
    >
      {isRemoving ? (
        <p>{t('removePinAsk')}</p>
      ) : (
        <TextField
          label={t('newPin')}
          value={pin}
          onValue={setPin}
          error={submit.fieldError('pin')}
          input={{ ...DIGITS, class: 'account-pin' }}
        />
      )}
      {user.hasPassword && <PasswordField label={t('ownPassword')} kind="current-password" {...proof} />}
      {!user.hasPassword && user.hasPin && (
        <TextField label={t('oldPin')} {...proof} input={{ ...DIGITS, type: 'password' }} />
      )}
      <ProblemNote error={submit.error} shown={['pin', 'password']} />
      <div class="dialog-actions">
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button type="submit" look={isRemoving ? 'danger' : 'main'} isBusy={submit.isBusy}>
          {t(isRemoving ? 'removePin' : 'save')}
        </Button>
      </div>
    </form>
  );
}
