// Money: what is open, the journal of what was sold and came in, and what other currencies are worth.
import { useText } from '../../kit/ui/locale.ts';
import { useMay } from '../may.ts';
import { SectionHead } from '../SectionHead.tsx';
import { SectionTabs } from '../SectionTabs.tsx';
import type { SectionProps } from '../section-props.ts';
import { Journal } from './Journal.tsx';
import './journal.css';
import './money.css';
import { Rates } from './Rates.tsx';
import { Receivables } from './Receivables.tsx';
import { moneyText } from './texts.ts';

const VIEWS = ['receivables', 'journal', 'rates'] as const;

export function MoneySection({ route }: SectionProps) {
  const t = useText(moneyText);
  const may = useMay();
  const views = VIEWS.filter((one) => one !== 'rates' || may('rate:read'));
  const view = views.find((one) => one === route.id) ?? 'receivables';
  return (
    <>
      <SectionHead title={t('title')} lead={t('lead')} />
      <SectionTabs
        label={t('title')}
        section="money"
        current={view === 'receivables' ? undefined : view}
        tabs={views.map((one) => ({ id: one === 'receivables' ? undefined : one, words: t(one) }))}
      />
      {view === 'receivables' && <Receivables />}
      {view === 'journal' && <Journal />}
      {view === 'rates' && <Rates />}
    </>
  );
}
