// What scenes say. Apart from the wall's own words, so that they come with the scenes.
import { translator, type Translate } from '../../kit/i18n.ts';
import { useWall } from '../wall-context.ts';

const en = {
  podium: 'The podium',
  podiumNone: 'Three steps are free.',
};

const vi: Record<keyof typeof en, string> = {
  podium: 'Bục vinh danh',
  podiumNone: 'Ba bậc vinh danh đang chờ.',
};

export type SceneWord = keyof typeof en;

const sceneWords = translator<SceneWord>({ vi, en });

export function useSceneWords(): Translate<SceneWord> {
  return sceneWords(useWall().locale);
}
