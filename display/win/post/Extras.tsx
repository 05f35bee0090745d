// What else the win has, each a chip that leads to where it is changed; nothing yet: what it could have.
import { shortNameOf } from '../../../shared/names.ts';
import type { RepRules } from '../../../shared/rep-rules.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { dayText } from './closing.ts';
import type { Draft, DraftFault } from './draft.ts';
import { postText } from './texts.ts';

/** Where in the sheet a chip leads. */
export type Extra = 'currency' | 'photo' | 'note' | 'split' | 'date' | 'source' | 'location';

/** What is offered, as far as the office allows it. Rule OS4. */
function offeredBy({ repsPhotos, repsSplit, repsBackDays }: RepRules): Extra[] {
  const offered = { photo: repsPhotos, split: repsSplit, note: true, date: repsBackDays !== 0 };
  return (['photo', 'split', 'note', 'date'] as const).filter((extra) => offered[extra]);
}

interface Chip {
  extra: Extra;
  words: string;
}

interface ExtrasProps {
  draft: Draft;
  hasPhoto: boolean;
  rules: RepRules;
  /** What of it cannot be sent. */
  faults: ReadonlySet<DraftFault>;
  onOpen: (extra: Extra) => void;
}

export function Extras({ draft, hasPhoto, rules, faults, onOpen }: ExtrasProps) {
  const t = useText(postText);
  const chips = useChips(draft, hasPhoto);
  const offered = offeredBy(rules).filter((extra) => chips.every((chip) => chip.extra !== extra));
  const isWrong = (extra: Extra) => {
    const fault = FAULTS[extra];
    return fault !== undefined && faults.has(fault);
  };
  return (
    <div class="chips-row" role="group" aria-label={t(chips.length > 0 ? 'extras' : 'more')}>
      {chips.map(({ extra, words }) => (
        <button
          key={extra}
          type="button"
          class={`pick-chip pick-chip-set${isWrong(extra) ? ' pick-chip-wrong' : ''}`}
          data-fault={FAULTS[extra]}
          aria-haspopup="dialog"
          onClick={() => onOpen(extra)}
        >
          {words}
        </button>
      ))}
      {offered.map((extra) => (
        <button
          key={extra}
          type="button"
          class="pick-chip pick-chip-open"
          aria-haspopup="dialog"
          onClick={() => onOpen(extra)}
        >
          <span aria-hidden="true">+ </span>
          {t(NAMES[extra])}
        </button>
      ))}
    </div>
  );
}

const FAULTS: Partial<Record<Extra, DraftFault>> = { photo: 'photo', split: 'shares', date: 'closedOn' };

const NAMES = {
  currency: 'currency',
  photo: 'photoShort',
  note: 'noteShort',
  split: 'splitShort',
  date: 'date',
  source: 'source',
  location: 'location',
} as const;

/** What has been added, and how many things that are. */
export function extrasCount(draft: Draft, hasPhoto: boolean): number {
  const { note, shares, closedOn, source, location, guessed } = draft;
  const isOwnLocation = location !== '' && location !== guessed.location;
  return [hasPhoto, note !== '', shares.length > 0, closedOn !== null, source !== '', isOwnLocation].filter(Boolean)
    .length;
}

function useChips(draft: Draft, hasPhoto: boolean): Chip[] {
  const t = useText(postText);
  const locale = useLocale();
  const { note, shares, closedOn, source, location } = draft;
  const names = shares.map(({ name }) => shortNameOf(name)).join(', ');
  const date = closedOn === null ? '' : dayText(closedOn, locale);
  const chips: Chip[] = [
    { extra: 'photo', words: hasPhoto ? t('photoShort') : '' },
    { extra: 'split', words: shares.length > 0 ? t('splitWith', { names }) : '' },
    { extra: 'note', words: note.trim() === '' ? '' : `“${note.trim()}”` },
    { extra: 'date', words: date },
    { extra: 'source', words: source.trim() },
    { extra: 'location', words: location.trim() },
  ];
  return chips.filter(({ words }) => words !== '');
}
