// What a change would do to ranks and quotas, read before it is made. Rule CO3.
import { useEffect, useState } from 'preact/hooks';
import type { Effect } from '../../../shared/schemas/corrections.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { deskText } from '../texts.ts';
import { correctionText } from './texts.ts';

/** A form asks once its fields have rested for so long. */
const REST_MS = 350;
const MOST_LINES = 8;

type Shift = Effect['shifts'][number];

export interface AskedEffect {
  effect: Effect | null;
  isAsking: boolean;
}

/** Asks for the effect now and whenever `key` changes; null asks for nothing. What was told stays until the next answer. */
export function useEffectOf(key: string | null, ask: () => Promise<Effect | null>): AskedEffect {
  const [state, setState] = useState<AskedEffect>({ effect: null, isAsking: key !== null });
  useEffect(() => {
    if (key === null) {
      setState({ effect: null, isAsking: false });
      return undefined;
    }
    let isStale = false;
    setState((before) => ({ ...before, isAsking: true }));
    const timer = setTimeout(() => {
      // What is wrong with the fields is told when the form is sent.
      const answer = ask().catch(() => null);
      void answer.then((effect) => !isStale && setState({ effect, isAsking: false }));
    }, REST_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [key]);
  return state;
}

export function EffectNote({ asked: { effect, isAsking } }: { asked: AskedEffect }) {
  const t = useText(correctionText);
  if (!effect) return isAsking ? <p class="effect-box quiet">{t('effectWait')}</p> : null;
  const open = effect.periods.filter(({ id }) => effect.shifts.some(({ periodId }) => periodId === id));
  const frozen = effect.periods.filter(({ frozen: isFrozen, id }) => isFrozen && !open.some((one) => one.id === id));
  return (
    <section class="effect-box" aria-live="polite" aria-busy={isAsking}>
      <h3>{t('effect')}</h3>
      {open.map((period) => (
        <PeriodShifts
          key={period.id}
          title={t('effectIn', { period: period.name })}
          shifts={effect.shifts.filter(({ periodId }) => periodId === period.id)}
        />
      ))}
      {frozen.map((period) => (
        <p key={period.id} class="quiet">
          {t('effectFrozen', { period: period.name })}
        </p>
      ))}
      {effect.periods.length === 0 && <p class="quiet">{t('effectNone')}</p>}
      {open.length === 0 && effect.periods.length > frozen.length && <p class="quiet">{t('effectNone')}</p>}
    </section>
  );
}

function PeriodShifts({ title, shifts }: { title: string; shifts: readonly Shift[] }) {
  const t = useText(correctionText);
  const desk = useText(deskText);
  const shown = shifts.slice(0, MOST_LINES);
  return (
    <div class="scroll">
      <table class="table effect-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th />
            <th class="number">{desk('rank')}</th>
            <th class="number">{desk('value')}</th>
            <th class="number">{t('attainment')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((shift) => (
            <ShiftLine key={`${shift.by} ${shift.subjectId}`} shift={shift} />
          ))}
        </tbody>
      </table>
      {shifts.length > shown.length && (
        <p class="quiet small">{t('effectMore', { count: shifts.length - shown.length })}</p>
      )}
    </div>
  );
}

function ShiftLine({ shift: { by, name, before, after } }: { shift: Shift }) {
  const desk = useText(deskText);
  const { money, percent } = useFormats();
  const percentOf = (attainment: number | null) => (attainment === null ? '–' : percent(attainment));
  const rank = (one: Shift['before']) => (one?.rank ? `${one.tied ? '=' : ''}${one.rank}` : '–');
  const part = (one: Shift['before']) => percentOf(one?.attainment ?? null);
  return (
    <tr>
      <th scope="row">
        {name}
        {by === 'team' && <small class="quiet">{desk('team')}</small>}
      </th>
      <td class="number">{by === 'office' ? '' : <FromTo from={rank(before)} to={rank(after)} />}</td>
      <td class="number">
        <FromTo from={money(before?.value ?? 0)} to={money(after?.value ?? 0)} />
      </td>
      <td class="number">
        <FromTo from={part(before)} to={part(after)} />
      </td>
    </tr>
  );
}

/** Both figures, the old one small; one alone where nothing changes. */
export function FromTo({ from, to }: { from: string; to: string }) {
  const t = useText(correctionText);
  if (from === to) return <span class="quiet">{to}</span>;
  return (
    <span class="from-to">
      <span class="unseen">{t('from')} </span>
      <s>{from}</s>
      <span class="arrow" aria-hidden="true">
        {' → '}
      </span>
      <span class="unseen"> {t('to')} </span>
      <strong>{to}</strong>
    </span>
  );
}
