// What is planned, the earliest first, what is overdue before all else; one tap says that it is done.
import { Button } from '../../kit/ui/Button.tsx';
import { datePlus, localDate, localTime } from '../../kit/local-date.ts';
import { useFormats, useUnits } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import type { Diary, Planned } from './diary.ts';
import { KindIcon } from './KindIcon.tsx';
import { activityText } from './texts.ts';

interface PlanListProps {
  diary: Diary;
  now: number;
  onNew: () => void;
  onOpen: (plan: Planned) => void;
  onDone: (plan: Planned) => void;
}

export function PlanList({ diary, now, onNew, onOpen, onDone }: PlanListProps) {
  const t = useText(activityText);
  const when = useWhen(now);
  return (
    <section class="diary-part" aria-labelledby="plans-head">
      <div class="diary-head">
        <h2 id="plans-head">{t('plans')}</h2>
        <Button size="small" onClick={onNew}>
          + {t('planNew')}
        </Button>
      </div>
      {diary.plans.length === 0 && <p class="quiet">{t('plansEmpty')}</p>}
      <ul class="diary-list">
        {diary.plans.map((plan) => (
          <li key={plan.id} class={plan.isOverdue ? 'diary-item diary-overdue' : 'diary-item'}>
            <button type="button" class="diary-open" aria-haspopup="dialog" onClick={() => onOpen(plan)}>
              <KindIcon kind={plan.kind} />
              <span class="diary-words">
                <strong>
                  <span class="unseen">{t(plan.kind)}: </span>
                  {plan.customer}
                </strong>{' '}
                <span class="diary-below">
                  {plan.isOverdue && <em>{t('overdue')} · </em>}
                  {[when(plan.at), plan.note].filter(Boolean).join(' · ')}
                </span>
              </span>
            </button>
            <Button
              size="small"
              look="main"
              label={t('planDoneOf', { kind: t(plan.kind), customer: plan.customer })}
              onClick={() => onDone(plan)}
            >
              {t('planDone')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Hôm nay 14:00", "Ngày mai 09:30", "27/11/2026 09:00". */
function useWhen(now: number): (at: number) => string {
  const t = useText(activityText);
  const { date } = useFormats();
  const { timeZone } = useUnits();
  const today = localDate(now, timeZone);
  return (at) => {
    const day = localDate(at, timeZone);
    const name = day === today ? t('dayToday') : day === datePlus(today, 1) ? t('dayTomorrow') : date(at);
    return `${name} ${localTime(at, timeZone)}`;
  };
}
