// What was changed of late, by whom, and why.
import { useState } from 'preact/hooks';
import type { ChangeView } from '../../../shared/schemas/home.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { deskText } from '../texts.ts';
import { changeText } from './change-texts.ts';

const FIRST = 6;

export function LastChanges({ items }: { items: readonly ChangeView[] }) {
  const t = useText(changeText);
  const desk = useText(deskText);
  const [isWhole, setWhole] = useState(false);
  if (items.length === 0) return <p class="quiet">{t('none')}</p>;
  return (
    <>
      <ol class="changes">
        {items.slice(0, isWhole ? items.length : FIRST).map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ol>
      {items.length > FIRST && !isWhole && (
        <Button size="small" onClick={() => setWhole(true)}>
          {desk('more')}
        </Button>
      )}
    </>
  );
}

function Change({ change }: { change: ChangeView }) {
  const t = useText(changeText);
  const { short, dateTime } = useFormats();
  const { at, by, action, count, subject, rep, amountMinor, reason } = change;
  const what = [amountMinor !== null && short(amountMinor), subject, rep].filter(Boolean).join(' · ');
  return (
    <li>
      <p>
        <strong>{by ?? 'Winboard'}</strong> {t(action, { count })}
      </p>
      {what !== '' && <p>{what}</p>}
      <p class="quiet small">
        <time dateTime={new Date(at).toISOString()}>{dateTime(at)}</time>
        {reason !== null && ` · ${t('because', { reason })}`}
      </p>
    </li>
  );
}
