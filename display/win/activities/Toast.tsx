// What a tap has done, for ten seconds, with the way back and on to the details.
import './toast.css';
import { useEffect } from 'preact/hooks';
import { useText } from '../../kit/ui/locale.ts';
import type { Done } from './diary.ts';
import { activityText } from './texts.ts';

const SHOWN_MS = 10_000;

export interface News {
  done: Done;
  isUndone: boolean;
}

interface ToastProps {
  news: News | null;
  onUndo: (done: Done) => void;
  onDetails: (done: Done) => void;
  onEnd: () => void;
}

export function Toast({ news, onUndo, onDetails, onEnd }: ToastProps) {
  const t = useText(activityText);
  useEffect(() => {
    if (!news) return;
    const timer = setTimeout(onEnd, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [news, onEnd]);
  return (
    <div class={news ? 'toast' : 'toast toast-none'}>
      {/* Always there, so that screen readers hear what comes into it. */}
      <p role="status">{news && t(news.isUndone ? 'undone' : 'logged', { kind: t(news.done.kind) })}</p>
      {news && !news.isUndone && (
        <>
          <button type="button" class="toast-action" onClick={() => onDetails(news.done)}>
            {t('addDetails')}
          </button>
          <button type="button" class="toast-action" onClick={() => onUndo(news.done)}>
            {t('undo')}
          </button>
        </>
      )}
    </div>
  );
}
