// The journal entry by entry, the earliest first, page by page.
import { useEffect, useState } from 'preact/hooks';
import type { JournalEntry } from '../../../shared/schemas/money.ts';
import { RECEIPT_METHODS } from '../../../shared/payment.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { Shown } from '../Shown.tsx';
import { deskText } from '../texts.ts';
import { readJournal, type JournalRange } from './calls.ts';
import { AccountCells, JournalHead, OpeningLine } from './JournalHead.tsx';
import { moneyText } from './texts.ts';
import { useMoneyOf } from './use-money-of.ts';

interface More {
  items: readonly JournalEntry[];
  cursor: string | null;
}

export function JournalEntries({ range }: { range: JournalRange }) {
  const t = useText(moneyText);
  const desk = useText(deskText);
  const journal = useLoad(() => readJournal(range), []);
  const [more, setMore] = useState<More | null>(null);
  const submit = useSubmit();
  useEffect(() => setMore(null), [journal.data]);
  const cursor = more === null ? (journal.data?.nextCursor ?? null) : more.cursor;
  const loadMore = (from: string) =>
    submit.run(async () => {
      const page = await readJournal(range, from);
      setMore({ items: [...(more?.items ?? []), ...page.items], cursor: page.nextCursor });
    });
  return (
    <>
      <Shown loaded={journal}>
        {({ opening, items }) => {
          if (items.length === 0) return <p class="quiet">{t('noEntries')}</p>;
          return (
            <section class="panel journal">
              <div class="scroll">
                <table class="table journal-table" aria-busy={journal.isLoading}>
                  <JournalHead first={t('entry')} />
                  <tbody>
                    <OpeningLine opening={opening} />
                    {[...items, ...(more?.items ?? [])].map((entry) => (
                      <Line key={`${entry.kind} ${entry.receiptId ?? entry.dealId}`} entry={entry} />
                    ))}
                  </tbody>
                </table>
              </div>
            </section>
          );
        }}
      </Shown>
      <ProblemNote error={submit.error} />
      {cursor !== null && (
        <Button isBusy={submit.isBusy} onClick={() => void loadMore(cursor)}>
          {desk('more')}
        </Button>
      )}
    </>
  );
}

function Line({ entry }: { entry: JournalEntry }) {
  const t = useText(moneyText);
  const { dateTime } = useFormats();
  const { original } = entry;
  const { decimal } = useMoneyOf();
  const method = RECEIPT_METHODS.find((one) => one === entry.method);
  const agreed = original && `${decimal(original.amount)} ${original.currency} × ${decimal(original.rate)}`;
  const words = [entry.repName, agreed, method && t(method), entry.text].filter(Boolean).join(' · ');
  return (
    <tr>
      <td class="journal-what">
        <span class={`badge entry-${entry.kind}`}>{t(entry.kind)}</span> <strong>{entry.customer}</strong>
        <small class="quiet">{[dateTime(entry.at), words].filter(Boolean).join(' · ')}</small>
      </td>
      <AccountCells name="owed" account={entry.receivable} />
      <AccountCells name="received" account={entry.cash} />
    </tr>
  );
}
