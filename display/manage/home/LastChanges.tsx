// What was changed of late, by whom, and why.
import type { ChangeView } from '../../../shared/schemas/home.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { changeText } from './change-texts.ts';

export function LastChanges({ items }: { items: readonly ChangeView[] }) {
  const t = useText(changeText);
  const { dateTime } = useFormats();
  if (items.length === 0) return <p class="quiet">{t('none')}</p>;
  return (
    <ol class="changes">
      {items.map((change) => (
        <li key={change.id}>
          <span>
            <strong>{change.by ?? 'Winboard'}</strong> {t(change.action, { count: change.count })}
            <Subject change={change} />
          </span>
          <time class="quiet small" dateTime={new Date(change.at).toISOString()}>
            {dateTime(change.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}

function Subject({ change: { subject, rep, amountMinor, reason } }: { change: ChangeView }) {
  const t = useText(changeText);
  const { short } = useFormats();
  const parts = [amountMinor !== null && short(amountMinor), subject, rep].filter(Boolean);
  return (
    <>
      {parts.length > 0 && <span class="change-subject">{parts.join(' · ')}</span>}
      {reason !== null && <span class="quiet small">{t('because', { reason })}</span>}
    </>
  );
}
