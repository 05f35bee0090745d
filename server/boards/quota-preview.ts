// What a block of quotas would do before it is saved: to attainment, pace and ranks, as things stand now. Rule QT11.
import { TYPES_FROM_TOP, type BoardDefinition } from '../../shared/board.ts';
import type { BoardView } from '../../shared/board-view.ts';
import type { Quota, SubjectType } from '../../shared/deal.ts';
import type { QuotaMetric } from '../../shared/metric.ts';
import { attainmentOf, quotaBook, type QuotaBook } from '../../shared/quota.ts';
import type { QuotaPreview } from '../../shared/schemas/quotas.ts';
import { Scoreboard } from '../../shared/standings.ts';
import type { Directory } from '../directory.ts';
import type { Period } from '../store/periods.ts';
import { quotaRules } from './context.ts';
import type { LiveWindow } from './live-window.ts';

/** A preview of more says nothing more. */
const MAX_EFFECTS = 500;

type Effect = QuotaPreview['effects'][number];

export interface PreviewSources {
  directory: Directory;
  /** The running period, deal by deal. */
  running: LiveWindow;
  now: number;
}

/** Who would stand otherwise in a period and a metric. */
export function effectsOf(
  sources: PreviewSources,
  period: Period,
  metric: QuotaMetric,
  after: readonly Quota[],
): Effect[] {
  const { directory, running, now } = sources;
  const { office, roster } = directory;
  if (!office) return [];
  const bookOf = (quotas: readonly Quota[]): QuotaBook =>
    quotaBook({ ...quotaRules({ office, roster }, { ...period, quotas }, metric), at: Math.min(now, period.endsAt) });
  const live = running.period?.id === period.id ? running : null;
  const books = { before: bookOf(directory.quotasOf(period.id)), after: bookOf(after) };
  const stands = {
    before: new Stand(books.before, metric, live),
    after: new Stand(books.after, metric, live),
  };
  const effects = TYPES_FROM_TOP.flatMap((type) =>
    roster.subjects[type].flatMap(({ id, name }, index): Effect[] => {
      const before = stands.before.of(type, id, index);
      const then = stands.after.of(type, id, index);
      const isSame = (['quota', 'pace', 'rank'] as const).every((field) => before[field] === then[field]);
      return isSame ? [] : [{ periodId: period.id, metric, type, id, name, before, after: then }];
    }),
  );
  return effects.slice(0, MAX_EFFECTS);
}

/** How everybody stands against one book of quotas. */
class Stand {
  readonly #book: QuotaBook;
  readonly #metric: QuotaMetric;
  readonly #live: LiveWindow | null;
  readonly #board: Scoreboard | null;

  constructor(book: QuotaBook, metric: QuotaMetric, live: LiveWindow | null) {
    this.#book = book;
    this.#metric = metric;
    this.#live = live;
    // Takes the live tallies over, to read only.
    this.#board =
      live && metric === 'revenue'
        ? new Scoreboard({ ...live.scoreboard.context, quotas: { revenue: book }, dayStartsAt: null }, live.scoreboard)
        : null;
  }

  of(type: SubjectType, id: string, index: number): Effect['before'] {
    const measure = this.#book[type][index];
    const rank = type === 'office' ? null : (this.#view(type)?.rowOf(id)?.rank ?? null);
    if (!measure) return { quota: null, attainment: null, pace: null, rank };
    const { quota, pace } = measure;
    return { quota, attainment: this.#live && attainmentOf(this.#value(type, index), quota), pace, rank };
  }

  #value(type: SubjectType, index: number): number {
    const totals = this.#live?.countOf(this.#metric).scoreboard.totalsOf(type);
    return (this.#metric === 'deals' ? totals?.deals : totals?.value)?.[index] ?? 0;
  }

  #view(by: SubjectType): BoardView | null {
    const definition: BoardDefinition = {
      id: `preview-${by}`,
      by,
      metric: 'attainment',
      window: 'period',
      level: null,
    };
    return this.#board?.view(definition) ?? null;
  }
}
