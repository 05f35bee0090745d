// A link to hand over, shown this once: to scan from the screen, to copy, to share.
import { useRef, useState } from 'preact/hooks';
import type { LinkAnswer } from '../../../shared/schemas/accounts.ts';
import { QrCode } from '../../kit/QrCode.tsx';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { copyFrom } from '../copy.ts';
import { deskText } from '../texts.ts';
import { accountText } from './texts.ts';

interface LinkOnceProps {
  link: LinkAnswer;
  /** For whom it is. */
  name: string;
  /** Where it went by mail, if it did. */
  email: string | null;
  onDone: () => void;
}

export function LinkOnce({ link, name, email, onDone }: LinkOnceProps) {
  const t = useText(accountText);
  const desk = useText(deskText);
  const { dateTime } = useFormats();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <div class="form">
      {link.mailed && (
        <p class="note note-good" role="status">
          {t('mailed', { email: email ?? '' })}
        </p>
      )}
      <div class="link-once">
        <QrCode text={link.url} />
        <div class="link-words">
          <p>{t('handOver', { name })}</p>
          <p class="small quiet">{t('holdsUntil', { date: dateTime(link.expiresAt) })}</p>
        </div>
      </div>
      <input
        ref={field}
        class="input secret"
        readOnly
        value={link.url}
        aria-label={t('link')}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p role="status" class="small">
        {copied === null ? '' : desk(copied ? 'copied' : 'copyFailed')}
      </p>
      <div class="dialog-actions">
        {/* Only phones have it, and only on https. */}
        {'share' in navigator && <Button onClick={() => void share(link.url)}>{t('share')}</Button>}
        <Button onClick={() => void copyFrom(field.current).then(setCopied)}>{t('copyLink')}</Button>
        <Button look="main" onClick={onDone}>
          {desk('done')}
        </Button>
      </div>
    </div>
  );
}

async function share(url: string): Promise<void> {
  try {
    await navigator.share({ url });
  } catch {
    // Whoever closes the list of apps has not failed: the link is still there.
  }
}
