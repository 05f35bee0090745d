// Every currency there is, by its name in the page's language; those that most offices here want first.
import { currencyCodes } from '../../shared/currencies.ts';

const FIRST = ['VND', 'USD', 'EUR'];

export function currencyChoices(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const codes = [...FIRST, ...currencyCodes().filter((code) => !FIRST.includes(code))];
  return codes.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}
