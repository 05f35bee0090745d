// Pictures and sounds on their way to the server.
import type { MediaView } from '../../shared/schemas/wall.ts';
import { call } from './api.ts';

/** A large file takes its time. */
const TIMEOUT_MS = 300_000;

export const uploadMedia = (bytes: Blob) =>
  call<MediaView>('POST', '/api/media', { file: { bytes, type: bytes.type }, timeoutMs: TIMEOUT_MS });
