// The wall's look and sound as the form has them, and the patch that its changes make.
import { formatMinor } from '../../../shared/money.ts';
import type { WallPatch, WallView } from '../../../shared/schemas/wall.ts';
import { readAmount, showAmount } from '../../kit/amount-text.ts';
import { changesOf } from '../changes.ts';

/** The steps of celebrations by their API names (rule CE5). */
export const LEVELS = ['celebrateFrom', 'bigFrom', 'hugeFrom'] as const;
export type Level = (typeof LEVELS)[number];

export type LookForm = Omit<WallView, 'celebrateFromMinor' | 'bigFromMinor' | 'hugeFromMinor'> & Record<Level, string>;

export function lookForm(wall: WallView, exponent: number, locale: string): LookForm {
  const { celebrateFromMinor, bigFromMinor, hugeFromMinor, ...look } = wall;
  const text = (minor: number | null): string =>
    minor === null ? '' : showAmount(formatMinor(minor, exponent), locale);
  return {
    ...look,
    celebrateFrom: text(celebrateFromMinor),
    bigFrom: text(bigFromMinor),
    hugeFrom: text(hugeFromMinor),
  };
}

/** Steps that cannot be read as an amount. */
export function unreadable(form: LookForm, exponent: number, locale: string): Level[] {
  return LEVELS.filter((level) => form[level].trim() !== '' && readAmount(form[level], locale, exponent) === null);
}

/** Only what differs from the wall as it was loaded: another manager may be at work on the rest. */
export function lookPatch(form: LookForm, wall: WallView, exponent: number, locale: string): WallPatch {
  const before = patchOf(lookForm(wall, exponent, locale), exponent, locale);
  const after = patchOf(form, exponent, locale);
  return changesOf(before, after);
}

function patchOf(form: LookForm, exponent: number, locale: string): WallPatch {
  const amount = (level: Level): string | null =>
    form[level].trim() === '' ? null : readAmount(form[level], locale, exponent);
  return {
    ...form,
    celebrateFrom: amount('celebrateFrom'),
    bigFrom: amount('bigFrom'),
    hugeFrom: amount('hugeFrom'),
  };
}
