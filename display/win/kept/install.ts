// Putting the page among the phone's apps. A browser that can asks the page first, once, soon after it was opened.

/** What Chromium hands out; it is in no standard. */
interface InstallPrompt extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

let kept: InstallPrompt | null = null;
const listeners = new Set<() => void>();

function set(prompt: InstallPrompt | null): void {
  kept = prompt;
  for (const listener of listeners) listener();
}

/** Keeps the browser's offer for when somebody asks for it. */
export function awaitInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    set(event as InstallPrompt);
  });
  window.addEventListener('appinstalled', () => set(null));
}

/** How the page can be installed here: by the browser's own question, by hand on an iPhone or iPad, or not at all. */
export type InstallWay = 'ask' | 'ios' | null;

export function installWay(): InstallWay {
  if (isInstalled()) return null;
  if (kept) return 'ask';
  return isIos() && window.isSecureContext ? 'ios' : null;
}

export function onInstallWay(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Has the browser ask; its offer holds once. */
export async function install(): Promise<void> {
  const prompt = kept;
  set(null);
  await prompt?.prompt();
}

/** Whether the page runs as an app of its own. */
export function isInstalled(): boolean {
  const isOnIos = 'standalone' in navigator && navigator.standalone === true;
  return isOnIos || window.matchMedia('(display-mode: standalone)').matches;
}

/** An iPad says that it is a Mac, but has fingers. */
export function isIos(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
}
