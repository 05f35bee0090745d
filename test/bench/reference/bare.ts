// Reference: Fastify with the schema of `POST /api/deals`, both ways, and nothing behind it.
import { serveDeals } from './serve.ts';

let seq = 0;
await serveDeals(() => {
  seq += 1;
  return seq;
});
