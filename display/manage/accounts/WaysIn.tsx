// How an account gets in: a link for a lost password, a PIN for phones that several share.
import { useState } from 'preact/hooks';
import type { LinkAnswer, UserView } from '../../../shared/schemas/accounts.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { makeResetLink, patchUser } from '../calls.ts';
import { accountText } from './texts.ts';

interface WaysInProps {
  user: UserView;
  onLink: (link: LinkAnswer) => void;
  onChanged: () => Promise<void>;
}

export function WaysIn({ user, onLink, onChanged }: WaysInProps) {
  const t = useText(accountText);
  const submit = useSubmit();
  return (
    <section class="form account-part" aria-labelledby="ways-in">
      <h3 id="ways-in">{t('waysPart')}</h3>
      <div class="way">
        <p class="small quiet">{t(user.hasPassword ? 'resetLead' : 'firstPasswordLead')}</p>
        <Button
          size="small"
          isBusy={submit.isBusy}
          onClick={() => void submit.run(async () => onLink(await makeResetLink(user.id)))}
        >
          {t('resetLink')}
        </Button>
      </div>
      <ProblemNote error={submit.error} />
      <PinField user={user} onChanged={onChanged} />
    </section>
  );
}

function PinField({ user, onChanged }: Pick<WaysInProps, 'user' | 'onChanged'>) {
  const t = useText(accountText);
  const submit = useSubmit();
  const [pin, setPin] = useState('');
  const save = (next: string | null) =>
    submit.run(async () => {
      await patchUser(user.id, { pin: next });
      setPin('');
      await onChanged();
    });
  return (
    <form
      class="way way-pin"
      onSubmit={(event) => {
        event.preventDefault();
        void save(pin);
      }}
    >
      <p class="small quiet">{t('pinHint')}</p>
      <TextField
        label={t(user.hasPin ? 'pinNew' : 'pin')}
        value={pin}
        onValue={setPin}
        error={submit.fieldError('pin')}
        input={{ inputMode: 'numeric', pattern: '\\d{4,8}', required: true, maxLength: 8, autocomplete: 'off' }}
      />
      <Button type="submit" size="small" isBusy={submit.isBusy} isDisabled={!/^\d{4,8}$/.test(pin)}>
        {t('setPin')}
      </Button>
      {user.hasPin && (
        <Button size="small" look="plain" isBusy={submit.isBusy} onClick={() => void save(null)}>
          {t('removePin')}
        </Button>
      )}
      <ProblemNote error={submit.error} shown={['pin']} />
    </form>
  );
}
