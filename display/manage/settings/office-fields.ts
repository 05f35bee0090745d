// What each part of the office's form takes.
import type { Submit } from '../../kit/ui/submit.ts';
import type { OfficeForm } from './office-form.ts';

export interface OfficeFieldsProps {
  form: OfficeForm;
  set: (change: Partial<OfficeForm>) => void;
  submit: Submit;
}
