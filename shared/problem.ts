// How Winboard says no: RFC 9457 problems with a code that programs and translations can rely on.

/** Every error code, with its HTTP status and title. */
export const PROBLEMS = {
  'request/invalid': [422, 'The request has fields that are not right.'],
  'request/not-json': [400, 'The body is not valid JSON.'],
  'request/not-utf8': [400, 'The body is not valid UTF-8.'],
  'request/too-large': [413, 'The body is too large.'],
  'request/media-type': [415, 'This content type is not accepted here.'],
  'request/too-many': [429, 'Too many requests; try again later.'],
  'request/not-found': [404, 'There is nothing at this address.'],
  'request/cross-origin': [403, 'Requests from other sites are not accepted.'],
  'auth/required': [401, 'Sign in, or send a token.'],
  'auth/wrong': [401, 'The e-mail address or the password is wrong.'],
  'auth/wrong-pin': [401, 'The PIN is wrong.'],
  'auth/forbidden': [403, 'This account or token may not do that.'],
  'user/not-found': [404, 'There is no such account.'],
  'session/not-found': [404, 'There is no such session.'],
  'invitation/not-found': [404, 'There is no such invitation.'],
  'link/not-found': [404, 'This link is not good, or not any more. Ask for another one.'],
  'account/own': [409, 'Nobody changes what their own account may, and nobody ends it.'],
  'account/last-owner': [409, 'The last owner stays: make somebody else an owner first.'],
  'account/ended': [409, 'This account has ended: let it in again first.'],
  'account/rep-taken': [409, 'This rep already has an account.'],
  'account/name-taken': [409, 'Somebody else in this office has this name.'],
  'setup/done': [409, 'This office is already set up.'],
  'setup/required': [409, 'This office is not set up yet: open the setup link first.'],
  'setup/wrong-token': [403, 'The setup token is wrong.'],
  'phone/not-found': [404, 'There is no such shared phone.'],
  'passkey/not-found': [404, 'There is no such passkey.'],
  'passkey/known': [409, 'This passkey is already in use.'],
  'passkey/too-many': [409, 'This account has as many passkeys as it can have.'],
  'passkey/unavailable': [409, 'Passkeys need https and a host name.'],
  'passkey/wrong': [401, 'This passkey opens no account here.'],
  'deal/not-found': [404, 'There is no such deal.'],
  'deal/id-taken': [409, 'Another deal already has this id.'],
  'deal/external-taken': [409, 'Another deal already came in under this external id.'],
  'deal/voided': [409, 'This deal has already been voided.'],
  'deal/stands': [409, 'This deal stands: there is nothing to take back.'],
  'deal/replaced': [409, 'What took the place of this deal has been changed since: take that back first.'],
  'deal/settled': [409, 'The period in which this deal was booked has been closed since.'],
  'deal/counted': [409, 'A closed period’s result still counts what this deal corrects: restate that period.'],
  'deal/unchanged': [409, 'The deal is like that already: there is nothing to correct.'],
  'deal/not-late': [409, 'This deal is not late, or not any more.'],
  'deal/no-undo': [403, 'In this office managers void wins, not reps.'],
  'deal/declined': [409, 'A manager has declined this win.'],
  'approval/not-found': [404, 'There is no such win that waits.'],
  'approval/decided': [409, 'This win has been decided on already.'],
  'receipt/not-found': [404, 'There is no such receipt.'],
  'receipt/id-taken': [409, 'Another receipt already has this id.'],
  'receipt/voided': [409, 'This receipt has already been taken back.'],
  'activity/not-found': [404, 'There is no such activity.'],
  'activity/id-taken': [409, 'Another activity already has this id.'],
  'activity/voided': [409, 'This activity has already been taken back.'],
  'plan/not-found': [404, 'There is no such plan.'],
  'plan/id-taken': [409, 'Another plan already has this id.'],
  'plan/done': [409, 'This plan has already been fulfilled.'],
  'plan/cancelled': [409, 'This plan has been cancelled.'],
  'reaction/not-found': [404, 'There is no reaction of yours here.'],
  'reaction/own': [409, 'This win is your own.'],
  'reaction/closed': [409, 'This win is more than a week old.'],
  'rep/not-found': [404, 'There is no such rep.'],
  'rep/email-taken': [409, 'Somebody already has this e-mail address.'],
  'team/not-found': [404, 'There is no such team.'],
  'team/name-taken': [409, 'A team beside it already has this name.'],
  'team/cycle': [409, 'A team cannot lie below itself.'],
  'period/not-found': [404, 'There is no such period.'],
  'period/overlap': [409, 'Another period already covers part of this time.'],
  'period/begun': [409, 'This period has begun: it is not removed any more.'],
  'period/closed': [409, 'This period is closed: its quotas and forecasts stay as announced.'],
  'period/not-closed': [409, 'This period has no final standings yet.'],
  'period/changed': [409, 'Another period runs by now than the one that was to end or to be taken back.'],
  'period/restated': [409, 'Another version of this final holds by now.'],
  'period/just-reset': [409, 'The period was reset a moment ago.'],
  'period/unchanged': [409, 'The final of this period is what the books say: there is nothing to restate.'],
  'period/nothing-to-undo': [409, 'There is no reset to take back.'],
  'office/changed': [409, 'Somebody else has changed some of these settings meanwhile.'],
  'quota/changed': [409, 'Somebody else has changed some of this meanwhile.'],
  'board/not-found': [404, 'There is no such board.'],
  'token/not-found': [404, 'There is no such token.'],
  'playlist/not-found': [404, 'There is no such playlist.'],
  'screen/not-found': [404, 'There is no such screen.'],
  'screen/no-code': [404, 'No screen shows this code, or not any more.'],
  'screen/not-connected': [409, 'The screen is not connected now.'],
  'push/shared-phone': [409, 'Notices go to phones of one’s own.'],
  'media/not-found': [404, 'There is no such picture or sound.'],
  'mapping/not-found': [404, 'There is no mapping of that name.'],
  'import/unreadable': [422, 'The file could not be read as a table.'],
  'import/no-column': [422, 'The file lacks a column that the mapping names.'],
  'import/too-many-rows': [413, 'The file has too many rows.'],
  'store/full': [507, 'The disk is full. Nothing was stored.'],
  'store/failed': [503, 'The store could not take this. Nothing was stored; try again.'],
  'server/failed': [500, 'Something went wrong here.'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ErrorCode = keyof typeof PROBLEMS;

/** One field that is not right: its JSON path ("amount", "splits.0.share") and a `subject/reason` of its own. */
export interface FieldError {
  field: string;
  code: string;
  message: string;
  /** Of an amount that somebody else has changed: what it is now, as a plain decimal, who did it and when. Rule QT10. */
  current?: { amount: string | null; by: string | null; at: number | null };
  /** Of a setting that somebody else has changed: what it is now, who did it and when. Rule OS6. */
  setting?: { value: unknown; by: string | null; at: number | null };
  /** What the message names: a currency, a date, an amount as a plain decimal. */
  values?: Readonly<Record<string, string>>;
}

/** The body of every error answer. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail?: string;
  errors?: FieldError[];
  requestId?: string;
  /** Of a 429, as in its `Retry-After`: in so many seconds it may be tried again. */
  retryAfter?: number;
}

/** Thrown where a rule says no; becomes a problem at the edge. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[];
  /** When it may be tried again, where that is known. */
  retryAfterMs: number | null = null;

  constructor(code: ErrorCode, errors: FieldError[] = [], detail?: string) {
    super(detail ?? PROBLEMS[code][1]);
    this.name = 'Refusal';
    this.code = code;
    this.errors = errors;
  }

  /** A refusal for one field. */
  static field(field: string, code: string, message: string): Refusal {
    return new Refusal('request/invalid', [{ field, code, message }]);
  }

  /** A refusal that ends by itself after some time. */
  static tooMany(retryAfterMs: number): Refusal {
    return Object.assign(new Refusal('request/too-many'), { retryAfterMs });
  }

  /** For `Retry-After`: whole seconds, never 0. */
  get retryAfter(): number | null {
    return this.retryAfterMs === null ? null : Math.max(1, Math.ceil(this.retryAfterMs / 1000));
  }

  toProblem(requestId?: string): Problem {
    const [status, title] = PROBLEMS[this.code];
    return {
      type: `/docs#${this.code}`,
      title,
      status,
      code: this.code,
      ...(this.message === title ? {} : { detail: this.message }),
      ...(this.errors.length === 0 ? {} : { errors: this.errors }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(this.retryAfter === null ? {} : { retryAfter: this.retryAfter }),
    };
  }
}
