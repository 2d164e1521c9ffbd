// Writes what the bell has to say to members; the same news rings once.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { NOTIFICATION_KINDS } from '../core/case-views.contract.ts';

export interface Ring {
  memberId: string;
  kind: (typeof NOTIFICATION_KINDS)[number];
  caseId: string;
  /** Who did it; null for the product itself. */
  by: string | null;
  values?: Record<string, string | number>;
  /** Names the news: a second ring with it is not heard. */
  dedupe: string;
}

/** Rings for members; nobody is told of what he did himself, so leave the actor out before calling. */
export async function ring(tx: Tx, rings: readonly Ring[], now: Date): Promise<void> {
  if (rings.length === 0) return;
  await tx.run(sql`
    INSERT INTO notifications (id, workspace_id, member_id, kind, case_id, by_name, vals, dedupe, created_at)
    SELECT r.id, ${tx.workspaceId}, r.member_id, r.kind, r.case_id, r.by_name, r.vals::jsonb, r.dedupe, ${now}
    FROM unnest(${rings.map(() => newId('ntf'))}::text[], ${rings.map((one) => one.memberId)}::text[],
      ${rings.map((one) => one.kind)}::text[], ${rings.map((one) => one.caseId)}::text[], ${rings.map((one) => one.by)}::text[],
      ${rings.map((one) => JSON.stringify(one.values ?? {}))}::text[], ${rings.map((one) => one.dedupe)}::text[])
      AS r(id, member_id, kind, case_id, by_name, vals, dedupe)
    ON CONFLICT (workspace_id, member_id, dedupe) DO NOTHING`);
}

/** Marks notifications of one member as read; all of them without ids. @returns how many were unread */
export async function markRead(tx: Tx, memberId: string, ids: readonly string[] | null, now: Date): Promise<number> {
  return tx.run(sql`
    UPDATE notifications SET read_at = ${now}
    WHERE workspace_id = ${tx.workspaceId} AND member_id = ${memberId} AND read_at IS NULL
      AND (${ids === null} OR id = ANY(${[...(ids ?? [])]}::text[]))`);
}
