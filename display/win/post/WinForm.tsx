// The form of a win, made for one thumb: amount above, words in the middle, pad and button below.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../../kit/ui/locale.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { Amount } from './Amount.tsx';
import { AmountPad } from './AmountPad.tsx';
import { faultsOf, minorOf, type Draft, type DraftFault } from './draft.ts';
import { EffectLine } from './EffectLine.tsx';
import type { Entry } from '../outbox/entry.ts';
import type { Preview } from './preview.ts';
import { winText } from '../texts.ts';
import { useKeyboard } from './use-keyboard.ts';
import { WinFields } from './WinFields.tsx';
import { MendingNote } from './MendingNote.tsx';

interface WinFormProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  mending: Entry | null;
  onStopMending: () => void;
  standing: (minor: number) => Preview | null;
  products: readonly string[];
  picksRep: boolean;
  onPost: () => Promise<void>;
}

export function WinForm(props: WinFormProps) {
  const t = useText(winText);
  const { exponent } = useUnits();
  const { draft, onDraft, mending } = props;
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const faults = isTried ? faultsOf(draft, exponent) : [];
  const setAmount = (amount: string) => onDraft({ ...draft, amount });
  useKeyboard(draft.amount, setAmount);
  useEffect(() => setTried(false), [mending?.id]);
  const post = () => {
    const [first] = faultsOf(draft, exponent);
    setTried(true);
    if (first) focusFault(form.current, first);
    else void props.onPost();
  };
  const minor = minorOf(draft, exponent);
  return (
    <form
      class="win-form"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        post();
      }}
    >
      {mending && <MendingNote entry={mending} onStop={props.onStopMending} />}
      <div class="amount-block">
        <Amount amount={draft.amount} isMissing={faults.includes('amount')} />
        <EffectLine
          standing={minor > 0 ? props.standing(minor) : null}
          isMissing={faults.includes('amount')}
          isEmpty={minor === 0}
        />
      </div>
      <WinFields {...props} faults={faults} />
      <AmountPad amount={draft.amount} onAmount={setAmount} />
      <button type="submit" class="button button-gold win-send">
        {t(mending ? 'resend' : 'send')}
      </button>
    </form>
  );
}

function focusFault(form: HTMLFormElement | null, fault: DraftFault): void {
  form?.querySelector<HTMLElement>(`[data-fault="${fault}"]`)?.focus();
}
