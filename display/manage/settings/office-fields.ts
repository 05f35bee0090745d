// What each part of the office's form takes.
import type { FieldError } from '../../../shared/problem.ts';
import type { KnownSettings, OfficeSettings } from '../../../shared/schemas/office.ts';
import type { OfficeForm } from './office-form.ts';
import type { OfficeEffects } from './use-office-preview.ts';

export interface OfficeFieldsProps {
  form: OfficeForm;
  set: (change: Partial<OfficeForm>) => void;
  /** What is wrong with a field, by the name that the API gives it. */
  fault: (field: string) => FieldError | undefined;
  /** The office as the form has read it, and what is to change. */
  office: OfficeSettings;
  patch: KnownSettings;
  effects: OfficeEffects;
}
