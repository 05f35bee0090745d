// Wins of the whole office, newest first, for colleagues to congratulate on by one tap.
import './feed.css';
import { useState } from 'preact/hooks';
import type { ReactionKind } from '../../../shared/reactions.ts';
import { rulesFor } from '../../../shared/rep-rules.ts';
import type { WinView } from '../../../shared/schemas/reactions.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { uiText } from '../../kit/ui/texts.ts';
import type { TabProps } from '../tab-props.ts';
import { SaySheet } from './SaySheet.tsx';
import { feedText } from './texts.ts';
import { useFeed } from './use-feed.ts';
import { WhoSheet } from './WhoSheet.tsx';
import { WinCard } from './WinCard.tsx';

type Sheet = { type: 'say'; dealId: string; kind: ReactionKind | null } | { type: 'who'; dealId: string } | null;

export default function FeedTab(props: TabProps) {
  const { session, live, clockOffsetMs } = props;
  const t = useText(feedText);
  const { repsWords } = rulesFor({ type: 'user', ...session.user }, session.office);
  const { feed, error, isLoading, reload, more, react } = useFeed(props);
  const tapping = useSubmit();
  const [sheet, setSheet] = useState<Sheet>(null);
  const close = () => setSheet(null);
  const win = feed?.wins.find(({ dealId }) => dealId === sheet?.dealId);
  const tap = ({ dealId, own }: WinView, kind: ReactionKind) =>
    void tapping.run(() => react(dealId, own?.kind === kind ? null : { kind, text: own?.text ?? '' }));
  if (!feed) return <Waiting error={error} onRetry={reload} />;
  return (
    <>
      {!live.isLive && (
        <p class="note note-gold" role="status">
          {t('stale')}
        </p>
      )}
      <ProblemNote error={tapping.error ?? (live.isLive ? error : null)} />
      {feed.wins.length === 0 && <Nothing />}
      <ol class="feed" aria-busy={isLoading}>
        {feed.wins.map((one) => (
          <WinCard
            key={one.dealId}
            win={one}
            effect={live.board?.wins.find(({ dealId }) => dealId === one.dealId)?.effect ?? null}
            user={session.user}
            offsetMs={clockOffsetMs}
            isLive={live.isLive}
            maySay={repsWords}
            onTap={(kind) => tap(one, kind)}
            onSay={(kind) => setSheet({ type: 'say', dealId: one.dealId, kind })}
            onWho={() => setSheet({ type: 'who', dealId: one.dealId })}
          />
        ))}
      </ol>
      {feed.nextCursor !== null && (
        <Button isBusy={isLoading} onClick={() => void more()}>
          {t('more')}
        </Button>
      )}
      {sheet?.type === 'say' && win && (
        <SaySheet win={win} kind={sheet.kind} onSend={(own) => react(win.dealId, own)} onClose={close} />
      )}
      {sheet?.type === 'who' && win && <WhoSheet win={win} userId={session.user.id} onClose={close} />}
    </>
  );
}

function Waiting({ error, onRetry }: { error: unknown; onRetry: () => Promise<void> }) {
  const ui = useText(uiText);
  if (error === null) {
    return (
      <div class="waiting">
        <span class="spinner" aria-hidden="true" />
        <p role="status">{ui('loading')}</p>
      </div>
    );
  }
  return (
    <>
      <ProblemNote error={error} />
      <Button onClick={() => void onRetry()}>{ui('retry')}</Button>
    </>
  );
}

function Nothing() {
  const t = useText(feedText);
  return (
    <div class="feed-none">
      <h2>{t('none')}</h2>
      <p class="quiet">{t('noneLead')}</p>
    </div>
  );
}
