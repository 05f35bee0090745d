// Whether motion is kept short: the viewer's device asks for it, or the screen was set so. The page's class says it to
// the style sheets.
const query = window.matchMedia('(prefers-reduced-motion: reduce)');

let isSet = false;

export function setCalm(calm: boolean): void {
  isSet = calm;
  tell();
}

query.addEventListener('change', tell);

function tell(): void {
  document.documentElement.classList.toggle('is-calm', prefersCalm());
}

export function prefersCalm(): boolean {
  return isSet || query.matches;
}
