// A TV's own link: a read-only token that the wall takes out of the address bar, and what the TV should show.
import type { TokenView } from '../../../shared/schemas/office.ts';
import type { Locale } from '../../kit/i18n.ts';

/** A token that can do nothing but show boards: what a TV has. */
export function isScreenToken({ scopes }: Pick<TokenView, 'scopes'>): boolean {
  return scopes.length === 1 && scopes[0] === 'board:read';
}

export function screenLink(origin: string, choice: { token: string; board: string; lang: Locale }): string {
  return `${origin}/#${new URLSearchParams({ token: choice.token, board: choice.board, lang: choice.lang }).toString()}`;
}
