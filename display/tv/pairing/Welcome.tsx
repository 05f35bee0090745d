// The page of a screen that is nobody's yet: a code, what to do with it, in both languages; calm, and without a word of
// error (rules SC2, SC9).
import { useEffect, useState } from 'preact/hooks';
import './welcome.css';
import { showCode } from '../../../shared/pairing.ts';
import type { Locale } from '../../kit/i18n.ts';
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

async function draw(text: string): Promise<{ size: number; path: string }> {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const cells = data.flatMap((line, y) => line.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: cells.join('') };
}

/** Dark on light whatever the theme: phones read no other. */
function QrCode({ text }: { text: string }) {
  const [drawn, setDrawn] = useState<{ size: number; path: string } | null>(null);
  useEffect(() => {
    let isOff = false;
    // Without it, the code alone will do.
    draw(text).then(
      (code) => isOff || setDrawn(code),
      () => undefined,
    );
    return () => {
      isOff = true;
    };
  }, [text]);
  if (!drawn) return null;
  return (
    <svg class="qr" viewBox={`0 0 ${drawn.size} ${drawn.size}`} shape-rendering="crispEdges" role="img" aria-label="QR">
      <rect width={drawn.size} height={drawn.size} fill="#fff" />
      <path d={drawn.path} fill="#070f1a" />
    </svg>
  );
}
