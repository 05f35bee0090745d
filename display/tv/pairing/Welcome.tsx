// The page of a screen that is nobody's yet: a code, what to do with it, in both languages; calm, and without a word of
// error (rules SC2, SC9).
import './welcome.css';
import { showCode } from '../../../shared/pairing.ts';
import type { Locale } from '../../kit/i18n.ts';
import { QrCode } from '../../kit/QrCode.tsx';
import type { ShownCode } from './pairing.ts';
import { pairingWords } from './words.ts';

export function Welcome({ code }: { code: ShownCode | null }) {
  // A TV on the server's own machine calls it by a name that no phone can open.
  const { host } = new URL(code?.claimUrl ?? window.location.href);
  return (
    <main class="welcome">
      <p class="welcome-brand">
        <span class="brand-mark">
          <i />
          <i />
          <i />
        </span>
        Winboard
      </p>
      <div class="welcome-code">
        <p class="code" aria-label={code?.code ?? ''}>
          {code ? showCode(code.code) : '··· ···'}
        </p>
        <div class="welcome-columns">
          <Steps locale="vi" host={host} />
          <Steps locale="en" host={host} />
        </div>
      </div>
      <div class="welcome-qr">{code && <QrCode text={code.claimUrl} />}</div>
    </main>
  );
}

function Steps({ locale, host }: { locale: Locale; host: string }) {
  const say = pairingWords(locale);
  return (
    <section class="welcome-steps" lang={locale}>
      <h1 class="welcome-title">{say('title')}</h1>
      <ol>
        <li>{say('scan')}</li>
        <li>
          {say('type')} <b class="welcome-address">{host}/manage</b> → {say('where')}
        </li>
      </ol>
    </section>
  );
}
