// The journal by day, with the sums of the range.
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { Shown } from '../Shown.tsx';
import { readJournalDays, type JournalRange } from './calls.ts';
import { AccountCells, JournalHead, OpeningLine } from './JournalHead.tsx';
import { moneyText } from './texts.ts';
import { useMoneyOf } from './use-money-of.ts';

export function JournalDaysTable({ range }: { range: JournalRange }) {
  const t = useText(moneyText);
  const days = useLoad(() => readJournalDays(range), []);
  const { date } = useMoneyOf();
  return (
    <Shown loaded={days}>
      {({ opening, items, receivable, cash }) => {
        if (items.length === 0) return <p class="quiet">{t('noEntries')}</p>;
        return (
          <section class="panel journal">
            <div class="scroll">
              <table class="table journal-table">
                <JournalHead first={t('day')} />
                <tbody>
                  <OpeningLine opening={opening} />
                  {items.map((day) => (
                    <tr key={day.date}>
                      <td class="journal-what">
                        <strong>{date(day.date)}</strong>
                        <small class="quiet">{t('entries', { count: day.entries })}</small>
                      </td>
                      <AccountCells name="owed" account={day.receivable} />
                      <AccountCells name="received" account={day.cash} />
                    </tr>
                  ))}
                  <tr class="journal-edge">
                    <th scope="row">{t('sumOf')}</th>
                    <AccountCells name="owed" account={receivable} />
                    <AccountCells name="received" account={cash} />
                  </tr>
                </tbody>
              </table>
            </div>
          </section>
        );
      }}
    </Shown>
  );
}
