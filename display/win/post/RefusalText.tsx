// Why the server refused a win, field by field, in the words of the form.
import type { Problem } from '../../../shared/problem.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { faultText, problemText } from '../../kit/ui/problem-texts.ts';
import { winText } from '../texts.ts';

const LABELS = { amount: 'amount', customer: 'customer', product: 'product', kind: 'kind', rep: 'rep' } as const;

function isLabelled(field: string): field is keyof typeof LABELS {
  return field in LABELS;
}

export function RefusalText({ problem }: { problem: Problem }) {
  const t = useText(winText);
  const locale = useLocale();
  const faults = problem.errors ?? [];
  if (faults.length === 0) return <p>{problemText(locale, problem)}</p>;
  return (
    <ul class="refusal">
      {faults.map((fault) => (
        <li key={fault.field}>
          {isLabelled(fault.field) ? t(LABELS[fault.field]) : fault.field}: {faultText(locale, fault)}
        </li>
      ))}
    </ul>
  );
}
