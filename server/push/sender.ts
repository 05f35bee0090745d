// Hands a notice to a browser's push service: encrypted for that browser alone, signed with the server's key. The one
// file that knows `web-push`.
import type { OutgoingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';
import webPush from 'web-push';
import type { PushKeys, Subscription } from '../store/push.ts';
import { publicLookup } from './endpoint.ts';

export interface PushMessage {
  /** JSON that the page's service worker reads. */
  payload: string;
  /** How long the push service keeps it for a phone that is off. */
  ttlSeconds: number;
  /** A later one of the same topic takes the place of an earlier that still waits there. */
  topic: string;
  isUrgent: boolean;
}

/** `gone`: the browser has taken the subscription back. */
export type PushFate = 'sent' | 'gone' | 'failed';

/** The way out, injected: tests have one of their own. */
export interface PushSender {
  send: (to: Subscription, message: PushMessage, as: PushKeys & { subject: string }) => Promise<PushFate>;
}

const TIMEOUT_MS = 10_000;
const GONE: readonly (number | undefined)[] = [404, 410];

/** A pair of keys for a server that has none yet. */
export function newKeys(): PushKeys {
  return webPush.generateVAPIDKeys();
}

/** Sends for real; `agent` makes the connections, by default to public machines only. */
export function webPushSender(agent: Agent = new Agent({ lookup: publicLookup, keepAlive: true })): PushSender {
  return {
    async send({ endpoint, p256dh, auth }, { payload, ttlSeconds, topic, isUrgent }, vapidDetails) {
      try {
        const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
          vapidDetails,
          TTL: ttlSeconds,
          topic,
          urgency: isUrgent ? 'high' : 'normal',
        });
        return fateOf(await post(endpoint, headers, body, agent));
      } catch {
        // No key that a browser made, no way to the service: the next notice tries again.
        return 'failed';
      }
    },
  };
}

function fateOf(status: number | undefined): PushFate {
  if (GONE.includes(status)) return 'gone';
  return status !== undefined && status >= 200 && status < 300 ? 'sent' : 'failed';
}

/** The answer's status is all that is read of it; nothing is followed. */
function post(
  url: string,
  headers: OutgoingHttpHeaders,
  body: Buffer | null,
  agent: Agent,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sending = request(
      url,
      { method: 'POST', headers, agent, signal: AbortSignal.timeout(TIMEOUT_MS) },
      (answer) => {
        answer.resume();
        answer.once('error', reject);
        answer.once('end', () => resolve(answer.statusCode));
      },
    );
    sending.once('error', reject);
    sending.end(body);
  });
}
