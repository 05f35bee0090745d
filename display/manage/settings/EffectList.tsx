// What saving would do, said beside what was changed. Rules PD10, OS5.
import type { ComponentChildren } from 'preact';
import { toChildArray } from 'preact';
import { useText } from '../../kit/ui/locale.ts';
import { calendarText } from './calendar-texts.ts';

/** Nothing where there is nothing to say. */
export function EffectList({ children }: { children: ComponentChildren }) {
  const t = useText(calendarText);
  const said = toChildArray(children);
  if (said.length === 0) return null;
  return (
    <div class="note note-gold effect-note" role="status">
      <strong>{t('effects')}</strong>
      <ul class="effects">{said}</ul>
    </div>
  );
}
