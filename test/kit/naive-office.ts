// An office read from the raw rows of its books, for `naive-standings.ts` to work its boards out: who belongs where,
// which deals stand, and the quotas of a period by the letter of QT1, QT2 and QT4. The pace is not worked out here.
import type { BoardDefinition } from '../../shared/board.ts';
import type { Row } from '../../shared/board-view.ts';
import type { Scored } from '../../shared/deal.ts';
import type { SubjectQuota } from '../../shared/quota.ts';
import type { Membership, People } from '../../shared/roster.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { Range } from '../../shared/time.ts';
import type { Books } from './books.ts';
import { makeRep, makeTeam } from './make.ts';
import { naiveDate, naiveRows, naiveTeamsOf } from './naive-standings.ts';

export interface Seen {
  range: Range;
  at: number;
  /** Null for a window whose movement is not told. */
  dayStartsAt: number | null;
  /** The office's settings that count there. */
  office: OfficeSettings;
}

interface RawPeriod extends Range {
  id: string;
  isOpenEnded: number;
}

export class NaiveOffice {
  readonly #books: Books;

  constructor(books: Books) {
    this.#books = books;
  }

  /** A board's rows as anybody would work them out from the books; `pace` is left out. */
  rows(board: BoardDefinition, { range, at, dayStartsAt, office }: Seen): Row[] {
    const { timeZone, ties } = office;
    const people = this.#people();
    const period = this.#periodOf(range);
    const quotas = period && {
      revenue: this.#quotas({ people, period, at, office }, 'revenue'),
      deals: this.#quotas({ people, period, at, office }, 'deals'),
    };
    const world = { people, ties, quotas, at, range, timeZone };
    return naiveRows(world, board, this.standing(), dayStartsAt ?? Number.NEGATIVE_INFINITY);
  }

  /** The deals that no void takes out. */
  standing(): (Scored & { id: string })[] {
    const credits = this.#all<{ seq: number; repId: string; amountMinor: number }>(
      'SELECT deal_seq AS seq, rep_id AS repId, amount_minor AS amountMinor FROM credits',
    );
    return this.#all<Omit<Scored, 'credits'> & { id: string }>(
      `SELECT seq, id, closed_at AS closedAt, recorded_at AS recordedAt FROM deals
       WHERE seq NOT IN (SELECT deal_seq FROM voids)`,
    ).map((deal) => ({ ...deal, credits: credits.filter(({ seq }) => seq === deal.seq) }));
  }

  #people(): People {
    const reps = this.#all<{ id: string; name: string; joinedOn: string | null; leftOn: string | null }>(
      'SELECT id, name, joined_on AS joinedOn, left_on AS leftOn FROM reps ORDER BY rowid',
    );
    const teams = this.#all<{ id: string; name: string; parentId: string | null }>(
      'SELECT id, name, parent_id AS parentId FROM teams ORDER BY rowid',
    );
    return {
      office: { id: 'office', name: this.#books.office.name },
      reps: reps.map(({ id, ...rep }) => makeRep(id, rep)),
      teams: teams.map((team) => ({ ...makeTeam(team.id), ...team })),
      memberships: this.#all<Membership>(
        'SELECT rep_id AS repId, team_id AS teamId, from_at AS fromAt, to_at AS toAt FROM memberships',
      ),
    };
  }

  #periodOf({ startsAt, endsAt }: Range): RawPeriod | null {
    const periods = this.#all<RawPeriod>(
      `SELECT id, starts_at AS startsAt, ends_at AS endsAt, is_open_ended AS isOpenEnded FROM periods
       WHERE undone_at IS NULL`,
    );
    return periods.find((one) => one.startsAt === startsAt && one.endsAt === endsAt) ?? null;
  }

  #quotas(
    { people, period, at, office }: { people: People; period: RawPeriod; at: number; office: OfficeSettings },
    metric: 'revenue' | 'deals',
  ) {
    const said = this.#all<{ type: string; id: string; periodId: string; metric: string; amount: number }>(
      'SELECT subject_type AS type, subject_id AS id, period_id AS periodId, metric, amount FROM quotas',
    ).filter((one) => one.periodId === period.id && one.metric === metric);
    const own = (type: string, id: string) => said.find((one) => one.type === type && one.id === id)?.amount;
    const { defaultQuotaMinor, defaultQuotaDeals, timeZone } = office;
    const preset = (metric === 'revenue' ? defaultQuotaMinor : defaultQuotaDeals) ?? 0;
    const first = naiveDate(period.startsAt, timeZone);
    const last = naiveDate(period.endsAt - 1, timeZone);
    const reps = people.reps.map(({ id, joinedOn, leftOn }) => {
      const isThere = (joinedOn ?? first) <= last && (leftOn ?? '9999') > first;
      return own('rep', id) ?? (isThere && period.isOpenEnded === 0 ? preset : 0);
    });
    const counted = Math.min(Math.max(at, period.startsAt), period.endsAt - 1);
    const sumOf = (isIn: (repId: string) => boolean) =>
      reps.reduce((sum, quota, index) => sum + (isIn(people.reps[index]?.id ?? '') ? quota : 0), 0);
    return {
      rep: reps.map((quota, index) =>
        quotaOf(quota, own('rep', people.reps[index]?.id ?? '') === undefined ? 'default' : 'own', quota),
      ),
      team: people.teams.map(({ id }, index) =>
        groupOf(
          own('team', id),
          sumOf((repId) => naiveTeamsOf(people, repId, counted).includes(index)),
        ),
      ),
      office: [
        groupOf(
          own('office', 'office'),
          sumOf(() => true),
        ),
      ],
    };
  }

  #all<T>(sql: string): T[] {
    return this.#books.store.db.prepare(sql).all() as T[];
  }
}

function groupOf(own: number | undefined, sum: number): SubjectQuota | null {
  return own === undefined ? quotaOf(sum, 'sum', sum) : quotaOf(own, 'own', sum);
}

/** A quota of 0 is none. Rule QT2. */
function quotaOf(quota: number, source: SubjectQuota['source'], sum: number): SubjectQuota | null {
  return quota === 0 ? null : { quota, source, sum, pace: 0, ramp: null };
}
