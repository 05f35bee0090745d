// What is still to do: each day, to the quota, to the next place; and how far the one behind is.
import type { ComponentChildren } from 'preact';
import { cutName } from '../../../shared/names.ts';
import type { StandingReport } from '../../../shared/schemas/standing.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { whereText } from './texts.ts';

export function NearTiles({ report }: { report: StandingReport }) {
  const t = useText(whereText);
  const names = useNames();
  const { money } = useFormats();
  const { row, next, behind, level } = report;
  if (!row) return null;
  return (
    <div class="where-tiles">
      <NeedTile report={report} />
      <QuotaTile report={report} />
      {next ? (
        <Tile label={t('toNext', { rank: next.rank })} value={`+${money(next.gap)}`}>
          {names(next)}
        </Tile>
      ) : (
        row.rank !== null && (
          <Tile label={t('leading')} value="★">
            {level.count > 0 ? t('level', { names: names(level) }) : t('leadingText')}
          </Tile>
        )
      )}
      {behind ? (
        <Tile label={t('behind')} value={money(behind.gap)}>
          {t('atRank', { names: names(behind), rank: behind.rank })}
        </Tile>
      ) : (
        row.rank !== null && (
          <Tile label={t('behind')} value="–">
            {t('nobodyBehind')}
          </Tile>
        )
      )}
    </div>
  );
}

interface TileProps {
  label: string;
  value: string;
  isGood?: boolean;
  children?: ComponentChildren;
}

function Tile({ label, value, isGood = false, children }: TileProps) {
  return (
    <div class={`where-tile${isGood ? ' where-tile-good' : ''}`}>
      <p class="where-label">{label}</p>
      <p class="where-figure figure" style={{ '--length': String(value.length) }}>
        {value}
      </p>
      <p class="formula">{children}</p>
    </div>
  );
}

/** What each remaining working day must bring, with its formula (rule WS2). */
function NeedTile({ report: { row, need } }: { report: StandingReport }) {
  const t = useText(whereText);
  const { money, short } = useFormats();
  if (!row || row.quota === null || !need) return null;
  if (need.perDay === null) {
    return (
      <Tile label={t('perDay')} value="–">
        {t('noDayLeft')}
      </Tile>
    );
  }
  return (
    <Tile label={t('perDay')} value={money(need.perDay)}>
      {t('perDayFormula', { quota: short(row.quota), value: short(row.value), days: need.daysLeft })}
    </Tile>
  );
}

function QuotaTile({ report: { row } }: { report: StandingReport }) {
  const t = useText(whereText);
  const { money, short, percent } = useFormats();
  if (!row || row.quota === null) return null;
  const missing = row.quota - row.value;
  return missing > 0 ? (
    <Tile label={t('toQuota')} value={money(missing)}>
      {t('attained', { attainment: percent(row.attainment ?? 0), quota: short(row.quota) })}
    </Tile>
  ) : (
    <Tile label={t('quotaReached')} value={percent(row.attainment ?? 0)} isGood>
      {t('overBy', { amount: money(-missing) })}
    </Tile>
  );
}

/** The first of those who share a rank, and how many more they are. */
function useNames(): (those: { names: readonly string[]; count: number }) => string {
  const t = useText(whereText);
  return ({ names, count }) => {
    const list = names.slice(0, 2).map(cutName).join(', ');
    const more = count - Math.min(names.length, 2);
    return more > 0 ? t('andMore', { names: list, count: more }) : list;
  };
}
