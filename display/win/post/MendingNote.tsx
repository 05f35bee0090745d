// What the server said of the win that is being mended.
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import type { Entry } from '../outbox/entry.ts';
import { RefusalText } from './RefusalText.tsx';
import { winText } from '../texts.ts';

export function MendingNote({ entry, onStop }: { entry: Entry; onStop: () => void }) {
  const t = useText(winText);
  return (
    <div class="note note-bad mending">
      <div>
        <strong>{t('mending')}</strong>
        {entry.refusal && <RefusalText problem={entry.refusal} />}
      </div>
      <Button size="small" onClick={onStop}>
        {t('stopMending')}
      </Button>
    </div>
  );
}
