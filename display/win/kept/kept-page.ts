// Has the browser keep the page, where it lets pages do so (https, localhost). Rules PW1–PW3.

/** Where the page's service worker lies and what it may answer for. */
const WORKER = '/win/sw.js';
const SCOPE = '/win';

/** The registration of the page's worker; null where there is none, or can be none. */
export async function keptRegistration(): Promise<ServiceWorkerRegistration | null> {
  if (!canBeKept()) return null;
  return (await navigator.serviceWorker.getRegistration(SCOPE)) ?? null;
}

/** Whether this browser can keep the page at all. */
export function canBeKept(): boolean {
  return window.isSecureContext && 'serviceWorker' in navigator;
}

/** Registers the page's worker, and goes where a notice leads that was tapped. */
export function keepPage(): void {
  if (!canBeKept()) return;
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const hash = typeof data === 'object' && data !== null && 'hash' in data ? data.hash : null;
    if (typeof hash === 'string') location.hash = hash;
  });
  // The page works without: the next visit tries again.
  register().catch(() => undefined);
}

/** A registration of an earlier visit is followed at once: asking the server for the worker again may take its time. */
async function register(): Promise<void> {
  const known = await keptRegistration();
  if (known) followUpdates(known);
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: 'none' });
  if (registration !== known) followUpdates(registration);
}

/** A worker of this page's own build need not wait for the last page of an older one to close. */
function followUpdates(registration: ServiceWorkerRegistration): void {
  const build = document.querySelector<HTMLMetaElement>('meta[name="build-id"]')?.content;
  // The worker itself is told: `waiting` may not have it yet when it says that it is installed.
  const follow = (worker: ServiceWorker | null) => {
    const tell = () => {
      // The very first has nothing to wait for.
      if (worker?.state === 'installed' && registration.active) worker.postMessage({ build });
    };
    tell();
    worker?.addEventListener('statechange', tell);
  };
  follow(registration.waiting);
  // One may be on its way already, from before this page was loaded.
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
}
