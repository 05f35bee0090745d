// Small things that a device keeps between visits; a browser that keeps nothing gives null and forgets.

const PREFIX = 'winboard.';

/** What is kept under a key: whoever kept it knows its shape. */
export function readKept(key: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Keeps a value; null forgets it. */
export function writeKept(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Storage is full or denied: the page works without it.
  }
}

/** Runs whenever another tab of this browser keeps something else under a key. */
export function watchKept(key: string, run: () => void): void {
  window.addEventListener('storage', (event) => {
    if (event.key === PREFIX + key) run();
  });
}
