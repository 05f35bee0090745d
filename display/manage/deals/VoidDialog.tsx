// Taking a deal out, with the reason.
import { useState } from 'preact/hooks';
import type { DealView } from '../../../shared/schemas/deals.ts';
import { voidDeal } from '../calls.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { AreaField } from '../../kit/ui/Field.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { dealText } from './texts.ts';

interface VoidDialogProps {
  deal: DealView;
  onClose: () => void;
  onSaved: () => Promise<void>;
}

export function VoidDialog({ deal, onClose, onSaved }: VoidDialogProps) {
  const t = useText(dealText);
  const { money } = useFormats();
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const send = async () => {
    const isSaved = await submit.run(async () => void (await voidDeal(deal.id, reason.trim())));
    if (isSaved) await onSaved();
  };
  return (
    <Dialog title={t('voidTitle')} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{t('voidText', { amount: money(deal.amountMinor), customer: deal.customer, rep: deal.repName })}</p>
        <AreaField
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          onValue={setReason}
          error={submit.fieldError('reason')}
          area={{ required: true, maxLength: 500, rows: 2 }}
        />
        <ProblemNote error={submit.error} shown={['reason']} />
        <div class="dialog-actions">
          <Button onClick={onClose}>{t('voidKeep')}</Button>
          <Button type="submit" look="danger" isBusy={submit.isBusy}>
            {t('voidDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
