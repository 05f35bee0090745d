// When a period starts and ends, as people say it: by days where it lies between midnights.
import { localTime } from '../../kit/local-date.ts';
import { useFormats, useUnits } from '../../kit/ui/formats.ts';

/** What starts or ends at midnight is told by its first or last day, anything else by the minute. */
export function useBoundaries(): { start: (at: number) => string; end: (at: number) => string } {
  const { timeZone } = useUnits();
  const { date, dateTime } = useFormats();
  const isMidnight = (at: number) => localTime(at, timeZone) === '00:00';
  return {
    start: (at) => (isMidnight(at) ? date(at) : dateTime(at)),
    end: (at) => (isMidnight(at) ? date(at - 1) : dateTime(at)),
  };
}
