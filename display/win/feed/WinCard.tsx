// One win of the feed: whose, how much, what it did, and what colleagues say.
import type { WinEffect } from '../../../shared/patch.ts';
import type { ReactionKind } from '../../../shared/reactions.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import type { WinView } from '../../../shared/schemas/reactions.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { Face } from '../Face.tsx';
import { ageText } from './age.ts';
import { deedOf } from './deed.ts';
import { Said } from './Said.tsx';
import { Counts, Signs } from './Signs.tsx';
import { feedText } from './texts.ts';

interface WinCardProps {
  win: WinView;
  /** What it did, where the page knows. */
  effect: WinEffect | null;
  user: Session['user'];
  offsetMs: number;
  isLive: boolean;
  maySay: boolean;
  onTap: (kind: ReactionKind) => void;
  /** Asks for words, with a sign that was held down. */
  onSay: (kind: ReactionKind | null) => void;
  onWho: () => void;
}

export function WinCard({ win, effect, user, offsetMs, isLive, maySay, onTap, onSay, onWho }: WinCardProps) {
  const t = useText(feedText);
  const locale = useLocale();
  const { money, dateTime } = useFormats();
  const { reps, customer, product, kind } = win;
  const isOwn = reps.some(({ id }) => id === user.repId);
  const names = reps.map(({ name }) => name).join(', ');
  const deed = deedOf(effect);
  const sold = [customer, product, kind === 'recurring' ? t('recurring') : ''].filter(Boolean).join(' · ');
  return (
    <li class={`win-card${isOwn ? ' win-card-own' : ''}`}>
      <header class="win-card-head">
        <Face name={reps[0]?.name ?? ''} photoId={reps[0]?.photoId ?? null} />
        <p class="win-card-who">
          <strong class="clamped">{names}</strong>
          <time class="quiet small" dateTime={new Date(win.at).toISOString()} title={dateTime(win.at)}>
            {isOwn ? `${t('own')} · ` : ''}
            {ageText(win.at, Date.now() + offsetMs, locale)}
          </time>
        </p>
      </header>
      <p class="win-card-sold">
        <strong class="figure">{money(win.amountMinor)}</strong>
        {deed && <em class="deed">{t(deed)}</em>}
        <span>{sold}</span>
      </p>
      <Said win={win} userId={user.id} onWho={onWho} />
      {win.open && !isOwn ? (
        <Signs win={win} isLive={isLive} maySay={maySay} onTap={onTap} onSay={onSay} />
      ) : (
        <Counts counts={win.counts} />
      )}
    </li>
  );
}
