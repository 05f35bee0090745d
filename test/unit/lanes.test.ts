// Notices on their way to push services, some of which never answer.
import { expect, test } from 'vitest';
import { Lanes } from '../../server/push/lanes.ts';
import type { PushMessage } from '../../server/push/sender.ts';
import type { SubscriptionRow } from '../../server/store/push.ts';

const HOUR_MS = 3_600_000;

interface Sent {
  endpoint: string;
  ttlSeconds: number;
  answer: () => void;
  fail: () => void;
}

function atNine() {
  let now = 0;
  const sent: Sent[] = [];
  const failures: unknown[] = [];
  const lanes = new Lanes({
    clock: { now: () => now },
    send: ({ endpoint }, { ttlSeconds }) =>
      new Promise((answer, reject) => {
        sent.push({ endpoint, ttlSeconds, answer, fail: () => reject(new Error('no way')) });
      }),
    onFailure: (failure) => failures.push(failure),
  });
  const notice = (userId: string, phone: number): { to: SubscriptionRow; message: PushMessage } => ({
    to: { userId, endpoint: `${userId} ${phone}`, p256dh: '', auth: '', expiresAt: 0 },
    message: { payload: '', ttlSeconds: 3_600, topic: '', isUrgent: false },
  });
  return {
    lanes,
    sent,
    failures,
    /** As many notices as said, one after another, each for another phone. */
    tell: (userId: string, count = 1) => lanes.send(Array.from({ length: count }, (_, phone) => notice(userId, phone))),
    later: (ms: number) => (now += ms),
    names: () => sent.map(({ endpoint }) => endpoint),
  };
}

/** Lets everything go on that waits for nothing but its turn. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('PN6 eight hanging phones of one account hold nobody else up', async () => {
  const { tell, names, sent } = atNine();
  tell('an', 8);
  for (let index = 0; index < 6; index += 1) tell(`other${index}`);
  expect(names()).toEqual(['an 0', 'an 1', ...Array.from({ length: 6 }, (_, index) => `other${index} 0`)]);
  tell('late');
  expect(sent).toHaveLength(8);
  sent[7]?.answer();
  await turn();
  expect(names().slice(8)).toEqual(['late 0']);
  sent[0]?.answer();
  await turn();
  expect(names().slice(9)).toEqual(['an 2']);
});

test('PN6 what fails is told of, and its account goes on', async () => {
  const { tell, names, sent, failures } = atNine();
  tell('an', 3);
  sent[0]?.fail();
  await turn();
  expect([names(), failures.length]).toEqual([['an 0', 'an 1', 'an 2'], 1]);
});

test('PN6 what has waited until it is no news any more is dropped, and what has not is kept no longer than that', async () => {
  const { tell, names, sent, later } = atNine();
  tell('an', 3);
  later(HOUR_MS / 2);
  tell('an', 1);
  later(HOUR_MS / 2);
  sent[0]?.answer();
  await turn();
  expect(names()).toEqual(['an 0', 'an 1', 'an 0']);
  expect(sent.map(({ ttlSeconds }) => ttlSeconds)).toEqual([3_600, 3_600, 1_800]);
});

test('PN6 five thousand wait, the oldest are dropped', async () => {
  const { tell, names, sent } = atNine();
  tell('an', 2);
  for (let round = 0; round < 6; round += 1) tell('an', 1_000);
  tell('an', 1);
  for (let index = 0; index < sent.length; index += 1) {
    sent[index]?.answer();
    await turn();
  }
  expect(names()).toHaveLength(2 + 5_000);
});
