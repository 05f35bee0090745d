// A deed that asks for a reason: said what it would do, refused in words, done.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ApiFailure } from '../../kit/api.ts';
import type { ButtonProps } from '../../kit/ui/Button.tsx';
import { AreaField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { dealText } from '../deals/texts.ts';
import { FormActions } from '../FormActions.tsx';
import { EffectNote, type AskedEffect } from './EffectNote.tsx';
import { Meanwhile } from './Story.tsx';

interface ReasonFormProps {
  asked?: AskedEffect;
  /** The deal that is decided on: told what others did to it where they came first. */
  dealId?: string;
  keep: string;
  action: string;
  look?: ButtonProps['look'];
  onDo: (reason: string) => Promise<void>;
  onClose: () => void;
  children?: ComponentChildren;
}

const DECIDED = new Set(['deal/voided', 'deal/stands', 'deal/replaced']);

export function ReasonForm({ asked, dealId, keep, action, look = 'danger', onDo, onClose, children }: ReasonFormProps) {
  const t = useText(dealText);
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const code = submit.error instanceof ApiFailure ? submit.error.problem?.code : undefined;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit.run(() => onDo(reason.trim()));
      }}
    >
      {children}
      {asked && <EffectNote asked={asked} />}
      <AreaField
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        onValue={setReason}
        error={submit.fieldError('reason')}
        area={{ required: true, maxLength: 500, rows: 2, autofocus: true }}
      />
      <ProblemNote error={submit.error} shown={['reason']} />
      {dealId !== undefined && code !== undefined && DECIDED.has(code) && <Meanwhile dealId={dealId} />}
      <FormActions action={action} keep={keep} look={look} isBusy={submit.isBusy} onClose={onClose} />
    </form>
  );
}
