// One part of the office's form, with its name and its place in the page.
import type { ComponentChildren } from 'preact';
import { useText } from '../../kit/ui/locale.ts';
import { elementOf, type PartId } from './parts.ts';
import { settingsText } from './texts.ts';

export function Part({ id, lead, children }: { id: PartId; lead?: string; children: ComponentChildren }) {
  const t = useText(settingsText);
  return (
    <fieldset class="panel" id={elementOf(id)}>
      <legend>{t(id)}</legend>
      {lead !== undefined && <p class="quiet small">{lead}</p>}
      {children}
    </fieldset>
  );
}
