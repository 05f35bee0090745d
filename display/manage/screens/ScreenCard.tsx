// One TV: its health, what it shows, whether it can be heard, what it could not show, and what can be done with it.
import { SCENES } from '../../../shared/scenes.ts';
import type { FaultCode, SoundState } from '../../../shared/screen.ts';
import type { Health } from '../../../shared/screen-health.ts';
import type { ScreenList, ScreenStatusView, ScreenView } from '../../../shared/schemas/screens.ts';
import type { PlaylistView } from '../../../shared/schemas/wall.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { useMay } from '../may.ts';
import { wallText } from '../wall/texts.ts';
import { WallFrame } from '../wall/WallFrame.tsx';
import { useBoardName } from './BoardFields.tsx';
import { ScreenDetails } from './ScreenDetails.tsx';
import { ScreenTools } from './ScreenTools.tsx';
import { screenText } from './texts.ts';

interface ScreenCardProps {
  screen: ScreenView;
  health: Health;
  playlists: readonly PlaylistView[];
  server: Pick<ScreenList, 'buildId' | 'rev'>;
  onEdit: () => void;
  onChanged: () => Promise<void>;
}

export function ScreenCard({ screen, health, playlists, server, onEdit, onChanged }: ScreenCardProps) {
  const t = useText(screenText);
  const wall = useText(wallText);
  const may = useMay();
  const { dateTime } = useFormats();
  const { id, name, settings, status, lastSeenAt } = screen;
  const board = useBoardName()(settings.board);
  const playlist = playlists.find((one) => one.id === settings.playlistId)?.name ?? wall('builtIn');
  const isHere = status?.connected === true;
  return (
    <li class="panel screen">
      <div class="screen-head">
        <h2>{name}</h2>
        <span class={`health health-${health}`}>{t(health)}</span>
      </div>
      {isHere && (
        <WallFrame
          told={`&screen=${encodeURIComponent(id)}`}
          title={t('preview', { name })}
          class="screen-picture"
          ratio={status.height > 0 ? status.width / status.height : 16 / 9}
        />
      )}
      <p class="small quiet">
        {board} · {playlist}
        {!isHere && lastSeenAt !== null && ` · ${t('lastSeen', { date: dateTime(lastSeenAt) })}`}
      </p>
      <Badges screen={screen} />
      {status && status.faults.length > 0 && <Faults status={status} />}
      {may('screen:write') && <ScreenTools screen={screen} onEdit={onEdit} onChanged={onChanged} />}
      {status && status.engine !== '' && <ScreenDetails status={status} {...server} />}
    </li>
  );
}

function Badges({ screen: { settings, status } }: { screen: ScreenView }) {
  const t = useText(screenText);
  const isPrivate = Object.values(settings.privacy).some(Boolean);
  return (
    <div class="badges">
      {isPrivate && <span class="badge badge-gold">{t('private')}</span>}
      {settings.calm && <span class="badge">{t('calmField')}</span>}
      {status?.connected && (
        <>
          {status.isDark ? (
            <span class="badge">{t('dark')}</span>
          ) : (
            <>
              <SoundBadge sound={status.sound} />
              <Now status={status} />
            </>
          )}
        </>
      )}
    </div>
  );
}

const SOUND = {
  on: 'soundOn',
  locked: 'soundLocked',
  muted: 'soundMuted',
  quiet: 'soundQuiet',
  none: 'soundNone',
} as const satisfies Record<SoundState, string>;

function SoundBadge({ sound }: { sound: SoundState }) {
  const t = useText(screenText);
  const look = sound === 'on' ? 'badge-good' : sound === 'locked' ? 'badge-bad' : '';
  return <span class={`badge ${look}`}>{t(SOUND[sound])}</span>;
}

function Now({ status }: { status: ScreenStatusView }) {
  const t = useText(screenText);
  const wall = useText(wallText);
  // A TV that has said nothing yet, or is of another build than this page.
  const scene = SCENES.find((one) => one === status.scene);
  return scene ? <span class="badge">{t('shows', { scene: wall(scene) })}</span> : null;
}

const FAULT = {
  'scene/threw': 'faultThrew',
  'scene/unknown': 'faultUnknown',
  'playlist/empty': 'faultEmpty',
  'image/broken': 'faultImage',
  'sound/broken': 'faultSound',
  'voice/missing': 'faultVoice',
  'page/failed': 'faultPage',
  'storage/refused': 'faultStorage',
} as const satisfies Record<FaultCode, string>;

function Faults({ status: { faults } }: { status: ScreenStatusView }) {
  const t = useText(screenText);
  const { dateTime } = useFormats();
  return (
    <div class="note note-bad">
      <ul>
        {faults.map(({ code, detail, at }) => (
          <li key={`${code} ${detail}`}>
            {t(FAULT[code], { detail })} <span class="quiet">{dateTime(at)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
