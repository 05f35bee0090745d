// A form of the office's settings: what it had read, what was changed in it, and saving that, decided setting by setting
// where somebody else was faster (rule OS6). What is not saved yet outlives the section.
import { useEffect, useState } from 'preact/hooks';
import type { KnownSettings, OfficeSettings } from '../../../shared/schemas/office.ts';
import { useSubmit, type Submit } from '../../kit/ui/submit.ts';
import { patchOffice } from '../calls.ts';
import { conflictsIn, decided, expecting, patchOf, type SettingConflict } from './known-settings.ts';

export interface OfficeDraft<F> {
  form: F;
  set: (change: Partial<F>) => void;
  /** The office as the form has read it. */
  base: OfficeSettings;
  /** What is not as it was read. */
  patch: KnownSettings;
  submit: Submit;
  isSaved: boolean;
  save: () => Promise<void>;
  discard: () => void;
  conflicts: readonly SettingConflict[];
  decide: (conflicts: readonly SettingConflict[], isMine: boolean) => void;
  dropConflicts: () => void;
}

interface DraftParts<F> {
  /** Which form it is, and whose. */
  name: string;
  office: OfficeSettings;
  onOffice: (office: OfficeSettings) => void;
  toForm: (office: OfficeSettings) => F;
  /** All that the form says; null while it cannot be read. */
  toSettings: (form: F) => KnownSettings | null;
}

interface State<F> {
  base: OfficeSettings;
  form: F;
}

/** Drafts that somebody has gone away from. */
const left = new Map<string, unknown>();
window.addEventListener('beforeunload', (event) => {
  if (left.size > 0) event.preventDefault();
});

export function useOfficeDraft<F>({ name, office, onOffice, toForm, toSettings }: DraftParts<F>): OfficeDraft<F> {
  const submit = useSubmit();
  const fresh = (of: OfficeSettings): State<F> => ({ base: of, form: toForm(of) });
  const [state, setState] = useState<State<F>>(() => (left.get(name) as State<F> | undefined) ?? fresh(office));
  const [isSaved, setSaved] = useState(false);
  const [conflicts, setConflicts] = useState<readonly SettingConflict[]>([]);
  const { base, form } = state;
  const whole = toSettings(form);
  const patch = whole ? patchOf(base, whole) : {};
  const isChanged = whole === null || Object.keys(patch).length > 0;
  useEffect(() => void (isChanged ? left.set(name, state) : left.delete(name)), [name, state, isChanged]);
  const save = async () => {
    const isDone = await submit.run(async () => {
      try {
        const changed = await patchOffice(expecting(base, patch));
        onOffice(changed);
        setState(fresh(changed));
      } catch (error) {
        const found = conflictsIn(error, patch);
        setConflicts(found);
        throw error;
      }
    });
    setSaved(isDone);
  };
  return {
    form,
    base,
    patch,
    submit,
    conflicts,
    save,
    isSaved: isSaved && !isChanged,
    set(change) {
      setSaved(false);
      setState((before) => ({ ...before, form: { ...before.form, ...change } }));
    },
    discard() {
      submit.clear();
      setState(fresh(base));
    },
    decide(chosen, isMine) {
      const next = decided({ base, patch }, chosen, isMine);
      const others = conflicts.filter((one) => !chosen.includes(one));
      setState({ base: next.base, form: toForm(next.shown) });
      setConflicts(others);
      if (others.length === 0) submit.clear();
    },
    dropConflicts: () => setConflicts([]),
  };
}
