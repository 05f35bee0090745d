// Who is ahead of pace and who is behind: how many, and the furthest of both by name.
import type { PacedRep, PaceList } from '../../../shared/schemas/home.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { routeTo } from '../routes.ts';
import { homeText } from './texts.ts';

const COUNTED = ['reached', 'ahead', 'onPace', 'behind', 'noQuota'] as const;

export function PacePanel({ list }: { list: PaceList }) {
  const t = useText(homeText);
  const { noQuota, ...withQuota } = list.counts;
  const measured = Object.values(withQuota).reduce((sum, count) => sum + count, 0);
  if (measured + noQuota === 0) return null;
  return (
    <section class="panel" aria-labelledby="home-pace">
      <div class="panel-head">
        <h2 id="home-pace">{t('pace')}</h2>
        <a href={routeTo('quotas')}>{t('toQuotas')}</a>
      </div>
      <ul class="pace-counts">
        {COUNTED.filter((key) => list.counts[key] > 0).map((key) => (
          <li key={key} class={`pace-count pace-${key}`}>
            <strong class="figure">{list.counts[key]}</strong> {t(`count_${key}`)}
          </li>
        ))}
      </ul>
      {measured === 0 ? (
        <p class="quiet">{t('nobodyPaced')}</p>
      ) : (
        <div class="pace-lists">
          <PaceSide title={t('furthestAhead')} reps={list.ahead} empty={t('nobodyAhead')} />
          <PaceSide title={t('furthestBehind')} reps={list.behind} empty={t('nobodyBehind')} />
        </div>
      )}
    </section>
  );
}

function PaceSide({ title, reps, empty }: { title: string; reps: readonly PacedRep[]; empty: string }) {
  return (
    <div class="pace-side">
      <h3>{title}</h3>
      {reps.length === 0 ? (
        <p class="quiet small">{empty}</p>
      ) : (
        <ol class="pace-list">
          {reps.map((rep) => (
            <PaceLine key={rep.subjectId} rep={rep} />
          ))}
        </ol>
      )}
    </div>
  );
}

function PaceLine({ rep }: { rep: PacedRep }) {
  const t = useText(homeText);
  const { short, percent } = useFormats();
  const { name, group, attainment, lead, projection, quota } = rep;
  const isAhead = lead > 0;
  return (
    <li>
      <span>
        <span class="clamped">{name}</span>
        {group !== null && <small class="quiet clamped">{group}</small>}
      </span>
      <span class={`pace-lead ${isAhead ? 'pace-lead-up' : 'pace-lead-down'}`}>
        <strong class="figure">
          {isAhead ? '+' : '−'}
          {short(Math.abs(lead))}
        </strong>
        <small class="quiet">
          {projection === null || quota === 0
            ? percent(attainment)
            : t('attainedTo', { now: percent(attainment), end: percent(projection / quota) })}
        </small>
      </span>
    </li>
  );
}
