// Which parts of a long sheet are far from what is seen: a sheet of a thousand reps is drawn a few dozen rows at a time.
import { useEffect, useState } from 'preact/hooks';

/** Rows that are drawn, or left out, together. */
export const BLOCK_ROWS = 20;
/** About as high as a row: what was never drawn has not been measured. */
const ROW_HEIGHT = 53;
/** As far from what is seen a part is drawn already. */
const MARGIN = '600px 0px';

/** Blocks that need not be drawn, with the height that they take up instead, in pixels. */
export function useFar(table: { current: HTMLTableElement | null }, rows: number): ReadonlyMap<number, number> {
  const blocks = Math.ceil(rows / BLOCK_ROWS);
  const [far, setFar] = useState<ReadonlyMap<number, number>>(() => allButFirst(rows));
  useEffect(() => {
    const { current: seen } = table;
    if (!seen || blocks < 2) return undefined;
    const observer = new IntersectionObserver(
      (entries) =>
        setFar((before) => {
          const next = new Map(before);
          for (const { target, isIntersecting, boundingClientRect } of entries) {
            const block = [...seen.tBodies].findIndex((body) => body === target);
            if (isIntersecting) next.delete(block);
            else next.set(block, boundingClientRect.height);
          }
          return next;
        }),
      { root: seen.parentElement, rootMargin: MARGIN },
    );
    for (const body of seen.tBodies) observer.observe(body);
    return () => observer.disconnect();
  }, [table, blocks]);
  return far;
}

function allButFirst(rows: number): Map<number, number> {
  const far = new Map<number, number>();
  for (let block = 1; block * BLOCK_ROWS < rows; block += 1) {
    far.set(block, Math.min(BLOCK_ROWS, rows - block * BLOCK_ROWS) * ROW_HEIGHT);
  }
  return far;
}
