// The flags that make a browser a screen. Each was looked up in Chromium 156. Of what other guides name, it no longer
// knows --disable-session-crashed-bubble and --ozone-platform-hint (it finds Wayland by itself since 140), heeds
// --disable-infobars without a window only (a kiosk shows none by itself), and --kiosk implies --start-fullscreen.
// --disable-features=Translate no longer keeps the offer to translate away: the page itself does.
import type { BrowserKind } from './browsers.ts';

/** For every browser and address. */
const ALWAYS = [
  // A TV has nobody who could click a welcome, a question or an error away.
  '--no-first-run',
  '--no-default-browser-check',
  '--noerrdialogs',
  '--hide-crash-restore-bubble',
  // The system updates the browser; in between it must not hang an "update me" over the board. A year, in seconds.
  '--check-for-update-interval=31536000',
  // The gong sounds without anybody having pressed a key.
  '--autoplay-policy=no-user-gesture-required',
  // A touch screen must not be zoomed, nor swiped back to an empty page.
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  // What the browser says for its own developers stays out of the journal.
  '--log-level=3',
];

export interface Opening {
  url: URL;
  kind: BrowserKind;
  platform: NodeJS.Platform;
  /** Where the browser keeps what it remembers. */
  profile: string;
  passed: readonly string[];
}

/** All arguments for a browser. What was passed comes after our own, and of two equal flags Chromium takes the last. */
export function flagsFor({ url, kind, platform, profile, passed }: Opening): string[] {
  return [
    ...ALWAYS,
    ...(platform === 'linux' ? ['--password-store=basic'] : []), // No keyring that asks for its password after autologin.
    ...(isHeldInsecure(url) && kind !== 'edge' ? [`--unsafely-treat-insecure-origin-as-secure=${url.origin}`] : []),
    `--user-data-dir=${profile}`,
    ...passed,
    ...windowFor(kind, url),
  ];
}

/**
 * The kiosk mode of Edge is InPrivate: it would forget the pairing at every start. So Edge only fills the screen; as it
 * is no kiosk then, it would warn in a bar of the flag that names an insecure origin, and goes without.
 */
function windowFor(kind: BrowserKind, url: URL): string[] {
  return kind === 'edge' ? ['--start-fullscreen', `--app=${url.href}`] : ['--kiosk', url.href];
}

/** Plain http, but for this machine itself: there browsers hold back what they call powerful. */
function isHeldInsecure({ protocol, hostname }: URL): boolean {
  const isLoopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return protocol === 'http:' && !isLoopback;
}
