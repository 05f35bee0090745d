// A figure that counts to its new value in ten steps a second and ends on it exactly. It writes into its own text
// nodes, so that a count redraws nothing else.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Compact } from '../kit/format.ts';
import { prefersCalm } from './motion.ts';

const STEP_MS = 100;
const COUNT_MS = 1300;

interface Props {
  value: number;
  format: (value: number) => Compact;
  class?: string;
}

export function CountUp({ value, format, class: name }: Props) {
  const figure = useRef<HTMLElement>(null);
  const unit = useRef<HTMLElement>(null);
  const shown = useRef<number | null>(null);
  useLayoutEffect(() => {
    const write = (now: number): void => {
      shown.current = now;
      const text = format(now);
      if (figure.current) figure.current.textContent = text.figure;
      if (unit.current) unit.current.textContent = text.unit;
    };
    const from = shown.current;
    if (from === null || from === value || prefersCalm()) {
      write(value);
      return;
    }
    const startedAt = performance.now();
    const timer = setInterval(() => {
      const part = (performance.now() - startedAt) / COUNT_MS;
      write(part >= 1 ? value : Math.round(from + (value - from) * easeOut(part)));
      if (part >= 1) clearInterval(timer);
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [value, format]);
  return (
    <span class={`count ${name ?? ''}`}>
      <b class="count-figure" ref={figure} />
      <i class="count-unit" ref={unit} />
    </span>
  );
}

function easeOut(part: number): number {
  return 1 - (1 - part) ** 3;
}
