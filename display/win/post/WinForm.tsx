// The form of a win, made for one thumb: amount above, words in the middle, pad and button below.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { late } from '../late.tsx';
import { winText } from '../texts.ts';
import { Amount } from './Amount.tsx';
import { AmountPad } from './AmountPad.tsx';
import { dayText, isBeforePeriod, isTooEarly } from './closing.ts';
import { faultsOf, minorOf, type DraftFault } from './draft.ts';
import { EffectLine } from './EffectLine.tsx';
import { Extras, extrasCount, type Extra } from './Extras.tsx';
import { MoreButton } from './MoreButton.tsx';
import { MoreSheets } from './MoreSheets.tsx';
import { postText } from './texts.ts';
import { amountsOf } from './share.ts';
import { useKeyboard } from './use-keyboard.ts';
import type { Posting } from './use-posting.ts';
import { WinFields } from './WinFields.tsx';

const MendingNote = late(async () => (await import('./MendingNote.tsx')).MendingNote);

interface WinFormProps {
  posting: Posting;
  products: readonly string[];
  picksRep: boolean;
}

export function WinForm({ posting, products, picksRep }: WinFormProps) {
  const { exponent, timeZone } = useUnits();
  const { draft, setDraft, mending, lists } = posting;
  const [isTried, setTried] = useState(false);
  const [extra, setExtra] = useState<Extra | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const isClosed = isBeforePeriod(draft.closedOn, posting.period, timeZone);
  const hasPhoto = posting.photo !== null;
  const ruledOut = ruledOutOf(posting);
  const isDateWrong = (isClosed && !picksRep) || ruledOut.includes('closedOn');
  const faults = [...faultsOf(draft, exponent, isDateWrong), ...ruledOut.filter((fault) => fault !== 'closedOn')];
  const shown = isTried ? faults : [];
  const setAmount = (amount: string) => setDraft({ ...draft, amount });
  const decimals = draft.money?.exponent ?? exponent;
  useKeyboard(draft.amount, decimals, setAmount);
  useEffect(() => setTried(false), [mending?.id]);
  const post = () => {
    const [first] = faults;
    setTried(true);
    if (first) focusFault(form.current, first);
    else void posting.post();
  };
  const minor = minorOf(draft, exponent);
  return (
    // No form element: Enter in a sheet's field would post the win.
    <div class="win-form" ref={form}>
      {mending && <MendingNote entry={mending} onStop={() => posting.showForm(null)} />}
      <AmountBlock posting={posting} isClosed={isClosed} faults={shown} onCurrency={() => setExtra('currency')} />
      <WinFields
        draft={draft}
        onDraft={setDraft}
        products={products}
        customers={lists.customers.items}
        picksRep={picksRep}
        faults={shown}
        extras={
          <Extras draft={draft} hasPhoto={hasPhoto} rules={posting.rules} faults={new Set(faults)} onOpen={setExtra} />
        }
      />
      <AmountPad amount={draft.amount} exponent={decimals} onAmount={setAmount} />
      <SendBar
        count={extrasCount(draft, hasPhoto)}
        isMending={mending !== null}
        onMore={() => setExtra('photo')}
        onSend={post}
      />
      {extra !== null && (
        <MoreSheets posting={posting} minor={minor} picksRep={picksRep} extra={extra} onExtra={setExtra} />
      )}
    </div>
  );
}

/** What is in the form already, and the office leaves to its managers by now. Rule OS4. */
function ruledOutOf({ draft, photo, rules, earliest }: Posting): DraftFault[] {
  const faults: DraftFault[] = [];
  if (isTooEarly(draft.closedOn, earliest)) faults.push('closedOn');
  if (draft.shares.length > 0 && !rules.repsSplit) faults.push('shares');
  if (photo !== null && !rules.repsPhotos) faults.push('photo');
  return faults;
}

interface SendBarProps {
  /** How much has been added to the win. */
  count: number;
  isMending: boolean;
  onMore: () => void;
  onSend: () => void;
}

function SendBar({ count, isMending, onMore, onSend }: SendBarProps) {
  const t = useText(winText);
  return (
    <div class="send-bar">
      <MoreButton count={count} onOpen={onMore} />
      <button type="button" class="button button-gold win-send" onClick={onSend}>
        {t(isMending ? 'resend' : 'send')}
      </button>
    </div>
  );
}

interface AmountBlockProps {
  posting: Posting;
  isClosed: boolean;
  faults: readonly DraftFault[];
  onCurrency: () => void;
}

/** The amount and what it will do; of a win that is shared, what the own part will do (rule PO6). */
function AmountBlock({ posting, isClosed, faults, onCurrency }: AmountBlockProps) {
  const { draft, standing, currencies } = posting;
  const { exponent } = useUnits();
  const words = useFaultWords(posting);
  const minor = minorOf(draft, exponent);
  const ownMinor = minor > 0 ? (amountsOf(minor, draft.shares)[0] ?? minor) : 0;
  return (
    <div class="amount-block">
      <Amount
        amount={draft.amount}
        money={draft.money}
        isMissing={faults.includes('amount')}
        onCurrency={currencies.length > 0 ? onCurrency : null}
      />
      <EffectLine
        standing={minor > 0 && !isClosed ? standing(ownMinor) : null}
        fault={words(faults)}
        ownMinor={draft.shares.length > 0 && minor > 0 ? ownMinor : null}
        boardMinor={draft.money && minor > 0 ? minor : null}
        isEmpty={minor === 0}
      />
    </div>
  );
}

/** What keeps the win from being sent, where no field says it itself. */
function useFaultWords({ draft, earliest }: Posting): (faults: readonly DraftFault[]) => string | null {
  const t = useText(winText);
  const post = useText(postText);
  const locale = useLocale();
  return (faults) => {
    if (faults.includes('amount')) return t('amountMissing');
    if (faults.includes('closedOn')) {
      const isEarly = isTooEarly(draft.closedOn, earliest);
      return isEarly && earliest !== null ? post('dateEarly', { date: dayText(earliest, locale) }) : post('dateClosed');
    }
    if (faults.includes('shares')) return post('splitRuled');
    return faults.includes('photo') ? post('photoRuled') : null;
  };
}

function focusFault(form: HTMLElement | null, fault: DraftFault): void {
  form?.querySelector<HTMLElement>(`[data-fault="${fault}"]`)?.focus();
}
