// One board drawn from a tally: its order, its rows, and what each subject lacks to the next.
import type { BoardDefinition, TieRule } from './board.ts';
import { isActivityMetric, type QuotaMetric } from './metric.ts';
import type { SubjectType } from './deal.ts';
import { attainmentOf, quotaMetric, type QuotaBook, type QuotaSource } from './quota.ts';
import { Listing, Ranking, type RankingRule } from './ranking.ts';
import type { Roster } from './roster.ts';
import type { Tally, Touch } from './tally.ts';
import { dateOf, instantIn, type Range } from './time.ts';
import { isWithOffice } from './workdays.ts';

/** One line of a board. Money is minor units; `value` and `quota` are numbers where the metric counts deals or activities. */
export interface Row {
  subjectId: string;
  name: string;
  /** The rep's face, a media id. */
  photoId: string | null;
  /** The team's name for a rep, the parent's for a team. */
  group: string | null;
  /** Null while unranked (rules ST3, QT2). */
  rank: number | null;
  tied: boolean;
  value: number;
  /** The deals behind it; 0 where activities are counted. */
  deals: number;
  quota: number | null;
  quotaSource: QuotaSource | null;
  /** What a group's reps add up to, beside its own quota (rule QT1). */
  quotaSum: number | null;
  /** Value ÷ quota; null is "none". */
  attainment: number | null;
  pace: number | null;
  /** Places won (+) or lost since the office's day began; null without a rank then (rule ST7). */
  move: number | null;
}

/** The books of a period by metric; none where nobody has a quota in it. Rule QT6. */
export type QuotaBooks = Readonly<Partial<Record<QuotaMetric, QuotaBook>>>;

/** Everything but the deals that standings depend on. */
export interface StandingsContext {
  roster: Roster;
  range: Range;
  timeZone: string;
  locale: string;
  ties: TieRule;
  /** Per metric that has quotas, where the window is a period. */
  quotas: QuotaBooks | null;
  /** Deals received before this instant make the ranks that movement compares with; null for no movement. */
  dayStartsAt: number | null;
  at: number;
}

/** One board drawn from a scoreboard. */
export class BoardView {
  readonly definition: BoardDefinition;
  readonly ranking: Ranking;
  readonly #context: StandingsContext;
  readonly #now: Tally;
  readonly #before: Ranking | null;
  #ranksBefore: Int32Array | null = null;

  constructor(definition: BoardDefinition, context: StandingsContext, now: Tally, dayStart: Tally | null) {
    this.definition = definition;
    this.#context = context;
    this.#now = now;
    const rule = rankingRule(definition, context);
    this.ranking = new Ranking(now.totals[definition.by], rule);
    this.#before = dayStart && new Ranking(dayStart.totals[definition.by], rule);
  }

  /** Takes what a deal touches out of the order, before the totals change; `wasThere` at the day's start, too. */
  lift(touches: readonly Touch[], wasThere: boolean): void {
    for (const { type, index } of touches) {
      if (type !== this.definition.by) continue;
      this.ranking.lift(index);
      if (wasThere) this.#before?.lift(index);
    }
  }

  /** Puts it back in, after the totals have changed. */
  drop(touches: readonly Touch[], wasThere: boolean): void {
    for (const { type, index } of touches) {
      if (type !== this.definition.by) continue;
      this.ranking.drop(index);
      if (wasThere) this.#before?.drop(index);
    }
    if (wasThere) this.#ranksBefore = null;
  }

