// Which column of the file is which field of a deal.
import { useState } from 'preact/hooks';
import type { Mapping } from '../../../shared/schemas/imports.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import type { Submit } from '../../kit/ui/submit.ts';
import { importText } from '../imports/texts.ts';

interface MappingEditorProps {
  columns: readonly string[];
  mapping: Partial<Mapping>;
  name: string;
  submit: Submit;
  onTry: (name: string, mapping: Mapping) => void;
}

const FIELDS = [
  'rep',
  'amount',
  'customer',
  'closedAt',
  'externalId',
  'product',
  'kind',
  'stage',
  'openedAt',
  'source',
  'location',
  'currency',
  'note',
] as const;
type ColumnField = (typeof FIELDS)[number];

export function MappingEditor({ columns, mapping, name, submit, onTry }: MappingEditorProps) {
  const t = useText(importText);
  const [form, setForm] = useState<Partial<Mapping>>(mapping);
  const [stages, setStages] = useState((mapping.wonStages ?? []).join(', '));
  const [title, setTitle] = useState(name);
  const choices = [{ value: '', label: t('noColumn') }, ...columns.map((column) => ({ value: column, label: column }))];
  const pick = (field: ColumnField) => (column: string) => setForm({ ...form, [field]: column });
  return (
    <form
      class="mapping"
      onSubmit={(event) => {
        event.preventDefault();
        onTry(title.trim(), mappingOf(form, stages));
      }}
    >
      <p class="quiet small">{t('mappingLead')}</p>
      <div class="form-grid form-grid-3">
        {FIELDS.map((field) => (
          <SelectField
            key={field}
            label={t(field)}
            value={form[field] ?? ''}
            choices={choices}
            onValue={pick(field)}
            error={submit.fieldError(field)}
            select={field === 'rep' || field === 'amount' ? { required: true } : {}}
          />
        ))}
        {form.stage && (
          <TextField label={t('wonStages')} hint={t('wonStagesHint')} value={stages} onValue={setStages} />
        )}
        <Reading form={form} onForm={setForm} />
        <TextField
          label={t('mappingName')}
          value={title}
          onValue={setTitle}
          error={submit.fieldError('name')}
          input={{ required: true, maxLength: 120 }}
        />
      </div>
      <Button type="submit" isBusy={submit.isBusy}>
        {t('mappingTry')}
      </Button>
    </form>
  );
}

/** How dates and decimals are to be read, where the file itself leaves it open. */
function Reading({ form, onForm }: { form: Partial<Mapping>; onForm: (form: Partial<Mapping>) => void }) {
  const t = useText(importText);
  return (
    <>
      <SelectField
        label={t('dateOrder')}
        value={form.dateOrder ?? ''}
        choices={[
          { value: '', label: t('dateAuto') },
          { value: 'iso', label: t('dateIso') },
          { value: 'dmy', label: t('dateDmy') },
          { value: 'mdy', label: t('dateMdy') },
        ]}
        onValue={(dateOrder) => onForm(withReading(form, 'dateOrder', dateOrder))}
      />
      <SelectField
        label={t('decimal')}
        value={form.decimal ?? ''}
        choices={[
          { value: '', label: t('decimalAuto') },
          { value: '.', label: t('decimalPoint') },
          { value: ',', label: t('decimalComma') },
        ]}
        onValue={(mark) => onForm(withReading(form, 'decimal', mark))}
      />
    </>
  );
}

function withReading(form: Partial<Mapping>, field: 'dateOrder' | 'decimal', value: string): Partial<Mapping> {
  return { ...form, [field]: value };
}

/** The mapping as the API takes it: what was left open is left out. */
function mappingOf(form: Partial<Mapping>, stages: string): Mapping {
  const chosen = Object.entries(form).filter(([, value]) => typeof value === 'string' && value !== '');
  const wonStages = stages
    .split(',')
    .map((stage) => stage.trim())
    .filter((stage) => stage !== '');
  const mapping = Object.fromEntries(chosen) as unknown as Mapping;
  return form.stage && wonStages.length > 0 ? { ...mapping, wonStages } : mapping;
}
