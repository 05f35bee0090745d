// Tokens by name, each to be revoked.
import { useState } from 'preact/hooks';
import type { TokenView } from '../../../shared/schemas/office.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { revokeToken } from '../calls.ts';
import { isScreenToken } from '../screens/screen-link.ts';
import { screenText } from '../screens/texts.ts';
import { deskText } from '../texts.ts';

interface TokenListProps {
  tokens: readonly TokenView[];
  /** What revoking one does. */
  warning: string;
  onRevoked: () => Promise<void>;
}

export function TokenList({ tokens, warning, onRevoked }: TokenListProps) {
  const t = useText(screenText);
  const { dateTime } = useFormats();
  const [revoking, setRevoking] = useState<TokenView | null>(null);
  return (
    <section class="panel">
      <ul class="reps">
        {tokens.map((token) => (
          <li key={token.id} class="rep">
            <span class="rep-name">
              <strong>{token.name}</strong>
              <small class="quiet">{t('created', { date: dateTime(token.createdAt) })}</small>
            </span>
            {!isScreenToken(token) && (
              <span class="rep-notes">
                {token.scopes.map((scope) => (
                  <code key={scope} class="badge">
                    {scope}
                  </code>
                ))}
              </span>
            )}
            <Button size="small" label={t('revokeNamed', { name: token.name })} onClick={() => setRevoking(token)}>
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
      {revoking && (
        <RevokeDialog
          token={revoking}
          warning={warning}
          onClose={() => setRevoking(null)}
          onDone={async () => {
            setRevoking(null);
            await onRevoked();
          }}
        />
      )}
    </section>
  );
}

interface RevokeDialogProps {
  token: TokenView;
  warning: string;
  onClose: () => void;
  onDone: () => Promise<void>;
}

function RevokeDialog({ token, warning, onClose, onDone }: RevokeDialogProps) {
  const t = useText(screenText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const revoke = async () => {
    if (await submit.run(async () => void (await revokeToken(token.id)))) await onDone();
  };
  return (
    <Dialog title={t('revokeTitle', { name: token.name })} onClose={onClose}>
      <p>{warning}</p>
      <ProblemNote error={submit.error} />
      <div class="dialog-actions">
        <Button onClick={onClose}>{desk('cancel')}</Button>
        <Button look="danger" isBusy={submit.isBusy} onClick={() => void revoke()}>
          {t('revokeDo')}
        </Button>
      </div>
    </Dialog>
  );
}
