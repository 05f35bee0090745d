// What stands before a page: the mark, the language, and one card.
import type { ComponentChildren } from 'preact';
import { LocaleSwitch } from './LocaleSwitch.tsx';
import { Mark } from './Mark.tsx';

export function Gate({ children, isWide = false }: { children: ComponentChildren; isWide?: boolean }) {
  return (
    <main class={`gate${isWide ? ' gate-wide' : ''}`}>
      <div class="gate-top">
        <Mark />
        <LocaleSwitch />
      </div>
      {children}
    </main>
  );
}
