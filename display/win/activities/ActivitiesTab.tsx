// Activities on the phone: log one with a tap, see the day and the week, keep what is planned.
import './activities.css';
import { useCallback, useContext, useState } from 'preact/hooks';
import type { ActivityKind } from '../../../shared/activity.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ShownContext, type TabProps } from '../tab-props.ts';
import { DetailsSheet } from './DetailsSheet.tsx';
import type { Done, Planned } from './diary.ts';
import { KindButtons } from './KindButtons.tsx';
import { PlanList } from './PlanList.tsx';
import { NewPlanSheet, PlanSheet } from './PlanSheet.tsx';
import { activityText } from './texts.ts';
import { Toast, type News } from './Toast.tsx';
import { TodayList } from './TodayList.tsx';
import { useDiary, type DiaryView } from './use-diary.ts';
import { WeekCard } from './WeekCard.tsx';

/** A tap that is felt. */
const BUZZ_MS = 15;

type Open = { type: 'details'; done: Done } | { type: 'plan'; plan: Planned } | { type: 'new-plan' } | null;

export default function ActivitiesTab({ outbox, session, clockOffsetMs, live }: TabProps) {
  const t = useText(activityText);
  const isShown = useContext(ShownContext);
  const view = useDiary({ outbox, session, clockOffsetMs, isLive: live.isLive, isShown });
  const { diary, now } = view;
  const [news, setNews] = useState<News | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const log = (kind: ActivityKind, plan?: Planned) => {
    navigator.vibrate?.(BUZZ_MS);
    const about = plan && { customer: plan.customer, planId: plan.id };
    setNews({ done: view.log(kind, about), isUndone: false });
  };
  const undo = (done: Done) => {
    view.takeBack(done, t('undoReason'));
    setNews({ done, isUndone: true });
    setOpen(null);
  };
  const details = (done: Done) => {
    setNews(null);
    setOpen({ type: 'details', done: diary.today.find(({ id }) => id === done.id) ?? done });
  };
  return (
    <>
      <WeekCard diary={diary} repId={session.user.repId} isShown={isShown} />
      <KindButtons counts={diary.counts} onTap={log} />
      {view.hasFailed && <p class="note note-gold small">{t('loadFailed')}</p>}
      <PlanList
        diary={diary}
        now={now}
        onNew={() => setOpen({ type: 'new-plan' })}
        onOpen={(plan) => setOpen({ type: 'plan', plan })}
        onDone={(plan) => log(plan.kind, plan)}
      />
      <TodayList diary={diary} now={now} onOpen={details} onUndo={undo} />
      <Toast news={news} onUndo={undo} onDetails={details} onEnd={useCallback(() => setNews(null), [])} />
      <Sheets view={view} open={open} onUndo={undo} onClose={() => setOpen(null)} />
    </>
  );
}

interface SheetsProps {
  view: DiaryView;
  open: Open;
  onUndo: (done: Done) => void;
  onClose: () => void;
}

function Sheets({ view, open, onUndo, onClose }: SheetsProps) {
  const { diary, now } = view;
  const customers = [...diary.plans, ...diary.today].map(({ customer }) => customer);
  if (open?.type === 'details') {
    const { done } = open;
    return (
      <DetailsSheet
        done={done}
        customers={customers}
        onSave={(told) => {
          if (told.customer !== done.customer || told.note !== done.note) view.describe(done.id, told);
          onClose();
        }}
        onUndo={now < done.undoUntil ? () => onUndo(done) : null}
        onClose={onClose}
      />
    );
  }
  if (open?.type === 'new-plan') {
    const save = (plan: Omit<Planned, 'id'>) => {
      view.plan(plan);
      onClose();
    };
    return <NewPlanSheet now={now} customers={customers} onSave={save} onClose={onClose} />;
  }
  if (open?.type !== 'plan') return null;
  const { plan } = open;
  return (
    <PlanSheet
      plan={plan}
      now={now}
      onMove={(at) => {
        if (at !== plan.at) view.move(plan.id, at);
        onClose();
      }}
      onCancel={() => {
        view.cancel(plan.id);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
