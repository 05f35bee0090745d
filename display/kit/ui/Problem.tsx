// What went wrong, in the user's words: for a whole form or view, and for one field.
import type { FieldError, Problem } from '../../../shared/problem.ts';
import { ApiFailure } from '../api.ts';
import { Button } from './Button.tsx';
import { useLocale, useText } from './locale.ts';
import { uiText } from './texts.ts';
import { faultText, problemText } from './problem-texts.ts';

export function ErrorText({ error }: { error: FieldError }) {
  return <>{faultText(useLocale(), error)}</>;
}

/** One fault that is the problem itself says it more exactly. */
function exactFault(problem: Problem | null, faults: readonly FieldError[]): FieldError | undefined {
  return faults.length === 1 ? faults.find(({ code }) => code === problem?.code) : undefined;
}

/** The error of a call; nothing where there is none. Errors of fields that the form shows itself are left out. */
export function ProblemNote({ error, shown = [] }: { error: unknown; shown?: readonly string[] }) {
  const t = useText(uiText);
  const locale = useLocale();
  if (error === null || error === undefined) return null;
  const problem = error instanceof ApiFailure ? error.problem : null;
  const faults = problem?.errors ?? [];
  const rest = faults.filter((fault) => !shown.includes(fault.field));
  if (faults.length > 0 && rest.length === 0) return null;
  const exact = exactFault(problem, rest);
  const listed = rest.filter((fault) => fault !== exact);
  return (
    <div class="note note-bad" role="alert">
      <p>
        {exact ? faultText(locale, exact) : problemText(locale, problem)}{' '}
        {problem?.code === 'auth/required' && (
          <Button size="small" onClick={() => location.reload()}>
            {t('signIn')}
          </Button>
        )}
      </p>
      {listed.length > 0 && (
        <ul>
          {listed.map((fault) => (
            <li key={fault.field}>
              <code>{fault.field}</code> {faultText(locale, fault)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
