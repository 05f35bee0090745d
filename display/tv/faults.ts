// Which faults end with a change of what a screen was told.
import type { ScreenConfig, ScreenFault } from '../../shared/screen.ts';

/** Whether a fault was of something that has been replaced. */
export function isPast({ code, detail }: ScreenFault, before: ScreenConfig, after: ScreenConfig): boolean {
  const isOtherPlaylist = JSON.stringify(before.playlist) !== JSON.stringify(after.playlist);
  switch (code) {
    case 'scene/threw':
    case 'scene/unknown':
    case 'playlist/empty':
      return isOtherPlaylist;
    case 'image/broken':
      return isOtherPlaylist ? !isOfLook(detail, after) : isOfLook(detail, before) && !isOfLook(detail, after);
    case 'sound/broken':
      return detail === before.wall.soundId && detail !== after.wall.soundId;
    case 'voice/missing':
      return !after.settings.speech || before.settings.locale !== after.settings.locale;
    case 'page/failed':
    case 'storage/refused':
      return false;
  }
}

function isOfLook(id: string, { wall }: ScreenConfig): boolean {
  return id === wall.logoId || id === wall.backgroundId;
}
