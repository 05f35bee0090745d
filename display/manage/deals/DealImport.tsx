// Deals from a CSV file: columns guessed or mapped, every row's fate seen, then stored.
import { useState } from 'preact/hooks';
import type { ImportAnswer, Mapping } from '../../../shared/schemas/imports.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { SelectField } from '../../kit/ui/Field.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { importDeals, readMappings, saveMapping } from '../calls.ts';
import { FateTable } from '../imports/FateTable.tsx';
import { FilePick } from '../imports/FilePick.tsx';
import { readColumns } from '../imports/header-columns.ts';
import { importText } from '../imports/texts.ts';
import { deskText } from '../texts.ts';
import { MappingEditor } from './MappingEditor.tsx';
import { dealText } from './texts.ts';

interface Picked {
  file: File;
  columns: string[];
}

export function DealImport({ onClose, onStored }: { onClose: () => void; onStored: () => Promise<void> }) {
  const t = useText(dealText);
  const im = useText(importText);
  const desk = useText(deskText);
  const flow = useImport(onStored);
  const { picked, answer, submit, saved, chosen } = flow;
  return (
    <Dialog title={t('importTitle')} isWide onClose={onClose}>
      <p class="quiet">{t('importLead')}</p>
      <div class="form-grid">
        <FilePick onFile={(file) => void flow.pick(file)} />
        {saved.length > 0 && (
          <SelectField
            label={im('mappingSaved')}
            value={chosen}
            choices={[
              { value: '', label: im('mappingGuess') },
              ...saved.map(({ name }) => ({ value: name, label: name })),
            ]}
            onValue={(name) => void flow.choose(name)}
          />
        )}
      </div>
      {submit.isBusy && <p role="status">{im(answer ? 'storing' : 'checking')}</p>}
      <ProblemNote error={submit.error} />
      {picked && !submit.isBusy && (
        <details class="details" open={answer === null}>
          <summary>{im('mapping')}</summary>
          <MappingEditor
            key={`${picked.file.name} ${chosen} ${answer === null ? '' : 'read'}`}
            columns={picked.columns}
            mapping={answer?.mapping ?? saved.find(({ name }) => name === chosen)?.mapping ?? {}}
            name={chosen || picked.file.name.replace(/\.\w+$/, '')}
            submit={submit}
            onTry={(name, mapping) => void flow.tryMapping(name, mapping)}
          />
        </details>
      )}
      {answer && <Outcome answer={answer} />}
      <div class="dialog-actions">
        <Button onClick={onClose}>{desk('close')}</Button>
        {answer?.dryRun && answer.counts.new > 0 && (
          <Button look="main" isBusy={submit.isBusy} onClick={() => void flow.store()}>
            {im('store', { count: answer.counts.new })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Outcome({ answer }: { answer: ImportAnswer }) {
  const im = useText(importText);
  const { counts, dryRun, rows } = answer;
  return (
    <>
      <p class={`note ${dryRun ? '' : 'note-good'}`} role="status">
        <strong>{dryRun ? im('dryRun') : im('stored', { count: counts.new })}</strong>
        {dryRun && counts.new === 0 && <> · {im('nothing')}</>}
        {counts.refused > 0 && (
          <>
            <br />
            {im('refusedNote')}
          </>
        )}
      </p>
      {dryRun && <Assumptions answer={answer} />}
      <FateTable rows={rows} />
    </>
  );
}

/** What nothing in the file proves: a wrong guess would move deals to other months. */
function Assumptions({ answer: { dates, decimal } }: { answer: ImportAnswer }) {
  const im = useText(importText);
  const orders = { iso: im('dateIso'), dmy: im('dateDmy'), mdy: im('dateMdy') };
  const guesses = [
    dates.assumed && im('assumedDates', { order: orders[dates.order] }),
    decimal.assumed && im('assumedDecimal', { mark: im(decimal.mark === ',' ? 'decimalComma' : 'decimalPoint') }),
  ].filter((guess) => guess !== false);
  return guesses.length === 0 ? null : <p class="note note-gold">{guesses.join(' ')}</p>;
}

/** The steps of an import, in whatever order the manager takes them. */
function useImport(onStored: () => Promise<void>) {
  const submit = useSubmit();
  const mappings = useLoad(readMappings, []);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [chosen, setChosen] = useState('');
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const dryRun = (file: File, mapping: string) =>
    submit.run(async () => {
      setAnswer(null);
      setAnswer(await importDeals(file, true, mapping || undefined));
    });
  const pick = async (file: File) => {
    setPicked({ file, columns: await readColumns(file) });
    await dryRun(file, chosen);
  };
  const choose = async (name: string) => {
    setChosen(name);
    if (picked) await dryRun(picked.file, name);
  };
  const tryMapping = async (name: string, mapping: Mapping) => {
    const isSaved = await submit.run(async () => void (await saveMapping(name, mapping)));
    if (!isSaved) return;
    await mappings.reload();
    await choose(name);
  };
  const store = async () => {
    if (!picked) return;
    const isStored = await submit.run(async () =>
      setAnswer(await importDeals(picked.file, false, chosen || undefined)),
    );
    if (isStored) await onStored();
  };
  return { submit, picked, chosen, answer, saved: mappings.data?.items ?? [], pick, choose, tryMapping, store };
}
