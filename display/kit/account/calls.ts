// What the account's page asks of the server.
import type {
  PasskeyView,
  PasswordBody,
  PinBody,
  SessionView,
  SharedPhoneView,
} from '../../../shared/schemas/accounts.ts';
import { call } from '../api.ts';

const at = (path: string, id: string): string => `${path}/${encodeURIComponent(id)}`;

export const readSessions = () => call<{ items: SessionView[] }>('GET', '/api/sessions');
export const endSession = (id: string) => call<unknown>('DELETE', at('/api/sessions', id));
export const endOtherSessions = () => call<unknown>('DELETE', '/api/sessions');

export const readPasskeys = () => call<{ items: PasskeyView[] }>('GET', '/api/passkeys');
export const removePasskey = (id: string) => call<unknown>('DELETE', at('/api/passkeys', id));

export const putPassword = (body: PasswordBody) => call<unknown>('PUT', '/api/me/password', { body });
export const putPin = (body: PinBody) => call<unknown>('PUT', '/api/me/pin', { body });

export const readSharedPhones = () => call<{ items: SharedPhoneView[] }>('GET', '/api/shared-phones');
export const sharePhone = (name: string) => call<SharedPhoneView>('POST', '/api/shared-phones', { body: { name } });
export const unsharePhone = (id: string) => call<unknown>('DELETE', at('/api/shared-phones', id));
