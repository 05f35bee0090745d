// What the wall says of congratulations.
import { translator, type Translate } from '../../kit/i18n.ts';
import { useWall } from '../wall-context.ts';

const en = {
  cheers: '{who} congratulates {rep}',
  said: '{who} to {rep}: “{text}”',
  counted: 'Congratulations, {rep}',
};

const vi: Record<keyof typeof en, string> = {
  cheers: '{who} chúc mừng {rep}',
  said: '{who} gửi {rep}: “{text}”',
  counted: 'Chúc mừng {rep}',
};

type CheerWord = keyof typeof en;

const words = translator<CheerWord>({ vi, en });

export function useCheerWords(): Translate<CheerWord> {
  return words(useWall().locale);
}
