// Confetti on one canvas, few enough for a TV's processor; a chunk of its own.
import confetti from 'canvas-confetti';

const COLORS = ['#0b1b2b', '#ffffff', '#1f5fae', '#22b8a0', '#e5583c'];
const BURSTS_MS = [150, 700, 1400, 2300];

/** Throws a few handfuls; gives what ends them. */
export function throwConfetti(canvas: HTMLCanvasElement): () => void {
  const fire = confetti.create(canvas, { resize: true, useWorker: false });
  const timers = BURSTS_MS.map((ms) => setTimeout(() => handful(fire), ms));
  return () => {
    timers.forEach(clearTimeout);
    fire.reset();
  };
}

function handful(fire: confetti.CreateTypes): void {
  const size = window.innerHeight / 540;
  for (const side of [0, 1]) {
    void fire({
      particleCount: 32,
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
