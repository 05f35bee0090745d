// Rows that glide to their new places: measured before and after, moved by `transform` alone.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const GLIDE: KeyframeAnimationOptions = { duration: 700, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' };

/** Lets the list's children, each named by `data-subject`, glide whenever `order` is another. */
export function useGlide(list: RefObject<HTMLElement | null>, order: unknown): void {
  const before = useRef<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const rows = [...(list.current?.children ?? [])].filter((row) => row instanceof HTMLElement);
    // A list that is out of sight has no places.
    const isSeen = list.current?.offsetParent !== null;
    const places = new Map(isSeen ? rows.map((row) => [row.dataset['subject'] ?? '', placeOf(row)]) : []);
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const row of isCalm ? [] : rows) {
      const id = row.dataset['subject'] ?? '';
      const by = (before.current.get(id) ?? Number.NaN) - (places.get(id) ?? Number.NaN);
      // Whoever rises passes over the others.
      if (by) row.animate({ transform: [`translateY(${by}px)`, 'none'], zIndex: by > 0 ? [2, 2] : [1, 1] }, GLIDE);
    }
    before.current = places;
  }, [list, order]);
}

/** Where a row lies in the list. One that sticks to an edge is elsewhere: it lies below the one before it. */
function placeOf(row: HTMLElement): number {
  const above = row.previousElementSibling;
  return above instanceof HTMLElement ? above.offsetTop + above.offsetHeight : 0;
}
