// Above which amount wins wait for a manager; off where none is set. What it would have held back is told before it is
// saved, and what somebody else has made of it meanwhile. Rules AP1, OS5, OS6.
import { useEffect, useState } from 'preact/hooks';
import { formatMinor } from '../../../shared/money.ts';
import { readAmount, showAmount } from '../../kit/amount-text.ts';
import { ApiFailure } from '../../kit/api.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { CheckField } from '../../kit/ui/Field.tsx';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { AmountInput, UNREADABLE_AMOUNT } from '../AmountInput.tsx';
import { conflictText } from '../conflict-texts.ts';
import { ConflictDialog } from '../ConflictDialog.tsx';
import { EffectList } from '../settings/EffectList.tsx';
import { useSettled } from '../settings/use-office-preview.ts';
import { deskText } from '../texts.ts';
import { askApprovalRule, readApprovals, setApprovalRule } from './calls.ts';
import { approvalText } from './texts.ts';

export function ApprovalRule() {
  const t = useText(approvalText);
  const desk = useText(deskText);
  const rule = useRule();
  const { isOn, text, set, submit, note } = rule;
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void rule.save();
      }}
    >
      <div class="panel-head">
        <h2>{t('rulePart')}</h2>
      </div>
      <p class="quiet">{t('ruleLead')}</p>
      <CheckField label={t('ruleOn')} isOn={isOn} onChange={(on) => set(on, text)} />
      {isOn && (
        <div class="form-grid">
          <AmountInput
            label={t('ruleAbove')}
            text={text}
            onText={(typed) => set(true, typed)}
            error={note === 'unreadable' ? UNREADABLE_AMOUNT : submit.fieldError('above')}
          />
        </div>
      )}
      {rule.isChanged && <RuleEffect above={rule.above} />}
      <p class="quiet small">{t('ruleWaiting')}</p>
      <ProblemNote error={submit.error} shown={['above']} />
      <div class="section-actions">
        <Button type="submit" look="main" isBusy={submit.isBusy} isDisabled={!rule.isChanged}>
          {t('ruleSave')}
        </Button>
        <span role="status">{note === 'saved' ? desk('saved') : ''}</span>
      </div>
      <RuleConflict rule={rule} />
    </form>
  );
}

interface Conflict {
  value: string | null;
  by: string | null;
  at: number | null;
}

/** The rule in the form, beside the one that the form had read. */
function useRule() {
  const locale = useLocale();
  const { exponent } = useUnits();
  const submit = useSubmit();
  const approvals = useLoad(readApprovals, []);
  const [isOn, setOn] = useState(false);
  const [text, setText] = useState('');
  const [note, setNote] = useState<'saved' | 'unreadable' | null>(null);
  const [seen, setSeen] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const show = (amount: string | null) => {
    setSeen(amount);
    setOn(amount !== null);
    if (amount !== null) setText(showAmount(amount, locale));
  };
  const stored = approvals.data?.aboveMinor;
  useEffect(() => {
    if (stored !== undefined) show(stored === null ? null : formatMinor(stored, exponent));
  }, [stored, exponent, locale]);
  const above = isOn ? readAmount(text, locale, exponent) : null;
  const isUnreadable = isOn && above === null;
  const save = async () => {
    setNote(isUnreadable ? 'unreadable' : null);
    if (isUnreadable) return;
    const isSaved = await submit.run(async () => {
      try {
        await setApprovalRule({ above, expected: seen });
        setSeen(above);
      } catch (error) {
        const changed = error instanceof ApiFailure ? error.field('above')?.setting : undefined;
        if (changed) setConflict({ ...changed, value: changed.value as string | null });
        throw error;
      }
    });
    if (isSaved) setNote('saved');
  };
  return {
    isOn,
    text,
    above,
    submit,
    note,
    conflict,
    save,
    isChanged: isUnreadable || Number(above ?? -1) !== Number(seen ?? -1),
    set: (on: boolean, typed: string) => {
      setNote(null);
      setOn(on);
      setText(typed);
    },
    decide: ({ value }: Conflict, isMine: boolean) => {
      submit.clear();
      setConflict(null);
      if (isMine) setSeen(value);
      else show(value);
    },
    dropConflict: () => setConflict(null),
  };
}

function RuleConflict({ rule: { conflict, above, decide, dropConflict } }: { rule: ReturnType<typeof useRule> }) {
  const t = useText(approvalText);
  const words = useText(conflictText);
  const locale = useLocale();
  if (!conflict) return null;
  const amount = (plain: string | null) => (plain === null ? t('ruleNone') : showAmount(plain, locale));
  const { value, by, at } = conflict;
  const shown = { key: 'above', name: t('ruleAbove'), by, at, current: amount(value), mine: amount(above) };
  return (
    <ConflictDialog
      lead={words('settingsLead')}
      conflicts={[shown]}
      onDecide={(_, isMine) => decide(conflict, isMine)}
      onClose={dropConflict}
    />
  );
}

/** What of the running period would have waited. */
function RuleEffect({ above }: { above: string | null }) {
  const t = useText(approvalText);
  const asked = useSettled(above ?? '');
  const answer = useLoad(() => askApprovalRule(asked === '' ? null : asked), [asked]);
  const effect = answer.error === null && asked === (above ?? '') ? answer.data?.effect : undefined;
  if (!effect) return null;
  const { wins, above: held, waiting } = effect;
  return (
    <EffectList>
      {above !== null && <li>{t('ruleHeld', { wins, held })}</li>}
      {above === null && <li>{t('ruleOff')}</li>}
      {waiting > 0 && <li>{t('ruleStill', { count: waiting })}</li>}
    </EffectList>
  );
}
