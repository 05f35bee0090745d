// Taking a void back, or a correction.
import type { DealView } from '../../../shared/schemas/deals.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { OriginalLine } from '../money/DealMoney.tsx';
import { amendDeal, askEffect } from './calls.ts';
import { useEffectOf } from './EffectNote.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { correctionText } from './texts.ts';

interface RestoreDialogProps {
  /** The deal that is to stand again. */
  deal: DealView;
  onClose: () => void;
  onSaved: () => Promise<void>;
}

export function RestoreDialog({ deal, onClose, onSaved }: RestoreDialogProps) {
  const t = useText(correctionText);
  const { money } = useFormats();
  const asked = useEffectOf(deal.id, () => askEffect(deal.id, 'restore'));
  const isTakenBack = deal.void !== null && deal.void.replacedBy !== null;
  const words = { amount: money(deal.amountMinor), customer: deal.customer, rep: deal.repName };
  return (
    <Dialog title={t(isTakenBack ? 'takeBackTitle' : 'restoreTitle')} onClose={onClose}>
      <ReasonForm
        asked={asked}
        dealId={deal.id}
        keep={t('keep')}
        action={t(isTakenBack ? 'takeBackDo' : 'restoreDo')}
        look="main"
        onClose={onClose}
        onDo={async (reason) => {
          await amendDeal(deal.id, 'restore', { reason });
          await onSaved();
        }}
      >
        <p>{t(isTakenBack ? 'takeBackText' : 'restoreText', words)}</p>
        <OriginalLine original={deal.original} />
      </ReasonForm>
    </Dialog>
  );
}
