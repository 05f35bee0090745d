// The period in one line of figures, on the wall's own night.
import type { ComponentChildren } from 'preact';
import type { Row } from '../../../shared/board-view.ts';
import { needOf } from '../../../shared/need.ts';
import type { Snapshot } from '../../../shared/patch.ts';
import { progressOf } from '../../kit/quota-scale.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { QuotaBar } from '../../kit/ui/QuotaBar.tsx';
import { deskText } from '../texts.ts';
import { homeText } from './texts.ts';

export function Glance({ board, isLive }: { board: Snapshot | null; isLive: boolean }) {
  const t = useText(homeText);
  const desk = useText(deskText);
  const { money, date } = useFormats();
  if (!board) {
    return (
      <section class="glance glance-empty" role="status">
        {desk('loading')}
      </section>
    );
  }
  const { period, total } = board.standings;
  return (
    <section class="glance" aria-label={period?.name ?? desk('noRunning')}>
      <div class="glance-head">
        <div>
          <h2>{period?.name ?? desk('noRunning')}</h2>
          {period && (
            <p>
              {date(period.startsAt)} – {date(period.endsAt - 1)}
            </p>
          )}
        </div>
        <span class={`live${isLive ? '' : ' live-off'}`} role="status">
          {t(isLive ? 'live' : 'stale')}
        </span>
      </div>
      <div class="glance-figures">
        <strong class="figure">{money(total.value)}</strong>
        <span>{t('wins', { count: total.deals })}</span>
      </div>
      <QuotaBar value={total.value} quota={total.quota} pace={total.pace} />
      <GlanceFacts board={board} />
    </section>
  );
}

/** Quota, pace, where it leads, and what is left to be done for it. */
function GlanceFacts({ board: { standings, facts, office } }: { board: Snapshot }) {
  const t = useText(homeText);
  const { short, percent } = useFormats();
  const { total } = standings;
  const { quota, attainment } = total;
  const need = needOf(total.value, quota, office.workingDaysLeft);
  return (
    <>
      <dl class="glance-facts">
        <Fact name={t('factQuota')} note={quota !== null && t('ofQuota', { quota: short(quota) })}>
          {attainment === null ? t('noQuota') : percent(attainment)}
        </Fact>
        {quota !== null && <PaceFact total={total} quota={quota} />}
        {facts.projection !== null && (
          <Fact
            name={t('factProjection')}
            note={quota !== null && quota > 0 && t('ofQuotaShort', { attainment: percent(facts.projection / quota) })}
          >
            {short(facts.projection)}
          </Fact>
        )}
        <Fact
          name={t('factLeft')}
          note={need !== null && need.perDay !== null && t('perDay', { amount: short(need.perDay) })}
        >
          {t('daysLeft', { count: office.workingDaysLeft })}
        </Fact>
      </dl>
      {quota !== null && <p class="glance-formula">{t('paceFormula')}</p>}
    </>
  );
}

function PaceFact({ total, quota }: { total: Row; quota: number }) {
  const t = useText(homeText);
  const { short } = useFormats();
  const { value, pace } = total;
  const lead = pace === null ? 0 : value - pace;
  return (
    <Fact
      name={t('factPace')}
      note={pace !== null && t('dueNow', { amount: short(pace) })}
      look={progressOf({ value, quota, pace })}
    >
      {lead === 0 ? t('onPace') : t(lead > 0 ? 'ahead' : 'behind', { amount: short(Math.abs(lead)) })}
    </Fact>
  );
}

interface FactProps {
  name: string;
  note: string | false;
  look?: string;
  children: ComponentChildren;
}

function Fact({ name, note, look = 'plain', children }: FactProps) {
  return (
    <div class={`glance-fact fact-${look}`}>
      <dt>{name}</dt>
      <dd>
        <strong>{children}</strong>
        {note !== false && <small>{note}</small>}
      </dd>
    </div>
  );
}
