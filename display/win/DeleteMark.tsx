// The sign of the key that takes the last digit back.

export function DeleteMark() {
  return (
    <svg viewBox="0 0 32 24" width="34" height="26" aria-hidden="true">
      <path
        d="M11 3h17a1 1 0 011 1v16a1 1 0 01-1 1H11l-8-9zM15.5 8l8 8M23.5 8l-8 8"
        fill="none"
        stroke="currentColor"
        stroke-width="2.4"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  );
}
