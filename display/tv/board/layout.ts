// How the rows fill a screen of any size: how many slots, how tall, in which form, and which rows take turns.
// Lengths are in % of the screen's height, as all of the wall is.

export type Shape = 'landscape' | 'wide' | 'portrait';

/** One line per row; the bar below the name; or (portrait) all figures below the name. */
export type Form = 'line' | 'stack' | 'tower';

export interface Layout {
  shape: Shape;
  form: Form;
  /** The team stands beside the name instead of below it. */
  dense: boolean;
  /** No room for the team at all. */
  narrow: boolean;
  /** There is height to spare. */
  tall: boolean;
  /** Rows at the top that never take turns. */
  podium: number;
  /** Rows of one page below the podium. */
  pageSize: number;
  pages: number;
  /** The distance from row to row. */
  pitch: number;
  /** The size of a name; all else in a row is in proportion. */
  unit: number;
  /** Room above the first row, where few rows stand in the middle. */
  top: number;
  /** How many letters of a name have room. */
  nameLetters: number;
  /** The width of a scene beside the rows. */
  side: number;
}

interface Room {
  /** Height for rows. */
  area: number;
  most: number;
  /** Slots where rows take turns. */
  paged: number;
  /** What stands beside the rows, with the margins. */
  beside: number;
  /** A row's greatest height. */
  tallest: number;
}

const ROOM: Record<Shape, Room> = {
  landscape: { area: 70.6, most: 12, paged: 10, beside: 11, tallest: 30 },
  wide: { area: 79.2, most: 12, paged: 11, beside: 76, tallest: 30 },
  portrait: { area: 68.6, most: 9, paged: 8, beside: 5, tallest: 19 },
};

/** What a scene beside the rows (portrait: below them) leaves of the room. */
const ROOM_BESIDE_SCENE: Record<Shape, Partial<Room>> = {
  landscape: {},
  wide: {},
  portrait: { area: 43.4, most: 5, paged: 5 },
};

/** A scene beside the rows has this part of the screen's width, at most so much, and a gap. */
const SIDE = { part: 0.29, most: 50, gap: 3.4 };
/** Rows that are narrower than this have no room for one line of figures. */
const LINE_WIDTH = 97;
/** Dense rows that are narrower leave the team out. */
const ROOMY_WIDTH = 130;

/** A tower's bar has a line of its own where a row is so many names high. */
const TALL_TOWER = 4.25;

const PODIUM = 3;
/** The line between the podium and the rows that take turns. */
export const PAGER_HEIGHT = 3.8;

export function shapeOf(width: number, height: number): Shape {
  const ratio = width / height;
  if (ratio < 1.05) return 'portrait';
  return ratio > 2.05 ? 'wide' : 'landscape';
}

/** `scale` is the size of the rows, 1 as usual: larger ones are fewer at a time. */
export function layoutRows(
  screen: { width: number; height: number },
  count: number,
  hasSide = false,
  scale = 1,
): Layout {
  const shape = shapeOf(screen.width, screen.height);
  const width = (screen.width / screen.height) * 100;
  const side = hasSide ? sideOf(shape, width) : 0;
  const rowWidth = width - ROOM[shape].beside - (side === 0 ? 0 : side + SIDE.gap);
  const isTower = shape === 'portrait' || rowWidth < LINE_WIDTH * scale;
  const room = scaled(roomOf(shape, hasSide, isTower), scale);
  const isPaged = count > room.most;
  const slots = isPaged ? room.paged : Math.max(1, count);
  const pitch = Math.min((room.area - (isPaged ? PAGER_HEIGHT : 0)) / slots, room.tallest);
  const form = isTower ? 'tower' : pitch > 16.5 ? 'stack' : 'line';
  const dense = form === 'line' && pitch < 6.9;
  const narrow = dense && rowWidth < ROOMY_WIDTH;
  const unit = FORMS[form].unit(pitch, rowWidth, scale);
  return {
    shape,
    form,
    dense,
    narrow,
    ...(isPaged ? pagesOf(count, slots) : { podium: slots, pageSize: 0, pages: 1 }),
    pitch,
    unit,
    tall: pitch > 12 && (!isTower || pitch >= unit * TALL_TOWER),
    top: isPaged ? 0 : Math.max(0, room.area - slots * pitch) / 2,
    nameLetters: Math.floor(FORMS[form].nameWidth(rowWidth / unit, dense, narrow) / LETTER),
    side,
  };
}

/** The width of a scene beside the rows; in portrait it lies below them. */
function sideOf(shape: Shape, width: number): number {
  return shape === 'portrait' ? 0 : Math.min(SIDE.most, width * SIDE.part);
}

function roomOf(shape: Shape, hasSide: boolean, isTower: boolean): Room {
  const room = { ...ROOM[shape], ...(hasSide ? ROOM_BESIDE_SCENE[shape] : {}) };
  // A tower's row holds two lines.
  return isTower && shape !== 'portrait' ? { ...room, most: 9, paged: 8 } : room;
}

function pagesOf(count: number, slots: number): Pick<Layout, 'podium' | 'pageSize' | 'pages'> {
  const pageSize = slots - PODIUM;
  return { podium: PODIUM, pageSize, pages: Math.ceil((count - PODIUM) / pageSize) };
}

/** Two rows of a page below the podium, at the least. */
function scaled(room: Room, scale: number): Room {
  const slots = (count: number): number => Math.max(PODIUM + 2, Math.floor(count / scale));
  return { ...room, most: slots(room.most), paged: slots(room.paged) };
}

/** A letter's mean width, in names. */
const LETTER = 0.54;

/**
 * The size of a name in each form, and how much of a row (both in names) is a name's: the columns of the style sheet,
 * counted. The least sizes keep the smallest text of the form above 2.2 % of the screen's height.
 */
const FORMS: Record<
  Form,
  {
    unit: (pitch: number, rowWidth: number, scale: number) => number;
    nameWidth: (rowWidth: number, dense: boolean, narrow: boolean) => number;
  }
> = {
  line: {
    unit: (pitch, rowWidth, scale) => Math.max(3.08, Math.min(pitch * 0.437, 3.9 * scale, rowWidth / 40)),
    nameWidth: (rowWidth, dense, narrow) =>
      narrow ? (rowWidth - 18.2) * 0.6 : (rowWidth - 20.1) * (dense ? 0.385 : 0.574),
  },
  stack: {
    unit: (pitch, rowWidth, scale) => Math.max(3.6, Math.min(pitch * 0.235, 6 * scale, rowWidth / 26)),
    nameWidth: (rowWidth) => rowWidth - 12.6,
  },
  tower: {
    unit: (pitch, rowWidth) => Math.max(2.76, Math.min(pitch * 0.335, rowWidth / 18.2)),
    nameWidth: (rowWidth) => rowWidth - 6.9,
  },
};

/** Where a row stands: its slot, and whether it is seen while that page is on. */
export function slotOf(place: number, page: number, layout: Layout): { slot: number; seen: boolean } {
  if (place < layout.podium || layout.pageSize === 0) return { slot: place, seen: true };
  const below = place - layout.podium;
  return {
    slot: layout.podium + (below % layout.pageSize),
    seen: Math.floor(below / layout.pageSize) === page,
  };
}

/** The page that shows a place; null where every page does. */
export function pageOf(place: number, layout: Layout): number | null {
  return place < layout.podium || layout.pageSize === 0 ? null : Math.floor((place - layout.podium) / layout.pageSize);
}
