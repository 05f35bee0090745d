// What the server did not take of a block, by whose cell it is.
import { faultText } from '../../../kit/ui/problem-texts.ts';
import { useLocale, useText } from '../../../kit/ui/locale.ts';
import { quotaText } from '../texts.ts';
import type { Faulty } from './conflicts.ts';
import type { SheetModel } from './model.ts';

/** More of them say nothing more. */
const MOST = 5;

export function Faults({ model, faults }: { model: SheetModel; faults: readonly Faulty[] }) {
  const t = useText(quotaText);
  const locale = useLocale();
  const left = faults.length - MOST;
  return (
    <div class="note note-bad" role="alert">
      <p>{t('refused')}</p>
      <ul>
        {faults.slice(0, MOST).map(({ key, fault }) => (
          <li key={`${key} ${fault.field}`}>
            <strong>{model.nameOf(key, t)}</strong>: {faultText(locale, fault)}
          </li>
        ))}
        {left > 0 && <li>{t('moreEffects', { count: left })}</li>}
      </ul>
    </div>
  );
}
