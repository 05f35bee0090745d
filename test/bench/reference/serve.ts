// What the Fastify references share: the product's schema for a deal and its answer, a place to store it, listening.
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify from 'fastify';
import { DealAnswer, DealBody } from '../../../shared/schemas/deals.ts';

/** Answers each deal once `store` has given its number. */
export async function serveDeals(store: (deal: DealBody) => number): Promise<void> {
  const app = fastify({
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allowUnionTypes: true } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.post('/deals', { schema: { body: DealBody, response: { 201: DealAnswer } } }, (request, reply) => {
    const seq = store(request.body);
    void reply.code(201).send(answerOf(request.body, seq));
  });
  process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
  process.once('SIGTERM', () => process.exit(0));
}

function answerOf(body: DealBody, seq: number): DealAnswer {
  const now = Date.now();
  const amountMinor = Number(body.amount);
  return {
    deal: {
      id: body.id ?? '',
      seq,
      repId: body.rep,
      repName: body.rep,
      amount: String(body.amount),
      amountMinor,
      currency: 'VND',
      customer: body.customer,
      product: body.product ?? '',
      kind: body.kind ?? 'new',
      source: '',
      location: '',
      note: '',
      openedAt: null,
      closedAt: now,
      countsAt: now,
      recordedAt: now,
      rev: seq,
      periodId: null,
      late: false,
      imported: false,
      corrects: null,
      photoId: null,
      credits: [{ repId: body.rep, repName: body.rep, shareBp: 10_000, amountMinor }],
      original: null,
      payment: null,
      external: null,
      void: null,
    },
    standing: {
      rank: 1,
      previousRank: 1,
      value: amountMinor,
      quota: null,
      attainment: null,
      pace: null,
      toNext: null,
      nextRank: null,
    },
    rev: seq,
  };
}
