// The end of a page's form: save it; said beside the button once it is done.
import type { ComponentChildren } from 'preact';
import { Button } from '../kit/ui/Button.tsx';
import { useText } from '../kit/ui/locale.ts';
import { deskText } from './texts.ts';

interface SaveBarProps {
  isBusy: boolean;
  isDisabled?: boolean;
  isSaved: boolean;
  /** What is said of it, where there is more to say than that it is saved. */
  saved?: string;
  children?: ComponentChildren;
}

export function SaveBar({ isBusy, isDisabled = false, isSaved, saved, children }: SaveBarProps) {
  const t = useText(deskText);
  return (
    <div class="save-bar">
      <Button type="submit" look="main" isBusy={isBusy} isDisabled={isDisabled}>
        {t('save')}
      </Button>
      <span role="status">{isSaved ? (saved ?? t('saved')) : ''}</span>
      {children}
    </div>
  );
}
