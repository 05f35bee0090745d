// Web push: the server's own pair of keys, who is told on which phone, and who has been reminded of what.
import { DEFAULT_PREFERENCES, type PushPreferences } from '../../shared/notices.ts';
import type { Db } from './db.ts';

/** VAPID keys, base64url. They name this server to push services for good. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/** Where a phone's browser is told, and the keys that only it can read by. */
export interface Subscription {
  endpoint: string;
  p256dh: string;
  auth: string;
}

export interface NewSubscription extends Subscription {
  sessionId: string;
}

export interface SubscriptionRow extends Subscription {
  userId: string;
  /** When the session that it belongs to runs out. */
  expiresAt: number;
}

export function pushTable(db: Db) {
  const keys = db.prepare<[], PushKeys>('SELECT public_key AS publicKey, private_key AS privateKey FROM push_keys');
  const insertKeys = db.prepare(
    'INSERT OR IGNORE INTO push_keys (one, public_key, private_key) VALUES (1, @publicKey, @privateKey)',
  );
  const list = db.prepare<[], SubscriptionRow>(
    `SELECT p.endpoint, p.p256dh, p.auth, p.user_id AS userId, s.expires_at AS expiresAt
     FROM push_subscriptions p JOIN sessions s ON s.id = p.session_id ORDER BY p.created_at, p.rowid`,
  );
  const ofSession = db.prepare<[string], Subscription>(
    'SELECT endpoint, p256dh, auth FROM push_subscriptions WHERE session_id = ?',
  );
  const insert = db.prepare(
    `INSERT OR REPLACE INTO push_subscriptions (endpoint, session_id, user_id, p256dh, auth, created_at)
     VALUES (@endpoint, @sessionId, @userId, @p256dh, @auth, @now)`,
  );
  const bound = db.prepare(
    `DELETE FROM push_subscriptions WHERE user_id = @userId AND endpoint NOT IN (
       SELECT endpoint FROM push_subscriptions WHERE user_id = @userId ORDER BY created_at DESC, rowid DESC LIMIT @most)`,
  );
  const removeOf = db.prepare('DELETE FROM push_subscriptions WHERE session_id = ?');
  const remove = db.prepare('DELETE FROM push_subscriptions WHERE endpoint = ?');
  const read = db.prepare<[string], { settings: string }>('SELECT settings FROM push_preferences WHERE user_id = ?');
  const write = db.prepare('INSERT OR REPLACE INTO push_preferences (user_id, settings) VALUES (?, ?)');
  const reminded = db.prepare<[string], string>('SELECT user_id FROM push_reminders WHERE period_id = ?').pluck();
  const remind = db.prepare('INSERT OR IGNORE INTO push_reminders (period_id, user_id, at) VALUES (?, ?, ?)');
  return {
    keys: (): PushKeys | null => keys.get() ?? null,
    /** Keeps the first keys that it is given, for good. */
    keepKeys: (made: PushKeys): void => void insertKeys.run(made),
    subscriptions: (): SubscriptionRow[] => list.all(),
    /** What a session's device is told by, or null. */
    ofSession: (sessionId: string): Subscription | null => ofSession.get(sessionId) ?? null,
    /** Keeps a session's subscription; of one account the newest `most` stay. */
    subscribe(row: NewSubscription & { userId: string }, most: number, now: number): void {
      insert.run({ ...row, now });
      bound.run({ userId: row.userId, most });
    },
    unsubscribe: (sessionId: string): void => void removeOf.run(sessionId),
    forget: (endpoint: string): void => void remove.run(endpoint),
    preferences(userId: string): PushPreferences {
      const row = read.get(userId);
      return row
        ? { ...DEFAULT_PREFERENCES, ...(JSON.parse(row.settings) as Partial<PushPreferences>) }
        : DEFAULT_PREFERENCES;
    },
    prefer: (userId: string, settings: PushPreferences): void => void write.run(userId, JSON.stringify(settings)),
    /** Who has been reminded that a period ends. */
    reminded: (periodId: string): Set<string> => new Set(reminded.all(periodId)),
    remind: (periodId: string, userId: string, at: number): void => void remind.run(periodId, userId, at),
  };
}
