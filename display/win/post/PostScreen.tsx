// Posting a win: own rank, the amount, the few words a win needs, the pad, the gold button; then the answer.
import { reachOf } from '../../../shared/roles.ts';
import type { DeliveryView } from '../../../shared/schemas/screens.ts';
import type { Entry } from '../outbox/entry.ts';
import { RankCard } from '../RankCard.tsx';
import type { TabProps } from '../tab-props.ts';
import { ResultScreen } from './ResultScreen.tsx';
import type { Decided } from './use-decided.ts';
import type { Posting } from './use-posting.ts';
import { WinForm } from './WinForm.tsx';

interface PostScreenProps extends TabProps {
  posting: Posting;
  /** How far the deals of this phone have come, as the server has said by itself. */
  deliveries: ReadonlyMap<string, DeliveryView>;
  decided: Decided['decided'];
  onMend: (entry: Entry) => void;
}

export function PostScreen(props: PostScreenProps) {
  const { outbox, session, clockOffsetMs, live, posting, deliveries, decided, onMend } = props;
  const { user, office } = session;
  const { draft, standing } = posting;
  if (posting.posted) {
    return (
      <ResultScreen
        key={posting.posted.id}
        outbox={outbox}
        posted={posting.posted}
        clockOffsetMs={clockOffsetMs}
        delivery={deliveries.get(posting.posted.id) ?? null}
        decision={decided.get(posting.posted.id) ?? null}
        isLive={live.isLive}
        mayUndo={posting.rules.repsUndo}
        onAnother={() => posting.showForm(null)}
        onMend={onMend}
      />
    );
  }
  return (
    <>
      <RankCard
        row={live.board?.standings.rows.find((one) => one.subjectId === draft.repId)}
        standing={standing(0)}
        isLive={live.isLive}
      />
      <WinForm
        posting={posting}
        products={office.products}
        picksRep={['teams', 'office'].includes(reachOf({ type: 'user', ...user }, 'deal:create'))}
      />
    </>
  );
}
