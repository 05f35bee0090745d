// The customer, completed from earlier deals; below it what to tap: customers while there is none, then what else the
// win may have.
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { CustomerView } from '../../../shared/schemas/posting.ts';
import { useText } from '../../kit/ui/locale.ts';
import { winText } from '../texts.ts';
import { postText } from './texts.ts';
import { useSuggestions } from './use-suggestions.ts';

interface CustomerFieldProps {
  value: string;
  customers: readonly CustomerView[];
  isMissing: boolean;
  onCustomer: (name: string) => void;
  /** What stands in the row once there is a customer. */
  children: ComponentChildren;
}

export function CustomerField({ value, customers, isMissing, onCustomer, children }: CustomerFieldProps) {
  const t = useText(winText);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isTyping, setTyping] = useState(false);
  const found = useSuggestions(customers, value, isTyping || value === '');
  const pick = (name: string) => {
    onCustomer(name);
    setTyping(false);
    input.current?.blur();
  };
  return (
    <>
      <div class={`tile tile-wide${isMissing ? ' tile-wrong' : ''}`}>
        <label for={id}>{t(isMissing ? 'customerMissing' : 'customer')}</label>
        <input
          id={id}
          ref={input}
          data-fault="customer"
          value={value}
          placeholder={t('customerHint')}
          maxLength={200}
          autocomplete="off"
          autocapitalize="words"
          enterkeyhint="done"
          aria-invalid={isMissing}
          onFocus={() => setTyping(true)}
          onBlur={() => setTyping(false)}
          onKeyDown={leaveOnEnter}
          onInput={(event) => onCustomer(event.currentTarget.value)}
        />
      </div>
      {found.length > 0 ? <Suggestions found={found} isTyped={value.trim() !== ''} onPick={pick} /> : children}
    </>
  );
}

interface SuggestionsProps {
  found: readonly CustomerView[];
  isTyped: boolean;
  onPick: (name: string) => void;
}

function Suggestions({ found, isTyped, onPick }: SuggestionsProps) {
  const t = useText(postText);
  return (
    <div
      class="chips-row"
      role="group"
      aria-label={t(isTyped ? 'matching' : 'recent')}
      // The field keeps its focus until the tap is over: else the row would be another one under the finger.
      onMouseDown={(event) => event.preventDefault()}
    >
      {found.map(({ name }) => (
        <button key={name} type="button" class="pick-chip" onClick={() => onPick(name)}>
          {name}
        </button>
      ))}
    </div>
  );
}

/** "Done" on the keyboard puts it away; the win is posted by its button alone. */
function leaveOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
}
