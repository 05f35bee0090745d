// Loaded data in one of its states: on its way, failed, empty, or there.
import type { ComponentChildren } from 'preact';
import { Button } from '../kit/ui/Button.tsx';
import type { Loaded } from '../kit/ui/load.ts';
import { useText } from '../kit/ui/locale.ts';
import { ProblemNote } from '../kit/ui/Problem.tsx';
import { deskText } from './texts.ts';

interface ShownProps<T> {
  loaded: Loaded<T>;
  children: (data: T) => ComponentChildren;
}

export function Shown<T>({ loaded, children }: ShownProps<T>) {
  const t = useText(deskText);
  if (loaded.data !== null) {
    return (
      <>
        <ProblemNote error={loaded.error} />
        {children(loaded.data)}
      </>
    );
  }
  if (loaded.error !== null) {
    return (
      <div class="failed">
        <ProblemNote error={loaded.error} />
        <Button onClick={() => void loaded.reload()}>{t('retry')}</Button>
      </div>
    );
  }
  return (
    <div class="skeleton" role="status" aria-label={t('loading')}>
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}

interface EmptyProps {
  title: string;
  text: string;
  children?: ComponentChildren;
}

/** Nothing there yet: what would be, and the way to the first one. */
export function Empty({ title, text, children }: EmptyProps) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      <p class="quiet">{text}</p>
      {children && <div class="empty-actions">{children}</div>}
    </div>
  );
}
