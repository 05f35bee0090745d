// Plans coming periods: several by the calendar, as they are shown first, or one by hand.
import { useState } from 'preact/hooks';
import type { OfficeSettings } from '../../../shared/schemas/office.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { createPeriod, planPeriods, readComing } from '../calls.ts';
import { nextDate } from '../dates.ts';
import { FormActions } from '../FormActions.tsx';
import { Shown } from '../Shown.tsx';
import { comingText } from './coming-texts.ts';
import { ComingTable } from './ComingTable.tsx';

const UNITS = ['week', 'month', 'quarter', 'half', 'year'] as const;
const MOST = 24;
/** As many as the server tells of. */
const MOST_SHOWN = 60;

interface PlanDialogProps {
  office: OfficeSettings;
  /** Periods that are planned already. */
  planned: number;
  onClose: () => void;
  onDone: (words: string) => Promise<void>;
}

export function PlanDialog(props: PlanDialogProps) {
  const t = useText(comingText);
  const [isByHand, setByHand] = useState(false);
  return (
    <Dialog title={t('planTitle')} onClose={props.onClose}>
      <div class="tabs" role="group" aria-label={t('way')}>
        {([false, true] as const).map((one) => (
          <button
            key={String(one)}
            type="button"
            class="tab"
            aria-pressed={isByHand === one}
            onClick={() => setByHand(one)}
          >
            {t(one ? 'byHand' : 'byCalendar')}
          </button>
        ))}
      </div>
      {isByHand ? <ByHand {...props} /> : <ByCalendar {...props} />}
    </Dialog>
  );
}

function ByCalendar({ office, planned, onClose, onDone }: PlanDialogProps) {
  const t = useText(comingText);
  const submit = useSubmit();
  const [unit, setUnit] = useState<(typeof UNITS)[number]>(
    office.periodUnit === 'custom' ? 'month' : office.periodUnit,
  );
  const [number, setNumber] = useState('6');
  const wanted = Math.max(1, Math.min(MOST, Math.floor(Number(number)) || 1));
  const coming = useLoad(
    () => readComing({ count: Math.min(MOST_SHOWN, wanted + planned), unit }),
    [wanted, planned, unit],
  );
  const added = (coming.data?.items ?? []).filter(({ state }) => state === 'calendar').slice(0, wanted);
  const send = () =>
    submit.run(async () => {
      await planPeriods({ count: added.length, unit });
      await onDone(t('planDone', { count: added.length }));
    });
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p class="quiet small">{t('planLead')}</p>
      <div class="form-grid">
        <SelectField
          label={t('unit')}
          value={unit}
          choices={UNITS.map((one) => ({ value: one, label: t(one) }))}
          onValue={setUnit}
        />
        <TextField
          label={t('number')}
          value={number}
          onValue={setNumber}
          input={{ type: 'number', min: 1, max: MOST, required: true }}
        />
      </div>
      <Shown loaded={coming}>{() => <ComingTable items={added} timeZone={office.timeZone} />}</Shown>
      <ProblemNote error={submit.error} />
      <FormActions
        action={t('planDo', { count: added.length })}
        isBusy={submit.isBusy || coming.isLoading}
        isDisabled={added.length === 0}
        onClose={onClose}
      />
    </form>
  );
}

function ByHand({ office, onClose, onDone }: PlanDialogProps) {
  const t = useText(comingText);
  const submit = useSubmit();
  const [form, setForm] = useState({ name: '', from: '', to: '' });
  const send = () =>
    submit.run(async () => {
      const name = form.name.trim();
      await createPeriod({ name, startsAt: form.from, endsAt: nextDate(form.to) });
      await onDone(t('addDone', { name }));
    });
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p class="quiet small">{t(office.periodUnit === 'custom' ? 'addLeadCustom' : 'addLead')}</p>
      <TextField
        label={t('name')}
        value={form.name}
        onValue={(name) => setForm({ ...form, name })}
        error={submit.fieldError('name')}
        input={{ required: true, maxLength: 120, autocomplete: 'off' }}
      />
      <div class="form-grid">
        <TextField
          label={t('firstDay')}
          value={form.from}
          onValue={(from) => setForm({ ...form, from })}
          error={submit.fieldError('startsAt')}
          input={{ type: 'date', required: true, max: '2099-12-31' }}
        />
        <TextField
          label={t('lastDay')}
          value={form.to}
          onValue={(to) => setForm({ ...form, to })}
          error={submit.fieldError('endsAt')}
          input={{ type: 'date', required: true, min: form.from, max: '2099-12-31' }}
        />
      </div>
      <ProblemNote error={submit.error} shown={['name', 'startsAt', 'endsAt']} />
      <FormActions action={t('addDo')} isBusy={submit.isBusy} onClose={onClose} />
    </form>
  );
}
