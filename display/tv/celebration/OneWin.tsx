// One win on the whole wall: face, deed, name, amount, customer, and what it did to rank and quota.
import type { Win } from '../../../shared/patch.ts';
import { repsOf } from '../names.ts';
import { Face } from '../Face.tsx';
import { signedFigure, useWall } from '../wall-context.ts';
import { deedsOf } from './deed.ts';
import { Effects } from './Effects.tsx';
import { WinPicture } from './WinPicture.tsx';
import { useCelebrationWords } from './words.ts';

/** Faces that have room, with a split. */
const FACES = 2;

export function OneWin({ win }: { win: Win }) {
  const wall = useWall();
  const say = useCelebrationWords();
  const [headline, ...others] = deedsOf(win);
  const amount = signedFigure(win.amountMinor, 'long', wall);
  const name = repsOf(win);
  const customer = [win.customer, say(win.kind === 'new' ? 'kindNew' : 'kindRecurring')].filter(Boolean).join(' · ');
  return (
    <div class="celebration-stage">
      <WinPicture photoId={win.photoId}>
        <div class={`celebration-faces ${win.reps.length > 1 ? 'celebration-faces--two' : ''}`}>
          {win.reps.slice(0, FACES).map((rep) => (
            <Face key={rep.id} name={rep.name} photoId={rep.photoId} class="celebration-face" />
          ))}
        </div>
      </WinPicture>
      <div class="celebration-words">
        <p class="celebration-kicker">{headline && say(headline.word, headline.values)}</p>
        <h2 class={`celebration-name ${name.length > 16 ? 'celebration-name--long' : ''}`}>{name}</h2>
        {!wall.privacy.hideAmounts && (
          <p class={`celebration-amount ${amount.figure.length > 6 ? 'celebration-amount--long' : ''}`}>
            <b>{amount.figure}</b> <i>{amount.unit}</i>
          </p>
        )}
        <p class="celebration-customer">{customer}</p>
        {win.note && <p class="celebration-note">{win.note}</p>}
        {others.length > 0 && (
          <ul class="deeds">
            {others.map(({ word, values }) => (
              <li key={word} class="deed">
                {say(word, values)}
              </li>
            ))}
          </ul>
        )}
        <Effects win={win} />
      </div>
    </div>
  );
}
