// Customer, product, kind, and for managers the rep: tiles with the label inside, as large as a thumb.
import { useId, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { DealKind } from '../../../shared/deal.ts';
import type { CustomerView } from '../../../shared/schemas/posting.ts';
import { useText } from '../../kit/ui/locale.ts';
import { late } from '../late.tsx';
import { winText } from '../texts.ts';
import { CustomerField } from './CustomerField.tsx';
import type { Draft, DraftFault } from './draft.ts';
import { withCustomer } from './guess.ts';

const ProductSheet = late(async () => (await import('./ProductSheet.tsx')).ProductSheet);
const RepSheet = late(async () => (await import('./RepSheet.tsx')).RepSheet);

interface WinFieldsProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  products: readonly string[];
  customers: readonly CustomerView[];
  picksRep: boolean;
  faults: readonly DraftFault[];
  /** What else the win has, in the row below its customer. */
  extras: ComponentChildren;
}

export function WinFields({ draft, onDraft, products, customers, picksRep, faults, extras }: WinFieldsProps) {
  const t = useText(winText);
  const [sheet, setSheet] = useState<'product' | 'rep' | null>(null);
  const change = (part: Partial<Draft>) => {
    onDraft({ ...draft, ...part });
    setSheet(null);
  };
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
      <CustomerField
        value={draft.customer}
        customers={customers}
        isMissing={faults.includes('customer')}
        onCustomer={(name) => onDraft(withCustomer(draft, name, customers))}
      >
        {extras}
      </CustomerField>
      <PickTile label={t('product')} value={draft.product} hint={t('productHint')} onOpen={() => setSheet('product')} />
      <KindTile kind={draft.kind} onKind={(kind) => change({ kind, isKindChosen: true })} />
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
          onPick={({ id, name }) => change(withRep(draft, id, name))}
          onClose={() => setSheet(null)}
        />
      )}
    </div>
  );
}

/** Whose win it is: nobody shares it with themselves. */
function withRep({ shares }: Draft, repId: string, repName: string): Partial<Draft> {
  const isShared = shares.some((share) => share.repId === repId);
  return { repId, repName, ...(isShared && { shares: [] }) };
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
