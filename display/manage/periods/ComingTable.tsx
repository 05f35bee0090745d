// Periods that run, are planned, or will open by themselves, one after the other.
import type { ComingPeriod } from '../../../shared/schemas/calendar.ts';
import { formatDate } from '../../kit/format.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { comingText } from './coming-texts.ts';

interface ComingTableProps {
  items: readonly ComingPeriod[];
  /** The zone that the dates are told in; it may be one that the office does not have yet. */
  timeZone: string;
}

export function ComingTable({ items, timeZone }: ComingTableProps) {
  const t = useText(comingText);
  const locale = useLocale();
  const { count } = useFormats();
  const date = (at: number) => formatDate(at, timeZone, locale);
  return (
    <div class="scroll">
      <table class="table coming">
        <thead>
          <tr>
            <th>{t('period')}</th>
            <th class="wide-only">{t('firstDay')}</th>
            <th>{t('lastDay')}</th>
            <th class="number">{t('workingDays')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.startsAt}>
              <th scope="row">
                {one.name}
                {one.state !== 'calendar' && <small class="quiet">{t(one.state)}</small>}
              </th>
              <td class="wide-only">{date(one.startsAt)}</td>
              <td>{one.isOpenEnded ? t('noEnd') : date(one.endsAt - 1)}</td>
              <td class="number figure">{one.isOpenEnded ? '–' : count(one.workingDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
