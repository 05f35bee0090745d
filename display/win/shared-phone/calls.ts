// What a shared phone asks of the server.
import type { SharedPhonePerson } from '../../../shared/schemas/accounts.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import { ApiFailure, call } from '../../kit/api.ts';

/** Who can sign in here by PIN; null where this phone is nobody's but its owner's. */
export async function readPeople(): Promise<SharedPhonePerson[] | null> {
  try {
    return (await call<{ items: SharedPhonePerson[] }>('GET', '/api/shared-phones/people')).items;
  } catch (error) {
    if (error instanceof ApiFailure && error.problem.status === 404) return null;
    throw error;
  }
}

export const enterByPin = (userId: string, pin: string) =>
  call<Session>('POST', '/api/session/pin', { body: { userId, pin } });
