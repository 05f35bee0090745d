// Taking a deal out, with the reason.
import type { DealView } from '../../../shared/schemas/deals.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { amendDeal, askEffect } from '../corrections/calls.ts';
import { useEffectOf } from '../corrections/EffectNote.tsx';
import { ReasonForm } from '../corrections/ReasonForm.tsx';
import { OriginalLine } from '../money/DealMoney.tsx';
import { moneyText } from '../money/texts.ts';
import { useMoneyOf } from '../money/use-money-of.ts';
import { dealText } from './texts.ts';

interface VoidDialogProps {
  deal: DealView;
  onClose: () => void;
  onSaved: () => Promise<void>;
}

function VoidReceived({ payment }: Pick<DealView, 'payment'>) {
  const t = useText(moneyText);
  const { money } = useMoneyOf();
  if (!payment || payment.receivedMinor === 0) return null;
  return (
    <p class="note note-gold">{t('voidReceived', { received: money(payment.receivedMinor, payment.currency) })}</p>
  );
}

export function VoidDialog({ deal, onClose, onSaved }: VoidDialogProps) {
  const t = useText(dealText);
  const { money } = useFormats();
  const asked = useEffectOf(deal.id, () => askEffect(deal.id, 'void'));
  return (
    <Dialog title={t('voidTitle')} onClose={onClose}>
      <ReasonForm
        asked={asked}
        dealId={deal.id}
        keep={t('voidKeep')}
        action={t('voidDo')}
        onClose={onClose}
        onDo={async (reason) => {
          await amendDeal(deal.id, 'void', { reason });
          await onSaved();
        }}
      >
        <p>{t('voidText', { amount: money(deal.amountMinor), customer: deal.customer, rep: deal.repName })}</p>
        <OriginalLine original={deal.original} />
        <VoidReceived payment={deal.payment} />
      </ReasonForm>
    </Dialog>
  );
}
