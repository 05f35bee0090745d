// A list that is loaded: waiting, failed, empty, or there.
import type { ComponentChildren } from 'preact';
import { Button } from '../ui/Button.tsx';
import type { Loaded } from '../ui/load.ts';
import { useText } from '../ui/locale.ts';
import { ProblemNote } from '../ui/Problem.tsx';
import { uiText } from '../ui/texts.ts';

interface ItemsProps<T> {
  loaded: Loaded<{ items: T[] }>;
  /** Said where there are none. */
  none: string;
  children: (item: T) => ComponentChildren;
}

export function Items<T extends { id: string }>({ loaded, none, children }: ItemsProps<T>) {
  const ui = useText(uiText);
  const { data, error, isLoading, reload } = loaded;
  if (error !== null) {
    return (
      <>
        <ProblemNote error={error} />
        <Button size="small" isBusy={isLoading} onClick={() => void reload()}>
          {ui('retry')}
        </Button>
      </>
    );
  }
  if (!data) return <p class="quiet small">{ui('loading')}</p>;
  if (data.items.length === 0) return <p class="quiet small">{none}</p>;
  return (
    <ul class="account-items">
      {data.items.map((item) => (
        <li key={item.id}>{children(item)}</li>
      ))}
    </ul>
  );
}
