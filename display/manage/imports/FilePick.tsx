// Choosing the file to import.
import { Field } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { importText } from './texts.ts';

export function FilePick({ onFile }: { onFile: (file: File) => void }) {
  const t = useText(importText);
  return (
    <Field label={t('file')} hint={t('fileHint')}>
      {(wiring) => (
        <input
          {...wiring}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
          }}
        />
      )}
    </Field>
  );
}
