// One's passkeys: added where this page can have them, removed anywhere.
import { useState } from 'preact/hooks';
import type { PasskeyView } from '../../../shared/schemas/accounts.ts';
import { addPasskey, canUsePasskeys } from '../passkeys.ts';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/formats.ts';
import { useLoad } from '../ui/load.ts';
import { useText } from '../ui/locale.ts';
import { ProblemNote } from '../ui/Problem.tsx';
import { useSubmit } from '../ui/submit.ts';
import { Ask } from './Ask.tsx';
import { readPasskeys, removePasskey } from './calls.ts';
import { Items } from './Items.tsx';
import { Part } from './Part.tsx';
import { accountText } from './texts.ts';

export function Passkeys() {
  const t = useText(accountText);
  const passkeys = useLoad(readPasskeys, []);
  const submit = useSubmit();
  const [done, setDone] = useState<string | null>(null);
  const add = () =>
    submit.run(async () => {
      setDone(null);
      const added = await addPasskey();
      if (added) await passkeys.reload();
      setDone(added ? t('passkeyAdded', { name: added.name }) : t('passkeyCancelled'));
    });
  // On plain http there are none to add, and most likely none at all.
  if (!canUsePasskeys() && (passkeys.data?.items.length ?? 0) === 0) return null;
  return (
    <Part title={t('passkeys')} lead={t('passkeysLead')} done={done}>
      <Items loaded={passkeys} none={t('passkeysNone')}>
        {(passkey) => <OnePasskey passkey={passkey} onRemoved={passkeys.reload} />}
      </Items>
      <ProblemNote error={submit.error} />
      {canUsePasskeys() && (
        <Button isBusy={submit.isBusy} onClick={() => void add()}>
          {t('addPasskey')}
        </Button>
      )}
    </Part>
  );
}

function OnePasskey({ passkey, onRemoved }: { passkey: PasskeyView; onRemoved: () => Promise<void> }) {
  const t = useText(accountText);
  const formats = useFormats();
  const { id, name, createdAt, usedAt } = passkey;
  return (
    <div class="account-item">
      <p>
        <strong>{name}</strong>
        <br />
        <span class="quiet small">
          {t('added', { when: formats.date(createdAt) })}
          {usedAt !== null && ` · ${t('used', { when: formats.dateTime(usedAt) })}`}
        </span>
      </p>
      <Ask
        action={t('remove')}
        label={`${t('remove')}: ${name}`}
        question={t('removePasskeyAsk', { name })}
        onDo={async () => {
          await removePasskey(id);
          await onRemoved();
        }}
      />
    </div>
  );
}
