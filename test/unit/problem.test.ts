// How Winboard says no.
import { describe, expect, it } from 'vitest';
import { PROBLEMS, Refusal, type ErrorCode } from '../../shared/problem.ts';

describe('problems', () => {
  it('RO3 every code is subject/reason, with the status of an error and a sentence', () => {
    for (const [code, [status, title]] of Object.entries(PROBLEMS)) {
      expect(code).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      expect(title).toMatch(/^[A-Z].*[.]$/);
    }
  });

  it('RO3 the status fits the reason', () => {
    const statuses = (part: string) =>
      Object.entries(PROBLEMS)
        .filter(([code]) => code.endsWith(part))
        .map(([, [status]]) => status);
    expect(new Set(statuses('/not-found'))).toEqual(new Set([404]));
    expect(new Set(statuses('-taken'))).toEqual(new Set([409]));
    expect(new Set([...statuses('auth/required'), ...statuses('auth/wrong')])).toEqual(new Set([401]));
  });

  it('RO3 a refusal of a field names it and keeps the title apart from the detail', () => {
    expect(Refusal.field('amount', 'amount/zero', 'must not be 0').toProblem('r-1')).toEqual({
      type: '/docs#request/invalid',
      title: PROBLEMS['request/invalid'][1],
      status: 422,
      code: 'request/invalid',
      errors: [{ field: 'amount', code: 'amount/zero', message: 'must not be 0' }],
      requestId: 'r-1',
    });
    expect(new Refusal('deal/voided', [], 'by An').toProblem()).toEqual({
      type: '/docs#deal/voided',
      title: PROBLEMS['deal/voided'][1],
      status: 409,
      code: 'deal/voided',
      detail: 'by An',
    });
  });

  it('RO3 a refusal without more to say leaves nothing empty behind', () => {
    for (const code of Object.keys(PROBLEMS) as ErrorCode[]) {
      const refusal = new Refusal(code);
      expect(refusal).toBeInstanceOf(Error);
      expect(Object.keys(refusal.toProblem()).sort()).toEqual(['code', 'status', 'title', 'type']);
    }
  });
});
