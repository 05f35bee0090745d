// A labelled input with its hint and its error, tied together for screen readers.
import type { ComponentChildren, InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import type { FieldError } from '../../../shared/problem.ts';
import { ErrorText } from './Problem.tsx';

export interface FieldProps {
  label: string;
  hint?: ComponentChildren;
  error?: FieldError | undefined;
}

interface Wiring {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

/** Label, hint and error around any input; `children` takes the attributes that tie it to them. */
export function Field(props: FieldProps & { children: (wiring: Wiring) => ComponentChildren }) {
  const id = useId();
  const notes = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const wiring = { id, 'aria-invalid': Boolean(props.error), 'aria-describedby': notes || undefined };
  return (
    <div class={`field${props.error ? ' field-wrong' : ''}`}>
      <label for={id}>{props.label}</label>
      {props.children(wiring)}
      {props.error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          <ErrorText error={props.error} />
        </p>
      )}
      {props.hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

interface TextProps extends FieldProps {
  value: string;
  onValue: (value: string) => void;
  input?: InputHTMLAttributes;
}

export function TextField({ value, onValue, input, ...field }: TextProps) {
  return (
    <Field {...field}>
      {(wiring) => (
        <input
          type="text"
          {...input}
          {...wiring}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface AreaProps extends FieldProps {
  value: string;
  onValue: (value: string) => void;
  area?: TextareaHTMLAttributes;
}

export function AreaField({ value, onValue, area, ...field }: AreaProps) {
  return (
    <Field {...field}>
      {(wiring) => (
        <textarea
          rows={3}
          {...area}
          {...wiring}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export interface Choice<T extends string = string> {
  value: T;
  label: string;
}

interface SelectProps<T extends string> extends FieldProps {
  value: T;
  choices: readonly Choice<T>[];
  onValue: (value: T) => void;
  select?: SelectHTMLAttributes;
}

export function SelectField<T extends string>({ value, choices, onValue, select, ...field }: SelectProps<T>) {
  return (
    <Field {...field}>
      {(wiring) => (
        <select {...select} {...wiring} value={value} onChange={(event) => onValue(event.currentTarget.value as T)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField(props: { label: string; isOn: boolean; onChange: (isOn: boolean) => void; hint?: string }) {
  const id = useId();
  return (
    <div class="check">
      <input
        type="checkbox"
        id={id}
        checked={props.isOn}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label for={id}>{props.label}</label>
      {props.hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
