// Tokens by name, each to be revoked.
import type { TokenView } from '../../../shared/schemas/office.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { revokeToken } from '../calls.ts';
import { ConfirmButton } from '../ConfirmButton.tsx';
import { settingsText } from './texts.ts';

interface TokenListProps {
  tokens: readonly TokenView[];
  onRevoked: () => Promise<void>;
}

export function TokenList({ tokens, onRevoked }: TokenListProps) {
  const t = useText(settingsText);
  const { dateTime } = useFormats();
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
            <ConfirmButton
              size="small"
              label={t('revokeNamed', { name: token.name })}
              action={t('revoke')}
              title={t('revokeTitle', { name: token.name })}
              text={t('revokeText')}
              onDo={async () => {
                await revokeToken(token.id);
                await onRevoked();
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
