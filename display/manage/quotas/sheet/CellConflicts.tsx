// Somebody else was faster: what each cell holds now, and whose amount is to stay (rule QT10).
import { Button } from '../../../kit/ui/Button.tsx';
import { Dialog } from '../../../kit/ui/Dialog.tsx';
import { useFormats } from '../../../kit/ui/formats.ts';
import { useText } from '../../../kit/ui/locale.ts';
import { quotaText } from '../texts.ts';
import type { Conflict } from './conflicts.ts';
import type { SheetModel } from './model.ts';

interface ConflictDialogProps {
  model: SheetModel;
  conflicts: readonly Conflict[];
  /** What one has entered, by cell. */
  mine: (key: string) => string | null;
  onDecide: (conflicts: readonly Conflict[], isMine: boolean) => void;
  onClose: () => void;
}

export function ConflictDialog({ model, conflicts, mine, onDecide, onClose }: ConflictDialogProps) {
  const t = useText(quotaText);
  const { dateTime } = useFormats();
  const amount = (plain: string | null) => (plain === null ? t('empty') : model.write(plain));
  return (
    <Dialog title={t('conflictTitle')} isWide onClose={onClose}>
      <p class="quiet">{t('conflictLead')}</p>
      <ul class="conflicts">
        {conflicts.map((conflict) => {
          const { key, current, by, at } = conflict;
          const name = model.nameOf(key, t);
          return (
            <li key={key}>
              <div>
                <strong>{name}</strong>
                <p class="small quiet">
                  {by !== null && at !== null && t('conflictBy', { name: by, time: dateTime(at) })}
                </p>
              </div>
              <dl>
                <div>
                  <dt>{t('conflictNow')}</dt>
                  <dd class="figure">{amount(current)}</dd>
                </div>
                <div>
                  <dt>{t('conflictMine')}</dt>
                  <dd class="figure">{amount(mine(key))}</dd>
                </div>
              </dl>
              <div class="conflict-tools">
                <Button size="small" label={`${t('keepTheirs')}: ${name}`} onClick={() => onDecide([conflict], false)}>
                  {t('keepTheirs')}
                </Button>
                <Button size="small" label={`${t('takeMine')}: ${name}`} onClick={() => onDecide([conflict], true)}>
                  {t('takeMine')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <div class="dialog-actions">
        <Button onClick={() => onDecide(conflicts, false)}>{t('keepAll')}</Button>
        <Button look="main" onClick={() => onDecide(conflicts, true)}>
          {t('takeAll')}
        </Button>
      </div>
    </Dialog>
  );
}
