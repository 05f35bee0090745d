// Who is asked to join and has not yet: until when, a new link in place of the old, or none any more.
import { useState } from 'preact/hooks';
import type { InvitationView, LinkAnswer } from '../../../shared/schemas/accounts.ts';
import type { TeamView } from '../../../shared/schemas/people.ts';
import { roleText } from '../../kit/account/role-texts.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { revokeInvitation } from '../calls.ts';
import { ConfirmButton } from '../ConfirmButton.tsx';
import { inviteAgain } from './accounts.ts';
import { LinkOnce } from './LinkOnce.tsx';
import { useScopeWords } from './scope-words.ts';
import { accountText } from './texts.ts';

interface InvitationListProps {
  invitations: readonly InvitationView[];
  teams: readonly TeamView[];
  onChanged: () => Promise<void>;
}

export function InvitationList({ invitations, teams, onChanged }: InvitationListProps) {
  const t = useText(accountText);
  const submit = useSubmit();
  const [renewed, setRenewed] = useState<{ invitation: InvitationView; link: LinkAnswer } | null>(null);
  if (invitations.length === 0 && !renewed) return null;
  const renew = (invitation: InvitationView) =>
    submit.run(async () => {
      const { name, email, role, teamIds, repId, teamId } = invitation;
      const link = await inviteAgain({ name, email, role, teamIds, repId, teamId }, invitation);
      setRenewed({ invitation, link });
      await onChanged();
    });
  return (
    <section class="panel" aria-labelledby="invitations">
      <div class="panel-head">
        <h2 id="invitations">
          {t('pending')} <small class="quiet">{t('count', { count: invitations.length })}</small>
        </h2>
        <p class="quiet small">{t('pendingLead')}</p>
      </div>
      <ProblemNote error={submit.error} />
      <ul class="reps">
        {invitations.map((invitation) => (
          <Invitation
            key={invitation.id}
            invitation={invitation}
            teams={teams}
            onRenew={() => void renew(invitation)}
            onRevoke={async () => {
              await revokeInvitation(invitation.id);
              await onChanged();
            }}
          />
        ))}
      </ul>
      {renewed && (
        <Dialog title={t('inviteNamed', { name: renewed.invitation.name })} onClose={() => setRenewed(null)}>
          <LinkOnce {...renewed.invitation} link={renewed.link} onDone={() => setRenewed(null)} />
        </Dialog>
      )}
    </section>
  );
}

interface InvitationProps {
  invitation: InvitationView;
  teams: readonly TeamView[];
  onRenew: () => void;
  onRevoke: () => Promise<void>;
}

function Invitation({ invitation, teams, onRenew, onRevoke }: InvitationProps) {
  const t = useText(accountText);
  const roleWord = useText(roleText);
  const { dateTime } = useFormats();
  const scope = useScopeWords(teams);
  const { name, email, role, teamIds, expiresAt } = invitation;
  return (
    <li class="rep">
      <span class="rep-name">
        <strong class="clamped">{name}</strong>
        <small class="quiet">{[email, t('until', { date: dateTime(expiresAt) })].filter(Boolean).join(' · ')}</small>
      </span>
      <span class="rep-notes">
        <span class="badge">{roleWord(role)}</span>
        {role === 'manager' && <span class="badge">{scope(teamIds)}</span>}
      </span>
      <Button size="small" label={t('renewNamed', { name })} onClick={onRenew}>
        {t('renew')}
      </Button>
      <ConfirmButton
        size="small"
        look="plain"
        label={t('revokeNamed', { name })}
        action={t('revoke')}
        title={t('revokeTitle', { name })}
        text={t('revokeText')}
        onDo={onRevoke}
      />
    </li>
  );
}
