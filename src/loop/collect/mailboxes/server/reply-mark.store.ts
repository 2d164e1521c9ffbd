// Makes the signed mark of a conversation and finds the conversation of a mark again.
import { createHash, timingSafeEqual } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { MARK } from '../core/reply-mark.ts';

export interface Thread {
  /** What our letter was about: a case. */
  subject: string;
  /** To whom it was written. */
  reporter: string;
}

/** 128 bits that only this installation can compute. */
function markOf(sealer: Sealer, workspaceId: string, thread: Thread): string {
  return sealer.blindIndex(workspaceId, 'reply_mark', `${thread.subject}\n${thread.reporter}`);
}

const hashOf = (mark: string) => createHash('sha256').update(mark).digest('hex');

/** The mark of a conversation; the same one for every letter of it. */
export async function rememberMark(tx: Tx, sealer: Sealer, thread: Thread, now: Date): Promise<string> {
  const mark = markOf(sealer, tx.workspaceId, thread);
  await tx.run(sql`
    INSERT INTO reply_marks (workspace_id, mark_hash, subject, reporter, created_at)
    VALUES (${tx.workspaceId}, ${hashOf(mark)}, ${thread.subject}, ${thread.reporter}, ${now}) ON CONFLICT DO NOTHING`);
  return mark;
}

/** The conversation of the first mark that verifies; null when none does. */
export async function threadOfMarks(tx: Tx, sealer: Sealer, marks: readonly string[]): Promise<Thread | null> {
  for (const mark of marks) {
    if (!MARK.test(mark)) continue;
    const thread = await tx.maybe<Thread>(sql`
      SELECT subject, reporter FROM reply_marks WHERE workspace_id = ${tx.workspaceId} AND mark_hash = ${hashOf(mark)}`);
    if (!thread) continue;
    // The row says where it leads; the signature says that we wrote it.
    const own = Buffer.from(markOf(sealer, tx.workspaceId, thread));
    if (own.length === mark.length && timingSafeEqual(own, Buffer.from(mark))) return thread;
  }
  return null;
}
