// Why the server refused a win, field by field, in the words of the form.
import type { Problem } from '../../../shared/problem.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { faultText, problemText } from '../../kit/ui/problem-texts.ts';
import { winText } from '../texts.ts';
import { postText } from './texts.ts';

const LABELS = { amount: 'amount', customer: 'customer', product: 'product', kind: 'kind', rep: 'rep' } as const;
const EXTRA_LABELS = {
  currency: 'currency',
  photoId: 'photo',
  closedAt: 'date',
  splits: 'split',
  note: 'note',
  source: 'source',
  location: 'location',
} as const;

function isIn<T extends object>(labels: T, field: string): field is keyof T & string {
  return field in labels;
}

/** `isUndo` is of a win that was to be taken back: what the server says no to is mostly the time. */
export function RefusalText({ problem, isUndo = false }: { problem: Problem; isUndo?: boolean }) {
  const t = useText(winText);
  const post = useText(postText);
  const locale = useLocale();
  const faults = problem.errors ?? [];
  if (isUndo && problem.code !== 'deal/no-undo') return <p>{post('undoTooLate')}</p>;
  if (faults.length === 0) return <p>{problemText(locale, problem)}</p>;
  return (
    <ul class="refusal">
      {faults.map((fault) => (
        <li key={fault.field}>
          {labelOf(fault.field)}: {faultText(locale, fault)}
        </li>
      ))}
    </ul>
  );

  /** "splits.1.rep" is of the split. */
  function labelOf(path: string): string {
    const [field = ''] = path.split('.');
    if (isIn(LABELS, field)) return t(LABELS[field]);
    return isIn(EXTRA_LABELS, field) ? post(EXTRA_LABELS[field]) : path;
  }
}
