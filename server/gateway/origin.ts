// Cross-site calls and handshakes are told by their origin.

/** Whether a page of this very host asks, or no page at all. */
export function isSameOrigin(headers: { origin?: string | undefined; host?: string | undefined }): boolean {
  if (headers.origin === undefined) return true;
  try {
    return new URL(headers.origin).host === headers.host;
  } catch {
    return false;
  }
}
