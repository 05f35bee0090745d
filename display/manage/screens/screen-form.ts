// A TV's settings as its form has them.
import type { ScreenPatch } from '../../../shared/schemas/screens.ts';

export type ScreenForm = Required<ScreenPatch>;
