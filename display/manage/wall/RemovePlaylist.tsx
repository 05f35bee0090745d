// Removes a playlist, once that has been confirmed.
import { useState } from 'preact/hooks';
import type { Playlist } from '../../../shared/scenes.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { removePlaylist } from '../calls.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { wallText } from './texts.ts';

export function RemovePlaylist({ playlist, onRemoved }: { playlist: Playlist; onRemoved: () => Promise<void> }) {
  const t = useText(wallText);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button look="plain" onClick={() => setAsking(true)}>
        {t('removePlaylist')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('removeTitle', { name: playlist.name })}
          text={t('removeText')}
          action={t('removePlaylist')}
          onDo={async () => {
            await removePlaylist(playlist.id);
            await onRemoved();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
