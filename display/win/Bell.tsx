// The bell that a win rings: it swings once the server has the win, and waits until then.

export function Bell({ isRinging }: { isRinging: boolean }) {
  return (
    <svg class={`bell${isRinging ? ' bell-rings' : ''}`} viewBox="0 0 48 48" width="64" height="64" aria-hidden="true">
      <path
        d="M24 6a3 3 0 013 3v1.300c6 1.4 10 6.6 10 12.700v8l3.5 5.500H7.500L11 31v-8c0-6.1 4-11.3 10-12.700V9a3 3 0 013-3z"
        fill="currentColor"
      />
      <path d="M19 39.500a5 5 0 0010 0z" fill="currentColor" />
    </svg>
  );
}
