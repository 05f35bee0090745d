// The way to everything else that a win may have, under the thumb beside the gold button; says how much there is already.
import { useText } from '../../kit/ui/locale.ts';
import { postText } from './texts.ts';

export function MoreButton({ count, onOpen }: { count: number; onOpen: () => void }) {
  const t = useText(postText);
  return (
    <button
      type="button"
      class="more-button"
      aria-haspopup="dialog"
      aria-label={count > 0 ? t('moreCount', { count }) : t('more')}
      onClick={onOpen}
    >
      <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
        <path d="M12 5v14M5 12h14" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" />
      </svg>
      {count > 0 && (
        <span class="more-count figure" aria-hidden="true">
          {count}
        </span>
      )}
    </button>
  );
}
