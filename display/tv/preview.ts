// The wall as the desk's editor shows it in a frame: the editor says what to be, nothing is kept on the device, and no
// real win interrupts.
import { isPreviewMessage, type PreviewMessage, type PreviewReady } from '../../shared/preview.ts';
import type { Snapshot, Win } from '../../shared/patch.ts';

/** Listens to the editor; gives what ends that. */
export function followEditor(take: (message: PreviewMessage) => void): () => void {
  const hear = ({ data, origin }: MessageEvent<unknown>): void => {
    if (origin === window.location.origin && isPreviewMessage(data)) take(data);
  };
  window.addEventListener('message', hear);
  const ready: PreviewReady = { type: 'winboard:ready' };
  window.parent.postMessage(ready, window.location.origin);
  return () => window.removeEventListener('message', hear);
}

/** How much more than the average of the latest wins a sample of each level is (rule CE5). */
const TIMES = { 1: 1, 2: 4, 3: 12 };

/** A win that might come next, made of what the board shows. */
export function sampleWin({ standings, wins, privacy }: Snapshot, level: 1 | 2 | 3, at: number): Win | null {
  const row = standings.rows[1] ?? standings.rows[0];
  if (!row) return null;
  const sum = wins.reduce((total, win) => total + win.amountMinor, 0);
  const average = Math.round(sum / Math.max(1, wins.length));
  const amountMinor = Math.max(1, average * TIMES[level]);
  return {
    dealId: 'sample',
    seq: Number.MAX_SAFE_INTEGER,
    at,
    amountMinor: privacy.hideAmounts ? 0 : amountMinor,
    customer: privacy.hideCustomers ? '' : 'An Phát Logistics',
    product: '',
    kind: 'new',
    reps: [{ id: row.subjectId, name: row.name, photoId: row.photoId, soundId: null }],
    photoId: null,
    note: '',
    celebrate: true,
    effect: {
      rank: 1,
      previousRank: row.rank,
      attainment: row.attainment,
      previousAttainment: row.attainment === null ? null : row.attainment * 0.9,
      pace: row.pace,
      value: row.value,
      level,
      firstDeal: false,
      personalRecord: level === 2,
      officeRecord: level === 3,
      reachedQuota: level === 3,
      tookFirst: level > 1,
      teamQuota: null,
      officeQuota: false,
    },
  };
}
