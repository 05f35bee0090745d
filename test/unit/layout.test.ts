// How rows fill screens of any size.
import { describe, expect, it } from 'vitest';
import { layoutRows, pageOf, PAGER_HEIGHT, shapeOf, slotOf } from '../../display/tv/board/layout.ts';

const SCREENS = [
  [960, 540],
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1024, 768],
  [2560, 1080],
  [3440, 1440],
  [1080, 1920],
  [1200, 1920],
] as const;

const AREA = { landscape: 70.6, wide: 79.2, portrait: 68.6 };
/** The smallest text of a form, in names. */
const SMALLEST = { line: 0.72, stack: 0.62, tower: 0.8 };

describe.each(SCREENS)('beside a scene on %d × %d', (width, height) => {
  it.each([1, 3, 5, 9, 10, 12, 13, 80])('%d rows stay inside, readable, and leave the scene its room', (count) => {
    const layout = layoutRows({ width, height }, count, true);
    const pager = layout.pages > 1 ? PAGER_HEIGHT : 0;
    const area = layout.shape === 'portrait' ? 43.4 : AREA[layout.shape];
    expect((layout.podium + layout.pageSize) * layout.pitch + pager).toBeLessThanOrEqual(area + 1e-9);
    expect(layout.unit * SMALLEST[layout.form]).toBeGreaterThanOrEqual(layout.narrow ? 2 : 2.2);
    expect(layout.nameLetters).toBeGreaterThan(11);
    expect(layout.side > 30 && layout.side <= 50).toBe(layout.shape !== 'portrait');
  });
});

describe.each(SCREENS)('on %d × %d', (width, height) => {
  const counts = [1, 2, 3, 4, 5, 8, 9, 10, 12, 13, 30, 80, 100];

  it.each(counts)('%d rows stay inside, and no text is too small', (count) => {
    const layout = layoutRows({ width, height }, count);
    const slots = layout.podium + layout.pageSize;
    const pager = layout.pages > 1 ? PAGER_HEIGHT : 0;
    expect(slots * layout.pitch + pager + layout.top * 2).toBeLessThanOrEqual(AREA[layout.shape] + 1e-9);
    expect(layout.unit * SMALLEST[layout.form]).toBeGreaterThanOrEqual(2.2);
    expect(layout.nameLetters).toBeGreaterThan(11);
  });

  it.each(counts)('each of %d rows is seen on exactly one page, the podium on all', (count) => {
    const layout = layoutRows({ width, height }, count);
    for (let place = 0; place < count; place += 1) {
      const pages = Array.from({ length: layout.pages }, (_, page) => page).filter(
        (page) => slotOf(place, page, layout).seen,
      );
      const own = pageOf(place, layout);
      expect(pages).toEqual(own === null ? Array.from({ length: layout.pages }, (_, page) => page) : [own]);
    }
  });

  it('no two rows of a page share a slot', () => {
    const layout = layoutRows({ width, height }, 80);
    for (let page = 0; page < layout.pages; page += 1) {
      const slots = Array.from({ length: 80 }, (_, place) => slotOf(place, page, layout)).filter(({ seen }) => seen);
      expect(new Set(slots.map(({ slot }) => slot)).size).toBe(slots.length);
    }
  });
});

it('tells shapes apart by their proportions, not by their size', () => {
  expect(shapeOf(960, 540)).toBe(shapeOf(3840, 2160));
  expect(shapeOf(2560, 1080)).toBe('wide');
  expect(shapeOf(1080, 1920)).toBe('portrait');
  expect(shapeOf(1024, 768)).toBe('landscape');
});

it('shows up to twelve rows at once on a television', () => {
  expect(layoutRows({ width: 1920, height: 1080 }, 12).pages).toBe(1);
  expect(layoutRows({ width: 1920, height: 1080 }, 13).pages).toBe(2);
});
