// What came in for one deal: recorded, taken back; and until when the rest is due.
import { useState } from 'preact/hooks';
import type { DealView } from '../../../shared/schemas/deals.ts';
import type { ReceiptView } from '../../../shared/schemas/money.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { TextField } from '../../kit/ui/Field.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { Shown } from '../Shown.tsx';
import { deskText } from '../texts.ts';
import { readReceipts, setDue } from './calls.ts';
import { OriginalLine, PaymentBadge } from './DealMoney.tsx';
import { ReceiptForm } from './ReceiptForm.tsx';
import { ReceiptLine } from './ReceiptLine.tsx';
import { moneyText } from './texts.ts';
import { useMoneyOf } from './use-money-of.ts';

interface ReceiptDialogProps {
  deal: DealView;
  onClose: () => void;
  onChanged: () => Promise<void>;
}

export function ReceiptDialog({ deal, onClose, onChanged }: ReceiptDialogProps) {
  const t = useText(moneyText);
  const desk = useText(deskText);
  const receipts = useLoad(() => readReceipts(deal.id), [deal.id]);
  const changed = async () => {
    await Promise.all([receipts.reload(), onChanged()]);
  };
  return (
    <Dialog title={t('receiptsOf', { customer: deal.customer })} onClose={onClose}>
      <Shown loaded={receipts}>
        {(data) => (
          <>
            <Head deal={data.deal} />
            {data.deal.payment && data.deal.payment.openMinor > 0 && (
              <ReceiptForm key={data.items.length} deal={data.deal} onSaved={changed} />
            )}
            <ReceiptList deal={data.deal} items={data.items} onChanged={changed} />
            {!data.deal.void && <DueDate key={data.deal.payment?.dueOn} deal={data.deal} onSaved={changed} />}
          </>
        )}
      </Shown>
      <div class="dialog-actions">
        <Button onClick={onClose}>{desk('close')}</Button>
      </div>
    </Dialog>
  );
}

function Head({ deal }: { deal: DealView }) {
  const t = useText(moneyText);
  const { money } = useMoneyOf();
  const { payment, original } = deal;
  if (!payment) return null;
  const { currency } = payment;
  const received = money(payment.receivedMinor, currency);
  const amount = money(original?.amountMinor ?? deal.amountMinor, currency);
  return (
    <div class="receipt-head">
      <p>
        <PaymentBadge payment={payment} />{' '}
        {t(deal.void ? 'ofVoided' : 'ofDeal', {
          amount,
          rep: deal.repName,
          received,
          open: money(payment.openMinor, currency),
        })}
      </p>
      <OriginalLine original={original} />
      {payment.state === 'to-refund' && <p class="note note-gold">{t('refundNote', { received })}</p>}
      {payment.state === 'paid' && <p class="note note-good">{t('paidUp')}</p>}
    </div>
  );
}

interface ReceiptListProps {
  deal: DealView;
  items: readonly ReceiptView[];
  onChanged: () => Promise<void>;
}

function ReceiptList({ deal, items, onChanged }: ReceiptListProps) {
  const t = useText(moneyText);
  if (items.length === 0) return <p class="quiet">{t('noReceipts')}</p>;
  return (
    <ul class="receipts">
      {items.map((receipt) => (
        <ReceiptLine key={receipt.id} deal={deal} receipt={receipt} onChanged={onChanged} />
      ))}
    </ul>
  );
}

function DueDate({ deal, onSaved }: { deal: DealView; onSaved: () => Promise<void> }) {
  const t = useText(moneyText);
  const submit = useSubmit();
  const before = deal.payment?.dueOn ?? '';
  const [date, setDate] = useState(before);
  const save = async () => {
    const isSaved = await submit.run(async () => void (await setDue(deal.id, date === '' ? null : date)));
    if (isSaved) await onSaved();
  };
  return (
    <form
      class="due-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('dueDate')}
        value={date}
        onValue={setDate}
        error={submit.fieldError('dueOn')}
        input={{ type: 'date', min: '2000-01-01', max: '2100-01-01' }}
      />
      <Button type="submit" isBusy={submit.isBusy} isDisabled={date === before}>
        {t('saveDue')}
      </Button>
      <ProblemNote error={submit.error} shown={['dueOn']} />
    </form>
  );
}
