// A frozen final as the API shows it, among the other versions of its period. Rules PD2, LA3.
import { Refusal } from '../shared/problem.ts';
import type { FinalView, PeriodResults } from '../shared/schemas/boards.ts';
import { finalOf, periodView } from './boards/results.ts';
import { canUndoRestatement } from './ledger/late.ts';
import type { Parts } from './parts.ts';

/** The version that holds, or the one asked for; versions are counted from 1. */
export function finalView({ directory, tables }: Parts, periodId: string, wanted?: number): FinalView {
  const period = directory.periodById(periodId);
  if (!period) throw new Refusal('period/not-found');
  const all = tables.finals.versions(period.id).map((final, place) => ({ version: place + 1, ...final }));
  const holds = all.findLast(({ undoneAt }) => undoneAt === null);
  if (!holds) throw new Refusal('period/not-closed');
  const asked = wanted === undefined ? holds : all.find(({ version }) => version === wanted);
  const final = asked && tables.finals.readAt(period.id, asked.frozenAt);
  if (!asked || !final) throw Refusal.field('version', 'period/no-version', 'is no version of this final');
  const { restates = null, ...standings } = finalOf(final.standings);
  return {
    period: periodView(period),
    version: asked.version,
    frozenAt: final.frozenAt,
    hash: final.hash,
    restates,
    standings: { ...standings, rows: [...standings.rows] },
    versions: all.map(({ version, frozenAt, hash, reason, madeBy, undoneAt }) => {
      const by = madeBy === null ? null : (directory.user(madeBy)?.name ?? madeBy);
      return { version, frozenAt, hash, reason, by, undoneAt };
    }),
    canUndo: canUndoRestatement(directory.periods, period.id, holds),
  };
}

/** What the latest closed periods came to: the versions that hold. */
export function periodResults({ boards, tables }: Parts): PeriodResults {
  const items = boards.facts.closed.map(({ period, first: [first], total: { value, deals, quota, attainment } }) => ({
    periodId: period.id,
    value,
    deals,
    quota,
    attainment,
    first: first ? { name: first.name, value: first.value } : null,
    isRestated: tables.finals.versions(period.id).filter(({ undoneAt }) => undoneAt === null).length > 1,
  }));
  return { items };
}
