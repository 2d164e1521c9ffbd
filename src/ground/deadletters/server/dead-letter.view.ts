// The answer about a dead letter.
import type { DeadLetterRow } from '../../../platform/events/dead-letter.reads.ts';
import type { DeadLetterView } from '../core/dead-letter.contract.ts';

/** Turns a row into an answer. */
export function deadLetterViewOf(row: DeadLetterRow): DeadLetterView {
  return { ...row, createdAt: row.createdAt.toISOString(), settledAt: row.settledAt?.toISOString() ?? null };
}
