// The list of commands. The compiler holds it complete.
import { removePeriod } from './calendar.ts';
import type { CommandName, Commands } from './commands.ts';
import { closeSession, createToken, openSession, revokeToken, saveMapping, setUp } from './offices.ts';
import { patchOffice } from './office-settings.ts';
import { patchOwnUser, patchUser, setPassword } from './accounts.ts';
import { cancelPlan, describeActivity, movePlan, recordActivity, recordPlan, voidActivity } from './activities.ts';
import { correctDeal } from './amend.ts';
import { approveDeal, declineDeal, setApprovalRule } from './approvals.ts';
import { recordDeal } from './deals.ts';
import { importDeals } from './import-deals.ts';
import { importPeople } from './import-people.ts';
import { createRep, createTeam, patchRepWithin, patchTeam } from './people.ts';
import { bookLate, restatePeriod, undoRestatement } from './late.ts';
import { previewOffice } from './office-preview.ts';
import { acceptLink, createInvitation, createPasswordLink, revokeInvitation } from './links.ts';
import { createPeriod, rollPeriods } from './periods.ts';
import { addMedia } from './media.ts';
import { forgetSubscription, keepReminders, makeKeys, prefer, subscribe, unsubscribe } from './push.ts';
import { setForecasts } from './forecasts.ts';
import { planPeriods } from './plan-periods.ts';
import { setQuota, setQuotas } from './quotas.ts';
import { putRate } from './rates.ts';
import { resetPeriod, undoReset } from './resets.ts';
import { restoreDeal } from './restore.ts';
import { putReaction, removeReaction } from './reactions.ts';
import { recordReceipt, setDue, voidReceipt } from './receipts.ts';
import { settleBefore, unsettle } from './settle.ts';
import {
  createScreen,
  keepDeliveries,
  patchScreen,
  rekeyScreen,
  restartScreen,
  revokeScreen,
  seeScreens,
} from './screens.ts';
import { endSession, endSessions, seeSessions } from './sessions.ts';
import { createPlaylist, patchWall, putPlaylist, removePlaylist } from './walls.ts';
import { addPasskey, lapseSessions, removePasskey, revokePhone, setPin, sharePhone } from './ways-in.ts';
import { voidDeal } from './voids.ts';
import type { Transaction } from './transaction.ts';

export const handlers: {
  [N in CommandName]: (transaction: Transaction, input: Commands[N]['input']) => Commands[N]['output'];
} = {
  setup: setUp,
  'session:open': openSession,
  'session:close': closeSession,
  'session:end': endSession,
  'sessions:end': endSessions,
  'sessions:seen': seeSessions,
  'user:patch': patchUser,
  'user:patch-own': patchOwnUser,
  'password:set': setPassword,
  'invitation:create': createInvitation,
  'invitation:revoke': revokeInvitation,
  'password-link:create': createPasswordLink,
  'link:accept': acceptLink,
  'sessions:lapse': lapseSessions,
  'phone:share': sharePhone,
  'phone:revoke': revokePhone,
  'pin:set': setPin,
  'passkey:add': addPasskey,
  'passkey:remove': removePasskey,
  'token:create': createToken,
  'token:revoke': revokeToken,
  'office:patch': patchOffice,
  'office:preview': previewOffice,
  'team:create': createTeam,
  'team:patch': patchTeam,
  'rep:create': createRep,
  'rep:patch': patchRepWithin,
  'people:import': importPeople,
  'quota:set': setQuota,
  'quota:batch': setQuotas,
  'forecast:batch': setForecasts,
  'period:plan': planPeriods,
  'deal:record': recordDeal,
  'deal:void': voidDeal,
  'deal:correct': correctDeal,
  'deal:restore': restoreDeal,
  'deal:approve': approveDeal,
  'deal:decline': declineDeal,
  'approvals:rule': setApprovalRule,
  'deals:book': bookLate,
  'deals:import': importDeals,
  'deal:due': setDue,
  'receipt:record': recordReceipt,
  'receipt:void': voidReceipt,
  'receipts:settle': settleBefore,
  'receipts:unsettle': unsettle,
  'rate:put': putRate,
  'activity:record': recordActivity,
  'activity:describe': describeActivity,
  'activity:void': voidActivity,
  'plan:record': recordPlan,
  'plan:move': movePlan,
  'plan:cancel': cancelPlan,
  'reaction:put': putReaction,
  'reaction:remove': removeReaction,
  'push:keys': makeKeys,
  'push:subscribe': subscribe,
  'push:unsubscribe': unsubscribe,
  'push:gone': forgetSubscription,
  'push:prefer': prefer,
  'push:remind': keepReminders,
  'mapping:save': saveMapping,
  'media:add': addMedia,
  'wall:patch': patchWall,
  'playlist:create': createPlaylist,
  'playlist:put': putPlaylist,
  'playlist:remove': removePlaylist,
  'screen:create': createScreen,
  'screen:patch': patchScreen,
  'screen:rekey': rekeyScreen,
  'screen:restart': restartScreen,
  'screen:revoke': revokeScreen,
  'screens:seen': seeScreens,
  'deals:delivered': keepDeliveries,
  'period:create': createPeriod,
  'period:reset': resetPeriod,
  'period:undo': undoReset,
  'period:remove': removePeriod,
  'period:restate': restatePeriod,
  'restate:undo': undoRestatement,
  'period:roll': rollPeriods,
};

/** A handler whose input the ledger's types have already checked. */
export type Handler = (transaction: Transaction, input: unknown) => unknown;
