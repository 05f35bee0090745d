// This browser's subscription to notices, and what the server knows of it.
import type { PushPreferencesBody, PushView } from '../../../shared/schemas/push.ts';
import { call } from '../../kit/api.ts';
import { isInstalled, isIos } from '../kept/install.ts';
import { canBeKept, keptRegistration } from '../kept/kept-page.ts';

/** Why this browser cannot be told; null where it can, if its owner wants. */
export type Hindrance = 'insecure' | 'ios' | 'unsupported' | 'denied' | null;

export function hindrance(): Hindrance {
  if (!window.isSecureContext) return 'insecure';
  if (isIos() && !isInstalled()) return 'ios';
  if (!canBeKept() || !('PushManager' in window) || !('Notification' in window)) return 'unsupported';
  return Notification.permission === 'denied' ? 'denied' : null;
}

/** The browser's push service cannot be had. */
export class NoPushService extends Error {}

export const readPush = () => call<PushView>('GET', '/api/push');
export const putPreferences = (body: PushPreferencesBody) => call<unknown>('PUT', '/api/push/preferences', { body });

/** Whether this very browser is told: the server may know of one that is gone. */
export async function isTold({ endpoint }: PushView): Promise<boolean> {
  const subscription = await (await keptRegistration())?.pushManager.getSubscription();
  return endpoint !== null && subscription?.endpoint === endpoint;
}

/** Asks whoever holds the phone, then the browser's push service, then the server. False where the first says no. */
export async function turnOn(publicKey: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  const { endpoint, keys } = (await subscribe(publicKey)).toJSON();
  await call<unknown>('PUT', '/api/push/subscription', { body: { endpoint, keys } });
  return true;
}

async function subscribe(publicKey: string): Promise<PushSubscription> {
  const manager = (await keptRegistration())?.pushManager;
  if (!manager) throw new NoPushService();
  try {
    return await manager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  } catch {
    // One for another key (the server was set up anew) is in the way.
    await (await manager.getSubscription())?.unsubscribe();
  }
  try {
    return await manager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  } catch (error) {
    throw new NoPushService('no subscription', { cause: error });
  }
}

/** The server first: what it does not know it tells nobody. */
export async function turnOff(): Promise<void> {
  await call<unknown>('DELETE', '/api/push/subscription');
  await (await (await keptRegistration())?.pushManager.getSubscription())?.unsubscribe();
}
