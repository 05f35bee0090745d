// Tells at once where the browser is too old for the wall, instead of "opening" for ever. No module and no syntax that
// came after ES5: whatever browser a TV has must be able to run this.
(function () {
  // Chromium below 61 knows no modules; below 64 no `import.meta` and no ResizeObserver, and ours need both.
  if ('noModule' in document.createElement('script') && 'ResizeObserver' in window) return;
  document.documentElement.className += ' is-old-engine';
})();
