// Reads interactions: one, those of a show, and what anybody may see of a result.
import sql, { empty } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Statements, Tx } from '../../../../platform/database/database.ts';
import type { PastInteraction } from '../core/interaction-routes.contract.ts';
import { type InteractionRow, interactionColumns } from './interaction.store.ts';

export async function findInteraction(tx: Tx, id: string): Promise<InteractionRow | undefined> {
  return tx.maybe<InteractionRow>(
    sql`SELECT ${interactionColumns} WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`,
  );
}

/** Interactions of a show, oldest first. */
export async function interactionsOfShow(tx: Tx, sessionId: string): Promise<InteractionRow[]> {
  return tx.rows<InteractionRow>(sql`
    SELECT ${interactionColumns} WHERE workspace_id = ${tx.workspaceId} AND session_id = ${sessionId} ORDER BY id`);
}

interface PastRow {
  id: string;
  roomId: string;
  roomTitle: string | null;
  kind: PastInteraction['kind'];
  title: string;
  state: PastInteraction['state'];
  opensAt: Date | null;
  closesAt: Date | null;
  people: number | null;
  reason: string | null;
  endedBy: string | null;
  resultHash: string | null;
}

/** Interactions that are over, newest first. */
export async function listPast(
  tx: Tx,
  query: { cursor?: string | undefined; limit: number; roomId?: string | undefined; state?: string | undefined },
): Promise<Page<PastInteraction>> {
  const after = decodeCursor(query.cursor, 1)?.[0];
  const rows = await tx.rows<PastRow>(sql`
    SELECT i.id, i.room_id AS "roomId", r.title AS "roomTitle", i.kind, i.title, i.state, i.opens_at AS "opensAt",
      i.closes_at AS "closesAt", (i.result::json ->> 'people')::int AS people, i.result_hash AS "resultHash",
      coalesce(i.end_reason, i.result::json ->> 'reason') AS reason, i.ended_by_name AS "endedBy"
    FROM live_interactions i
    LEFT JOIN live_rooms_facts r ON r.workspace_id = i.workspace_id AND r.id = i.room_id
    WHERE i.workspace_id = ${tx.workspaceId} AND i.state IN ('final', 'void', 'cancelled')
      ${query.roomId ? sql`AND i.room_id = ${query.roomId}` : empty} ${query.state ? sql`AND i.state = ${query.state}` : empty}
      ${after ? sql`AND i.id < ${after}` : empty}
    ORDER BY i.id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  return {
    ...page,
    items: page.items.map(({ closesAt, opensAt, roomTitle, ...row }) => ({
      ...row,
      roomTitle: roomTitle ?? '',
      opensAt: opensAt?.toISOString() ?? null,
      endedAt: closesAt?.toISOString() ?? null,
      publicUrl: row.resultHash ? `/live/results/${row.id}` : null,
    })),
  };
}

/** A final result by its public address, or why there is none. */
export async function publicResult(
  machine: Statements,
  id: string,
): Promise<{ result: string; resultHash: string; workspaceId: string } | undefined> {
  if (!/^act_[0-9a-z]{26}$/.test(id)) return undefined;
  return machine.maybe(sql`
    SELECT result, result_hash AS "resultHash", workspace_id AS "workspaceId" FROM live_interactions /* of any workspace */ WHERE id = ${id} AND result IS NOT NULL`);
}
