// When the first rows of a page are on the glass, as the browser itself says (Element Timing): in the frame that draws
// them a block of text is drawn, too, and its time of presentation is reported.

export interface FirstRows {
  /** ms after the navigation began. */
  at: number;
  /** When the page's socket first spoke; null where it had not by then. */
  heardAt: number | null;
  nodes: number;
  rows: number;
}

declare global {
  interface Window {
    firstRows: Promise<FirstRows>;
  }
}

/** Injected into a measured page (as text: it may use nothing of this module). */
export function stampFirstRows(): void {
  let heardAt: number | null = null;
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', () => (heardAt ??= performance.now()), { once: true });
    }
  };
  window.firstRows = new Promise((resolve) => {
    let drawn = { nodes: 0, rows: 0 };
    new PerformanceObserver((list) => {
      const [entry] = list.getEntries() as (PerformanceEntry & { renderTime: number })[];
      const at = entry?.renderTime ?? Number.NaN;
      resolve({ at, heardAt: heardAt !== null && heardAt < at ? heardAt : null, ...drawn });
    }).observe({ type: 'element', buffered: true });
    const rowsOf = (): number => document.querySelectorAll('main[data-rev] .row').length;
    new MutationObserver((_, observer) => {
      if (rowsOf() === 0) return;
      observer.disconnect();
      drawn = { nodes: document.querySelectorAll('body *').length, rows: rowsOf() };
      const stamp = document.createElement('b');
      stamp.style.cssText = 'display: block; position: fixed; top: 0; left: 0; font: 12px sans-serif; color: gray';
      stamp.textContent = 'rows';
      stamp.setAttribute('elementtiming', 'rows');
      document.body.append(stamp);
    }).observe(document, { childList: true, subtree: true });
  });
}
