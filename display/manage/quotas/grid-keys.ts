// Moving through the grid by keys: Enter and the arrows go up and down in a column, Tab goes along a row by itself.

export function moveInGrid(event: KeyboardEvent): void {
  const step =
    event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
      ? -1
      : event.key === 'ArrowDown' || event.key === 'Enter'
        ? 1
        : 0;
  const input = event.currentTarget;
  if (step === 0 || !(input instanceof HTMLInputElement)) return;
  event.preventDefault();
  const column = document.querySelectorAll<HTMLInputElement>(`input[data-metric="${input.dataset['metric'] ?? ''}"]`);
  const next = column[Array.from(column).indexOf(input) + step];
  if (next) next.focus();
  else input.blur();
}
