// Deciding on a win that waits: what approving would do, or why it is declined.
import { useEffect } from 'preact/hooks';
import type { DealView } from '../../../shared/schemas/deals.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { EffectNote, useEffectOf } from '../corrections/EffectNote.tsx';
import { ReasonForm } from '../corrections/ReasonForm.tsx';
import { OriginalLine } from '../money/DealMoney.tsx';
import { approve, askApproval, decline } from './calls.ts';
import { approvalText } from './texts.ts';

interface ApprovalDialogProps {
  deal: DealView;
  onClose: () => void;
  /** What was done, in words. */
  onDone: (words: string) => Promise<void>;
  /** Somebody else may have decided first. */
  onRefused: () => Promise<void>;
}

function useWords({ amountMinor, customer, repName }: DealView) {
  const { money } = useFormats();
  return { amount: money(amountMinor), customer, rep: repName };
}

export function ApproveDialog({ deal, onClose, onDone, onRefused }: ApprovalDialogProps) {
  const t = useText(approvalText);
  const submit = useSubmit();
  const asked = useEffectOf(deal.id, () => askApproval(deal.id));
  const closed = asked.effect?.periods.find(({ frozen }) => frozen);
  const words = useWords(deal);
  const isRefused = submit.error !== null;
  useEffect(() => {
    if (isRefused) void onRefused();
  }, [isRefused]);
  const send = () =>
    submit.run(async () => {
      const { late } = (await approve(deal.id)).deal;
      await onDone(t(late ? 'approvedLate' : 'approvedNow', { customer: deal.customer }));
    });
  return (
    <Dialog title={t('approveTitle')} onClose={onClose}>
      <p>{closed ? t('approveLate', { ...words, period: closed.name }) : t('approveText', words)}</p>
      <OriginalLine original={deal.original} />
      <EffectNote asked={asked} />
      <ProblemNote error={submit.error} />
      <div class="dialog-actions">
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button look="main" isBusy={submit.isBusy} onClick={() => void send()}>
          {t('approveDo')}
        </Button>
      </div>
    </Dialog>
  );
}

export function DeclineDialog({ deal, onClose, onDone }: ApprovalDialogProps) {
  const t = useText(approvalText);
  return (
    <Dialog title={t('declineTitle')} onClose={onClose}>
      <ReasonForm
        keep={t('keep')}
        action={t('declineDo')}
        onClose={onClose}
        onDo={async (reason) => {
          await decline(deal.id, reason);
          await onDone(t('declinedNow', { customer: deal.customer }));
        }}
      >
        <p>{t('declineText', useWords(deal))}</p>
      </ReasonForm>
    </Dialog>
  );
}
