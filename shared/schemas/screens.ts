// Screens: how a TV is claimed, what is set for it, and what it says of itself.
import { Type, type Static } from 'typebox';
import { DARKNESS, FAULT_CODES, ROTATIONS, SOUND_STATES, THEMES, WAKE_STATES } from '../screen.ts';
import { Id, Instant, Locale, Minute, Name, nullable, oneOf, strict } from './fields.ts';

const Hours = strict({ fromMinute: Minute, toMinute: Minute });

const screenFields = {
  board: Type.String({ minLength: 1, maxLength: 64 }),
  locale: nullable(Locale),
  theme: nullable(oneOf(THEMES)),
  playlistId: nullable(Id),
  privacy: strict({ initials: Type.Boolean(), hideAmounts: Type.Boolean(), hideCustomers: Type.Boolean() }),
  volume: Type.Integer({ minimum: 0, maximum: 100 }),
  quietHours: nullable(Hours),
  darkHours: nullable(Hours),
  darkness: oneOf(DARKNESS),
  speech: Type.Boolean(),
  captions: Type.Boolean(),
  calm: Type.Boolean(),
  safeArea: Type.Integer({ minimum: 0, maximum: 8, description: 'Free margin, % of the screen’s height.' }),
  textScale: Type.Integer({
    minimum: 100,
    maximum: 150,
    description: 'Size of the rows, % of the usual: larger, and fewer at a time.',
  }),
  rotation: Type.Unsafe<(typeof ROTATIONS)[number]>({
    type: 'integer',
    enum: [...ROTATIONS],
    description: 'Clockwise degrees by which the picture is turned, for a TV that hangs on its side.',
  }),
};

const settings = Type.Partial(strict(screenFields)).properties;

/** A TV's code and secret. The TV keeps the secret: once claimed, it is its token for ever. */
export const NewPairing = Type.Object({
  code: Type.String(),
  secret: Type.String({ description: 'Shown once.' }),
  expiresAt: Instant,
  now: Instant,
  claimUrl: Type.String({ description: 'What the QR code opens: the claim, on a manager’s phone.' }),
});
export type NewPairing = Static<typeof NewPairing>;

/** How it stands with a TV that waits. */
export const PairingState = Type.Object({
  state: oneOf(['waiting', 'claimed'] as const),
  expiresAt: nullable(Instant),
  now: Instant,
});
export type PairingState = Static<typeof PairingState>;

/** The TV that shows this code becomes a new screen of this name, or takes the place of one that is. */
export const ClaimBody = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 20 }),
    name: Type.Optional(Name),
    replaces: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: 'A screen’s id.' })),
    ...settings,
  },
  { additionalProperties: false },
);
export type ClaimBody = Static<typeof ClaimBody>;

export const ScreenBody = Type.Object({ name: Name, ...settings }, { additionalProperties: false });
export type ScreenBody = Static<typeof ScreenBody>;

export const ScreenPatch = Type.Partial(strict({ name: Name, ...screenFields }), { additionalProperties: false });
export type ScreenPatch = Static<typeof ScreenPatch>;

const FaultView = Type.Object({ code: oneOf(FAULT_CODES), detail: Type.String(), at: Instant });

/** What a screen last said of itself; null where it has not been heard since the server started. */
export const ScreenStatusView = Type.Object({
  connected: Type.Boolean(),
  lastSeenAt: Instant,
  sound: oneOf(SOUND_STATES),
  scene: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
  buildId: Type.String(),
  engine: Type.String({ description: 'The browser and its version, as it says.' }),
  secure: Type.Boolean({ description: 'Whether the page is a secure context (https, or localhost).' }),
  wake: oneOf(WAKE_STATES),
  isDark: Type.Boolean({ description: 'Whether its dark hours are on.' }),
  startedAt: nullable(Instant),
  /** Heap samples, the oldest first: at most one in half an hour, the last 48; null where the engine tells none. */
  heap: Type.Array(Type.Object({ at: Instant, megabytes: Type.Number() })),
  nodes: Type.Integer({ description: 'DOM nodes.' }),
  /** The newest rev that it has painted; 0 for none yet. */
  rev: Type.Integer(),
  /** From commit to glass over its last 200 reports, ms. */
  shownMs: nullable(Type.Object({ p50: Type.Number(), p95: Type.Number(), reports: Type.Integer() })),
  /** The latest first, at most 20. */
  faults: Type.Array(FaultView),
});
export type ScreenStatusView = Static<typeof ScreenStatusView>;

export const ScreenView = Type.Object({
  id: Id,
  name: Type.String(),
  createdAt: Instant,
  /** Also from before the server's last start; null for never. */
  lastSeenAt: nullable(Instant),
  settings: Type.Object(screenFields),
  status: nullable(ScreenStatusView),
});
export type ScreenView = Static<typeof ScreenView>;

/** Every screen, and what this server serves them. */
export const ScreenList = Type.Object({
  items: Type.Array(ScreenView),
  buildId: Type.String({ description: 'The build that screens should have.' }),
  rev: Type.Integer({ description: 'The newest rev.' }),
  host: Type.String({ description: 'What a TV on the network opens.' }),
  now: Instant,
});
export type ScreenList = Static<typeof ScreenList>;

/** Where a deal has been seen. */
export const DeliveryView = Type.Object({
  /** Screens that were connected when it came in. */
  screens: Type.Integer(),
  /** Those of them that have shown it. */
  shown: Type.Integer(),
  /** From its commit until the screens' reports came in, ms; null where none has. */
  medianMs: nullable(Type.Integer()),
  slowestMs: nullable(Type.Integer()),
});
export type DeliveryView = Static<typeof DeliveryView>;
