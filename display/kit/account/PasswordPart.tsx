// A new password, by who knows the old one.
import { useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale.ts';
import { PasswordField } from '../ui/PasswordField.tsx';
import { ProblemNote } from '../ui/Problem.tsx';
import { useSubmit } from '../ui/submit.ts';
import { putPassword } from './calls.ts';
import { Part } from './Part.tsx';
import { accountText } from './texts.ts';

export function PasswordPart({ hasPassword, onChanged }: { hasPassword: boolean; onChanged: () => void }) {
  const t = useText(accountText);
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const action = t(hasPassword ? 'changePassword' : 'setPassword');
  const finish = () => {
    setOpen(false);
    setDone(t('passwordChanged'));
    onChanged();
  };
  return (
    <Part title={t('password')} lead={t(hasPassword ? 'passwordSet' : 'passwordNone')} done={done}>
      {isOpen ? (
        <PasswordForm action={action} hasPassword={hasPassword} onDone={finish} onCancel={() => setOpen(false)} />
      ) : (
        <Button
          onClick={() => {
            setDone(null);
            setOpen(true);
          }}
        >
          {action}
        </Button>
      )}
    </Part>
  );
}

interface FormProps {
  action: string;
  hasPassword: boolean;
  onDone: () => void;
  onCancel: () => void;
}

function PasswordForm({ action, hasPassword, onDone, onCancel }: FormProps) {
  const t = useText(accountText);
  const submit = useSubmit();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const send = async () => {
    await putPassword({ ...(hasPassword && { current }), next });
    onDone();
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit.run(send);
      }}
    >
      {hasPassword && (
        <PasswordField
          label={t('currentPassword')}
          kind="current-password"
          value={current}
          onValue={setCurrent}
          error={submit.fieldError('current')}
        />
      )}
      <PasswordField
        label={t('newPassword')}
        hint={t('newPasswordHint')}
        kind="new-password"
        value={next}
        onValue={setNext}
        error={submit.fieldError('next')}
      />
      <ProblemNote error={submit.error} shown={['current', 'next']} />
      <div class="dialog-actions">
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button type="submit" look="main" isBusy={submit.isBusy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
