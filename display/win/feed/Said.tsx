// What has been said to a win, in two lines: the latest words, and who is behind it all.
import { shortNameOf } from '../../../shared/names.ts';
import { reactionsIn } from '../../../shared/reactions.ts';
import type { WinView } from '../../../shared/schemas/reactions.ts';
import { useText } from '../../kit/ui/locale.ts';
import { feedText } from './texts.ts';

/** Names and lines that have room. */
const NAMES = 2;
const LINES = 2;

export function Said({ win, userId, onWho }: { win: WinView; userId: string; onWho: () => void }) {
  const t = useText(feedText);
  const count = reactionsIn(win.counts);
  if (count === 0) return null;
  const nameOf = (one: WinView['reactions'][number]): string =>
    one.userId === userId ? t('you') : shortNameOf(one.name);
  const names = win.reactions.slice(0, NAMES).map(nameOf).join(', ');
  const rest = count - Math.min(NAMES, win.reactions.length);
  const lines = win.reactions.filter(({ text }) => text !== '').slice(0, LINES);
  return (
    <div class="said">
      {lines.map((one) => (
        <p key={one.userId} class="said-line">
          <b>{nameOf(one)}</b> {one.text}
        </p>
      ))}
      <button type="button" class="said-who" aria-haspopup="dialog" onClick={onWho}>
        {rest > 0 ? t('andMore', { names, count: rest }) : names}
        <span class="unseen">. {t('everybody')}</span>
      </button>
    </div>
  );
}
