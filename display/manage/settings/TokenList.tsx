// Tokens by name, each to be revoked.
import { useState } from 'preact/hooks';
import type { TokenView } from '../../../shared/schemas/office.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { revokeToken } from '../calls.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { settingsText } from './texts.ts';

interface TokenListProps {
  tokens: readonly TokenView[];
  onRevoked: () => Promise<void>;
}

export function TokenList({ tokens, onRevoked }: TokenListProps) {
  const t = useText(settingsText);
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
            <span class="rep-notes">
              {token.scopes.map((scope) => (
                <code key={scope} class="badge">
                  {scope}
                </code>
              ))}
            </span>
            <Button size="small" label={t('revokeNamed', { name: token.name })} onClick={() => setRevoking(token)}>
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
      {revoking && (
        <ConfirmDialog
          title={t('revokeTitle', { name: revoking.name })}
          text={t('revokeText')}
          action={t('revoke')}
          onDo={async () => {
            await revokeToken(revoking.id);
            setRevoking(null);
            await onRevoked();
          }}
          onClose={() => setRevoking(null)}
        />
      )}
    </section>
  );
}
