// On how many of the office's screens the win has been seen, from the screens' own reports (rule SC10): told on the live
// line; asked for where that is not there.
import { useEffect, useState } from 'preact/hooks';
import type { DeliveryView } from '../../../shared/schemas/screens.ts';
import { call } from '../../kit/api.ts';
import { useText } from '../../kit/ui/locale.ts';
import { winText } from '../texts.ts';

/** A wall shows a win within a second; one that is slow is waited for a little. */
const LOOKS_MS = [400, 800, 1_600, 3_200, 6_400, 12_800];

interface OnScreensProps {
  dealId: string;
  /** What the live line has told last. */
  told: DeliveryView | null;
  /** Whether it would tell more. */
  isLive: boolean;
}

export function OnScreens({ dealId, told, isLive }: OnScreensProps) {
  const t = useText(winText);
  const asked = useDelivery(dealId, !(told && isLive));
  const delivery = [told, asked].reduce((best, one) => (one && one.shown >= (best?.shown ?? 0) ? one : best), null);
  if (!delivery || delivery.screens === 0) return null;
  const { screens, shown, slowestMs } = delivery;
  return (
    <p class="on-screens" role="status">
      {t(shown === 0 ? 'onTheWay' : 'onScreens', { screens, shown, seconds: (slowestMs ?? 0) / 1000 })}
    </p>
  );
}

/** Asked for until every screen has it, or nobody waits any more. */
function useDelivery(dealId: string, isWanted: boolean): DeliveryView | null {
  const [delivery, setDelivery] = useState<DeliveryView | null>(null);
  const [look, setLook] = useState(0);
  const isWhole = delivery !== null && delivery.shown >= delivery.screens;
  useEffect(() => {
    const wait = LOOKS_MS[look];
    if (!isWanted || isWhole || wait === undefined) return undefined;
    let isOff = false;
    const timer = setTimeout(() => {
      call<DeliveryView>('GET', `/api/deals/${encodeURIComponent(dealId)}/delivery`)
        .then((answer) => isOff || setDelivery(answer))
        // The win itself is safe; this is only told where it can be.
        .catch(() => undefined)
        .finally(() => isOff || setLook(look + 1));
    }, wait);
    return () => {
      isOff = true;
      clearTimeout(timer);
    };
  }, [dealId, look, isWanted, isWhole]);
  return delivery;
}
