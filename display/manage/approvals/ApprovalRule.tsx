// Above which amount wins wait for a manager; off where none is set. Rule AP1.
import { useEffect, useState } from 'preact/hooks';
import { formatMinor } from '../../../shared/money.ts';
import { readAmount, showAmount } from '../../kit/amount-text.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { CheckField } from '../../kit/ui/Field.tsx';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { AmountInput, UNREADABLE_AMOUNT } from '../AmountInput.tsx';
import { deskText } from '../texts.ts';
import { readApprovals, setApprovalRule } from './calls.ts';
import { approvalText } from './texts.ts';

export function ApprovalRule() {
  const t = useText(approvalText);
  const desk = useText(deskText);
  const locale = useLocale();
  const { exponent } = useUnits();
  const submit = useSubmit();
  const approvals = useLoad(readApprovals, []);
  const [isOn, setOn] = useState(false);
  const [text, setText] = useState('');
  const [note, setNote] = useState<'saved' | 'unreadable' | null>(null);
  const above = approvals.data?.aboveMinor ?? null;
  useEffect(() => {
    setOn(above !== null);
    if (above !== null) setText(showAmount(formatMinor(above, exponent), locale));
  }, [above, exponent, locale]);
  const save = async () => {
    const amount = isOn ? readAmount(text, locale, exponent) : null;
    setNote(isOn && amount === null ? 'unreadable' : null);
    if (isOn && amount === null) return;
    const isSaved = await submit.run(async () => {
      await setApprovalRule(amount);
      await approvals.reload();
    });
    if (isSaved) setNote('saved');
  };
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="panel-head">
        <h2>{t('rulePart')}</h2>
      </div>
      <p class="quiet">{t('ruleLead')}</p>
      <CheckField label={t('ruleOn')} isOn={isOn} onChange={setOn} />
      {isOn && (
        <div class="form-grid">
          <AmountInput
            label={t('ruleAbove')}
            text={text}
            onText={setText}
            error={note === 'unreadable' ? UNREADABLE_AMOUNT : submit.fieldError('above')}
          />
        </div>
      )}
      <p class="quiet small">{t('ruleWaiting')}</p>
      <ProblemNote error={submit.error} shown={['above']} />
      <div class="section-actions">
        <Button type="submit" look="main" isBusy={submit.isBusy}>
          {t('ruleSave')}
        </Button>
        <span role="status">{note === 'saved' ? desk('saved') : ''}</span>
      </div>
    </form>
  );
}
