// One rep: new, or as changed.
import { useState } from 'preact/hooks';
import type { RepBody, RepPatch, RepView, TeamView } from '../../../shared/schemas/people.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit, type Submit } from '../../kit/ui/submit.ts';
import { createRep, patchRep } from '../calls.ts';
import { deskText } from '../texts.ts';
import { MediaField } from '../wall/MediaField.tsx';
import { PHOTO } from '../../kit/picture-file.ts';
import { useTeamChoices } from './team-choices.ts';
import { peopleText } from './texts.ts';

interface RepDialogProps {
  rep: RepView | null;
  teams: readonly TeamView[];
  onClose: () => void;
  onSaved: () => Promise<void>;
}

interface RepForm {
  name: string;
  email: string;
  teamId: string;
  teamSince: string;
  joinedOn: string;
  leftOn: string;
  workShare: string;
  password: string;
  photoId: string | null;
  soundId: string | null;
}

const SHOWN = ['name', 'email', 'teamId', 'teamSince', 'joinedOn', 'leftOn', 'workShareBp', 'password'];

export function RepDialog({ rep, teams, onClose, onSaved }: RepDialogProps) {
  const t = useText(peopleText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const [form, setForm] = useState<RepForm>(() => formOf(rep));
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
        <Presence form={form} onForm={setForm} />
        <ProblemNote error={submit.error} shown={SHOWN} />
        <div class="dialog-actions">
          <Button onClick={onClose}>{desk('cancel')}</Button>
          <Button type="submit" look="main" isBusy={submit.isBusy}>
            {desk('save')}
          </Button>
        </div>
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
  const choices = [{ value: '', label: desk('noTeam') }, ...useTeamChoices(teams)];
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

const NEW_REP: RepForm = {
  name: '',
  email: '',
  teamId: '',
  teamSince: '',
  joinedOn: '',
  leftOn: '',
  workShare: '100',
  password: '',
  photoId: null,
  soundId: null,
};

function formOf(rep: RepView | null): RepForm {
  if (!rep) return NEW_REP;
  return {
    name: rep.name,
    email: rep.email ?? '',
    teamId: rep.teamId ?? '',
    teamSince: '',
    joinedOn: rep.joinedOn ?? '',
    leftOn: rep.leftOn ?? '',
    workShare: String(rep.workShareBp / 100),
    password: '',
    photoId: rep.photoId,
    soundId: rep.soundId,
  };
}

/** The whole rep as the form has it. */
function bodyOf(form: RepForm): RepBody {
  return {
    name: form.name.trim(),
    email: form.email.trim() || null,
    teamId: form.teamId || null,
    joinedOn: form.joinedOn || null,
    leftOn: form.leftOn || null,
    workShareBp: Math.round(Number(form.workShare) * 100),
    photoId: form.photoId,
    soundId: form.soundId,
    ...(form.password === '' ? {} : { password: form.password }),
  };
}

/** Only what has been changed: a team named again would open a new membership. */
function changesOf(form: RepForm, rep: RepView): RepPatch {
  const { teamId, ...body } = bodyOf(form);
  if (teamId === rep.teamId || teamId === undefined) return body;
  return { ...body, teamId, ...(form.teamSince === '' ? {} : { teamSince: form.teamSince }) };
}
