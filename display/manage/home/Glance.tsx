// The period in one line of figures, on the wall's own night.
import type { Snapshot } from '../../../shared/patch.ts';
import type { Row } from '../../../shared/board-view.ts';
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
              {date(period.startsAt)} – {date(period.endsAt - 1)} ·{' '}
              {t('daysLeft', { count: board.office.workingDaysLeft })}
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
      <PaceWords total={total} />
    </section>
  );
}

function PaceWords({ total }: { total: Row }) {
  const t = useText(homeText);
  const { percent, short } = useFormats();
  if (total.quota === null || total.attainment === null) return <p class="glance-pace">{t('noQuota')}</p>;
  const lead = total.pace === null ? 0 : total.value - total.pace;
  const pace =
    lead > 0 ? t('ahead', { amount: short(lead) }) : lead < 0 ? t('behind', { amount: short(-lead) }) : t('onPace');
  return (
    <p class="glance-pace" title={t('paceFormula')}>
      {t('ofQuota', { attainment: percent(total.attainment), quota: short(total.quota) })} · {pace}
      <span class="glance-formula">{t('paceFormula')}</span>
    </p>
  );
}
