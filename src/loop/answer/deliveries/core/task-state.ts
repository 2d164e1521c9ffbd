// Which outcome a task may still take: done is final, failed may be tried again.
import type { TaskState } from './delivery.contract.ts';

const NEXT: Record<TaskState, readonly TaskState[]> = { open: ['done', 'failed'], failed: ['done'], done: [] };

/** Tells whether a task in one state may go to another. */
export function mayBecome(from: TaskState, to: TaskState): boolean {
  return NEXT[from].includes(to);
}
