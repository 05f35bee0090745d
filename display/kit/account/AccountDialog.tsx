// The account's page in a dialog, fetched when somebody opens it.
import type { ComponentType } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useText } from '../ui/locale.ts';
import { uiText } from '../ui/texts.ts';
import type { AccountPanelProps } from './AccountPanel.tsx';

interface AccountDialogProps extends AccountPanelProps {
  title: string;
  isSheet?: boolean;
  onClose: () => void;
}

export function AccountDialog({ title, isSheet = false, onClose, ...panel }: AccountDialogProps) {
  const ui = useText(uiText);
  const [Panel, setPanel] = useState<ComponentType<AccountPanelProps> | null>(null);
  const [isMissing, setMissing] = useState(false);
  const load = useCallback(() => {
    setMissing(false);
    import('./AccountPanel.tsx').then(
      (fetched) => setPanel(() => fetched.default),
      () => setMissing(true),
    );
  }, []);
  useEffect(load, [load]);
  return (
    <Dialog title={title} isSheet={isSheet} onClose={onClose}>
      {Panel ? (
        <Panel {...panel} />
      ) : isMissing ? (
        <>
          <p role="alert">{ui('unreachable')}</p>
          <Button onClick={load}>{ui('retry')}</Button>
        </>
      ) : (
        <p class="quiet" role="status">
          {ui('loading')}
        </p>
      )}
    </Dialog>
  );
}
