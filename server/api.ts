// The list of calls: every resource's routes, how they are described, and the pages beside them.
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { listCalls, type Call } from './access.ts';
import { setUpHttp, stopSoon } from './http.ts';
import type { Metrics } from './metrics.ts';
import { describeApi } from './openapi.ts';
import type { Api, Parts } from './parts.ts';
import { accountRoutes } from './routes/accounts.ts';
import { activityRoutes } from './routes/activities.ts';
import { amendRoutes } from './routes/amend.ts';
import { approvalRoutes } from './routes/approvals.ts';
import { auditRoutes } from './routes/audit.ts';
import { boardRoutes } from './routes/boards.ts';
import { colleagueRoutes } from './routes/colleagues.ts';
import { customerRoutes } from './routes/customers.ts';
import { dealRoutes } from './routes/deals.ts';
import { homeRoutes } from './routes/home.ts';
import { importRoutes } from './routes/imports.ts';
import { exportRoutes } from './routes/exports.ts';
import { finalRoutes } from './routes/finals.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { journalRoutes } from './routes/journal.ts';
import { lateRoutes } from './routes/late.ts';
import { linkRoutes } from './routes/links.ts';
import { mediaRoutes } from './routes/media.ts';
import { officeRoutes } from './routes/office.ts';
import { opsRoutes } from './routes/ops.ts';
import { ownAccountRoutes } from './routes/own-account.ts';
import { pageRoutes } from './routes/pages.ts';
import { pairingRoutes } from './routes/pairing.ts';
import { passkeyRoutes } from './routes/passkeys.ts';
import { peopleRoutes } from './routes/people.ts';
import { quotaRoutes } from './routes/quotas.ts';
import { forecastRoutes } from './routes/forecasts.ts';
import { holidayRoutes } from './routes/holidays.ts';
import { periodRoutes } from './routes/periods.ts';
import { planRoutes } from './routes/plans.ts';
import { pushRoutes } from './routes/push.ts';
import { rateRoutes } from './routes/rates.ts';
import { reactionRoutes } from './routes/reactions.ts';
import { receiptRoutes } from './routes/receipts.ts';
import { screenRoutes } from './routes/screens.ts';
import { sessionRoutes } from './routes/session.ts';
import { sharedPhoneRoutes } from './routes/shared-phones.ts';
import { wallRoutes } from './routes/walls.ts';
import { whereaboutsRoutes } from './routes/whereabouts.ts';

/** Registers every call, its description and the pages; gives the calls and who may make them. */
export async function registerAll(
  app: FastifyInstance,
  parts: Parts,
  metrics: Metrics,
  displayDir: string | null,
): Promise<readonly Call[]> {
  const calls = listCalls(app);
  await setUpHttp(app, parts.directory, parts.clock);
  stopSoon(app);
  await app.register(rateLimit, { global: false });
  await describeApi(app);
  const api: Api = app.withTypeProvider<TypeBoxTypeProvider>();
  sessionRoutes(api, parts);
  ownAccountRoutes(api, parts);
  accountRoutes(api, parts);
  invitationRoutes(api, parts);
  linkRoutes(api, parts);
  sharedPhoneRoutes(api, parts);
  passkeyRoutes(api, parts);
  officeRoutes(api, parts);
  peopleRoutes(api, parts);
  quotaRoutes(api, parts);
  forecastRoutes(api, parts);
  holidayRoutes(api, parts);
  dealRoutes(api, parts);
  amendRoutes(api, parts);
  lateRoutes(api, parts);
  approvalRoutes(api, parts);
  receiptRoutes(api, parts);
  rateRoutes(api, parts);
  journalRoutes(api, parts);
  activityRoutes(api, parts);
  planRoutes(api, parts);
  customerRoutes(api, parts);
  colleagueRoutes(api, parts);
  boardRoutes(api, parts);
  homeRoutes(api, parts);
  whereaboutsRoutes(api, parts);
  periodRoutes(api, parts);
  finalRoutes(api, parts);
  importRoutes(api, parts);
  exportRoutes(api, parts);
  mediaRoutes(api, parts);
  wallRoutes(api, parts);
  pairingRoutes(api, parts);
  screenRoutes(api, parts);
  reactionRoutes(api, parts);
  pushRoutes(api, parts);
  auditRoutes(api, parts);
  opsRoutes(api, parts, metrics);
  if (displayDir !== null) await pageRoutes(app, displayDir);
  return calls;
}
