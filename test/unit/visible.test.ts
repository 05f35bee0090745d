// What can be seen of a name or a text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasPiledMarks, isReadable, visibleLine, visibleText } from '../../server/visible.ts';

const HIDDEN = ['\u200B', '\u2060', '\u3164', '\u00AD', '\u{E0001}', '\uFEFF', '\u200D', '\uFE0F', '\u034F', '\u2800'];
const PIECES = ['Hà', 'Nguyễn', 'ệ', 'đ', 'a\u0323\u0302', '\u0301', '7', '👩‍💻', '🇻🇳', '!', ' ', '\n', ...HIDDEN];

/** Texts of anything, and texts in which what matters here is frequent. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
);

describe('what can be seen', () => {
  test.each(HIDDEN)('NM1 nothing is left of %j alone, and it is dropped from a name', (hidden) => {
    expect(visibleLine(hidden)).toBe('');
    expect(visibleLine(`Chị${hidden} ${hidden}Hà${hidden}`)).toBe('Chị Hà');
  });

  test.each(['👩‍💻 Linh', '❤️ Mai', '🏳️‍🌈', '👍🏽', '🇻🇳 Việt', '1️⃣ Một', '🏃🏽‍♀️ Vy', '👨‍👩‍👧‍👦'])(
    'NM1 %s keeps what joins its emoji',
    (name) => {
      expect([visibleLine(name), isReadable(name)]).toEqual([name, true]);
    },
  );

  test('NM1 a name needs a letter, a digit or an emoji', () => {
    expect(['Ý', '7', '🎉', '王', 'ก'].filter((name) => !isReadable(name))).toEqual([]);
    expect(['...', '\u0301', '–', '\uE000'].filter(isReadable)).toEqual([]);
  });

  test('NM1 marks that are piled up are none of any language, those of Vietnamese, Thai and Hindi are', () => {
    const names = ['Nguyễn Thị Diệu Ấn', 'ที่นี่ น้ำ', 'क्षत्रिय', 'Ǘ', 'Ộ'];
    for (const name of names) {
      for (const form of ['NFC', 'NFD'] as const)
        expect(hasPiledMarks(visibleLine(name.normalize(form))), name).toBe(false);
    }
    expect(hasPiledMarks(visibleLine('Z\u0335\u0321\u0322\u0327\u0328a'))).toBe(true);
    // What is hidden between the marks does not part them.
    expect(hasPiledMarks(visibleLine('x\u0335\u0321\u200B\u0322\u0327'))).toBe(true);
  });

  test('NM1 what is readable has something that is no blank; cleaning twice is cleaning once', () => {
    const seen = /[^\p{Default_Ignorable_Code_Point}\p{M}\p{Z}\p{C}\u2800]|\p{Extended_Pictographic}/u;
    fc.assert(
      fc.property(texts, (text) => {
        const line = visibleLine(text);
        expect(isReadable(line) && !seen.test(line)).toBe(false);
        expect([visibleLine(line), visibleText(visibleText(text))]).toEqual([line, visibleText(text)]);
        expect(line).not.toMatch(/[\n\r\t]|\s\s/);
      }),
    );
  });

  test('NM1 a name is the same however its letters were composed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const forms = ['NFC', 'NFD'].map((form) => visibleLine(text.normalize(form)));
        expect(forms).toEqual([visibleLine(text), visibleLine(text)]);
      }),
    );
  });
});
