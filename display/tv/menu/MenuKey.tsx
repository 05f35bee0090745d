// The way into the menu: it is fetched when somebody at the TV asks for it.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useFetched } from '../fetched.ts';
import { Guard } from '../Guard.tsx';
import { reportPageFault } from '../page-faults.ts';
import type { Screen } from '../screen.ts';
import type { ScreenState } from '../screen-state.ts';
import { remoteKey } from './remote.ts';

const loadMenu = async () => (await import('./Menu.tsx')).Menu;

/** Enter, or a click, opens it. */
export function MenuKey({ screen, state }: { screen: Screen; state: ScreenState }) {
  const [isOpen, setOpen] = useState(false);
  const Menu = useFetched(loadMenu, isOpen);
  const close = useCallback(() => setOpen(false), []);
  const wasOpen = useRef(isOpen);
  wasOpen.current = isOpen;
  useEffect(() => {
    if (state.address.isPreview) return undefined;
    const open = (event: Event): void => {
      // The click that closes the menu comes here after it has gone.
      const isOfMenu = event.target instanceof Element && event.target.closest('.menu') !== null;
      if (wasOpen.current || isOfMenu) return;
      if (event instanceof KeyboardEvent && (event.repeat || remoteKey(event) !== 'enter')) return;
      // It must not press what gets the focus now.
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', open);
    window.addEventListener('click', open);
    return () => {
      window.removeEventListener('keydown', open);
      window.removeEventListener('click', open);
    };
  }, [state.address.isPreview]);
  if (!Menu) return null;
  return (
    <Guard onThrow={reportPageFault}>
      <Menu screen={screen} state={state} onClose={close} />
    </Guard>
  );
}
