// Sending a form: busy while it goes, then done, or the problem with its fields.
import { useCallback, useRef, useState } from 'preact/hooks';
import type { FieldError } from '../../../shared/problem.ts';
import { ApiFailure } from '../api.ts';

export interface Submit {
  isBusy: boolean;
  error: unknown;
  /** What is wrong with a field, by the name that the API gives it. */
  fieldError: (name: string) => FieldError | undefined;
  /** Runs the work unless it is running already; gives whether it went well. */
  run: (work: () => Promise<void>) => Promise<boolean>;
  clear: () => void;
}

export function useSubmit(): Submit {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef(false);
  const run = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const fieldError = (name: string) => (error instanceof ApiFailure ? error.field(name) : undefined);
  return { isBusy, error, fieldError, run, clear: () => setError(null) };
}
