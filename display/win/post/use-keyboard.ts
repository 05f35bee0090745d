// A real keyboard types the amount too, and an amount can be pasted, wherever no text field has the focus.
import { useContext, useEffect, useRef } from 'preact/hooks';
import { readAmount } from '../../kit/amount-text.ts';
import { useLocale } from '../../kit/ui/locale.ts';
import { ShownContext } from '../tab-props.ts';
import { padKeyOf, pressKey } from './amount-pad.ts';

/** `exponent` is how many decimals the money has that is typed. */
export function useKeyboard(amount: string, exponent: number, onAmount: (amount: string) => void): void {
  const locale = useLocale();
  const isShown = useContext(ShownContext);
  const latest = useRef({ amount, onAmount });
  latest.current = { amount, onAmount };
  useEffect(() => {
    if (!isShown) return undefined;
    const type = (event: KeyboardEvent) => {
      const key = isElsewhere(event) || event.ctrlKey || event.metaKey || event.altKey ? null : padKeyOf(event.key);
      if (!key) return;
      event.preventDefault();
      latest.current.onAmount(pressKey(latest.current.amount, key, exponent));
    };
    const paste = (event: ClipboardEvent) => {
      const text = isElsewhere(event) ? null : (event.clipboardData?.getData('text') ?? null);
      const pasted = text === null ? null : readAmount(text, locale, exponent);
      if (pasted !== null) latest.current.onAmount(pasted);
    };
    document.addEventListener('keydown', type);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('keydown', type);
      document.removeEventListener('paste', paste);
    };
  }, [exponent, locale, isShown]);
}

function isElsewhere({ target }: Event): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;
}
