// A sheet that is fetched when it is first opened.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../shared/schemas/office.ts';
import { Button } from '../kit/ui/Button.tsx';
import { Dialog } from '../kit/ui/Dialog.tsx';
import { useText } from '../kit/ui/locale.ts';
import { uiText } from '../kit/ui/texts.ts';
import { winText } from './texts.ts';

export interface LazySheetProps {
  session: Session;
  /** What the server says of whoever is signed in has changed. */
  onSession: (session: Session) => void;
  onClose: () => void;
}

const SHEETS = {
  profile: () => import('./profile/ProfileSheet.tsx'),
  notices: () => import('./notices/NoticesSheet.tsx'),
  install: () => import('./kept/InstallSheet.tsx'),
} as const satisfies Record<string, () => Promise<{ default: ComponentType<LazySheetProps> }>>;

export type LazySheetId = keyof typeof SHEETS;

export function isLazySheet(id: string | null): id is LazySheetId {
  return id !== null && id in SHEETS;
}

export function LazySheet({ id, ...props }: LazySheetProps & { id: LazySheetId }) {
  const t = useText(winText);
  const ui = useText(uiText);
  const [View, setView] = useState<ComponentType<LazySheetProps> | null>(null);
  const [isMissing, setMissing] = useState(false);
  const load = () => {
    setMissing(false);
    SHEETS[id]().then(
      (fetched) => setView(() => fetched.default),
      () => setMissing(true),
    );
  };
  useEffect(load, [id]);
  if (View) return <View {...props} />;
  return (
    <Dialog title={t('menu')} isSheet onClose={props.onClose}>
      <p role="status">{ui(isMissing ? 'unreachable' : 'loading')}</p>
      {isMissing && <Button onClick={load}>{ui('retry')}</Button>}
    </Dialog>
  );
}
