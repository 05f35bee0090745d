// Why the value is what it is: a bill that adds up, then every deal on it (rule WS1). Asked for when it is opened.
import './sums.css';
import { useId, useState } from 'preact/hooks';
import type { ExplanationView, StandingReport } from '../../../shared/schemas/standing.ts';
import { call } from '../../kit/api.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { uiText } from '../../kit/ui/texts.ts';
import { ExplainedDeal } from './ExplainedDeal.tsx';
import { whereText } from './texts.ts';

interface ExplanationProps {
  path: string;
  report: StandingReport;
  isOwn: boolean;
}

const FIRST = 12;

export function Explanation({ path, report, isOwn }: ExplanationProps) {
  const t = useText(whereText);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <section class="where-panel where-why">
      <h2>
        <button
          type="button"
          class="where-opener"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t('why')}
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M5 8l5 5 5-5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
          </svg>
        </button>
      </h2>
      {!isOpen && <p class="quiet small">{t(isOwn ? 'whyHint' : 'whyHintOther')}</p>}
      <div id={id}>{isOpen && <Opened path={path} report={report} isOwn={isOwn} />}</div>
    </section>
  );
}

function Opened({ path, report, isOwn }: ExplanationProps) {
  const ui = useText(uiText);
  const query = { period: report.period.id };
  const told = useLoad(
    () => call<ExplanationView>('GET', `${path}/explanation`, { query }),
    [path, report.period.id, report.rev],
  );
  if (!told.data) {
    return told.isLoading ? <p class="quiet">{ui('loading')}</p> : <ProblemNote error={told.error} />;
  }
  return (
    <>
      <Bill told={told.data} />
      <Tie told={told.data} isOwn={isOwn} />
      <Items told={told.data} />
    </>
  );
}

function Bill({ told }: { told: ExplanationView }) {
  const t = useText(whereText);
  const { money } = useFormats();
  const { sums } = told;
  const left = (['voided', 'corrected', 'late'] as const).filter((fate) => sums[fate].deals > 0);
  return (
    <>
      <dl class="bill">
        {(['whole', 'shares'] as const)
          .filter((part) => part === 'whole' || sums[part].deals > 0)
          .map((part) => (
            <div key={part}>
              <dt>
                {t(part)} <small>{t('deal', { count: sums[part].deals })}</small>
              </dt>
              <dd class="figure">{money(sums[part].minor)}</dd>
            </div>
          ))}
        <div class="bill-sum">
          <dt>{t('sum')}</dt>
          <dd class="figure">{money(told.value)}</dd>
        </div>
      </dl>
      {left.length > 0 && (
        <>
          <h3>{t('notCounted')}</h3>
          <dl class="bill bill-left">
            {left.map((fate) => (
              <div key={fate}>
                <dt>
                  {t(fate)} <small>{t('deal', { count: sums[fate].deals })}</small>
                </dt>
                <dd class="figure">
                  <s>{money(sums[fate].minor)}</s>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

/** Who shares the rank, and who reached it when (rule ST2). */
function Tie({ told: { tie }, isOwn }: { told: ExplanationView; isOwn: boolean }) {
  const t = useText(whereText);
  const { dateTime } = useFormats();
  if (!tie) return null;
  return (
    <div class="note">
      <h3>{t('tieHead')}</h3>
      <p>{t(isOwn ? 'tieOwn' : 'tieOwnOther', { time: dateTime(tie.reachedAt) })}</p>
      <ul>
        {tie.others.map(({ name, reachedAt }) => (
          <li key={name}>{t('tieOther', { name, time: dateTime(reachedAt) })}</li>
        ))}
      </ul>
    </div>
  );
}

function Items({ told }: { told: ExplanationView }) {
  const t = useText(whereText);
  const [isWhole, setWhole] = useState(false);
  const { items, left } = told;
  if (items.length === 0) return <p class="quiet">{t('noDeals')}</p>;
  return (
    <>
      <ol class="told">
        {items.slice(0, isWhole ? items.length : FIRST).map((item) => (
          <ExplainedDeal key={item.dealId} item={item} />
        ))}
      </ol>
      {!isWhole && items.length > FIRST && (
        <Button onClick={() => setWhole(true)}>{t('showAll', { count: items.length })}</Button>
      )}
      {isWhole && left > 0 && <p class="quiet small">{t('moreItems', { count: left })}</p>}
    </>
  );
}
