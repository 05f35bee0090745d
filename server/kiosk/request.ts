// What the person asked for: `npm run kiosk -- [URL] [--flag…] [-- anything for the browser]`.

export const USAGE = 'Usage: npm run kiosk -- [URL] [--flag of the browser…] [-- more for the browser]';

export interface Request {
  url: URL;
  /** Handed to the browser as they are, after our own. */
  passed: readonly string[];
}

/** Reads the arguments; refuses with one clear line. */
export function readRequest(args: readonly string[], defaultUrl: string): Request {
  const end = args.indexOf('--');
  const own = end === -1 ? args : args.slice(0, end);
  const [address = defaultUrl, ...more] = own.filter((arg) => !arg.startsWith('--'));
  if (more.length > 0 || address.startsWith('-')) throw new Error(USAGE);
  const passed = own.filter((arg) => arg.startsWith('--'));
  return { url: readUrl(address), passed: [...passed, ...(end === -1 ? [] : args.slice(end + 1))] };
}

function readUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new Error(`"${address}" is not the address of a Winboard: it has to begin with http:// or https://.`);
  return url;
}

/** Whether the browser is told to draw without a screen, or on one that the environment does not name. */
function bringsScreen(passed: readonly string[]): boolean {
  return passed.some((flag) => /^--(headless|ozone-platform)(=|$)/.test(flag));
}

export interface Seat {
  platform: NodeJS.Platform;
  isRoot: boolean;
  system: Readonly<Record<string, string | undefined>>;
}

/** Refuses where the browser could only fail again and again, and says what to do. */
export function checkSeat({ platform, isRoot, system }: Seat, passed: readonly string[]): void {
  if (platform !== 'linux') return;
  if (isRoot && !passed.includes('--no-sandbox'))
    throw new Error(
      'As root the browser runs without its sandbox only. Run the kiosk as a user of its own, or add --no-sandbox.',
    );
  if (!system['WAYLAND_DISPLAY'] && !system['DISPLAY'] && !bringsScreen(passed))
    throw new Error(
      'There is no screen here: neither WAYLAND_DISPLAY nor DISPLAY is set. Run the kiosk inside the desktop session.',
    );
}
