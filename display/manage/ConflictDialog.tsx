// Somebody else was faster: what each thing is now, and whose is to stay (rules QT10, OS6).
import { Button } from '../kit/ui/Button.tsx';
import { Dialog } from '../kit/ui/Dialog.tsx';
import { useFormats } from '../kit/ui/formats.ts';
import { useText } from '../kit/ui/locale.ts';
import { conflictText } from './conflict-texts.ts';

export interface ShownConflict {
  key: string;
  /** What it is called. */
  name: string;
  by: string | null;
  at: number | null;
  /** What it is now, and what one has entered. */
  current: string;
  mine: string;
}

interface ConflictDialogProps {
  lead: string;
  conflicts: readonly ShownConflict[];
  onDecide: (keys: readonly string[], isMine: boolean) => void;
  onClose: () => void;
}

export function ConflictDialog({ lead, conflicts, onDecide, onClose }: ConflictDialogProps) {
  const t = useText(conflictText);
  const { dateTime } = useFormats();
  const all = conflicts.map(({ key }) => key);
  return (
    <Dialog title={t('title')} isWide onClose={onClose}>
      <p class="quiet">{lead}</p>
      <ul class="conflicts">
        {conflicts.map(({ key, name, by, at, current, mine }) => (
          <li key={key}>
            <div>
              <strong>{name}</strong>
              <p class="small quiet">{by !== null && at !== null && t('by', { name: by, time: dateTime(at) })}</p>
            </div>
            <dl>
              <div>
                <dt>{t('now')}</dt>
                <dd class="figure">{current}</dd>
              </div>
              <div>
                <dt>{t('mine')}</dt>
                <dd class="figure">{mine}</dd>
              </div>
            </dl>
            <div class="conflict-tools">
              <Button size="small" label={`${t('keepTheirs')}: ${name}`} onClick={() => onDecide([key], false)}>
                {t('keepTheirs')}
              </Button>
              <Button size="small" label={`${t('takeMine')}: ${name}`} onClick={() => onDecide([key], true)}>
                {t('takeMine')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div class="dialog-actions">
        <Button onClick={() => onDecide(all, false)}>{t('keepAll')}</Button>
        <Button look="main" onClick={() => onDecide(all, true)}>
          {t('takeAll')}
        </Button>
      </div>
    </Dialog>
  );
}
