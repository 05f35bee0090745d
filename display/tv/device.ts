// The machine that this page runs on, as far as a page can know it.

/** The browser's engine and the TV's system, by its user agent: "Chromium 92 · webOS", "Firefox 143 · Linux". */
export function engineOf(userAgent: string): string {
  const engine =
    named(userAgent, /(?:Chrome|Chromium)\/(\d+)/, 'Chromium') ??
    named(userAgent, /Firefox\/(\d+)/, 'Firefox') ??
    named(userAgent, /Version\/(\d+).*Safari\//, 'Safari') ??
    userAgent.slice(0, 60);
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  return system === undefined ? engine : `${engine} · ${system}`;
}

function named(userAgent: string, pattern: RegExp, name: string): string | null {
  const version = pattern.exec(userAgent)?.[1];
  return version === undefined ? null : `${name} ${version}`;
}

const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Tizen/, 'Tizen'],
  [/Web0S|webOS/i, 'webOS'],
  [/CrKey/, 'Chromecast'],
  [/AFT\w+/, 'Fire TV'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What the page's scripts hold, MB; null where the engine does not tell. */
export function heapMegabytes(): number | null {
  const { memory } = performance as { memory?: { usedJSHeapSize: number } };
  return memory ? Math.round(memory.usedJSHeapSize / 104_857.6) / 10 : null;
}

export function countNodes(): number {
  return document.getElementsByTagName('*').length;
}
