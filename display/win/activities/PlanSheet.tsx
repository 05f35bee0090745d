// A plan to be made, or one to be moved or cancelled.
import './plan.css';
import { useState } from 'preact/hooks';
import { PLAN_KINDS, type PlanKind } from '../../../shared/activity.ts';
import type { FieldError } from '../../../shared/problem.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { AreaField, Field, TextField } from '../../kit/ui/Field.tsx';
import { useUnits } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { datePlus, instantAt, localDate, localTime } from '../../kit/local-date.ts';
import { CustomerField } from './CustomerField.tsx';
import type { Planned } from './diary.ts';
import { KindIcon } from './KindIcon.tsx';
import { activityText } from './texts.ts';

/** Nobody plans further ahead (rule AC3). */
const MOST_AHEAD_MS = 2 * 365 * 86_400_000;

const NAMELESS: FieldError = { field: 'customer', code: 'field/missing', message: 'is missing' };

interface When {
  date: string;
  time: string;
}

/** What is wrong with a time to come; null for nothing. */
function faultOf(at: number, now: number): 'whenMissing' | 'whenPast' | 'whenFar' | null {
  if (Number.isNaN(at)) return 'whenMissing';
  if (at < now) return 'whenPast';
  return at > now + MOST_AHEAD_MS ? 'whenFar' : null;
}

interface NewPlanProps {
  now: number;
  customers: readonly string[];
  onSave: (plan: Omit<Planned, 'id'>) => void;
  onClose: () => void;
}

export function NewPlanSheet({ now, customers, onSave, onClose }: NewPlanProps) {
  const t = useText(activityText);
  const { timeZone } = useUnits();
  const [kind, setKind] = useState<PlanKind>('visit');
  const [customer, setCustomer] = useState('');
  const [note, setNote] = useState('');
  const [when, setWhen] = useState<When>({ date: datePlus(localDate(now, timeZone), 1), time: '09:00' });
  const [isTried, setTried] = useState(false);
  const at = instantAt(when.date, when.time, timeZone);
  const isNameless = customer.trim() === '';
  const save = () => {
    setTried(true);
    if (faultOf(at, now) === null && !isNameless) {
      onSave({ kind, customer: customer.trim(), note: note.trim(), at });
    }
  };
  return (
    <Dialog title={t('planHead')} isSheet onClose={onClose}>
      <form
        class="diary-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <KindChoice kind={kind} onKind={setKind} />
        <CustomerField
          value={customer}
          onValue={setCustomer}
          known={customers}
          error={isTried && isNameless ? NAMELESS : undefined}
        />
        <WhenFields when={when} onWhen={setWhen} now={now} isTried={isTried} />
        <AreaField label={t('note')} value={note} onValue={setNote} area={{ maxLength: 1000, rows: 2 }} />
        <div class="dialog-actions">
          <Button type="submit" look="main">
            {t('planSave')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface PlanSheetProps {
  plan: Planned;
  now: number;
  onMove: (at: number) => void;
  onCancel: () => void;
  onClose: () => void;
}

export function PlanSheet({ plan, now, onMove, onCancel, onClose }: PlanSheetProps) {
  const t = useText(activityText);
  const { timeZone } = useUnits();
  const [when, setWhen] = useState<When>({ date: localDate(plan.at, timeZone), time: localTime(plan.at, timeZone) });
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const at = instantAt(when.date, when.time, timeZone);
  const move = () => {
    setTried(true);
    if (faultOf(at, now) === null) onMove(at);
  };
  return (
    <Dialog title={t('planEdit', { customer: plan.customer })} isSheet onClose={onClose}>
      <form
        class="diary-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          move();
        }}
      >
        <p class="plan-what">
          <KindIcon kind={plan.kind} /> {[t(plan.kind), plan.note].filter(Boolean).join(' · ')}
        </p>
        <WhenFields when={when} onWhen={setWhen} now={now} isTried={isTried} />
        {isAsking && <p role="status">{t('planCancelAsk')}</p>}
        <div class="dialog-actions">
          {isAsking ? (
            <>
              <Button onClick={() => setAsking(false)}>{t('planKeep')}</Button>
              <Button look="danger" onClick={onCancel}>
                {t('planCancel')}
              </Button>
            </>
          ) : (
            <>
              <Button onClick={() => setAsking(true)}>{t('planCancel')}</Button>
              <Button type="submit" look="main">
                {t('planMove')}
              </Button>
            </>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function KindChoice({ kind, onKind }: { kind: PlanKind; onKind: (kind: PlanKind) => void }) {
  const t = useText(activityText);
  return (
    <fieldset class="plan-kinds">
      <legend>{t('planKind')}</legend>
      {PLAN_KINDS.map((one) => (
        <label key={one} class="plan-kind">
          <input type="radio" name="plan-kind" checked={one === kind} onChange={() => onKind(one)} />
          <span>
            <KindIcon kind={one} size={20} />
            {t(one)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface WhenFieldsProps {
  when: When;
  onWhen: (when: When) => void;
  now: number;
  isTried: boolean;
}

function WhenFields({ when, onWhen, now, isTried }: WhenFieldsProps) {
  const t = useText(activityText);
  const { timeZone } = useUnits();
  const fault = isTried ? faultOf(instantAt(when.date, when.time, timeZone), now) : null;
  return (
    <div class="plan-when">
      <Field label={t('planDate')}>
        {(wiring) => (
          <input
            type="date"
            {...wiring}
            aria-invalid={fault !== null}
            value={when.date}
            min={localDate(now, timeZone)}
            onInput={(event) => onWhen({ ...when, date: event.currentTarget.value })}
          />
        )}
      </Field>
      <TextField
        label={t('planTime')}
        value={when.time}
        onValue={(time) => onWhen({ ...when, time })}
        input={{ type: 'time' }}
      />
      {fault && (
        <p class="field-error" role="alert">
          {t(fault)}
        </p>
      )}
    </div>
  );
}
