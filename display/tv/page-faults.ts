// What failed on this page beyond a scene: errors that nobody caught. Told to the manager once the server is heard,
// never shown on the wall (rule SC2).

let listener: (detail: string) => void = () => undefined;
const known: string[] = [];
const MOST = 20;

export function reportPageFault(error: unknown): void {
  const detail = error instanceof Error ? error.message : String(error);
  known.push(detail);
  if (known.length > MOST) known.shift();
  listener(detail);
}

/** Hears of every failure of the page, also of those before: a page that began anew has not told of why. */
export function hearPageFaults(hear: (detail: string) => void): void {
  listener = hear;
  for (const detail of known) hear(detail);
}

/** Errors that no part of the page has caught. */
export function watchPage(): void {
  window.addEventListener('error', ({ error, message }) => {
    // A picture that does not load is none.
    if (message) reportPageFault(error ?? message);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => reportPageFault(reason));
}
