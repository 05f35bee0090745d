// How a TV's machine does: for whoever looks after it.
import type { WakeState } from '../../../shared/screen.ts';
import type { ScreenStatusView } from '../../../shared/schemas/screens.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { detailText } from './detail-texts.ts';

interface ScreenDetailsProps {
  status: ScreenStatusView;
  /** The build that screens should have. */
  buildId: string;
  /** The newest rev. */
  rev: number;
}

const WAKE = {
  held: 'wakeHeld',
  insecure: 'wakeInsecure',
  unsupported: 'wakeUnsupported',
  refused: 'wakeRefused',
  released: 'wakeReleased',
} as const satisfies Record<WakeState, string>;

export function ScreenDetails({ status, buildId, rev }: ScreenDetailsProps) {
  const t = useText(detailText);
  const { count, dateTime } = useFormats();
  const { shownMs, startedAt } = status;
  const facts: [name: string, value: string][] = [
    [t('engine'), status.engine],
    [t('size'), `${status.width} × ${status.height}`],
    [t('build'), status.buildId === buildId ? t('buildSame') : t('buildOther', { build: status.buildId })],
    [t('secure'), t(status.secure ? 'secureYes' : 'secureNo')],
    [t('wake'), t(WAKE[status.wake])],
    [t('shownRev'), status.rev === 0 ? t('shownNone') : `${count(status.rev)} / ${count(rev)}`],
    [
      t('delay'),
      shownMs ? t('delayText', { p50: Math.round(shownMs.p50), p95: Math.round(shownMs.p95) }) : t('shownNone'),
    ],
    [t('heap'), useHeap(status)],
    [t('nodes'), count(status.nodes)],
    ...(startedAt === null ? [] : [[t('upSince'), dateTime(startedAt)] satisfies [string, string]]),
  ];
  return (
    <details class="screen-details">
      <summary>{t('more')}</summary>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Whether the page grows: against what it had when it was loaded. */
function useHeap({ heap }: ScreenStatusView): string {
  const t = useText(detailText);
  const { percent } = useFormats();
  const first = heap[0];
  const last = heap.at(-1);
  if (!first || !last) return t('heapNone');
  const growth = first.megabytes === 0 ? 0 : last.megabytes / first.megabytes - 1;
  return t('heapText', { now: last.megabytes, trend: `${growth < 0 ? '−' : '+'}${percent(Math.abs(growth))}` });
}
