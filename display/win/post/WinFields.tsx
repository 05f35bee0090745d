// Customer, product, kind, and for managers the rep: tiles with the label inside, as large as a thumb.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { DealKind } from '../../../shared/deal.ts';
import { useText } from '../../kit/ui/locale.ts';
import type { Draft, DraftFault } from './draft.ts';
import { ProductSheet } from './ProductSheet.tsx';
import { RepSheet } from './RepSheet.tsx';
import { winText } from '../texts.ts';

interface WinFieldsProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  products: readonly string[];
  picksRep: boolean;
  faults: readonly DraftFault[];
}

export function WinFields({ draft, onDraft, products, picksRep, faults }: WinFieldsProps) {
  const t = useText(winText);
  const [sheet, setSheet] = useState<'product' | 'rep' | null>(null);
  const change = (part: Partial<Draft>) => {
    onDraft({ ...draft, ...part });
    setSheet(null);
  };
  const isCustomerMissing = faults.includes('customer');
  return (
    <div class="tiles">
      {picksRep && (
        <PickTile
          label={t(faults.includes('rep') ? 'repMissing' : 'rep')}
          value={draft.repName}
          hint={t('repHint')}
          fault={faults.includes('rep') ? 'rep' : undefined}
          isWide
          onOpen={() => setSheet('rep')}
        />
      )}
      <InputTile label={t(isCustomerMissing ? 'customerMissing' : 'customer')} isWrong={isCustomerMissing} isWide>
        {(id) => (
          <input
            id={id}
            data-fault="customer"
            value={draft.customer}
            placeholder={t('customerHint')}
            maxLength={200}
            autocomplete="off"
            autocapitalize="words"
            enterkeyhint="done"
            aria-invalid={isCustomerMissing}
            onKeyDown={leaveOnEnter}
            onInput={(event) => onDraft({ ...draft, customer: event.currentTarget.value })}
          />
        )}
      </InputTile>
      <PickTile label={t('product')} value={draft.product} hint={t('productHint')} onOpen={() => setSheet('product')} />
      <KindTile kind={draft.kind} onKind={(kind) => change({ kind })} />
      {sheet === 'product' && (
        <ProductSheet
          products={products}
          value={draft.product}
          onPick={(product) => change({ product })}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet === 'rep' && (
        <RepSheet
          value={draft.repId}
          onPick={(rep) => change({ repId: rep.id, repName: rep.name })}
          onClose={() => setSheet(null)}
        />
      )}
    </div>
  );
}

/** "Done" on the keyboard puts it away; the win is posted by its button alone. */
function leaveOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
}

function InputTile(props: {
  label: string;
  isWrong: boolean;
  isWide?: boolean;
  children: (id: string) => ComponentChildren;
}) {
  const id = useId();
  return (
    <div class={`tile${props.isWide ? ' tile-wide' : ''}${props.isWrong ? ' tile-wrong' : ''}`}>
      <label for={id}>{props.label}</label>
      {props.children(id)}
    </div>
  );
}

interface PickTileProps {
  label: string;
  value: string;
  hint: string;
  fault?: DraftFault | undefined;
  isWide?: boolean;
  onOpen: () => void;
}

function PickTile({ label, value, hint, fault, isWide, onOpen }: PickTileProps) {
  return (
    <button
      type="button"
      class={`tile${isWide ? ' tile-wide' : ''}${fault ? ' tile-wrong' : ''}`}
      data-fault={fault}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      <span class="tile-label">{label}</span>
      <span class={`tile-value${value === '' ? ' tile-hint' : ''}`}>{value || hint}</span>
    </button>
  );
}

const KINDS = [
  ['new', 'kindNew'],
  ['recurring', 'kindRecurring'],
] as const;

function KindTile({ kind, onKind }: { kind: DealKind; onKind: (kind: DealKind) => void }) {
  const t = useText(winText);
  const name = useId();
  return (
    <fieldset class="tile tile-kind">
      <legend class="tile-label">{t('kind')}</legend>
      <div class="kinds">
        {KINDS.map(([value, label]) => (
          <label key={value} class="kind">
            <input type="radio" name={name} checked={kind === value} onChange={() => onKind(value)} />
            <span>{t(label)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
