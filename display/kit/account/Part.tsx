// One part of the account's page: its heading, what it is for, what it holds, and what was just done.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface PartProps {
  title: string;
  lead: string;
  children: ComponentChildren;
  /** What was just done, said aloud as well. */
  done?: string | null;
}

export function Part({ title, lead, children, done = null }: PartProps) {
  const id = useId();
  return (
    <section class="account-part" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        <p class="quiet small">{lead}</p>
      </header>
      {children}
      <p class="account-done" role="status">
        {done}
      </p>
    </section>
  );
}
