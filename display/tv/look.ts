// The wall's look on the page: theme, accent, background.
import { useEffect } from 'preact/hooks';
import type { FaultCode, ScreenConfig, Theme, WallSettings } from '../../shared/screen.ts';
import { accentOf } from './accent.ts';
import { mediaUrl } from '../kit/media-url.ts';
import { setCalm } from './motion.ts';

/** Keeps the page in the look that the screen was told. */
export function useLook({ settings, wall }: ScreenConfig, onFault: (code: FaultCode, detail: string) => void): void {
  const theme = settings.theme ?? wall.theme;
  const { calm } = settings;
  useEffect(() => wear(wall, theme, (id) => onFault('image/broken', id)), [wall, theme, onFault]);
  useEffect(() => setCalm(calm), [calm]);
}

/** Puts the look on the page. A picture that does not load leaves the theme's own ground; `onBroken` hears of it. */
function wear(wall: WallSettings, theme: Theme, onBroken: (id: string) => void): void {
  const page = document.documentElement;
  page.dataset['theme'] = theme;
  const accent = wall.accent === null ? null : accentOf(wall.accent, theme);
  const colours: Record<string, string | undefined> = {
    '--accent': accent?.fill,
    '--accent-dim': accent?.dim,
    '--accent-text': accent?.text,
    '--accent-ink': accent?.ink,
    '--glow': accent?.glow,
    '--glow-end': accent?.glowEnd,
  };
  for (const [name, value] of Object.entries(colours)) {
    if (value === undefined) page.style.removeProperty(name);
    else page.style.setProperty(name, value);
  }
  wearBackground(wall.backgroundId, onBroken);
}

let worn: string | null = null;

function wearBackground(id: string | null, onBroken: (id: string) => void): void {
  if (id === worn) return;
  worn = id;
  const page = document.documentElement;
  page.style.removeProperty('--picture');
  if (id === null) return;
  const picture = new Image();
  picture.src = mediaUrl(id);
  picture.decode().then(
    () => worn === id && page.style.setProperty('--picture', `url("${picture.src}")`),
    () => onBroken(id),
  );
}
