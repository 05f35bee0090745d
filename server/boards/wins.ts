// The latest wins as every board shows them, and where a rep stands as the phone is told.
import type { Deal } from '../../shared/deal.ts';
import { LATEST_WINS, NOTE_LETTERS, type Win, type WinEffect } from '../../shared/patch.ts';
import type { BoardView, Row } from '../../shared/board-view.ts';
import { isCelebrated } from '../../shared/win-level.ts';
import type { Directory } from '../directory.ts';
import type { Tables } from '../store/store.ts';

export class Wins {
  readonly #directory: Directory;
  readonly #search: Tables['search'];
  #wins: Win[] = [];

  constructor(directory: Directory, search: Tables['search']) {
    this.#directory = directory;
    this.#search = search;
    this.reload();
  }

  /** Newest first. */
  get latest(): readonly Win[] {
    return this.#wins;
  }

  add(deal: Deal, effect: WinEffect | null): void {
    const others = this.#wins.filter(({ dealId }) => dealId !== deal.id);
    this.#wins = [winOf(this.#directory, deal, effect), ...others].sort((a, b) => b.seq - a.seq).slice(0, LATEST_WINS);
  }

  /** Takes a voided deal out; an older win moves up from the ledger. */
  remove(deal: Deal): void {
    if (this.#wins.some((win) => win.dealId === deal.id)) this.reload();
  }

  /** Reads the list afresh from the ledger; what the wins did is kept where it is known. */
  reload(): void {
    const known = new Map(this.#wins.map((win) => [win.dealId, win.effect]));
    this.#wins = this.#search
      .latest(LATEST_WINS)
      .map((deal) => winOf(this.#directory, deal, known.get(deal.id) ?? null));
  }
}

/** A deal as everybody may see it. */
export function winOf(directory: Directory, deal: Deal, effect: WinEffect | null): Win {
  const { roster, office } = directory;
  return {
    dealId: deal.id,
    seq: deal.seq,
    at: deal.recordedAt,
    amountMinor: deal.amountMinor,
    customer: office?.showCustomers === false ? '' : deal.customer,
    product: deal.product,
    kind: deal.kind,
    reps: deal.credits.map(({ repId }) => {
      const rep = roster.reps[roster.indexOf('rep', repId)];
      return { id: repId, name: rep?.name ?? '', photoId: rep?.photoId ?? null, soundId: rep?.soundId ?? null };
    }),
    ...(office?.showCustomers === false ? NOTHING_SHOWN : shownOf(deal)),
    celebrate: isNews(directory, deal) && isCelebrated(deal.amountMinor, directory.wall, effect),
    effect,
  };
}

/** Whether a deal came in as it was won: none of an import, late, a correction, or restored. Rule CE4. */
export function isNews(directory: Directory, deal: Deal): boolean {
  return !deal.imported && deal.corrects === null && deal.pastVoids.length === 0 && !directory.isLate(deal);
}

/** A photo or a note may say who the customer is: where customers are hidden, so are they. Rule CE6. */
const NOTHING_SHOWN: Pick<Win, 'photoId' | 'note'> = { photoId: null, note: '' };

/** What a rep showed and wrote for the wall. What came from a file or another program was written for somebody else. */
function shownOf({ photoId, note, imported, external }: Deal): Pick<Win, 'photoId' | 'note'> {
  if (imported || external) return { photoId, note: '' };
  const letters = Array.from(note.replace(/\s+/g, ' '));
  return {
    photoId,
    note: letters.length > NOTE_LETTERS ? `${letters.slice(0, NOTE_LETTERS - 1).join('')}…` : letters.join(''),
  };
}

/** Where a rep stands, as the phone is told. */
export interface Standing {
  rank: number | null;
  previousRank: number | null;
  value: number;
  quota: number | null;
  attainment: number | null;
  pace: number | null;
  toNext: number | null;
  nextRank: number | null;
}

export function standingOf(view: BoardView, row: Row, before: Row | null): Standing {
  const next = view.toNext(row.subjectId);
  return {
    rank: row.rank,
    previousRank: before?.rank ?? null,
    value: row.value,
    quota: row.quota,
    attainment: row.attainment,
    pace: row.pace,
    toNext: next?.missing ?? null,
    nextRank: next?.rank ?? null,
  };
}
