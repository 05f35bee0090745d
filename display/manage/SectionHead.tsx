// A section's title, what it is for, and what can be done with all of it.
import type { ComponentChildren } from 'preact';

interface SectionHeadProps {
  title: string;
  lead?: string;
  children?: ComponentChildren;
}

export function SectionHead({ title, lead, children }: SectionHeadProps) {
  return (
    <header class="section-head">
      <div>
        <h1>{title}</h1>
        {lead && <p class="quiet">{lead}</p>}
      </div>
      {children && <div class="section-actions">{children}</div>}
    </header>
  );
}
