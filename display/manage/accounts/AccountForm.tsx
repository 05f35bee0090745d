// What an account is called, where its mail goes, and what it may do.
import { useState } from 'preact/hooks';
import type { UserPatch, UserView } from '../../../shared/schemas/accounts.ts';
import type { RepView, TeamView } from '../../../shared/schemas/people.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit, type Submit } from '../../kit/ui/submit.ts';
import { patchUser } from '../calls.ts';
import { changesOf } from '../changes.ts';
import { useMayEverywhere } from '../may.ts';
import { deskText } from '../texts.ts';
import { isScopeOpen, RightsFields, scopeOf } from './RightsFields.tsx';
import { accountText } from './texts.ts';

interface AccountFormProps {
  user: UserView;
  teams: readonly TeamView[];
  reps: readonly RepView[];
  isOwn: boolean;
  onChanged: () => Promise<void>;
}

type Form = Required<Pick<UserPatch, 'name' | 'email' | 'role' | 'teamIds' | 'repId'>>;

const SHOWN = ['name', 'email', 'role', 'teamIds', 'repId'];

export function AccountForm({ user, teams, reps, isOwn, onChanged }: AccountFormProps) {
  const t = useText(accountText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const [form, setForm] = useState(() => formOf(user));
  const [isSaved, setSaved] = useState(false);
  const patch = changesOf(formOf(user), bodyOf(form));
  const isChanged = Object.keys(patch).length > 0;
  const set = (change: Partial<Form>) => {
    setSaved(false);
    setForm({ ...form, ...change });
  };
  const save = async () => {
    setSaved(
      await submit.run(async () => {
        setForm(formOf(await patchUser(user.id, patch)));
        await onChanged();
      }),
    );
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={desk('name')}
        value={form.name}
        onValue={(name) => set({ name })}
        error={submit.fieldError('name')}
        input={{ required: true, maxLength: 120, autocomplete: 'off' }}
      />
      <TextField
        label={t('email')}
        hint={t('emailHint')}
        value={form.email ?? ''}
        onValue={(email) => set({ email })}
        error={submit.fieldError('email')}
        input={{ type: 'email', maxLength: 254, autocomplete: 'off' }}
      />
      {!isOwn && <RightsFields rights={form} onRights={set} teams={teams} submit={submit} />}
      <SellerField user={user} form={form} onRep={(repId) => set({ repId })} reps={reps} submit={submit} />
      <ProblemNote error={submit.error} shown={SHOWN} />
      <div class="dialog-actions">
        <span role="status" class="small quiet">
          {isSaved && !isChanged ? desk('saved') : ''}
        </span>
        <Button type="submit" look="main" isBusy={submit.isBusy} isDisabled={!isChanged || isScopeOpen(form)}>
          {desk('save')}
        </Button>
      </div>
    </form>
  );
}

interface SellerFieldProps {
  user: UserView;
  form: Form;
  onRep: (repId: string | null) => void;
  reps: readonly RepView[];
  submit: Submit;
}

/** Whose wins they are that are posted from the account: a manager who sells is among the reps, too. */
function SellerField({ user, form, onRep, reps, submit }: SellerFieldProps) {
  const t = useText(accountText);
  const mayEverywhere = useMayEverywhere();
  if (form.role === 'viewer' || !mayEverywhere('account:write')) return null;
  const isRep = form.role === 'rep' && form.repId !== null;
  const free = reps.filter(({ id, hasAccount }) => !hasAccount || id === user.repId);
  return (
    <SelectField
      label={t('who')}
      hint={t('whoHint')}
      value={form.repId ?? ''}
      choices={[
        ...(isRep ? [] : [{ value: '', label: t('nobody') }]),
        ...free.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onValue={(repId) => onRep(repId || null)}
      error={submit.fieldError('repId')}
    />
  );
}

function formOf({ name, email, role, teamIds, repId }: UserView): Form {
  return { name, email, role, teamIds, repId };
}

function bodyOf(form: Form): Form {
  const { name, email, role, repId } = form;
  return { name: name.trim(), email: (email ?? '').trim() || null, role, teamIds: scopeOf(form), repId };
}
