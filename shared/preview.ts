// What the desk's editor says to the wall in its preview frame (`/#preview`), and the one word that comes back. Both are
// pages of this server: either end takes messages of its own origin only.
import type { ScreenConfig } from './screen.ts';

/** The wall stands and listens. */
export interface PreviewReady {
  type: 'winboard:ready';
}

/** Be this screen, now. */
export interface PreviewMessage {
  type: 'winboard:preview';
  config: ScreenConfig;
  /** The playlist's item to show and keep; none goes on by the clock. */
  scene?: number | null;
  /** Celebrate a sample win of this level, once. */
  celebrate?: 1 | 2 | 3;
}

export function isPreviewMessage(value: unknown): value is PreviewMessage {
  return hasType(value, 'winboard:preview') && 'config' in value && typeof value.config === 'object';
}

export function isPreviewReady(value: unknown): value is PreviewReady {
  return hasType(value, 'winboard:ready');
}

function hasType(value: unknown, type: string): value is object {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === type;
}
