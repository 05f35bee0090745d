// What a fresh office does next, until all of it is done.
import type { Snapshot } from '../../../shared/patch.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { readScreens } from '../calls.ts';
import { routeTo } from '../routes.ts';
import { homeText } from './texts.ts';

export function Checklist({ board }: { board: Snapshot }) {
  const t = useText(homeText);
  const screens = useLoad(readScreens, []);
  if (!screens.data) return null;
  const { rows, total, subjects } = board.standings;
  const steps = [
    { key: 'people', isDone: subjects > 0, href: routeTo('people'), name: t('stepPeople'), text: t('stepPeopleText') },
    {
      key: 'quotas',
      isDone: total.quota !== null || rows.some((row) => row.quota !== null),
      href: routeTo('quotas'),
      name: t('stepQuotas'),
      text: t('stepQuotasText'),
    },
    {
      key: 'screen',
      isDone: screens.data.items.length > 0,
      href: routeTo('screens'),
      name: t('stepScreen'),
      text: t('stepScreenText', { address: location.host }),
    },
    {
      key: 'win',
      isDone: total.deals > 0 || board.wins.length > 0,
      href: '/win',
      name: t('stepWin'),
      text: t('stepWinText', { address: `${location.host}/win` }),
    },
  ];
  if (steps.every((step) => step.isDone)) return null;
  return (
    <section class="panel" aria-labelledby="home-steps">
      <div class="panel-head">
        <h2 id="home-steps">{t('steps')}</h2>
      </div>
      <ol class="steps">
        {steps.map((step, index) => (
          <li key={step.key} class={step.isDone ? 'step-done' : undefined}>
            <a href={step.href}>
              <span class="step-number" aria-hidden="true">
                {step.isDone ? '✓' : index + 1}
              </span>
              <span>
                <strong>{step.name}</strong>
                {step.isDone && <span class="unseen"> ({t('done')})</span>}
                <small class="quiet">{step.text}</small>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
