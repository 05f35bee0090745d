// A win's celebration: the wall turns gold, tells who and how much and what it changed, and is gone.
import './style/celebration.css';
import './style/rays.css';
import './style/effects.css';
import './style/many.css';
import './style/portrait.css';
import { useEffect, useRef } from 'preact/hooks';
import type { Cheer } from '../../../shared/reactions.ts';
import { Cheering } from '../cheers/Cheering.tsx';
import { prefersCalm } from '../motion.ts';
import { ManyWins } from './ManyWins.tsx';
import { OneWin } from './OneWin.tsx';
import { lastsMs, levelOf, type Fanfare, type Level } from './queue.ts';

export function Celebration({ fanfare, cheer }: { fanfare: Fanfare; cheer: Cheer | null }) {
  const level = levelOf(fanfare);
  return (
    <section
      class={`celebration celebration--${level}`}
      role="status"
      style={{ '--lasts': `${lastsMs(fanfare)}ms` }}
      data-level={level}
    >
      <div class="celebration-ground" />
      {level > 1 && <Rays />}
      <Confetti level={level} />
      {fanfare.type === 'win' ? <OneWin win={fanfare.win} /> : <ManyWins wins={fanfare.wins} />}
      <Cheering cheer={cheer} fanfare={fanfare} />
    </section>
  );
}

const RAYS = 12;

/** Beams that turn behind the face of a big win. */
function Rays() {
  return (
    <svg class="rays" viewBox="-100 -100 200 200" aria-hidden="true">
      {Array.from({ length: RAYS }, (_, index) => (
        <path key={index} d="M0 0 300 -30 300 30Z" transform={`rotate(${(index * 360) / RAYS})`} />
      ))}
    </svg>
  );
}

/** Paper from both sides, loaded when first needed; none where less motion is asked for. */
function Confetti({ level }: { level: Level }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (prefersCalm()) return;
    let stop: (() => void) | null = null;
    let isOver = false;
    const begin = async (): Promise<void> => {
      const { throwConfetti } = await import('./confetti.ts');
      if (!isOver && canvas.current) stop = throwConfetti(canvas.current, level);
    };
    // The celebration is whole without it, also where the file cannot be had any more.
    begin().catch(() => undefined);
    return () => {
      isOver = true;
      stop?.();
    };
  }, [level]);
  return <canvas class="celebration-confetti" ref={canvas} />;
}
