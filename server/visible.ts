// What can be seen of a text: a name that nobody sees is a blank line on the wall, and marks piled up shred the lines
// above it. Rule NM1.

/** One emoji, with what joins its parts. */
const EMOJI = String.raw`\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?`;
const JOINED = String.raw`${EMOJI}(?:\u200D${EMOJI})*|[0-9#*]\uFE0F\u20E3`;
/** Also Braille's blank, which is an empty cell by Unicode's count, and a sign. */
const HIDDEN = String.raw`[\p{Default_Ignorable_Code_Point}\u2800]`;
const EMOJI_OR_HIDDEN = new RegExp(`(${JOINED})|${HIDDEN}`, 'gu');

/** Vietnamese takes two marks on a letter, and Thai three. */
const PILED_MARKS = /\p{M}{4}/u;
const READABLE = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Emoji_Presentation}]/u;

/** A text without what cannot be seen and without the spaces around it, its letters composed. */
export function visibleText(text: string): string {
  return text.replace(EMOJI_OR_HIDDEN, '$1').normalize('NFC').trim();
}

/** A text on one line: every run of spaces and line breaks is one space. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ');
}

/** Whether more than three marks stand on one letter of a visible text. */
export function hasPiledMarks(text: string): boolean {
  return PILED_MARKS.test(text);
}

/** Whether a visible text has a letter, a digit or an emoji. */
export function isReadable(text: string): boolean {
  return READABLE.test(text);
}

/** In the words of a field's fault. */
export const PILED_MARKS_MESSAGE = 'must not have more than three marks on one letter';
