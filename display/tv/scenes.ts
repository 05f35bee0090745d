// The list of scenes: a new one is a file in scenes/, a line here and its name in shared/scenes.ts. Each is a chunk of
// its own, fetched once the wall stands; the leaderboard alone is there from the first paint (board/Rows.tsx).
import type { Playlist, SceneKind } from '../../shared/scenes.ts';
import type { Scene } from './scene.ts';

const LOADERS: Readonly<Record<Exclude<SceneKind, 'leaderboard'>, () => Promise<Scene>>> = {
  podium: async () => (await import('./scenes/Podium.tsx')).Podium,
  teams: async () => (await import('./scenes/Teams.tsx')).Teams,
  gauge: async () => (await import('./scenes/Gauge.tsx')).Gauge,
  race: async () => (await import('./scenes/Race.tsx')).Race,
  today: async () => (await import('./scenes/Today.tsx')).Today,
  latest: async () => (await import('./scenes/Latest.tsx')).Latest,
  records: async () => (await import('./scenes/Records.tsx')).Records,
  improved: async () => (await import('./scenes/MostImproved.tsx')).MostImproved,
  announcement: async () => (await import('./scenes/Announcement.tsx')).Announcement,
  countdown: async () => (await import('./scenes/Countdown.tsx')).Countdown,
  'test-card': async () => (await import('./scenes/TestCard.tsx')).TestCard,
};

const loaded = new Map<string, Scene>();

/** A scene that has been fetched before. */
export function readyScene(kind: SceneKind): Scene | null {
  return loaded.get(kind) ?? null;
}

/** Fetches a scene; rejects where there is none of that name, or the server does not give it. */
export async function loadScene(kind: SceneKind): Promise<Scene> {
  const known = loaded.get(kind);
  if (known) return known;
  const load = isKnown(kind) ? LOADERS[kind] : null;
  if (!load) throw new UnknownScene(kind);
  const scene = await load();
  loaded.set(kind, scene);
  return scene;
}

/** Fetches what a playlist will show, one after another, before its turn comes. */
export async function fetchAhead(playlist: Playlist): Promise<void> {
  for (const { scene } of playlist.items) {
    // One that cannot be had is told of when its turn comes.
    if (scene !== 'leaderboard') await loadScene(scene).catch(() => undefined);
  }
}

function isKnown(kind: string): kind is keyof typeof LOADERS {
  return Object.keys(LOADERS).includes(kind);
}

/** A playlist of a newer server names a scene that this page does not have. */
export class UnknownScene extends Error {}
