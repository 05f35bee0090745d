// Confetti on one canvas, few enough for a TV's processor; a chunk of its own.
import confetti from 'canvas-confetti';
import type { Level } from './queue.ts';

const COLORS = ['#0b1b2b', '#ffffff', '#1f5fae', '#22b8a0', '#e5583c'];
/** When each handful is thrown; a bigger win goes on for longer. */
const BURSTS_MS: Record<Level, readonly number[]> = {
  1: [150, 700, 1400, 2300],
  2: [150, 600, 1100, 1700, 2400, 3200, 4100],
  3: [150, 500, 900, 1300, 1800, 2400, 3000, 3700, 4500, 5400],
};
const PIECES: Record<Level, number> = { 1: 32, 2: 40, 3: 48 };

/** Throws a few handfuls; gives what ends them. */
export function throwConfetti(canvas: HTMLCanvasElement, level: Level): () => void {
  const fire = confetti.create(canvas, { resize: true, useWorker: false });
  const timers = BURSTS_MS[level].map((ms) => setTimeout(() => handful(fire, PIECES[level]), ms));
  return () => {
    timers.forEach(clearTimeout);
    fire.reset();
  };
}

function handful(fire: confetti.CreateTypes, particleCount: number): void {
  const size = Math.min(window.innerHeight, window.innerWidth) / 540;
  for (const side of [0, 1]) {
    void fire({
      particleCount,
      angle: side === 0 ? 60 : 120,
      spread: 70,
      startVelocity: 34 * size,
      gravity: 0.9 * size,
      scalar: 1.3 * size,
      ticks: 260,
      origin: { x: side, y: 0.72 },
      colors: COLORS,
      shapes: ['square'],
    });
  }
}
