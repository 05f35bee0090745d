// What the server says of the cells of a block, brought back to the cells (rules QT8, QT10).
import type { FieldError } from '../../../../shared/problem.ts';
import type { QuotaBody } from '../../../../shared/schemas/quotas.ts';
import { ApiFailure } from '../../../kit/api.ts';

/** A cell that somebody else has changed. */
export interface Conflict {
  key: string;
  current: string | null;
  by: string | null;
  at: number | null;
}

export function keyOfCell({ subject, periodId }: QuotaBody): string {
  return `${subject.type} ${subject.id} ${periodId}`;
}

/** A cell that the server did not take, and why. */
export interface Faulty {
  key: string;
  fault: FieldError;
}

/** The cells that a refusal names. */
export function faultyCells(error: unknown, cells: readonly QuotaBody[]): Faulty[] {
  const errors = error instanceof ApiFailure ? (error.problem.errors ?? []) : [];
  return errors.flatMap((fault) => {
    const [, place] = /^cells\.(\d+)\./.exec(fault.field) ?? [];
    const cell = place === undefined ? undefined : cells[Number(place)];
    return cell ? [{ key: keyOfCell(cell), fault }] : [];
  });
}

export function conflictsIn(error: unknown, cells: readonly QuotaBody[]): Conflict[] {
  return faultyCells(error, cells).flatMap(({ key, fault: { current } }) => {
    if (!current) return [];
    const { amount, by, at } = current;
    return [{ key, current: amount === null ? null : amount.replace(/\.0+$/, ''), by, at }];
  });
}
