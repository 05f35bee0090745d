// Whether the viewer asked for less motion.
const query = window.matchMedia('(prefers-reduced-motion: reduce)');

export function prefersCalm(): boolean {
  return query.matches;
}
