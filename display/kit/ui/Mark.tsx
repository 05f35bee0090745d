// Winboard's mark: a leaderboard of three, the first in gold.

export function Mark() {
  return (
    <span class="mark">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <rect x="2" y="3.5" width="20" height="4.5" rx="2.25" fill="#f5c542" />
        <rect x="2" y="9.75" width="15" height="4.5" rx="2.25" fill="#35c9aa" />
        <rect x="2" y="16" width="10" height="4.5" rx="2.25" fill="#9fb4ca" />
      </svg>
      Winboard
    </span>
  );
}
