// What the form's changes would do, asked of the server while it is filled in. Rules PD10, OS5.
import { useEffect, useState } from 'preact/hooks';
import type { FieldError } from '../../../shared/problem.ts';
import type { OfficePreview } from '../../../shared/schemas/calendar.ts';
import type { KnownSettings, OfficeSettings } from '../../../shared/schemas/office.ts';
import { ApiFailure } from '../../kit/api.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { previewOffice } from '../calls.ts';

/** Nobody is asked about every letter that is typed. */
const SETTLE_MS = 300;

export interface OfficeEffects {
  /** What was answered last; null before that. */
  last: OfficePreview | null;
  /** That of the very changes in the form; null while it is not known. */
  now: OfficePreview | null;
  /** Where it could not be asked. */
  error: unknown;
  /** What the server would not take. */
  refused: readonly FieldError[];
}

/** `patch` without what the form itself finds wrong. */
export function useOfficePreview(patch: KnownSettings, office: OfficeSettings): OfficeEffects {
  const wanted = JSON.stringify(patch);
  const asked = useSettled(wanted);
  const { data, error, isLoading } = useLoad(
    async () => ({ asked, preview: await previewOffice(JSON.parse(asked) as KnownSettings) }),
    [asked, office],
  );
  const isRefused = error instanceof ApiFailure && !isLoading && asked === wanted;
  return {
    last: data?.preview ?? null,
    now: data && data.asked === wanted && error === null ? data.preview : null,
    error: isRefused ? null : error,
    refused: isRefused ? (error.problem.errors ?? []) : [],
  };
}

/** A value once it has stayed the same for a moment. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
