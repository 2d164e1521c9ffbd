// The rows of interactions: their rules from the opening on and their final result; entries are in the journal, not here.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { InteractionState } from '../core/interaction.contract.ts';
import type { InteractionDraft } from '../core/interaction-draft.contract.ts';

export interface InteractionRow {
  id: string;
  workspaceId: string;
  roomId: string;
  sessionId: string;
  state: InteractionState;
  draft: InteractionDraft;
  secretSealed: string;
  rulesHash: string;
  opensAt: Date;
  closesAt: Date | null;
  result: string | null;
  resultHash: string | null;
}

/** Salt of a quiz's answer, key of coupon codes. */
export interface InteractionSecret {
  salt: string;
  codeKey: string;
}

export const interactionColumns = sql`id, workspace_id AS "workspaceId", room_id AS "roomId", session_id AS "sessionId", state, settings AS draft,
  secret_sealed AS "secretSealed", rules_hash AS "rulesHash", opens_at AS "opensAt", closes_at AS "closesAt", result,
  result_hash AS "resultHash" FROM live_interactions`;

export async function insertInteraction(tx: Tx, row: InteractionRow, by: string, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO live_interactions (id, workspace_id, room_id, session_id, kind, state, title, settings, secret_sealed, rules_hash,
      opens_at, closes_at, created_at, created_by_name)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.roomId}, ${row.sessionId}, ${row.draft.kind}, ${row.state}, ${row.draft.title},
      ${JSON.stringify(row.draft)}, ${row.secretSealed}, ${row.rulesHash}, ${row.opensAt}, ${row.closesAt}, ${now}, ${by})`);
}

export async function lockInteraction(tx: Tx, id: string): Promise<InteractionRow | undefined> {
  return tx.maybe<InteractionRow>(
    sql`SELECT ${interactionColumns} WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`,
  );
}

export async function saveResult(
  tx: Tx,
  id: string,
  result: string,
  resultHash: string,
  closesAt: Date,
  askers: readonly string[],
): Promise<void> {
  await tx.run(sql`
    UPDATE live_interactions SET state = 'final', result = ${result}, result_hash = ${resultHash}, closes_at = ${closesAt},
      askers = ${[...askers]}::text[]
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function saveCancelled(
  tx: Tx,
  id: string,
  how: { reason: string | null; by: string },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE live_interactions SET state = 'cancelled', closes_at = ${now}, end_reason = ${how.reason}, ended_by_name = ${how.by}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function saveVoid(tx: Tx, id: string, result: string, resultHash: string, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE live_interactions SET state = 'void', result = ${result}, result_hash = ${resultHash}, closes_at = ${now}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** Results of shows in which one of these asked something that is published. */
export async function lockResultsOfAskers(
  tx: Tx,
  showId: string,
  uids: readonly string[],
): Promise<{ id: string; result: string; resultHash: string; askers: string[] }[]> {
  return tx.rows(sql`
    SELECT id, result, result_hash AS "resultHash", askers FROM live_interactions
    WHERE workspace_id = ${tx.workspaceId} AND session_id = ${showId} AND result IS NOT NULL AND askers && ${[...uids]}::text[]
    ORDER BY id FOR UPDATE`);
}

export async function replaceResult(
  tx: Tx,
  id: string,
  next: { result: string; resultHash: string; askers: readonly string[] },
): Promise<void> {
  await tx.run(sql`
    UPDATE live_interactions SET result = ${next.result}, result_hash = ${next.resultHash}, askers = ${[...next.askers]}::text[]
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
