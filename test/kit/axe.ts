// Accessibility as axe sees it: what it finds wrong on a page, and what of that would shut somebody out.
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 A and AA, and what axe's makers hold to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Serious and critical findings, each as "rule: where, why"; none is what a test expects. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Not as a script of the page, which takes none but its own.
  await page.evaluate(axe.source);
  const results = await page.evaluate(run, TAGS);
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** In the page. What still moves is as it will be: half-faded text is not what anybody reads. */
async function run(tags: string[]): Promise<AxeResults> {
  const still = document.createElement('style');
  still.textContent = '*, *::before, *::after { animation: none !important; transition: none !important; }';
  document.head.append(still);
  try {
    return await window.axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
  } finally {
    still.remove();
  }
}
