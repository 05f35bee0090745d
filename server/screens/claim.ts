// A TV becomes the office's: by the code that it shows.
import type { Actor } from '../../shared/roles.ts';
import { Refusal } from '../../shared/problem.ts';
import type { ClaimBody } from '../../shared/schemas/screens.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Pairing, Pairings } from './pairings.ts';

/**
 * Makes a screen of the TV that shows `body.code`, or puts it in the place of `body.replaces`; gives the screen's id.
 * Refuses a wrong code or setting by its field; then the code can still be claimed. Rule SC9.
 */
export function claimScreen(
  { ledger, pairings }: { ledger: Ledger; pairings: Pairings },
  actor: Actor,
  body: ClaimBody,
): Promise<string> {
  return pairings.claim(body.code, 'id' in actor ? actor.id : actor.type, (pairing) =>
    claim(ledger, actor, body, pairing),
  );
}

async function claim(ledger: Ledger, actor: Actor, body: ClaimBody, { hash }: Pairing): Promise<string> {
  const { code: _code, name, replaces, ...settings } = body;
  if (replaces === undefined) {
    if (name === undefined) throw Refusal.field('name', 'field/missing', 'is missing');
    return (await ledger.run('screen:create', actor, { body: { name, ...settings }, hash })).id;
  }
  const patch = { ...settings, ...(name === undefined ? {} : { name }) };
  await ledger.run('screen:rekey', actor, { id: replaces, hash, patch });
  return replaces;
}
