// The server's time as the phone knows it, once a second while something counts down to zero.
import { useEffect, useState } from 'preact/hooks';

export function useNow(clockOffsetMs: number, isCounting: boolean): number {
  const [now, setNow] = useState(() => Date.now() + clockOffsetMs);
  useEffect(() => {
    setNow(Date.now() + clockOffsetMs);
    if (!isCounting) return undefined;
    const timer = setInterval(() => setNow(Date.now() + clockOffsetMs), 1000);
    return () => clearInterval(timer);
  }, [clockOffsetMs, isCounting]);
  return now;
}

/** "9:05" of so many milliseconds. */
export function minutesText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
