// A secret that is shown this once: to copy, then gone.
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { copyFrom } from '../copy.ts';
import { deskText } from '../texts.ts';

interface SecretOnceProps {
  secret: string;
  lead: string;
  copyWords: string;
  onDone: () => void;
}

export function SecretOnce({ secret, lead, copyWords, onDone }: SecretOnceProps) {
  const desk = useText(deskText);
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
        {copied === null ? '' : desk(copied ? 'copied' : 'copyFailed')}
      </p>
      <div class="dialog-actions">
        <Button onClick={() => void copyFrom(field.current).then(setCopied)}>{copyWords}</Button>
        <Button look="main" onClick={onDone}>
          {desk('done')}
        </Button>
      </div>
    </div>
  );
}
