// Passkeys on this page: where the browser has them, adding one, signing in by one. The only file that knows
// @simplewebauthn/browser, which is fetched when somebody reaches for it.
import type { PasskeyView } from '../../shared/schemas/accounts.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { call } from './api.ts';

const ADDRESS = /^(?:\d+(?:\.\d+){3}|\[.*\])$/;

/** Whether this page can have passkeys: over https, or on the server's own machine, and under a name. */
export function canUsePasskeys(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window && !ADDRESS.test(location.hostname);
}

/** Signs in by whatever passkey the browser offers; null where nobody put a finger on it. */
export async function signInByPasskey(): Promise<Session | null> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];
  const optionsJSON = await call<Options>('POST', '/api/session/passkey/options', { body: {} });
  const credential = await unlessCancelled(startAuthentication({ optionsJSON }));
  return credential && call<Session>('POST', '/api/session/passkey', { body: { credential } });
}

/** Has the browser make a passkey for who is signed in; null where that was cancelled. */
export async function addPasskey(): Promise<PasskeyView | null> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];
  const optionsJSON = await call<Options>('POST', '/api/passkeys/options', { body: {} });
  const credential = await unlessCancelled(startRegistration({ optionsJSON }));
  return credential && call<PasskeyView>('POST', '/api/passkeys', { body: { credential } });
}

/** Browsers do not say whether somebody cancelled or has nothing to offer: either way nothing went wrong. */
async function unlessCancelled<T>(ceremony: Promise<T>): Promise<T | null> {
  try {
    return await ceremony;
  } catch (error) {
    if (error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')) return null;
    throw error;
  }
}
