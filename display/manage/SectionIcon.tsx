// A small drawing for each section.
import type { Section } from './routes.ts';

const PATHS: Readonly<Record<Section, string>> = {
  home: 'M3 10l7-6 7 6v6a1 1 0 01-1 1h-3v-5H7v5H4a1 1 0 01-1-1z',
  people:
    'M7.5 9a3 3 0 100-6 3 3 0 000 6zM2 17c0-3 2.4-5 5.500-5s5.500 2 5.500 5M13 3.500a3 3 0 010 5.300M15 12.500c1.900.700 3 2.300 3 4.500',
  quotas: 'M10 17a7 7 0 100-14 7 7 0 000 14zM10 13a3 3 0 100-6 3 3 0 000 6z',
  deals: 'M4 3h12v14l-3-2-3 2-3-2-3 2zM7 7h6M7 10.500h6',
  money: 'M3 5.500h14v9H3zM10 12.200a2.200 2.200 0 100-4.400 2.200 2.200 0 000 4.400M5.600 10h.1M14.300 10h.1',
  periods: 'M4 5h12v11a1 1 0 01-1 1H5a1 1 0 01-1-1zM4 9h12M7 3v3M13 3v3',
  wall: 'M3 4h14v12H3zM6 13V9M10 13V7M14 13v-3',
  screens: 'M3 4h14v9H3zM7 17h6M10 13v4',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 6m-2 0a2 2 0 104 0 2 2 0 10-4 0M7 14m-2 0a2 2 0 104 0 2 2 0 10-4 0',
};

export function SectionIcon({ section }: { section: Section }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path
        d={PATHS[section]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
