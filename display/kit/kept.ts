// Small things that a device keeps between visits; a browser that keeps nothing gives null and forgets.

const PREFIX = 'winboard.';

let keepsNothing = false;

/** This page neither reads nor keeps anything from here on: another one of this browser may be the real one. */
export function keepNothing(): void {
  keepsNothing = true;
}

/** What is kept under a key: whoever kept it knows its shape. */
export function readKept(key: string): unknown {
  if (keepsNothing) return null;
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Keeps a value; null forgets it. Whether the browser did: where storage is full or denied the page works without. */
export function writeKept(key: string, value: unknown): boolean {
  if (keepsNothing) return true;
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** What somebody has been shown is kept under such keys: it goes with the session, whoever ends it. */
export const SEEN = 'seen.';

/** Forgets all that is kept of what somebody has been shown. */
export function forgetSeen(): void {
  if (keepsNothing) return;
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX + SEEN)) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Runs whenever another tab of this browser keeps something else under a key; gives what ends that. */
export function watchKept(key: string, run: () => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === PREFIX + key) run();
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}
