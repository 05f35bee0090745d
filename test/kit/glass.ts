// What is to be seen on a wall's glass, asked in the page itself. Every function here is sent to a browser as its text:
// it uses nothing from around it.

/** Ranks and names as the eye meets them, from the top. */
export function rowsSeen(): string[] {
  return [...document.querySelectorAll('.row')]
    .map((row) => ({
      top: row.getBoundingClientRect().top,
      text: ['.rank', '.name'].map((part) => row.querySelector(part)?.textContent ?? '').join(' '),
    }))
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text);
}

/** Texts that could not be read across an office. */
export function smallTextsSeen(): string[] {
  const small: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.nodeValue?.trim() ?? '';
    const { parentElement: parent } = texts.currentNode;
    if (text === '' || !parent?.offsetParent) continue;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    if (size < window.innerHeight * 0.022 - 0.01) small.push(`small: ${text} ${size}`);
  }
  return small;
}

/** Parts of a scene that leave the stage. */
export function partsOutsideStage(): string[] {
  const stage = document.querySelector('.stage')?.getBoundingClientRect();
  return [...document.querySelectorAll('.stage, .stage *')]
    .filter((part) => (part.textContent ?? '').trim() !== '' && !(part instanceof SVGElement))
    .map((part) => ({ name: part.className, box: part.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && stage !== undefined)
    .filter(({ box }) => box.bottom > (stage?.bottom ?? 0) + 1 || box.right > (stage?.right ?? 0) + 1)
    .map(({ name }) => `outside: ${name}`);
}

/** The wall's main parts and its rows: those that are not there, leave the glass or lie over each other. */
export function misplacedParts(): string[] {
  const parts = [...document.querySelectorAll('.head, .rows, .stage, .foot, .row:not(.row--away) .panel')].map(
    (part) => ({
      name: part.className.trim(),
      holds: (other: Element) => part.contains(other),
      part,
      box: part.getBoundingClientRect(),
    }),
  );
  const misplaced = parts
    .filter(({ box }) => box.width < 1 || box.height < 1)
    .map(({ name }) => `without size: ${name}`);
  for (const { name, box, holds, part } of parts) {
    const { innerWidth, innerHeight } = window;
    if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      misplaced.push(`off the glass: ${name}`);
    for (const other of parts) {
      if (other.part === part || holds(other.part) || other.holds(part)) continue;
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (wide > 1 && high > 1) misplaced.push(`${name} lies over ${other.name}`);
    }
  }
  return misplaced;
}

/** Texts that run into each other, as far as both are to be seen. */
export function mixedTexts(): string[] {
  interface Line {
    of: Node;
    text: string;
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
  const lines: Line[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const text = node.nodeValue?.trim() ?? '';
    if (text === '' || !node.parentElement?.offsetParent || node.parentElement.closest('.row--away')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      // The letters themselves: a line's box has room for marks above and below that lines share.
      const air = box.height * 0.28;
      const line = { of: node, text, left: box.left, top: box.top + air, right: box.right, bottom: box.bottom - air };
      for (let around: Element | null = node.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== 'hidden') continue;
        const edge = around.getBoundingClientRect();
        line.left = Math.max(line.left, edge.left);
        line.right = Math.min(line.right, edge.right);
        line.top = Math.max(line.top, edge.top);
        line.bottom = Math.min(line.bottom, edge.bottom);
      }
      if (line.right - line.left > 1 && line.bottom - line.top > 1) lines.push(line);
    }
  }
  // The pieces of one text, as where it is cut off, are laid out by the browser alone.
  const isMixed = (a: Line, b: Line): boolean =>
    a.of !== b.of &&
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  return lines.flatMap((a, index) =>
    lines.slice(index + 1).flatMap((b) => (isMixed(a, b) ? [`mixed: ${a.text} | ${b.text}`] : [])),
  );
}
