// Time zones to choose from, those of the browser; Vietnam's first.
import type { Choice } from '../kit/ui/Field.tsx';

/** `own` is there in any case: a browser may not know the zone that the office has. */
export function zoneChoices(own: string): Choice[] {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  // Some browsers still call Vietnam's zone Saigon.
  const zones = ['Asia/Ho_Chi_Minh', own, ...known.filter((zone) => zone !== 'Asia/Saigon'), 'UTC'];
  return [...new Set(zones)].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
