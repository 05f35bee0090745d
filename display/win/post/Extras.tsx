// What else the win has, each a chip that leads to where it is changed; nothing yet: what it could have.
import { shortNameOf } from '../../../shared/names.ts';
import { formatDate } from '../../kit/format.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import type { Draft } from './draft.ts';
import { postText } from './texts.ts';

/** Where in the sheet a chip leads. */
export type Extra = 'currency' | 'photo' | 'note' | 'split' | 'date' | 'source' | 'location';

const OFFERED: readonly Extra[] = ['photo', 'split', 'note', 'date'];

interface Chip {
  extra: Extra;
  words: string;
}

interface ExtrasProps {
  draft: Draft;
  hasPhoto: boolean;
  isDateWrong: boolean;
  onOpen: (extra: Extra) => void;
}

export function Extras({ draft, hasPhoto, isDateWrong, onOpen }: ExtrasProps) {
  const t = useText(postText);
  const chips = useChips(draft, hasPhoto);
  const offered = OFFERED.filter((extra) => chips.every((chip) => chip.extra !== extra));
  return (
    <div class="chips-row" role="group" aria-label={t(chips.length > 0 ? 'extras' : 'more')}>
      {chips.map(({ extra, words }) => (
        <button
          key={extra}
          type="button"
          class={`pick-chip pick-chip-set${extra === 'date' && isDateWrong ? ' pick-chip-wrong' : ''}`}
          data-fault={extra === 'date' ? 'closedOn' : undefined}
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
  const date = closedOn === null ? '' : formatDate(Date.parse(`${closedOn}T12:00:00Z`), 'UTC', locale);
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
