// The fanfare of a win: the wall turns gold, tells who and how much and what it changed, and is gone.
import '../style/celebration.css';
import '../style/celebration-many.css';
import '../style/celebration-portrait.css';
import { useEffect, useRef } from 'preact/hooks';
import type { Win, WinEffect } from '../../../shared/patch.ts';
import { formatPercent } from '../../kit/format.ts';
import { Face } from '../Face.tsx';
import type { Fanfare } from './queue.ts';
import { repsOf } from '../Foot.tsx';
import { prefersCalm } from '../motion.ts';
import type { Word } from '../words.ts';
import { inline, shortFigure, signedFigure, useWall } from '../wall-context.ts';

/** Wins that one merged fanfare lists by name. */
const LISTED = 6;

export function Celebration({ fanfare }: { fanfare: Fanfare }) {
  return (
    <section class="celebration" role="status">
      <div class="celebration-ground" />
      <Confetti />
      {fanfare.type === 'win' ? <OneWin win={fanfare.win} /> : <ManyWins wins={fanfare.wins} />}
    </section>
  );
}

function OneWin({ win }: { win: Win }) {
  const wall = useWall();
  const { say } = wall;
  const amount = signedFigure(win.amountMinor, 'long', wall);
  const name = repsOf(win);
  return (
    <div class="celebration-stage">
      <div class={`celebration-faces ${win.reps.length > 1 ? 'celebration-faces--two' : ''}`}>
        {win.reps.slice(0, 2).map((rep) => (
          <Face key={rep.id} name={rep.name} photoId={rep.photoId} class="celebration-face" />
        ))}
      </div>
      <div class="celebration-words">
        <p class="celebration-kicker">{say(kickerOf(win))}</p>
        <h2 class={`celebration-name ${name.length > 16 ? 'celebration-name--long' : ''}`}>{name}</h2>
        <p class={`celebration-amount ${amount.figure.length > 6 ? 'celebration-amount--long' : ''}`}>
          <b>{amount.figure}</b> <i>{amount.unit}</i>
        </p>
        <p class="celebration-customer">
          {[win.customer, say(win.kind === 'new' ? 'kindNew' : 'kindRecurring')].filter(Boolean).join(' · ')}
        </p>
        <Effects win={win} />
      </div>
    </div>
  );
}

/** Reaching the quota and taking first place are celebrated as such (rule CE4). */
function kickerOf({ effect }: Win): Word {
  if (!effect) return 'won';
  if (effect.reachedQuota && effect.tookFirst) return 'wonBoth';
  if (effect.reachedQuota) return 'wonQuota';
  return effect.tookFirst ? 'wonFirst' : 'won';
}

function Effects({ win: { effect } }: { win: Win }) {
  const { say, locale } = useWall();
  if (!effect) return null;
  const { rank, previousRank, attainment } = effect;
  const lead = leadOf(effect);
  return (
    <ul class="effects">
      {rank !== null && (
        <li class="effect">
          {say('rank')} {previousRank !== null && previousRank !== rank && <From rank={previousRank} />}
          <b>{rank}</b>
        </li>
      )}
      {attainment !== null && (
        <li class="effect">
          {say('quota')} <b>{formatPercent(attainment, locale)}</b>
        </li>
      )}
      {lead >= 0.01 && (
        <li class="effect">
          {say('ahead')} <b>+{formatPercent(lead, locale)}</b>
        </li>
      )}
    </ul>
  );
}

/** How far ahead of the pace, in parts of the quota; of no interest once that is reached. */
function leadOf({ attainment, pace, value }: WinEffect): number {
  if (attainment === null || attainment >= 1 || pace === null || value === 0) return 0;
  return attainment * (1 - pace / value);
}

function From({ rank }: { rank: number }) {
  return (
    <>
      <b>{rank}</b>
      <svg class="effect-arrow" viewBox="0 0 20 12">
        <path d="M0 5h14V0l6 6-6 6V7H0Z" />
      </svg>
    </>
  );
}

function ManyWins({ wins }: { wins: readonly Win[] }) {
  const wall = useWall();
  const { say } = wall;
  const total = signedFigure(
    wins.reduce((sum, win) => sum + win.amountMinor, 0),
    'long',
    wall,
  );
  const more = wins.length - LISTED;
  return (
    <div class="celebration-stage celebration-stage--many">
      <div class="celebration-words">
        <p class="celebration-kicker">{say('wonMany', { count: wins.length })}</p>
        <p class={`celebration-amount ${total.figure.length > 6 ? 'celebration-amount--long' : ''}`}>
          <b>{total.figure}</b> <i>{total.unit}</i>
        </p>
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
        {more > 0 && <p class="celebration-more">{say('wonMore', { count: more })}</p>}
      </div>
    </div>
  );
}

/** Paper from both sides, loaded when first needed; none where less motion is asked for. */
function Confetti() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (prefersCalm()) return;
    let stop: (() => void) | null = null;
    let isOver = false;
    const begin = async (): Promise<void> => {
      const { throwConfetti } = await import('./confetti.ts');
      if (!isOver && canvas.current) stop = throwConfetti(canvas.current);
    };
    // The fanfare is whole without it, also where the file cannot be had any more.
    begin().catch(() => undefined);
    return () => {
      isOver = true;
      stop?.();
    };
  }, []);
  return <canvas class="celebration-confetti" ref={canvas} />;
}
