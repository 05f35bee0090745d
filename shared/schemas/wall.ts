// The wall's look and sound, playlists, and the pictures and sounds that they show and play.
import { Type, type Static } from 'typebox';
import { SCENES, LAYOUTS } from '../scenes.ts';
import { BUILT_IN_SOUNDS, THEMES } from '../screen.ts';
import { AmountInput, Id, Instant, Minor, Minute, Name, nullable, oneOf, strict } from './fields.ts';

const Weekday = Type.Integer({ minimum: 1, maximum: 7, description: 'ISO: 1 Monday … 7 Sunday.' });
const Colour = Type.String({ pattern: '^#[0-9a-fA-F]{6}$' });
const MediaId = nullable(Id);

export const PlaylistItemBody = strict({
  scene: oneOf(SCENES),
  seconds: Type.Integer({ minimum: 5, maximum: 3600 }),
  days: Type.Optional(Type.Array(Weekday, { maxItems: 7, uniqueItems: true })),
  fromMinute: Type.Optional(Minute),
  toMinute: Type.Optional(Minute),
  onWin: Type.Optional(Type.Boolean()),
  title: Type.Optional(Type.String({ maxLength: 120 })),
  text: Type.Optional(Type.String({ maxLength: 600 })),
  imageId: Type.Optional(MediaId),
});
export type PlaylistItemBody = Static<typeof PlaylistItemBody>;

export const PlaylistBody = strict({
  name: Name,
  layout: oneOf(LAYOUTS),
  items: Type.Array(PlaylistItemBody, { minItems: 1, maxItems: 50 }),
});
export type PlaylistBody = Static<typeof PlaylistBody>;

const PlaylistItemView = Type.Object({
  scene: oneOf(SCENES),
  seconds: Type.Integer(),
  days: Type.Array(Type.Integer()),
  fromMinute: Type.Integer(),
  toMinute: Type.Integer(),
  onWin: Type.Boolean(),
  title: Type.String(),
  text: Type.String(),
  imageId: MediaId,
});

export const PlaylistView = Type.Object({
  id: Id,
  name: Type.String(),
  layout: oneOf(LAYOUTS),
  items: Type.Array(PlaylistItemView),
  changedAt: Instant,
});
export type PlaylistView = Static<typeof PlaylistView>;

export const WallPatch = Type.Partial(
  strict({
    theme: oneOf(THEMES),
    accent: nullable(Colour),
    logoId: MediaId,
    backgroundId: MediaId,
    /** Major units, as amounts come in; null leaves it to the average deal. */
    celebrateFrom: nullable(AmountInput),
    bigFrom: nullable(AmountInput),
    hugeFrom: nullable(AmountInput),
    sound: oneOf(BUILT_IN_SOUNDS),
    soundId: MediaId,
    /** Whether colleagues' reactions to a win are shown. */
    showCheers: Type.Boolean(),
  }),
  { additionalProperties: false },
);
export type WallPatch = Static<typeof WallPatch>;

export const WallView = Type.Object({
  theme: oneOf(THEMES),
  accent: nullable(Type.String()),
  logoId: MediaId,
  backgroundId: MediaId,
  celebrateFromMinor: nullable(Minor),
  bigFromMinor: nullable(Minor),
  hugeFromMinor: nullable(Minor),
  sound: oneOf(BUILT_IN_SOUNDS),
  soundId: MediaId,
  showCheers: Type.Boolean(),
});
export type WallView = Static<typeof WallView>;

/** A picture or a sound that was taken; its address is `/media/<id>`. */
export const MediaView = Type.Object({
  id: Id,
  type: Type.String({ description: 'The content type, as sniffed.' }),
  bytes: Type.Integer(),
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
  durationMs: nullable(Type.Integer()),
});
export type MediaView = Static<typeof MediaView>;
