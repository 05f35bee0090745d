// An office's own accent can be read in every theme.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accentOf, contrast, parse } from '../../display/tv/accent.ts';
import { THEMES } from '../../shared/screen.ts';

const colours = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`);
const GROUNDS = { arena: ['#162536', '#0c1c2e'], office: ['#ffffff', '#eef3f9'], contrast: ['#000000', '#1c1c1c'] };

it('text in the accent keeps 7:1 on the rows and the ground, and text on it 4.5:1', () => {
  fc.assert(
    fc.property(colours, fc.constantFrom(...THEMES), (colour, theme) => {
      const accent = accentOf(colour, theme);
      const text = parse(accent?.text ?? '');
      const [fill, ink] = [parse(accent?.fill ?? ''), parse(accent?.ink ?? '')];
      for (const ground of GROUNDS[theme].map(parse)) {
        expect(text && ground && contrast(text, ground)).toBeGreaterThanOrEqual(7);
      }
      expect(fill && ink && contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

it('takes nothing for a colour that is none', () => {
  for (const text of ['', 'red', '#12345', 'url(//evil)', '#12345g', '#123456;']) {
    expect(accentOf(text, 'arena')).toBeNull();
  }
});
