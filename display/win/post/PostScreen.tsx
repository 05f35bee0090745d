// Posting a win: own rank, the amount, the few words a win needs, the pad, the gold button; then the answer.
import { reachOf } from '../../../shared/roles.ts';
import type { Entry } from '../outbox/entry.ts';
import { RankCard } from '../RankCard.tsx';
import type { TabProps } from '../tab-props.ts';
import { ResultScreen } from './ResultScreen.tsx';
import type { Posting } from './use-posting.ts';
import { WinForm } from './WinForm.tsx';

interface PostScreenProps extends TabProps {
  posting: Posting;
  onMend: (entry: Entry) => void;
}

export function PostScreen({ outbox, session, live, posting, onMend }: PostScreenProps) {
  const { user, office } = session;
  const { draft, standing } = posting;
  if (posting.posted) {
    return (
      <ResultScreen
        key={posting.posted.id}
        outbox={outbox}
        posted={posting.posted}
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
        draft={draft}
        onDraft={posting.setDraft}
        mending={posting.mending}
        onStopMending={() => posting.showForm(null)}
        standing={standing}
        products={office.products}
        picksRep={['teams', 'office'].includes(reachOf({ type: 'user', ...user }, 'deal:create'))}
        onPost={posting.post}
      />
    </>
  );
}
