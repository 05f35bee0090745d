// What was changed of late, told from the audit with the names that things have now. Rule GL2.
import type { ChangeView } from '../shared/schemas/home.ts';
import { CHANGES } from '../shared/schemas/home.ts';
import { repName } from './deal-view.ts';
import { dealOfPending } from './ledger/waiting.ts';
import type { Parts } from './parts.ts';
import type { AuditGroup } from './store/audit.ts';

const MOST = 20;

/** What is read of an entry's data; each action has some of it. */
interface Data {
  name?: string;
  deal?: string;
  reason?: string;
  stored?: number;
  count?: number;
  rolled?: number;
}

/** The newest first; what was done at once is one change. */
export function changesOf(parts: Parts): ChangeView[] {
  return parts.tables.audit.groups(CHANGES, MOST).map((group) => changeView(parts, group));
}

function changeView(parts: Parts, { entry, count }: AuditGroup): ChangeView {
  const data = JSON.parse(entry.data) as Data;
  const deal = dealOf(parts, entry.action.startsWith('receipt:') ? data.deal : entry.subject);
  return {
    id: entry.id,
    at: entry.at,
    by: parts.directory.nameOf(entry.actor),
    action: entry.action as ChangeView['action'],
    count: data.stored ?? data.count ?? data.rolled ?? count,
    subject: count > 1 ? '' : (deal?.customer ?? data.name ?? nameOf(parts, entry)),
    rep: deal && repName(parts.directory, deal.repId),
    // A receipt is in its deal's own currency.
    amountMinor: deal && entry.subject === deal.id ? deal.amountMinor : null,
    reason: data.reason?.trim() ?? null,
  };
}

function dealOf({ tables }: Parts, id = '') {
  const pending = tables.pending.byId(id);
  return tables.search.byId(id) ?? (pending && dealOfPending(pending));
}

/** What a subject of the audit is called now: a period, a rep, a team, an account; a currency calls itself. */
function nameOf({ directory }: Parts, { action, subject }: AuditGroup['entry']): string {
  const id = subject.slice(subject.indexOf(':') + 1);
  if (action === 'rate:put') return subject;
  if (action.startsWith('user:')) return directory.user(id)?.name ?? '';
  const { roster } = directory;
  const known = roster.reps[roster.indexOf('rep', id)] ?? roster.teams[roster.indexOf('team', id)];
  return known?.name ?? directory.periodById(id)?.name ?? '';
}
