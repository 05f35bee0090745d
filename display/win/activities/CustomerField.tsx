// A customer's name, completed from those that are known: by earlier deals and visits, and without network by one's own.
import { useEffect, useId, useState } from 'preact/hooks';
import type { FieldError } from '../../../shared/problem.ts';
import { Field } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { readCustomers } from './calls.ts';
import { activityText } from './texts.ts';

interface CustomerFieldProps {
  value: string;
  onValue: (value: string) => void;
  /** Names that this phone knows by itself. */
  known: readonly string[];
  error?: FieldError | undefined;
}

export function CustomerField({ value, onValue, known, error }: CustomerFieldProps) {
  const t = useText(activityText);
  const list = useId();
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    readCustomers().then(setNames, () => undefined);
  }, []);
  const choices = [...new Set([...known, ...names])].filter((name) => name !== '');
  return (
    <Field label={t('customer')} error={error}>
      {(wiring) => (
        <>
          <input
            type="text"
            {...wiring}
            value={value}
            list={list}
            maxLength={200}
            autocomplete="off"
            autocapitalize="words"
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          <datalist id={list}>
            {choices.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
