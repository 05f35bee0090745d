// Several wins in one celebration (rule CE2): their sum, and who.
import type { Win } from '../../../shared/patch.ts';
import { repsOf } from '../names.ts';
import { Face } from '../Face.tsx';
import { deedsOf } from './deed.ts';
import { inline, shortFigure, signedFigure, useWall } from '../wall-context.ts';
import { useCelebrationWords } from './words.ts';

/** Wins that are listed by name. */
const LISTED = 6;

/** Deeds that stand below the list. */
const DEEDS = 3;

export function ManyWins({ wins }: { wins: readonly Win[] }) {
  const wall = useWall();
  const say = useCelebrationWords();
  const sum = wins.reduce((minor, win) => minor + win.amountMinor, 0);
  const total = signedFigure(sum, 'long', wall);
  const more = wins.length - LISTED;
  return (
    <div class="celebration-stage celebration-stage--many">
      <div class="celebration-words">
        <p class="celebration-kicker">{say('wonMany', { count: wins.length })}</p>
        {!wall.privacy.hideAmounts && (
          <p class={`celebration-amount ${total.figure.length > 6 ? 'celebration-amount--long' : ''}`}>
            <b>{total.figure}</b> <i>{total.unit}</i>
          </p>
        )}
        <ul class="celebration-list">
          {wins.slice(-LISTED).map((win) => (
            <li key={win.dealId} class="celebration-item">
              <Face
                name={win.reps[0]?.name ?? ''}
                photoId={win.reps[0]?.photoId ?? null}
                class="celebration-item-face"
              />
              <span class="celebration-item-name">{repsOf(win)}</span>
              <b class="celebration-item-amount">{inline(shortFigure(win.amountMinor, wall), wall.locale)}</b>
            </li>
          ))}
        </ul>
        <Deeds wins={wins} />
        {more > 0 && <p class="celebration-more">{say('wonMore', { count: more })}</p>}
      </div>
    </div>
  );
}

/** Who reached a quota, first place or a record is named for it, also among many (rule CE4). */
function Deeds({ wins }: { wins: readonly Win[] }) {
  const say = useCelebrationWords();
  const deeds = wins.flatMap((win) => {
    const [headline] = deedsOf(win);
    return headline && headline.word !== 'won' ? [{ id: win.dealId, name: repsOf(win), headline }] : [];
  });
  if (deeds.length === 0) return null;
  return (
    <ul class="deeds">
      {deeds.slice(-DEEDS).map(({ id, name, headline }) => (
        <li key={id} class="deed">
          {name} · {say(headline.word, headline.values)}
        </li>
      ))}
    </ul>
  );
}
