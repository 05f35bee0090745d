// Five large buttons: one tap logs one activity, and says so under the finger.
import type { ActivityKind } from '../../../shared/activity.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import type { Counts } from './diary.ts';
import { KindIcon } from './KindIcon.tsx';
import { activityText } from './texts.ts';

/** The wider ones, below, are the rarer ones. */
const ORDER = ['call', 'visit', 'meeting', 'lead', 'quote'] as const satisfies readonly ActivityKind[];

export function KindButtons({ counts, onTap }: { counts: Counts; onTap: (kind: ActivityKind) => void }) {
  const t = useText(activityText);
  const { count } = useFormats();
  return (
    <div class="kind-buttons">
      {ORDER.map((kind) => (
        <button key={kind} type="button" class="kind-button" onClick={() => onTap(kind)}>
          <KindIcon kind={kind} size={26} />
          {/* What it is comes first in what is read out; the figure stands above it. */}
          <span class="kind-name">{t(kind)}</span>{' '}
          <strong class="figure" key={counts[kind]}>
            {count(counts[kind])}
          </strong>{' '}
          <span class="unseen">{t('tapToAdd')}</span>
        </button>
      ))}
    </div>
  );
}
