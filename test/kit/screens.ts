// Paired screens for tests: a TV asks for its code, a manager claims it, as in an office.
import type { ClaimBody, NewPairing, ScreenView } from '../../shared/schemas/screens.ts';
import type { TestApp } from './app.ts';

/** What a TV does first. */
export async function askForCode(app: TestApp): Promise<NewPairing> {
  const { status, body } = await app.call<NewPairing>('POST', '/api/screens', undefined, { as: '' });
  if (status !== 201) throw new Error(`no code: ${JSON.stringify(body)}`);
  return body;
}

/** A claimed TV, and the token that it keeps. */
export async function pairScreen(
  app: TestApp,
  screen: Partial<ClaimBody> = {},
): Promise<{ id: string; token: string }> {
  const { code, secret } = await askForCode(app);
  const { status, body } = await app.call<ScreenView>('POST', '/api/screens/claim', { code, name: 'TV', ...screen });
  if (status !== 201) throw new Error(`no screen: ${JSON.stringify(body)}`);
  return { id: body.id, token: secret };
}

export async function screenOf(app: TestApp, id: string): Promise<ScreenView> {
  return (await app.call<ScreenView>('GET', `/api/screens/${id}`)).body;
}
