// A cell's text from typing to saved: what is kept, what is typed over it, and how the saving went.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { QuotaMetric } from '../../../shared/metric.ts';
import { readAmount, showAmount } from '../../kit/amount-text.ts';
import { ApiFailure } from '../../kit/api.ts';
import type { Locale } from '../../kit/i18n.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { faultText, problemText } from '../../kit/ui/problem-texts.ts';
import { deskText } from '../texts.ts';
import { quotaText } from './texts.ts';

export interface QuotaCellParts {
  metric: QuotaMetric;
  /** A plain decimal; null for none. */
  amount: string | null;
  onSave: (amount: string | null) => Promise<void>;
}

type State = { type: 'idle' | 'saving' | 'saved' } | { type: 'wrong'; words: string };

export function useQuotaCell({ metric, amount, onSave }: QuotaCellParts) {
  const t = useText(quotaText);
  const desk = useText(deskText);
  const locale = useLocale();
  const { exponent } = useUnits();
  const kept = amount === null ? '' : showAmount(amount.replace(/\.0+$/, ''), locale);
  const [text, setText] = useState(kept);
  const [state, setState] = useState<State>({ type: 'idle' });
  const isEdited = useRef(false);
  useEffect(() => {
    if (!isEdited.current) setText(kept);
  }, [kept]);
  const edit = (typed: string) => {
    isEdited.current = true;
    setText(typed);
    setState({ type: 'idle' });
  };
  const revert = () => {
    isEdited.current = false;
    setText(kept);
    setState({ type: 'idle' });
  };
  const save = async () => {
    if (!isEdited.current) return;
    isEdited.current = false;
    const isEmpty = text.trim() === '';
    const entered = isEmpty ? null : readAmount(text, locale, metric === 'revenue' ? exponent : 0);
    if (entered === null && !isEmpty) {
      setState({ type: 'wrong', words: metric === 'revenue' ? desk('notANumber') : t('wholeNumber') });
      return;
    }
    setState({ type: 'saving' });
    try {
      await onSave(entered);
      setText(entered === null ? '' : showAmount(entered, locale));
      setState({ type: 'saved' });
    } catch (error) {
      setState({ type: 'wrong', words: wordsFor(error, locale) });
    }
  };
  return { text, state, edit, revert, save };
}

function wordsFor(error: unknown, locale: Locale): string {
  const problem = error instanceof ApiFailure ? error.problem : null;
  const [fault] = problem?.errors ?? [];
  return fault ? faultText(locale, fault) : problemText(locale, problem);
}
