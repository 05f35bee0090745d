// While the first board is on its way.
import { words } from './words.ts';

export function Opening() {
  return (
    <main class="opening">
      <p class="opening-name">Winboard</p>
      <p class="opening-line">
        {words('vi')('opening')} <span lang="en">{words('en')('opening')}</span>
      </p>
    </main>
  );
}
