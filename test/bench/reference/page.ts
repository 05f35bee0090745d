// Reference: the page of a folder, served by the product's own routes for pages and nothing behind them.
import fastify from 'fastify';
import { pageRoutes } from '../../../server/routes/pages.ts';

const [, , folder = ''] = process.argv;
const app = fastify();
await pageRoutes(app, folder);
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
process.once('SIGTERM', () => process.exit(0));
