// On a phone that everybody holds: who walks away is signed out, who types a long win is not. Rule RO8.
import { useEffect } from 'preact/hooks';

/** As long as the server gives a session on a shared phone without a call. */
const IDLE_MS = 10 * 60_000;
/** A touch tells the server that somebody is there, at most this often. */
const TELL_MS = 3 * 60_000;
const TOUCHES = ['pointerdown', 'keydown'] as const;

export function useIdle(isShared: boolean, tell: () => Promise<void>, leave: () => Promise<void>): void {
  useEffect(() => {
    if (!isShared) return;
    let toldAt = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      // Without a network the page cannot sign out; the server ends the session by itself.
      timer = setTimeout(() => void leave().catch(wait), IDLE_MS);
    };
    const touched = () => {
      wait();
      if (Date.now() - toldAt < TELL_MS) return;
      toldAt = Date.now();
      void tell();
    };
    wait();
    for (const touch of TOUCHES) window.addEventListener(touch, touched, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const touch of TOUCHES) window.removeEventListener(touch, touched);
    };
  }, [isShared, tell, leave]);
}
