// The schema, one step per version. A step that has shipped is never changed: write the next one.
import { STEP_1 } from './steps/1-books.ts';
import { STEP_2 } from './steps/2-walls.ts';
import { STEP_3 } from './steps/3-screens-seen.ts';
import { STEP_4 } from './steps/4-accounts.ts';
import { STEP_5 } from './steps/5-photos.ts';
import { STEP_6 } from './steps/6-reactions.ts';
import { STEP_7 } from './steps/7-activities.ts';
import { STEP_8 } from './steps/8-calendar.ts';
import { STEP_9 } from './steps/9-quota-rules.ts';
import { STEP_10 } from './steps/10-forecasts.ts';
import { STEP_11 } from './steps/11-late.ts';
import { STEP_12 } from './steps/12-corrections.ts';
import { STEP_13 } from './steps/13-money.ts';
import { STEP_14 } from './steps/14-rep-rules.ts';

export const STEPS: readonly string[] = [
  STEP_1,
  STEP_2,
  STEP_3,
  STEP_4,
  STEP_5,
  STEP_6,
  STEP_7,
  STEP_8,
  STEP_9,
  STEP_10,
  STEP_11,
  STEP_12,
  STEP_13,
  STEP_14,
];
