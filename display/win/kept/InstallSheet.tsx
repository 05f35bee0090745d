// Putting the page among the phone's apps: the browser's question, or how it is done by hand.
import './install.css';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { install, installWay, onInstallWay } from './install.ts';
import { installText } from './texts.ts';

export function InstallSheet({ onClose }: { onClose: () => void }) {
  const t = useText(installText);
  const [way, setWay] = useState(installWay);
  useEffect(() => onInstallWay(() => setWay(installWay())), []);
  return (
    <Dialog title={t('title')} isSheet onClose={onClose}>
      <p>{way === null ? t('done') : t('lead')}</p>
      {way === 'ios' && (
        <ol class="steps">
          <li>{t('ios1')}</li>
          <li>{t('ios2')}</li>
          <li>{t('ios3')}</li>
        </ol>
      )}
      {way === 'ask' && (
        <Button look="gold" onClick={() => void install().finally(onClose)}>
          {t('install')}
        </Button>
      )}
    </Dialog>
  );
}
