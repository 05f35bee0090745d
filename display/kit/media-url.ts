/** Where a picture or a sound lies. */
export function mediaUrl(id: string): string {
  return `/media/${encodeURIComponent(id)}`;
}
