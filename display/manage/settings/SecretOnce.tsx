// A secret that is shown this once: to copy, then gone.
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { settingsText } from './texts.ts';

interface SecretOnceProps {
  secret: string;
  lead: string;
  copyWords: string;
  onDone: () => void;
}

export function SecretOnce({ secret, lead, copyWords, onDone }: SecretOnceProps) {
  const t = useText(settingsText);
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <div class="form">
      <p class="note note-gold">{lead}</p>
      <textarea
        ref={field}
        class="input secret"
        readOnly
        rows={3}
        value={secret}
        aria-label={copyWords}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p role="status" class="small">
        {copied === null ? '' : t(copied ? 'copied' : 'copyFailed')}
      </p>
      <div class="dialog-actions">
        <Button onClick={() => void copy()}>{copyWords}</Button>
        <Button look="main" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );

  /** Plain http has no clipboard API: there the old way still copies what is selected. */
  async function copy(): Promise<void> {
    field.current?.select();
    try {
      if (window.isSecureContext) await navigator.clipboard.writeText(secret);
      setCopied(window.isSecureContext || document.execCommand('copy'));
    } catch {
      setCopied(false);
    }
  }
}
