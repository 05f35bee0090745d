// A TV that hangs on its side: the whole page lies in a frame that is turned, so that everything in it (heights, shapes,
// media queries) is as on a screen of that shape.

/** Whether this page is the one inside of a frame. */
export function isFramed(): boolean {
  return window.parent !== window;
}

/** The screen hangs another way from now on: the outermost page begins anew, and turns what is in it. */
export function turnPage(): void {
  (window.top ?? window).location.reload();
}
