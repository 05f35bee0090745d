// The office's TVs: what each shows and whether it is well, and what can be set for it.
import { useEffect, useState } from 'preact/hooks';
import type { ScreenView } from '../../../shared/schemas/wall.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { readPlaylists, readScreens } from '../calls.ts';
import type { SectionProps } from '../section-props.ts';
import { SectionHead } from '../SectionHead.tsx';
import { Empty, Shown } from '../Shown.tsx';
import { ScreenCard } from './ScreenCard.tsx';
import { ScreenDialog } from './ScreenDialog.tsx';
import { screenText } from './texts.ts';

const LOOK_MS = 5000;

export function ScreensSection({ session }: SectionProps) {
  const t = useText(screenText);
  const loaded = useLoad(loadScreens, []);
  const { reload } = loaded;
  const [open, setOpen] = useState<ScreenView | 'new' | null>(null);
  useEffect(() => {
    const timer = setInterval(() => void reload(), LOOK_MS);
    return () => clearInterval(timer);
  }, [reload]);
  const add = (
    <Button look="main" onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <SectionHead title={t('title')} lead={t('lead')}>
        {add}
      </SectionHead>
      <Shown loaded={loaded}>
        {({ screens, playlists }) => (
          <>
            {screens.length === 0 && (
              <Empty title={t('emptyTitle')} text={t('emptyText')}>
                {add}
              </Empty>
            )}
            <ul class="screens">
              {screens.map((screen) => (
                <ScreenCard
                  key={screen.id}
                  screen={screen}
                  playlist={playlists.find(({ id }) => id === screen.settings.playlistId)?.name ?? null}
                  onEdit={() => setOpen(screen)}
                  onRevoked={reload}
                />
              ))}
            </ul>
            {open && (
              <ScreenDialog
                screen={open === 'new' ? null : open}
                playlists={playlists}
                locale={session.office.locale}
                onClose={() => setOpen(null)}
                onSaved={reload}
              />
            )}
          </>
        )}
      </Shown>
    </>
  );
}

async function loadScreens() {
  const [screens, playlists] = await Promise.all([readScreens(), readPlaylists()]);
  return { screens: screens.items, playlists: playlists.items };
}
