// How the pace of the running period moves, in words.
import type { OfficePreview } from '../../../shared/schemas/calendar.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { calendarText } from './calendar-texts.ts';

const WHOLE_BP = 10_000;

/** Null where it stays, as people read it. */
export function usePaceMove({ paceBp }: Pick<OfficePreview, 'paceBp'>): string | null {
  const t = useText(calendarText);
  const { percent } = useFormats();
  const words = (bp: number | null) => (bp === null ? '–' : percent(bp / WHOLE_BP));
  const [before, after] = [words(paceBp.before), words(paceBp.after)];
  return before === after ? null : t('effectPace', { before, after });
}
