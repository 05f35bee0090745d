// Who congratulated on a win, and with what words.
import { reactionsIn } from '../../../shared/reactions.ts';
import type { WinView } from '../../../shared/schemas/reactions.ts';
import { REACTION_PICTURES } from '../../kit/reactions/pictures.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { feedText } from './texts.ts';

export function WhoSheet({ win, userId, onClose }: { win: WinView; userId: string; onClose: () => void }) {
  const t = useText(feedText);
  const rest = reactionsIn(win.counts) - win.reactions.length;
  return (
    <Dialog title={t('who')} isSheet onClose={onClose}>
      <ul class="cheerers">
        {win.reactions.map((one) => (
          <li key={one.userId} class="cheerer">
            <img src={REACTION_PICTURES[one.kind]} width="28" height="28" alt={t(one.kind)} />
            <p>
              <b class="clamped">{one.userId === userId ? t('you') : one.name}</b>
              {one.text !== '' && <span>{one.text}</span>}
            </p>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="quiet small">{t('moreReactions', { count: rest })}</p>}
    </Dialog>
  );
}
