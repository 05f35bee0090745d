// What scenes have in common: a title over them, and a sentence where there is nothing to show yet.
import type { ComponentChildren } from 'preact';

interface HeadProps {
  title: string;
  lead?: string | undefined;
}

interface SheetProps extends HeadProps {
  /** What is said instead of the rest; null where there is something to show. */
  none: string | null;
  children?: ComponentChildren;
}

export function Sheet({ title, lead, none, children }: SheetProps) {
  return (
    <>
      <StageHead title={title} lead={lead} />
      {none === null ? children : <p class="stage-none">{none}</p>}
    </>
  );
}

export function StageHead({ title, lead }: HeadProps) {
  return (
    <header class="stage-head">
      <h2 class="stage-title">{title}</h2>
      {lead !== undefined && <p class="stage-lead">{lead}</p>}
    </header>
  );
}
