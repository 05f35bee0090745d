// The wall moves by a hair, minute by minute, so that no edge of it burns into a panel that shows it for months.
import { useEffect, useState } from 'preact/hooks';

/** Of the screen's width and height. */
const REACH = 0.004;
/** Minutes of a whole swing across and up: they have no common measure, so that the way fills the whole field. */
const ACROSS = 73;
const UP = 97;
const MINUTE_MS = 60_000;

/** Where the wall stands after so many minutes, in whole px. */
export function shiftAt(minutes: number, { width, height }: { width: number; height: number }): [x: number, y: number] {
  const swing = (reach: number, period: number): number =>
    Math.round(reach * Math.sin((2 * Math.PI * minutes) / period)) + 0;
  return [swing(width * REACH, ACROSS), swing(height * REACH, UP)];
}

/** The wall's place, taken anew each minute. */
export function useShift(): [x: number, y: number] {
  const [minutes, setMinutes] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinutes((before) => before + 1), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return shiftAt(minutes, { width: window.innerWidth, height: window.innerHeight });
}
