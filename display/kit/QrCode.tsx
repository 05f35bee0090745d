// An address for a phone's camera. What draws it is fetched when the first one is shown.
import { useEffect, useState } from 'preact/hooks';

async function draw(text: string): Promise<{ size: number; path: string }> {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const cells = data.flatMap((line, y) => line.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: cells.join('') };
}

/** Dark on light whatever the theme: phones read no other. */
export function QrCode({ text }: { text: string }) {
  const [drawn, setDrawn] = useState<{ size: number; path: string } | null>(null);
  useEffect(() => {
    let isOff = false;
    // Without it, what is written beside it will do.
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
