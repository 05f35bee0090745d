// Ending an account, or letting it in again: what that does is said before.
import type { UserView } from '../../../shared/schemas/accounts.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { patchUser } from '../calls.ts';
import { ConfirmButton } from '../ConfirmButton.tsx';
import { accountText } from './texts.ts';

interface EndAccountProps {
  user: UserView;
  onChanged: () => Promise<void>;
}

export function EndAccount({ user: { id, name, sessions, endedAt }, onChanged }: EndAccountProps) {
  const t = useText(accountText);
  const { dateTime } = useFormats();
  const submit = useSubmit();
  const set = async (ended: boolean) => {
    await patchUser(id, { ended });
    await onChanged();
  };
  return (
    <section class="form account-part" aria-labelledby="end">
      <h3 id="end">{t('endPart')}</h3>
      <div class="way">
        <p class="small quiet">
          {endedAt === null ? t('endLead', { count: sessions }) : t('endedAt', { date: dateTime(endedAt) })}
        </p>
        {endedAt === null ? (
          <ConfirmButton
            size="small"
            look="danger"
            action={t('end')}
            title={t('endTitle', { name })}
            text={t('endText', { name, count: sessions })}
            onDo={() => set(true)}
          />
        ) : (
          <Button size="small" isBusy={submit.isBusy} onClick={() => void submit.run(() => set(false))}>
            {t('letIn')}
          </Button>
        )}
      </div>
      <ProblemNote error={submit.error} />
    </section>
  );
}
