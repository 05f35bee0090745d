// One receipt of a deal, with the way to take it back.
import { useState } from 'preact/hooks';
import type { DealView } from '../../../shared/schemas/deals.ts';
import type { ReceiptView } from '../../../shared/schemas/money.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { TextField } from '../../kit/ui/Field.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { deskText } from '../texts.ts';
import { voidReceipt } from './calls.ts';
import { moneyText } from './texts.ts';
import { useMoneyOf } from './use-money-of.ts';

interface ReceiptLineProps {
  deal: DealView;
  receipt: ReceiptView;
  onChanged: () => Promise<void>;
}

export function ReceiptLine({ deal, receipt, onChanged }: ReceiptLineProps) {
  const t = useText(moneyText);
  const { date } = useFormats();
  const { money } = useMoneyOf();
  const [isAsking, setAsking] = useState(false);
  const amount = money(receipt.amountMinor, receipt.currency);
  const { method, note, by } = receipt;
  const words = [date(receipt.receivedAt), method && t(method), note, by && t('recordedBy', { name: by })];
  return (
    <li class={receipt.void ? 'receipt receipt-void' : 'receipt'}>
      <span class="receipt-what">
        <b class="figure">{amount}</b>
        <small class="quiet">{words.filter(Boolean).join(' · ')}</small>
        {receipt.void && <span class="badge badge-bad">{t('takenBack', { reason: receipt.void.reason })}</span>}
      </span>
      {!receipt.void && !isAsking && (
        <Button size="small" look="plain" label={t('takeBackNamed', { amount })} onClick={() => setAsking(true)}>
          {t('takeBack')}
        </Button>
      )}
      {isAsking && !receipt.void && (
        <TakeBack deal={deal} receipt={receipt} onKeep={() => setAsking(false)} onChanged={onChanged} />
      )}
    </li>
  );
}

function TakeBack({ deal, receipt, onKeep, onChanged }: ReceiptLineProps & { onKeep: () => void }) {
  const t = useText(moneyText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const send = async () => {
    const isDone = await submit.run(async () => void (await voidReceipt(deal.id, receipt.id, reason.trim())));
    if (isDone) await onChanged();
  };
  return (
    <form
      class="form take-back"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t('takeBackReason')}
        hint={t('takeBackHint')}
        value={reason}
        onValue={setReason}
        error={submit.fieldError('reason')}
        input={{ required: true, maxLength: 500 }}
      />
      <ProblemNote error={submit.error} shown={['reason']} />
      <div class="receipt-save">
        <Button size="small" onClick={onKeep}>
          {desk('cancel')}
        </Button>
        <Button type="submit" size="small" look="danger" isBusy={submit.isBusy}>
          {t('takeBack')}
        </Button>
      </div>
    </form>
  );
}
