// All tables of one connection. The writer's thread holds the one that writes, the server one that reads.
import { activityTable } from './activities.ts';
import { activityScores } from './activity-scores.ts';
import { auditTable } from './audit.ts';
import { sessionTable, tokenTable, userTable } from './accounts.ts';
import { openReadable, openWritable, type Db } from './db.ts';
import { closingRuleTable } from './closing-rules.ts';
import { customerTable } from './customers.ts';
import { dealSearch } from './deal-search.ts';
import { dealTable } from './deals.ts';
import { forecastTable } from './forecasts.ts';
import { invitationTable } from './invitations.ts';
import { journalTable } from './journal.ts';
import { lateDealTable } from './late-deals.ts';
import { migrate } from './migrate.ts';
import { mappingTable, officeTable } from './offices.ts';
import { membershipTable, repTable, teamTable } from './people.ts';
import { mediaTable } from './media.ts';
import { ownDealTable } from './own-deals.ts';
import { finalTable, periodTable, quotaTable } from './periods.ts';
import { pendingTable } from './pending.ts';
import { planTable } from './plans.ts';
import { pushTable } from './push.ts';
import { rateTable } from './rates.ts';
import { reactionTable } from './reactions.ts';
import { receiptTable } from './receipts.ts';
import { receivableTable } from './receivables.ts';
import { recordTable } from './records.ts';
import { revisionTable } from './revision.ts';
import { scoreTable } from './scores.ts';
import { deliveryTable, screenTable } from './screens.ts';
import { passkeyTable } from './passkeys.ts';
import { sharedPhoneTable } from './shared-phones.ts';
import { voidTable } from './voids.ts';
import { playlistTable, wallTable } from './walls.ts';

function tablesOf(db: Db) {
  return {
    /** Runs reads against one snapshot of the ledger. */
    atOnce: <T>(read: () => T): T => db.transaction(read).deferred(),
    revision: revisionTable(db),
    office: officeTable(db),
    mappings: mappingTable(db),
    teams: teamTable(db),
    reps: repTable(db),
    memberships: membershipTable(db),
    users: userTable(db),
    sessions: sessionTable(db),
    invitations: invitationTable(db),
    tokens: tokenTable(db),
    sharedPhones: sharedPhoneTable(db),
    passkeys: passkeyTable(db),
    periods: periodTable(db),
    finals: finalTable(db),
    quotas: quotaTable(db),
    closingRules: closingRuleTable(db),
    forecasts: forecastTable(db),
    deals: dealTable(db),
    search: dealSearch(db),
    late: lateDealTable(db),
    voids: voidTable(db),
    pending: pendingTable(db),
    customers: customerTable(db),
    scores: scoreTable(db),
    records: recordTable(db),
    ownDeals: ownDealTable(db),
    activities: activityTable(db),
    activityScores: activityScores(db),
    plans: planTable(db),
    audit: auditTable(db),
    media: mediaTable(db),
    wall: wallTable(db),
    playlists: playlistTable(db),
    screens: screenTable(db),
    deliveries: deliveryTable(db),
    reactions: reactionTable(db),
    push: pushTable(db),
    rates: rateTable(db),
    receipts: receiptTable(db),
    receivables: receivableTable(db),
    journal: journalTable(db),
  };
}

export type Tables = ReturnType<typeof tablesOf>;

export interface Store extends Tables {
  db: Db;
}

/** Opens the file for writing, after bringing it to this program's schema. */
export function openStore(file: string): Store {
  const db = openWritable(file);
  migrate(db, file);
  return { db, ...tablesOf(db) };
}

/** Opens the file for reading only; a store that writes must be open. */
export function openReader(file: string): Store {
  const db = openReadable(file);
  return { db, ...tablesOf(db) };
}
