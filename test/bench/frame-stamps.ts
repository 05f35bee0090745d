// Injected into a measured page (as text: it may use nothing of this module). When the board has a new rev, a stamp is
// drawn in the very frame that draws the rows, and the browser reports when that frame was presented (Element Timing).
// A stamp is a fresh block each time, since only an element's first paint is reported, and the last eight stay, since
// one that is gone before its frame is presented is never reported.

declare global {
  interface Window {
    /** The instant (epoch ms) at which the first frame with a rev was presented. */
    frameStamps: Record<string, number>;
  }
}

export function stampFrames(): void {
  window.frameStamps = {};
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { identifier: string; renderTime: number })[]) {
      window.frameStamps[entry.identifier] = performance.timeOrigin + entry.renderTime;
    }
  }).observe({ type: 'element', buffered: true });

  const stamps: HTMLElement[] = [];
  new MutationObserver(() => {
    const rev = document.querySelector('main')?.dataset['rev'] ?? '';
    const stamp = document.createElement('b');
    stamp.style.cssText = 'display: block; position: fixed; top: 0; left: 0; font: 12px sans-serif; color: gray';
    stamp.textContent = rev;
    stamp.setAttribute('elementtiming', rev);
    document.body.append(stamp);
    stamps.push(stamp);
    if (stamps.length > 8) stamps.shift()?.remove();
  }).observe(document, { subtree: true, attributeFilter: ['data-rev'] });
}
