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

/** News about something else than a case, such as the review of a fix. */
export interface RingAbout {
  memberId: string;
  kind: (typeof NOTIFICATION_KINDS)[number];
  /** Where a click leads, what people call it, and its title. */
  about: { path: string; number: number; title: string };
  dedupe: string;
}

/** Rings for members about something that is no case. */
export async function ringAbout(tx: Tx, rings: readonly RingAbout[], now: Date): Promise<void> {
  if (rings.length === 0) return;
  await tx.run(sql`
    INSERT INTO notifications (id, workspace_id, member_id, kind, about, vals, dedupe, created_at)
    SELECT r.id, ${tx.workspaceId}, r.member_id, r.kind, r.about::jsonb, '{}'::jsonb, r.dedupe, ${now}
    FROM unnest(${rings.map(() => newId('ntf'))}::text[], ${rings.map((one) => one.memberId)}::text[],
      ${rings.map((one) => one.kind)}::text[], ${rings.map((one) => JSON.stringify(one.about))}::text[],
      ${rings.map((one) => one.dedupe)}::text[]) AS r(id, member_id, kind, about, dedupe)
    ON CONFLICT (workspace_id, member_id, dedupe) DO NOTHING`);
}

/** An import can hand somebody hundreds of cases at once: the bell tells of the first few, the list "mine" holds them all. */
const TURNS_HEARD = 5;
const TURNS_WINDOW = '10 minutes';

/** Rings for cases given out by turn, at most a few for each member in a while. */
export async function ringForTurns(tx: Tx, rings: readonly Ring[], now: Date): Promise<void> {
  if (rings.length === 0) return;
  const members = [...new Set(rings.map((one) => one.memberId))];
  const heard = await tx.rows<{ member_id: string; count: number }>(sql`
    SELECT m.id AS member_id, (SELECT count(*)::int FROM (
      SELECT FROM notifications n WHERE n.workspace_id = ${tx.workspaceId} AND n.member_id = m.id AND n.kind = 'assigned'
        AND n.by_name IS NULL AND n.created_at > ${now}::timestamptz - ${TURNS_WINDOW}::interval LIMIT ${TURNS_HEARD}) AS lately) AS count
    FROM unnest(${members}::text[]) AS m(id)`);
  const left = new Map(heard.map((row) => [row.member_id, TURNS_HEARD - row.count]));
  const audible = rings.filter((one) => {
    const room = left.get(one.memberId) ?? 0;
    left.set(one.memberId, room - 1);
    return room > 0;
  });
  await ring(tx, audible, now);
}

/** Marks notifications of one member as read; all of them without ids. @returns how many were unread */
export async function markRead(tx: Tx, memberId: string, ids: readonly string[] | null, now: Date): Promise<number> {
  return tx.run(sql`
    UPDATE notifications SET read_at = ${now}
    WHERE workspace_id = ${tx.workspaceId} AND member_id = ${memberId} AND read_at IS NULL
      AND (${ids === null} OR id = ANY(${[...(ids ?? [])]}::text[]))`);
}
