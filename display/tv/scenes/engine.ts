// The browser's engine by its user agent, as a TV's owner can look it up.
const ENGINES: readonly (readonly [name: string, version: RegExp])[] = [
  ['Firefox', /Firefox\/(\d+)/],
  ['Chromium', /Chrom(?:e|ium)\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
];

/** "Chromium 79"; empty where it gives no name that we know. */
export function engineOf(userAgent: string): string {
  for (const [name, version] of ENGINES) {
    const found = version.exec(userAgent);
    if (found) return `${name} ${found[1]}`;
  }
  return '';
}
