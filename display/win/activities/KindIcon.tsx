// The sign of each kind of activity, drawn by the line.
import type { ActivityKind } from '../../../shared/activity.ts';

const PATHS: Readonly<Record<ActivityKind, string>> = {
  lead: 'M10 11a4 4 0 100-8 4 4 0 000 8zM3 20.500c.6-4 3.300-6 7-6s6.400 2 7 6M18.500 7.500v6M15.500 10.500h6',
  call: 'M5 3.500h3.500l1.700 4.700-2.300 1.600a11.500 11.500 0 006.300 6.300l1.600-2.300 4.700 1.700V19a1.500 1.500 0 01-1.600 1.500A16 16 0 013.500 5.100 1.500 1.500 0 015 3.500z',
  meeting: 'M3.500 4.500h12v8.500H8.500l-3.500 3v-3H3.500zM18.500 9h2v8.500H19v3l-3.500-3h-5',
  visit: 'M12 21s7-6.100 7-11.500a7 7 0 10-14 0C5 14.900 12 21 12 21zM12 12a2.500 2.500 0 100-5 2.500 2.500 0 000 5z',
  quote: 'M6 3h8.500L18.500 7v14H6zM14 3v4.500h4.500M9 12h6.500M9 16h4.500',
};

export function KindIcon({ kind, size = 24 }: { kind: ActivityKind; size?: number }) {
  return (
    <svg class="kind-icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path
        d={PATHS[kind]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
