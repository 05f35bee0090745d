// One rep: new, or as changed.
import { useState } from 'preact/hooks';
import type { RepView, TeamView } from '../../../shared/schemas/people.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit, type Submit } from '../../kit/ui/submit.ts';
import { createRep, patchRep } from '../calls.ts';
import { FormActions } from '../FormActions.tsx';
import { useMayEverywhere } from '../may.ts';
import { deskText } from '../texts.ts';
import { MediaField } from '../wall/MediaField.tsx';
import { PHOTO } from '../../kit/picture-file.ts';
import { bodyOf, changesOf, formOf, type RepForm } from './rep-form.ts';
import { useTeamChoices } from './team-choices.ts';
import { WorkFields } from './WorkFields.tsx';
import { peopleText } from './texts.ts';

interface RepDialogProps {
  rep: RepView | null;
  teams: readonly TeamView[];
  onClose: () => void;
  onSaved: () => Promise<void>;
}

const SHOWN = [
  'name',
  'email',
  'phone',
  'teamId',
  'teamSince',
  'joinedOn',
  'leftOn',
  'workShareBp',
  'ramp',
  'password',
];

export function RepDialog({ rep, teams, onClose, onSaved }: RepDialogProps) {
  const t = useText(peopleText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const mayEverywhere = useMayEverywhere();
  const [form, setForm] = useState<RepForm>(() =>
    formOf(rep, mayEverywhere('people:write') ? '' : (teams[0]?.id ?? '')),
  );
  const save = async () => {
    const isSaved = await submit.run(async () => {
      if (rep) await patchRep(rep.id, changesOf(form, rep));
      else await createRep(bodyOf(form));
    });
    if (isSaved) await onSaved();
  };
  return (
    <Dialog title={t(rep ? 'editRep' : 'newRep')} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <RepFields rep={rep} teams={teams} form={form} onForm={setForm} submit={submit} />
        <WorkFields form={form} onForm={setForm} submit={submit} />
        <Presence form={form} onForm={setForm} />
        <ProblemNote error={submit.error} shown={SHOWN} />
        <FormActions action={desk('save')} isBusy={submit.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}

interface RepFieldsProps {
  rep: RepView | null;
  teams: readonly TeamView[];
  form: RepForm;
  onForm: (form: RepForm) => void;
  submit: Submit;
}

function RepFields({ rep, teams, form, onForm, submit }: RepFieldsProps) {
  const t = useText(peopleText);
  const desk = useText(deskText);
  const mayEverywhere = useMayEverywhere();
  const teamChoices = useTeamChoices(teams);
  // A manager of teams has nobody without one.
  const choices = mayEverywhere('people:write') ? [{ value: '', label: desk('noTeam') }, ...teamChoices] : teamChoices;
  const set = (field: keyof RepForm) => (value: string) => onForm({ ...form, [field]: value });
  return (
    <>
      <TextField
        label={t('name')}
        value={form.name}
        onValue={set('name')}
        error={submit.fieldError('name')}
        input={{ required: true, maxLength: 120, autocomplete: 'off' }}
      />
      <TextField
        label={t('email')}
        hint={t('emailHint')}
        value={form.email}
        onValue={set('email')}
        error={submit.fieldError('email')}
        input={{ type: 'email', maxLength: 254, autocomplete: 'off' }}
      />
      <TextField
        label={t('phone')}
        hint={t('phoneHint')}
        value={form.phone}
        onValue={set('phone')}
        error={submit.fieldError('phone')}
        input={{ type: 'tel', maxLength: 40, autocomplete: 'off' }}
      />
      <div class="form-grid">
        <SelectField
          label={t('team')}
          value={form.teamId}
          choices={choices}
          onValue={set('teamId')}
          error={submit.fieldError('teamId')}
        />
        {rep && form.teamId !== (rep.teamId ?? '') && (
          <DateField label={t('teamSince')} hint={t('teamSinceHint')} name="teamSince" {...{ form, set, submit }} />
        )}
        <DateField label={t('joinedOn')} name="joinedOn" {...{ form, set, submit }} />
        <DateField label={t('leftOnField')} hint={t('leftOnHint')} name="leftOn" {...{ form, set, submit }} />
        <TextField
          label={t('workShare')}
          hint={t('workShareHint')}
          value={form.workShare}
          onValue={set('workShare')}
          error={submit.fieldError('workShareBp')}
          input={{ type: 'number', min: 1, max: 100, required: true }}
        />
      </div>
      <PasswordField {...{ rep, form, set, submit }} />
    </>
  );
}

function PasswordField({
  rep,
  form,
  set,
  submit,
}: Pick<DateFieldProps, 'form' | 'set' | 'submit'> & { rep: RepView | null }) {
  const t = useText(peopleText);
  const passwordHint =
    rep === null
      ? t('passwordNew')
      : rep.hasAccount
        ? t('passwordKeep')
        : t('passwordSet', { address: `${location.host}/win` });
  return (
    <TextField
      label={t('password')}
      hint={passwordHint}
      value={form.password}
      onValue={set('password')}
      error={submit.fieldError('password')}
      input={{ type: 'password', minLength: 8, autocomplete: 'new-password' }}
    />
  );
}

/** How a rep is seen and heard on the TVs. */
function Presence({ form, onForm }: Pick<RepFieldsProps, 'form' | 'onForm'>) {
  const t = useText(peopleText);
  return (
    <>
      <MediaField label={t('photo')} shape={PHOTO} id={form.photoId} onId={(photoId) => onForm({ ...form, photoId })} />
      <MediaField
        label={t('walkUp')}
        hint={t('walkUpHint')}
        shape="sound"
        id={form.soundId}
        onId={(soundId) => onForm({ ...form, soundId })}
      />
    </>
  );
}

interface DateFieldProps {
  label: string;
  hint?: string;
  name: 'teamSince' | 'joinedOn' | 'leftOn';
  form: RepForm;
  set: (field: keyof RepForm) => (value: string) => void;
  submit: Submit;
}

function DateField({ label, hint, name, form, set, submit }: DateFieldProps) {
  return (
    <TextField
      label={label}
      hint={hint}
      value={form[name]}
      onValue={set(name)}
      error={submit.fieldError(name)}
      input={{ type: 'date', min: '2000-01-01', max: '2099-12-31' }}
    />
  );
}
