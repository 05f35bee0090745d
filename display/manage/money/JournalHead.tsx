// What both ways of reading the journal share: the columns of its two accounts, and their figures.
import type { JournalEntry } from '../../../shared/schemas/money.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { moneyText } from './texts.ts';

type Account = JournalEntry['cash'];

export function JournalHead({ first }: { first: string }) {
  const t = useText(moneyText);
  return (
    <thead>
      <tr>
        <th rowSpan={2}>{first}</th>
        <th colSpan={3} scope="colgroup" class="account">
          {t('owed')}
        </th>
        <th colSpan={3} scope="colgroup" class="account">
          {t('received')}
        </th>
      </tr>
      <tr>
        <AccountHeads />
        <AccountHeads />
      </tr>
    </thead>
  );
}

function AccountHeads() {
  const t = useText(moneyText);
  return (
    <>
      <th class="number account">{t('debit')}</th>
      <th class="number">{t('credit')}</th>
      <th class="number">{t('balance')}</th>
    </>
  );
}

interface AccountCellsProps {
  name: 'owed' | 'received';
  account: Account;
}

/** On a phone each figure says what it is. */
export function AccountCells({ name, account: { debit, credit, balance } }: AccountCellsProps) {
  const t = useText(moneyText);
  const { money } = useFormats();
  const shown = (minor: number) => (minor === 0 ? '' : money(minor));
  const label = (side: 'debit' | 'credit' | 'balance') => `${t(name)} · ${t(side)}`;
  return (
    <>
      <td class="number account" data-label={label('debit')}>
        {shown(debit)}
      </td>
      <td class="number" data-label={label('credit')}>
        {shown(credit)}
      </td>
      <td class="number journal-balance" data-label={label('balance')}>
        {money(balance)}
      </td>
    </>
  );
}

export function OpeningLine({ opening }: { opening: { receivable: number; cash: number } }) {
  const t = useText(moneyText);
  const account = (balance: number): Account => ({ debit: 0, credit: 0, balance });
  return (
    <tr class="journal-edge">
      <th scope="row">{t('opening')}</th>
      <AccountCells name="owed" account={account(opening.receivable)} />
      <AccountCells name="received" account={account(opening.cash)} />
    </tr>
  );
}
