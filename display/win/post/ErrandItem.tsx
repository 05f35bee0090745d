// An activity, a plan or a change of one that has not reached the server: why, and the way out where it never will.
import { useState } from 'preact/hooks';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import type { ErrandEntry } from '../outbox/entry.ts';
import { winText } from '../texts.ts';
import { RefusalText } from './RefusalText.tsx';

interface ErrandItemProps {
  entry: ErrandEntry;
  onDiscard: () => Promise<void>;
}

export function ErrandItem({ entry, onDiscard }: ErrandItemProps) {
  const t = useText(winText);
  const { dateTime } = useFormats();
  const [isAsking, setAsking] = useState(false);
  const { errand, refusal, createdAt } = entry;
  const customer = 'body' in errand ? errand.body.customer : undefined;
  return (
    <li class={`entry${refusal ? ' entry-bad' : ''}`}>
      <p class="entry-head">
        <b>{[t(`errand_${errand.type}`), customer].filter(Boolean).join(' · ')}</b>
        <span class="quiet small">{dateTime(createdAt)}</span>
      </p>
      {refusal ? <RefusalText problem={refusal} /> : <p class="quiet small">{t('waiting')}</p>}
      <div class="entry-actions">
        {refusal &&
          (isAsking ? (
            <>
              <Button size="small" onClick={() => setAsking(false)}>
                {t('errandKeep')}
              </Button>
              <Button size="small" look="danger" onClick={() => void onDiscard()}>
                {t('discardDo')}
              </Button>
            </>
          ) : (
            <Button size="small" onClick={() => setAsking(true)}>
              {t('errandDiscard')}
            </Button>
          ))}
      </div>
    </li>
  );
}
