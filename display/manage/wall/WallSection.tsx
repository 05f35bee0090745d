// The wall at the desk: playlists, look and sound; one playlist by its address.
import type { ComponentChildren } from 'preact';
import { DEFAULT_PLAYLIST, type Playlist } from '../../../shared/scenes.ts';
import type { PlaylistView, WallView } from '../../../shared/schemas/wall.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { readPlaylists, readWall } from '../calls.ts';
import { routeTo } from '../routes.ts';
import type { SectionProps } from '../section-props.ts';
import { SectionHead } from '../SectionHead.tsx';
import { Shown } from '../Shown.tsx';
import { LookEditor } from './LookEditor.tsx';
import { PlaylistEditor } from './PlaylistEditor.tsx';
import { roundSeconds } from './playlist-form.ts';
import { wallText } from './texts.ts';

/** In the address, in the place of an id. */
const NEW = 'new';

export function WallSection({ route }: SectionProps) {
  const loaded = useLoad(loadWall, []);
  const reload = loaded.reload;
  return (
    <Shown loaded={loaded}>
      {({ wall, playlists }) => {
        const playlist = route.id === NEW ? blank() : playlists.find(({ id }) => id === route.id);
        if (!playlist) return <Overview wall={wall} playlists={playlists} onSaved={reload} />;
        return (
          <PlaylistEditor
            key={playlist.id}
            playlist={playlist}
            wall={wall}
            onSaved={async ({ id }) => {
              await reload();
              location.hash = routeTo('wall', id);
            }}
            onRemoved={async () => {
              location.hash = routeTo('wall');
              await reload();
            }}
          />
        );
      }}
    </Shown>
  );
}

async function loadWall(): Promise<{ wall: WallView; playlists: PlaylistView[] }> {
  const [wall, playlists] = await Promise.all([readWall(), readPlaylists()]);
  return { wall, playlists: playlists.items };
}

/** A new one begins as the built-in one. */
function blank(): Playlist {
  return { ...DEFAULT_PLAYLIST, id: '' };
}

interface OverviewProps {
  wall: WallView;
  playlists: readonly PlaylistView[];
  onSaved: () => Promise<void>;
}

function Overview({ wall, playlists, onSaved }: OverviewProps) {
  const t = useText(wallText);
  return (
    <>
      <SectionHead title={t('title')} lead={t('lead')} />
      <section class="panel" aria-labelledby="playlists">
        <div class="panel-head">
          <div>
            <h2 id="playlists">{t('playlists')}</h2>
            <p class="quiet small">{t('playlistsLead')}</p>
          </div>
          <a class="button button-main" href={routeTo('wall', NEW)}>
            {t('newPlaylist')}
          </a>
        </div>
        <ul class="reps">
          <Listed playlist={DEFAULT_PLAYLIST} name={t('builtIn')}>
            <a class="button button-quiet button-small" href={routeTo('wall', NEW)}>
              {t('copyBuiltIn')}
            </a>
          </Listed>
          {playlists.map((playlist) => (
            <Listed key={playlist.id} playlist={playlist} name={playlist.name}>
              <a
                class="button button-quiet button-small"
                href={routeTo('wall', playlist.id)}
                aria-label={t('editNamed', { name: playlist.name })}
              >
                {t('edit')}
              </a>
            </Listed>
          ))}
        </ul>
      </section>
      <LookEditor wall={wall} onSaved={onSaved} />
    </>
  );
}

function Listed({
  playlist,
  name,
  children,
}: {
  playlist: Pick<Playlist, 'items' | 'layout'>;
  name: string;
  children: ComponentChildren;
}) {
  const t = useText(wallText);
  const { items, layout } = playlist;
  return (
    <li class="rep">
      <span class="rep-name">
        <strong>{name}</strong>
        <small class="quiet">
          {t('sceneCount', { count: items.length, seconds: roundSeconds(playlist) })} · {t(layout)}
        </small>
      </span>
      {children}
    </li>
  );
}
