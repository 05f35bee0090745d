// The reset: asked of the server as a dry run first, so that all of its effect is read before it is pressed.
import { useEffect, useState } from 'preact/hooks';
import type { ResetAnswer } from '../../../shared/schemas/boards.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { TextField } from '../../kit/ui/Field.tsx';
import { useFormats, useUnits } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { resetPeriod } from '../calls.ts';
import { localDate } from '../../kit/local-date.ts';
import { nextDate } from '../dates.ts';
import { FormActions } from '../FormActions.tsx';
import { Shown } from '../Shown.tsx';
import { periodText } from './texts.ts';

interface ResetDialogProps {
  onClose: () => void;
  onDone: (words: string) => Promise<void>;
}

export function ResetDialog({ onClose, onDone }: ResetDialogProps) {
  const t = useText(periodText);
  const [endsOn, setEndsOn] = useState<string | null>(null);
  const preview = useLoad(() => resetPeriod(bodyOf(endsOn), true), [endsOn]);
  const title = t('resetTitle', { period: preview.data?.closed.name ?? '…' });
  return (
    <Dialog title={title} onClose={onClose}>
      <Shown loaded={preview}>
        {(answer) => (
          <ResetForm
            preview={answer}
            endsOn={endsOn}
            onEndsOn={setEndsOn}
            onClose={onClose}
            onDone={onDone}
            onRefused={preview.reload}
          />
        )}
      </Shown>
    </Dialog>
  );
}

/** A period that includes its last day ends where the next day starts. */
function bodyOf(endsOn: string | null) {
  return endsOn === null ? {} : { endsAt: nextDate(endsOn) };
}

interface ResetFormProps extends ResetDialogProps {
  preview: ResetAnswer;
  /** The new period's last day as chosen; null leaves it to the server. */
  endsOn: string | null;
  onEndsOn: (date: string | null) => void;
  /** What is to happen may be something else by now. */
  onRefused: () => Promise<void>;
}

function ResetForm({ preview, endsOn, onEndsOn, onClose, onDone, onRefused }: ResetFormProps) {
  const t = useText(periodText);
  const { timeZone } = useUnits();
  const submit = useSubmit();
  const [name, setName] = useState<string | null>(null);
  const isRefused = submit.error !== null;
  useEffect(() => {
    if (isRefused) void onRefused();
  }, [isRefused]);
  const send = () =>
    submit.run(async () => {
      const named = name === null ? {} : { name: name.trim() };
      const body = { ...bodyOf(endsOn), ...named, running: preview.closed.id };
      const { closed, opened } = await resetPeriod(body, false);
      await onDone(t('resetDone', { closed: closed.name, opened: opened.name }));
    });
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Effects preview={preview} />
      <div class="form-grid">
        <TextField
          label={t('nextName')}
          value={name ?? preview.opened.name}
          onValue={setName}
          error={submit.fieldError('name')}
          input={{ required: true, maxLength: 120 }}
        />
        <TextField
          label={t('nextEnds')}
          value={endsOn ?? localDate(preview.opened.endsAt - 1, timeZone)}
          onValue={(date) => onEndsOn(date === '' ? null : date)}
          error={submit.fieldError('endsAt')}
          input={{ type: 'date', required: true, min: localDate(Date.now(), timeZone), max: '2099-12-31' }}
        />
      </div>
      <ProblemNote error={submit.error} shown={['name', 'endsAt']} />
      <FormActions action={t('resetDo')} look="danger" isBusy={submit.isBusy} onClose={onClose} />
    </form>
  );
}

function Effects({ preview }: { preview: ResetAnswer }) {
  const t = useText(periodText);
  const { money, date, short } = useFormats();
  const { closed, opened, deals, valueMinor, waiting, withoutQuota } = preview;
  const podium = preview.podium.filter((row) => row.rank !== null);
  return (
    <>
      <h3>{t('resetWhat')}</h3>
      <ul class="effects">
        <li>{t('resetCloses', { period: closed.name, count: deals, value: money(valueMinor) })}</li>
        <li>{t('resetOpens', { period: opened.name, date: date(opened.endsAt - 1) })}</li>
        <li>{t('resetKeeps')}</li>
        <li>{t('resetUndo')}</li>
      </ul>
      <h3>{t('podium')}</h3>
      {podium.length === 0 ? (
        <p class="quiet">{t('podiumEmpty')}</p>
      ) : (
        <ol class="podium">
          {podium.map((row) => (
            <li key={row.subjectId}>
              <b class="figure">
                {row.tied ? '=' : ''}
                {row.rank ?? '–'}
              </b>
              <span class="clamped">{row.name}</span>
              <strong class="figure">{short(row.value)}</strong>
            </li>
          ))}
        </ol>
      )}
      {waiting > 0 && <p class="note note-gold">{t('resetWaiting', { count: waiting })}</p>}
      {withoutQuota.length > 0 && (
        <p class="note note-gold">
          {t('withoutQuota', { count: withoutQuota.length, names: withoutQuota.slice(0, 8).join(', ') })}
          {withoutQuota.length > 8 && '…'}
        </p>
      )}
    </>
  );
}
