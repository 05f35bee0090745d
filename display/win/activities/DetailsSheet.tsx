// With whom it was, and what came of it: told after the tap, whenever there is time.
import { useState } from 'preact/hooks';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { AreaField } from '../../kit/ui/Field.tsx';
import { useUnits } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { localTime } from '../../kit/local-date.ts';
import { CustomerField } from './CustomerField.tsx';
import type { Done } from './diary.ts';
import { activityText } from './texts.ts';

interface DetailsSheetProps {
  done: Done;
  customers: readonly string[];
  onSave: (details: { customer: string; note: string }) => void;
  /** Null where it is too late to take it back. */
  onUndo: (() => void) | null;
  onClose: () => void;
}

export function DetailsSheet({ done, customers, onSave, onUndo, onClose }: DetailsSheetProps) {
  const t = useText(activityText);
  const { timeZone } = useUnits();
  const [customer, setCustomer] = useState(done.customer);
  const [note, setNote] = useState(done.note);
  return (
    <Dialog
      title={t('detailsHead', { kind: t(done.kind), time: localTime(done.at, timeZone) })}
      isSheet
      onClose={onClose}
    >
      <form
        class="diary-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ customer: customer.trim(), note: note.trim() });
        }}
      >
        <CustomerField value={customer} onValue={setCustomer} known={customers} />
        <AreaField
          label={t('note')}
          value={note}
          onValue={setNote}
          area={{ maxLength: 1000, placeholder: t('noteHint') }}
        />
        <div class="dialog-actions">
          {onUndo && (
            <Button look="plain" onClick={onUndo}>
              {t('undo')}
            </Button>
          )}
          <Button type="submit" look="main">
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
