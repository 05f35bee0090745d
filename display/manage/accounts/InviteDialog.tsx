// Asks somebody to join: a rep of the roster, or a new person in any role that one may give; then the link, this once.
import { useState } from 'preact/hooks';
import type { InvitationBody, InvitationView, LinkAnswer } from '../../../shared/schemas/accounts.ts';
import type { RepView, TeamView } from '../../../shared/schemas/people.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit, type Submit } from '../../kit/ui/submit.ts';
import { FormActions } from '../FormActions.tsx';
import { useMayEverywhere } from '../may.ts';
import { useTeamChoices } from '../people/team-choices.ts';
import { deskText } from '../texts.ts';
import { inviteAgain } from './accounts.ts';
import { LinkOnce } from './LinkOnce.tsx';
import { isScopeOpen, RightsFields, scopeOf, type Rights } from './RightsFields.tsx';
import { accountText } from './texts.ts';

interface InviteDialogProps {
  /** Who of the roster; null for somebody new. */
  rep: RepView | null;
  /** The rep's invitation so far, in whose place this one comes. */
  old: InvitationView | null;
  teams: readonly TeamView[];
  onClose: () => void;
  onInvited: () => Promise<void>;
}

interface InviteForm extends Rights {
  name: string;
  email: string;
  teamId: string;
}

const SHOWN = ['name', 'email', 'role', 'teamIds', 'teamId'];

export function InviteDialog({ rep, old, teams, onClose, onInvited }: InviteDialogProps) {
  const t = useText(accountText);
  const submit = useSubmit();
  const mayEverywhere = useMayEverywhere();
  const [form, setForm] = useState<InviteForm>(() => ({
    name: rep?.name ?? '',
    email: old?.email ?? rep?.email ?? '',
    role: 'rep',
    teamIds: null,
    teamId: mayEverywhere('people:write') ? '' : (teams[0]?.id ?? ''),
  }));
  const [link, setLink] = useState<LinkAnswer | null>(null);
  const send = () =>
    submit.run(async () => {
      setLink(await inviteAgain(bodyOf(form, rep), old));
      await onInvited();
    });
  const title = rep ? t('inviteNamed', { name: rep.name }) : t('inviteTitle');
  if (link) {
    return (
      <Dialog title={title} onClose={onClose}>
        <LinkOnce link={link} name={form.name} email={form.email} onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {rep === null && <Person form={form} onForm={setForm} teams={teams} submit={submit} />}
        <TextField
          label={t('emailMaybe')}
          hint={t('emailMaybeHint')}
          value={form.email}
          onValue={(email) => setForm({ ...form, email })}
          error={submit.fieldError('email')}
          input={{ type: 'email', maxLength: 254, autocomplete: 'off' }}
        />
        <ProblemNote error={submit.error} shown={SHOWN} />
        <FormActions action={t('makeLink')} isBusy={submit.isBusy} isDisabled={isScopeOpen(form)} onClose={onClose} />
      </form>
    </Dialog>
  );
}

interface PersonProps {
  form: InviteForm;
  onForm: (form: InviteForm) => void;
  teams: readonly TeamView[];
  submit: Submit;
}

/** Who a new person is, and what they will be. */
function Person({ form, onForm, teams, submit }: PersonProps) {
  const t = useText(accountText);
  const desk = useText(deskText);
  const mayEverywhere = useMayEverywhere();
  const teamChoices = useTeamChoices(teams);
  return (
    <>
      <TextField
        label={desk('name')}
        value={form.name}
        onValue={(name) => onForm({ ...form, name })}
        error={submit.fieldError('name')}
        input={{ required: true, maxLength: 120, autocomplete: 'off' }}
      />
      <RightsFields rights={form} onRights={(rights) => onForm({ ...form, ...rights })} teams={teams} submit={submit} />
      {form.role === 'rep' && (
        <SelectField
          label={desk('team')}
          hint={t('newRepHint')}
          value={form.teamId}
          choices={[...(mayEverywhere('people:write') ? [{ value: '', label: desk('noTeam') }] : []), ...teamChoices]}
          onValue={(teamId) => onForm({ ...form, teamId })}
          error={submit.fieldError('teamId')}
        />
      )}
    </>
  );
}

function bodyOf(form: InviteForm, rep: RepView | null): InvitationBody {
  const { name, role } = form;
  const person = { name: name.trim(), email: form.email.trim() || null, role };
  if (rep) return { ...person, repId: rep.id };
  if (role === 'rep') return { ...person, teamId: form.teamId || null };
  return { ...person, teamIds: scopeOf(form) };
}
