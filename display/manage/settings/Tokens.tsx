// Tokens for other software.
import { useState } from 'preact/hooks';
import { SCOPES, type Scope } from '../../../shared/roles.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { CheckField, TextField } from '../../kit/ui/Field.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { createToken, readTokens } from '../calls.ts';
import { FormActions } from '../FormActions.tsx';
import { Shown } from '../Shown.tsx';
import { SecretOnce } from './SecretOnce.tsx';
import { settingsText } from './texts.ts';
import { TokenList } from './TokenList.tsx';

export function Tokens() {
  const t = useText(settingsText);
  const tokens = useLoad(readTokens, []);
  const [isAdding, setAdding] = useState(false);
  return (
    <section class="panel tokens" aria-labelledby="tokens">
      <header class="section-head">
        <div>
          <h2 id="tokens">{t('tokens')}</h2>
          <p class="quiet">{t('tokensLead')}</p>
        </div>
        <Button onClick={() => setAdding(true)}>{t('addToken')}</Button>
      </header>
      <Shown loaded={tokens}>
        {({ items }) => {
          if (items.length === 0) return <p class="quiet">{t('tokensNone')}</p>;
          return <TokenList tokens={items} onRevoked={tokens.reload} />;
        }}
      </Shown>
      {isAdding && <TokenDialog onClose={() => setAdding(false)} onCreated={tokens.reload} />}
    </section>
  );
}

function TokenDialog({ onClose, onCreated }: { onClose: () => void; onCreated: () => Promise<void> }) {
  const t = useText(settingsText);
  const submit = useSubmit();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['deals:write']);
  const [token, setToken] = useState<string | null>(null);
  const create = () =>
    submit.run(async () => {
      const made = await createToken({ name: name.trim(), scopes: [...scopes] });
      setToken(made.token);
      await onCreated();
    });
  return (
    <Dialog title={t('addToken')} onClose={onClose}>
      {token !== null ? (
        <SecretOnce secret={token} lead={t('tokenReady')} copyWords={t('copyToken')} onDone={onClose} />
      ) : (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <TextField
            label={t('tokenName')}
            value={name}
            onValue={setName}
            error={submit.fieldError('name')}
            input={{ required: true, maxLength: 120, autocomplete: 'off' }}
          />
          <div class="scopes" role="group" aria-label={t('scopes')}>
            {SCOPES.map((scope) => (
              <CheckField
                key={scope}
                label={t(scope)}
                hint={scope}
                isOn={scopes.includes(scope)}
                onChange={(isOn) => setScopes(isOn ? [...scopes, scope] : scopes.filter((one) => one !== scope))}
              />
            ))}
          </div>
          <ProblemNote error={submit.error} shown={['name']} />
          <FormActions
            action={t('addToken')}
            isBusy={submit.isBusy}
            isDisabled={scopes.length === 0}
            onClose={onClose}
          />
        </form>
      )}
    </Dialog>
  );
}
