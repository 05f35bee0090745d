// Where I stand.
import { routeTo, usePath } from '../route.ts';
import type { TabProps } from '../tab-props.ts';
import { Whereabouts } from './Whereabouts.tsx';

export default function MeTab(tab: TabProps) {
  const [periodId] = usePath('me');
  const { repId } = tab.session.user;
  // The bar shows this tab to reps alone.
  if (repId === null) return null;
  return (
    <Whereabouts
      repId={repId}
      periodId={periodId ?? null}
      hrefOf={(period) => routeTo('me', ...(period === null ? [] : [period]))}
      {...tab}
    />
  );
}
