// The phones that go from hand to hand, for managers of the whole office; the one in hand becomes one here.
import { useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { useFormats } from '../ui/formats.ts';
import { useLoad } from '../ui/load.ts';
import { useText } from '../ui/locale.ts';
import { ProblemNote } from '../ui/Problem.tsx';
import { useSubmit } from '../ui/submit.ts';
import { Ask } from './Ask.tsx';
import { readSharedPhones, sharePhone, unsharePhone } from './calls.ts';
import { Items } from './Items.tsx';
import { Part } from './Part.tsx';
import { accountText } from './texts.ts';

interface SharedPhonesProps {
  /** Signs out, once this phone is shared; where this is no phone there is none. */
  onShared?: () => Promise<void>;
}

export function SharedPhones({ onShared }: SharedPhonesProps) {
  const t = useText(accountText);
  const formats = useFormats();
  const phones = useLoad(readSharedPhones, []);
  const isShared = phones.data?.items.some(({ current }) => current) ?? true;
  return (
    <Part title={t('phones')} lead={t('phonesLead')}>
      <Items loaded={phones} none={t('phonesNone')}>
        {({ id, name, createdAt, current }) => (
          <div class="account-item">
            <p>
              <strong>{name}</strong> {current && <span class="account-tag">{t('thisPhone')}</span>}
              <br />
              <span class="quiet small">{t('added', { when: formats.date(createdAt) })}</span>
            </p>
            <Ask
              action={t('unshare')}
              label={`${t('unshare')}: ${name}`}
              question={t('unshareAsk', { name })}
              onDo={async () => {
                await unsharePhone(id);
                await phones.reload();
              }}
            />
          </div>
        )}
      </Items>
      {onShared && !isShared && <ShareForm onShared={onShared} />}
    </Part>
  );
}

function ShareForm({ onShared }: { onShared: () => Promise<void> }) {
  const t = useText(accountText);
  const submit = useSubmit();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{t('sharePhone')}</Button>;
  const send = async () => {
    await sharePhone(name.trim());
    await onShared();
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit.run(send);
      }}
    >
      <p class="note note-gold">{t('sharePhoneAsk')}</p>
      <TextField
        label={t('phoneName')}
        hint={t('phoneNameHint')}
        value={name}
        onValue={setName}
        error={submit.fieldError('name')}
        input={{ required: true, maxLength: 120, autocomplete: 'off' }}
      />
      <ProblemNote error={submit.error} shown={['name']} />
      <div class="dialog-actions">
        <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
        <Button type="submit" look="main" isBusy={submit.isBusy}>
          {t('shareDo')}
        </Button>
      </div>
    </form>
  );
}