  /** The first `limit` rows, in order. */
  rows(limit = Number.POSITIVE_INFINITY): Row[] {
    const { ranking } = this;
    const count = Math.min(limit, ranking.listedCount);
    const rows: Row[] = [];
    let rank = 0;
    for (let place = 0; place < count; place += 1) {
      const index = ranking.at(place);
      const ranked = ranking.isRanked(index);
      const tiedAbove = ranked && place > 0 && ranking.isTied(ranking.at(place - 1), index);
      const below = ranking.at(place + 1);
      const tiedBelow = ranked && below >= 0 && ranking.isRanked(below) && ranking.isTied(index, below);
      if (!tiedAbove) rank = this.#context.ties === 'competition' ? place + 1 : rank + 1;
      rows.push(this.#row(index, ranked ? rank : null, tiedAbove || tiedBelow));
    }
    return rows;
  }

  get listedCount(): number {
    return this.ranking.listedCount;
  }

  /** One subject's row. */
  rowOf(subjectId: string): Row | null {
    const index = this.#context.roster.indexOf(this.definition.by, subjectId);
    if (index < 0) return null;
    const place = this.ranking.placeOf(index);
    const rank = this.ranking.rankOf(index);
    const tied = rank !== null && [place - 1, place + 1].some((near) => this.#sharesRank(this.ranking.at(near), index));
    return this.#row(index, rank, tied);
  }

  #sharesRank(near: number, index: number): boolean {
    return near >= 0 && this.ranking.isRanked(near) && this.ranking.isTied(near, index);
  }

  /**
   * What a subject lacks to draw level with the next better rank, in the metric's unit; null at the top, and where
   * attainment has no quota to be measured by.
   */
  toNext(subjectId: string): { rank: number; missing: number } | null {
    const index = this.#context.roster.indexOf(this.definition.by, subjectId);
    const isMeasured = this.definition.metric !== 'attainment' || this.#quotaOf(index) !== null;
    const above = index >= 0 && isMeasured ? this.ranking.nextAbove(index) : -1;
    const rank = above < 0 ? null : this.ranking.rankOf(above);
    if (rank === null) return null;
    return { rank, missing: this.#missing(index, above) };
  }

  #missing(index: number, above: number): number {
    const { value, deals } = this.#now.totals[this.definition.by];
    if (this.definition.metric === 'deals') return (deals[above] ?? 0) - (deals[index] ?? 0);
    const aim = value[above] ?? 0;
    const own = value[index] ?? 0;
    if (this.definition.metric !== 'attainment') return aim - own;
    const quota = this.#quotaOf(index)?.quota ?? 0;
    const theirs = this.#quotaOf(above)?.quota ?? 1;
    return Math.max(0, Number((BigInt(aim) * BigInt(quota) + BigInt(theirs) - 1n) / BigInt(theirs)) - own);
  }

  #row(index: number, rank: number | null, tied: boolean): Row {
    const { by, metric } = this.definition;
    const subject = this.#context.roster.subjects[by][index];
    const totals = this.#now.totals[by];
    const deals = totals.deals[index] ?? 0;
    const value = metric === 'deals' ? deals : (totals.value[index] ?? 0);
    const before = this.#rankBefore(index);
    return {
      subjectId: subject?.id ?? '',
      name: subject?.name ?? '',
      photoId: by === 'rep' ? (this.#context.roster.reps[index]?.photoId ?? null) : null,
      group: this.#groupOf(index),
      rank,
      tied,
      value,
      deals: isActivityMetric(metric) ? 0 : deals,
      move: rank === null || before === 0 ? null : before - rank,
      ...this.#measures(index, value),
    };
  }

  #measures(index: number, value: number): Pick<Row, 'quota' | 'quotaSource' | 'quotaSum' | 'attainment' | 'pace'> {
    const own = this.#quotaOf(index);
    if (!own) return { quota: null, quotaSource: null, quotaSum: null, attainment: null, pace: null };
    const { quota, source, sum, pace } = own;
    const quotaSum = this.definition.by === 'rep' ? null : sum;
    return { quota, quotaSource: source, quotaSum, attainment: attainmentOf(value, quota), pace };
  }

  #quotaOf(index: number) {
    return quotasOf(this.definition, this.#context)?.[index] ?? null;
  }

  #groupOf(index: number): string | null {
    const { roster, range, at } = this.#context;
    if (this.definition.by === 'office') return null;
    const rep = this.definition.by === 'rep' ? roster.reps[index] : undefined;
    const teamId = rep ? roster.teamAt(rep.id, instantIn(range, at)) : (roster.teams[index]?.parentId ?? null);
    return teamId === null ? null : (roster.teams[roster.indexOf('team', teamId)]?.name ?? null);
  }

  #rankBefore(index: number): number {
    if (!this.#before) return 0;
    this.#ranksBefore ??= this.#before.ranks();
    return this.#ranksBefore[index] ?? 0;
  }
}

/** The quotas of a board's subjects, where its metric has any. */
function quotasOf({ by, metric }: BoardDefinition, { quotas }: StandingsContext): QuotaBook[SubjectType] | null {
  const measure = quotaMetric(metric);
  return measure === null ? null : (quotas?.[measure]?.[by] ?? null);
}

function rankingRule(definition: BoardDefinition, context: StandingsContext): RankingRule {
  const { by, metric } = definition;
  const subjects = context.roster.subjects[by];
  const quotas = quotasOf(definition, context);
  return {
    metric,
    ties: context.ties,
    quotas: Float64Array.from(subjects, (_, index) => quotas?.[index]?.quota ?? 0),
    nameOrder: context.roster.nameOrder(by, context.locale),
    listed: listings(definition, context),
  };
}

/** A rep without a credit is listed while with the office; a team where the board has its level. Rule ST10. */
function listings(definition: BoardDefinition, context: StandingsContext): Uint8Array {
  const { roster, range, timeZone } = context;
  if (definition.by === 'office') return Uint8Array.of(Listing.always);
  if (definition.by === 'team') {
    const { level } = definition;
    return Uint8Array.from(roster.teams, (team) =>
      level === null || roster.levelOf(team.id) === level ? Listing.always : Listing.never,
    );
  }
  const today = dateOf(instantIn(range, context.at), timeZone);
  return Uint8Array.from(roster.reps, (rep) => (isWithOffice(rep, today, today) ? Listing.always : Listing.withCredit));
}
