// Names as colleagues say them: short on a board, two letters on a face, initials alone on a lobby's screen.

const VIETNAMESE_LETTER = /[ăđơưẠ-ỹ]/i;
const VIETNAMESE_SURNAME =
  /^(nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ngo|duong|ly|dinh|dao|doan|trinh|truong|luong)$/;

/** Unicode's punctuation as far as names have it, written out: TVs know `\p{P}` from some time in Chromium 64 on. */
const MARK = String.raw`[!-#%-*,-/:;?@[-\]_{}¡§«¶·»¿\u2010-\u2027\u2030-\u2043\u2045-\u2051\u2053-\u205e\u3001-\u3003\u3008-\u3011]`;
const ONLY_MARKS = new RegExp(`^${MARK}*$`);
const LEADING_MARKS = new RegExp(`^${MARK}+`);

/** A name's words; a dot or a dash between two of them is none. */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => !ONLY_MARKS.test(word));
}

/** A Vietnamese name is called by its end, others by their beginning. */
function isVietnamese(words: readonly string[]): boolean {
  const surname = (words[0] ?? '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return VIETNAMESE_LETTER.test(words.join(' ')) || VIETNAMESE_SURNAME.test(surname);
}

/** Two letters for a face: "Võ Ngọc Khánh Linh" is KL, "Emily Carter" is EC. */
export function initialsOf(name: string): string {
  const words = wordsOf(name).map((word) => word.replace(LEADING_MARKS, ''));
  const pair = isVietnamese(words) ? words.slice(-2) : words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return pair
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}

/** A sentence or a notice has no more room for a name. */
const SHORT_LETTERS = 40;

/** What colleagues say: "Võ Ngọc Khánh Linh" is Khánh Linh, "Mary Jane Watson" is Mary Watson. */
export function shortNameOf(name: string): string {
  const words = wordsOf(name);
  const said = words.length <= 2 ? words : isVietnamese(words) ? words.slice(-2) : [words[0], words[words.length - 1]];
  return cutName(said.join(' '));
}

/** A name as far as a sentence has room for it. */
export function cutName(name: string): string {
  const letters = Array.from(name);
  return letters.length <= SHORT_LETTERS ? name : `${letters.slice(0, SHORT_LETTERS - 1).join('')}…`;
}

/**
 * A name in so many letters: the middle gives way first, then the beginning, since colleagues are known by the rest.
 * Where even that is too long, the page cuts it.
 */
export function fitName(name: string, letters: number): string {
  const words = wordsOf(name);
  const tail = isVietnamese(words) ? 2 : 1;
  if (words.length <= tail) return words.join(' ');
  const end = words.slice(-tail).join(' ');
  const first = words[0] ?? '';
  const middle = words.slice(1, -tail).map(initial);
  const shorter = [
    words.join(' '),
    ...(middle.length <= 2 ? [[first, ...middle, end].join(' ')] : []),
    `${first} ${end}`,
    `${initial(first)} ${end}`,
  ];
  return shorter.find((one) => one.length <= letters) ?? end;
}

function initial(word: string): string {
  return `${Array.from(word)[0] ?? ''}.`;
}
