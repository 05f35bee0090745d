// A password, which whoever types it may look at.
import { useState } from 'preact/hooks';
import { Field, type FieldProps } from './Field.tsx';
import { useText } from './locale.ts';
import { uiText } from './texts.ts';

interface PasswordFieldProps extends FieldProps {
  value: string;
  onValue: (value: string) => void;
  /** Which of them a password keeper fills in. */
  kind: 'new-password' | 'current-password';
}

const SHOWN = { type: 'text' } as const;
const HIDDEN = { type: 'password' } as const;

export function PasswordField({ value, onValue, kind, ...field }: PasswordFieldProps) {
  const t = useText(uiText);
  const [isShown, setShown] = useState(false);
  return (
    <Field {...field}>
      {(wiring) => (
        <div class="reveal">
          <input
            {...wiring}
            {...(isShown ? SHOWN : HIDDEN)}
            required
            minLength={kind === 'new-password' ? 8 : undefined}
            maxLength={200}
            autocomplete={kind}
            autocapitalize="none"
            spellcheck={false}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          <button
            type="button"
            aria-label={t(isShown ? 'hidePassword' : 'showPassword')}
            onClick={() => setShown(!isShown)}
          >
            {t(isShown ? 'hide' : 'show')}
          </button>
        </div>
      )}
    </Field>
  );
}
