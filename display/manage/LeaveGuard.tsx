// Asks before what is not saved is left behind: by a link of the desk, by closing or reloading the page.
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../kit/ui/locale.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { deskText } from './texts.ts';

/** Stands where something waits to be saved, and only then. */
export function LeaveGuard({ onLeave }: { onLeave: () => void }) {
  const t = useText(deskText);
  const [goal, setGoal] = useState<string | null>(null);
  useEffect(() => {
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
      if (!link || link.hash === '' || link.hash === location.hash) return;
      event.preventDefault();
      event.stopPropagation();
      setGoal(link.hash);
    };
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', click, true);
    window.addEventListener('beforeunload', unload);
    return () => {
      document.removeEventListener('click', click, true);
      window.removeEventListener('beforeunload', unload);
    };
  }, []);
  if (goal === null) return null;
  return (
    <ConfirmDialog
      title={t('leaveTitle')}
      text={t('leaveText')}
      action={t('leave')}
      onDo={async () => {
        onLeave();
        location.hash = goal;
      }}
      onClose={() => setGoal(null)}
    />
  );
}
