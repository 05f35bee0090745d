// What failed on this page beyond a scene: errors that nobody caught. Told to the manager once the server is heard,
// never shown on the wall (rule SC2).

let listener: ((detail: string) => void) | null = null;
const untold: string[] = [];

export function reportPageFault(error: unknown): void {
  const detail = error instanceof Error ? error.message : String(error);
  if (listener) listener(detail);
  else untold.push(detail);
}

/** Hears of every failure of the page, also of those before. */
export function hearPageFaults(hear: (detail: string) => void): void {
  listener = hear;
  for (const detail of untold.splice(0)) hear(detail);
}

/** Errors that no part of the page has caught. */
export function watchPage(): void {
  window.addEventListener('error', ({ error, message }) => {
    // A picture that does not load is none.
    if (message) reportPageFault(error ?? message);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => reportPageFault(reason));
}
