// What other currencies are worth now, and everything that was ever said of it.
import { useEffect, useState } from 'preact/hooks';
import type { RateList, RateView } from '../../../shared/schemas/money.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { ConfirmButton } from '../ConfirmButton.tsx';
import { useMay } from '../may.ts';
import { Empty, Shown } from '../Shown.tsx';
import { deskText } from '../texts.ts';
import { putRate, readRates } from './calls.ts';
import { RateDialog } from './RateDialog.tsx';
import { moneyText } from './texts.ts';
import { useMoneyOf } from './use-money-of.ts';

export function Rates() {
  const t = useText(moneyText);
  const rates = useLoad(() => readRates(), []);
  const [adding, setAdding] = useState<string | null>(null);
  const may = useMay();
  const add = may('rate:write') && (
    <Button look="main" onClick={() => setAdding('')}>
      {t('addRate')}
    </Button>
  );
  return (
    <>
      <Shown loaded={rates}>
        {(list) =>
          list.items.length === 0 ? (
            <Empty title={t('noRates')} text={t('noRatesText')}>
              {add}
            </Empty>
          ) : (
            <>
              <div class="rates-head">
                <p class="quiet">{t('ratesLead', { currency: list.board })}</p>
                {add}
              </div>
              <Listed list={list} onAdd={may('rate:write') ? setAdding : null} />
              <History list={list} onChanged={rates.reload} />
            </>
          )
        }
      </Shown>
      {adding !== null && rates.data && (
        <RateDialog
          board={rates.data.board}
          currency={adding}
          onClose={() => setAdding(null)}
          onSaved={async () => {
            setAdding(null);
            await rates.reload();
          }}
        />
      )}
    </>
  );
}

function Listed({ list, onAdd }: { list: RateList; onAdd: ((currency: string) => void) | null }) {
  const t = useText(moneyText);
  const { decimal, date } = useMoneyOf();
  return (
    <ul class="sums">
      {list.currencies.map(({ currency, rate, date: from }) => (
        <li key={currency} class="sum">
          <span class="quiet">{currency}</span>
          <b class="figure">{t('rateNow', { currency, rate: decimal(rate), board: list.board })}</b>
          <small class="quiet">{t('rateFrom', { date: date(from) })}</small>
          {onAdd && (
            <Button size="small" label={`${t('addRate')}: ${currency}`} onClick={() => onAdd(currency)}>
              {t('addRate')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function History({ list, onChanged }: { list: RateList; onChanged: () => Promise<void> }) {
  const t = useText(moneyText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const [more, setMore] = useState<RateList | null>(null);
  useEffect(() => setMore(null), [list]);
  const cursor = (more ?? list).nextCursor;
  const loadMore = (from: string) =>
    submit.run(async () => {
      const page = await readRates(from);
      setMore({ ...page, items: [...(more?.items ?? []), ...page.items] });
    });
  return (
    <section class="panel" aria-labelledby="rate-history">
      <header class="panel-head">
        <h2 id="rate-history">{t('history')}</h2>
      </header>
      <div class="scroll">
        <table class="table rate-table">
          <thead>
            <tr>
              <th>{t('currency')}</th>
              <th>{t('rateDate')}</th>
              <th class="number">{t('rate')}</th>
              <th>{t('source')}</th>
              <th>{t('saidBy')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {[...list.items, ...(more?.items ?? [])].map((rate) => (
              <RateLine key={rate.id} rate={rate} onChanged={onChanged} />
            ))}
          </tbody>
        </table>
      </div>
      <ProblemNote error={submit.error} />
      {cursor !== null && (
        <Button isBusy={submit.isBusy} onClick={() => void loadMore(cursor)}>
          {desk('more')}
        </Button>
      )}
    </section>
  );
}

function RateLine({ rate, onChanged }: { rate: RateView; onChanged: () => Promise<void> }) {
  const t = useText(moneyText);
  const may = useMay();
  const { dateTime } = useFormats();
  const { decimal, date } = useMoneyOf();
  const { currency } = rate;
  const holds = !rate.isReplaced && rate.rate !== null;
  return (
    <tr class={rate.isReplaced ? 'rate-replaced' : undefined}>
      <td class="rate-currency">{currency}</td>
      <td>{date(rate.date)}</td>
      <td class="number figure">{rate.rate === null ? t('taken') : decimal(rate.rate)}</td>
      <td class="rate-source">{rate.source}</td>
      <td class="rate-by">
        {rate.by}
        <small class="quiet">{dateTime(rate.at)}</small>
      </td>
      <td class="deal-actions rate-actions">
        {rate.isReplaced && <span class="badge">{t('replaced')}</span>}
        {holds && may('rate:write') && (
          <ConfirmButton
            size="small"
            look="plain"
            action={t('takeRateBack')}
            title={t('takeRateBackTitle')}
            text={t('takeRateBackText', { currency, date: date(rate.date) })}
            onDo={async () => {
              await putRate({ currency, date: rate.date, rate: null });
              await onChanged();
            }}
          />
        )}
      </td>
    </tr>
  );
}
