// The one shape in which a decision says yes with a value or no with a named reason.

/** A yes carries a value; a no carries a reason from a literal union and, where useful, details for the caller. */
export type Result<T, R extends string = string> = { ok: true; value: T } | Refused<R>;

export interface Refused<R extends string = string> {
  ok: false;
  reason: R;
  details?: RefusalDetail[];
  /** What the sentence of the reason names: who, what, until when. */
  values?: Record<string, string>;
}

/** Points at the field (`path`) and, for bulk input, the zero-based row that was refused. */
export interface RefusalDetail {
  path: string;
  code: string;
  row?: number;
  message?: string;
}

/** @returns a yes. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** @returns a no with its reason. */
export function refuse<R extends string>(
  reason: R,
  details?: RefusalDetail[],
  values?: Record<string, string>,
): Refused<R> {
  return { ok: false, reason, ...(details ? { details } : {}), ...(values ? { values } : {}) };
}
