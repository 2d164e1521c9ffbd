// Writes the sources of rooms.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { SourceState } from '../../../connectors/core/source.contract.ts';

export interface SourceRow {
  id: string;
  workspace_id: string;
  room_id: string;
  kind: string;
  name: string;
  push_key: string;
  settings: Record<string, string | number | boolean | null>;
  secrets_sealed: string | null;
  secrets_set: string[];
  is_on: boolean;
  notice_accepted_at: Date | null;
  state: SourceState;
  detail: string | null;
  last_event_at: Date | null;
  events: number;
  unread: number;
  created_at: Date;
}

export function lockSource(tx: Tx, sourceId: string): Promise<SourceRow | undefined> {
  return tx.maybe<SourceRow>(
    sql`SELECT * FROM live_sources WHERE workspace_id = ${tx.workspaceId} AND id = ${sourceId} FOR UPDATE`,
  );
}

export async function insertSource(tx: Tx, row: SourceRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO live_sources (id, workspace_id, room_id, kind, name, push_key, settings, secrets_sealed, secrets_set, is_on,
      notice_accepted_at, state, detail, created_at)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.room_id}, ${row.kind}, ${row.name}, ${row.push_key},
      ${JSON.stringify(row.settings)}::jsonb, ${row.secrets_sealed}, ${row.secrets_set}, ${row.is_on},
      ${row.notice_accepted_at}, ${row.state}, ${row.detail}, ${row.created_at})`);
}

export async function saveSource(tx: Tx, row: SourceRow): Promise<void> {
  await tx.run(sql`
    UPDATE live_sources SET name = ${row.name}, settings = ${JSON.stringify(row.settings)}::jsonb,
      secrets_sealed = ${row.secrets_sealed}, secrets_set = ${row.secrets_set}, is_on = ${row.is_on},
      notice_accepted_at = ${row.notice_accepted_at}, state = ${row.state}, detail = ${row.detail}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${row.id}`);
}

export async function removeSourceRow(tx: Tx, sourceId: string): Promise<void> {
  await tx.run(sql`DELETE FROM live_sources WHERE workspace_id = ${tx.workspaceId} AND id = ${sourceId}`);
}

/** What a source did since the last note. */
export interface SourceNote {
  state?: SourceState;
  detail?: string | null;
  events: number;
  unread: number;
  lastEventAt: Date | null;
}

export async function noteSource(tx: Tx, sourceId: string, note: SourceNote): Promise<void> {
  await tx.run(sql`
    UPDATE live_sources SET state = CASE WHEN is_on THEN coalesce(${note.state ?? null}, state) ELSE 'off' END,
      detail = CASE WHEN ${note.state !== undefined}::boolean THEN ${note.detail ?? null} ELSE detail END,
      events = events + ${note.events}, unread = unread + ${note.unread},
      last_event_at = coalesce(${note.lastEventAt}::timestamptz, last_event_at)
    WHERE workspace_id = ${tx.workspaceId} AND id = ${sourceId}`);
}

/** Counts begin anew with a show. */
export async function resetCounts(tx: Tx, roomId: string): Promise<void> {
  await tx.run(sql`
    UPDATE live_sources SET events = 0, unread = 0 WHERE workspace_id = ${tx.workspaceId} AND room_id = ${roomId}`);
}
