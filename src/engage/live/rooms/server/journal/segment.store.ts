// The index of finished parts of journals.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../../platform/database/database.ts';

export interface SegmentRow {
  first_seq: number;
  last_seq: number;
  first_at: Date;
  last_at: Date;
  events: number;
  bytes: number;
  file_id: string;
}

export async function insertSegment(tx: Tx, showId: string, row: SegmentRow, now: Date): Promise<boolean> {
  const count = await tx.run(sql`
    INSERT INTO live_segments (workspace_id, show_id, first_seq, last_seq, first_at, last_at, events, bytes, file_id, archived_at)
    VALUES (${tx.workspaceId}, ${showId}, ${row.first_seq}, ${row.last_seq}, ${row.first_at}, ${row.last_at}, ${row.events},
      ${row.bytes}, ${row.file_id}, ${now}) ON CONFLICT DO NOTHING`);
  return count === 1;
}

export function listSegments(tx: Tx, showId: string): Promise<SegmentRow[]> {
  return tx.rows<SegmentRow>(sql`
    SELECT first_seq, last_seq, first_at, last_at, events, bytes, file_id FROM live_segments
    WHERE workspace_id = ${tx.workspaceId} AND show_id = ${showId} ORDER BY first_seq`);
}

/** Puts another file in the place of one part, after a person was taken out of it. */
export async function replaceSegmentFile(
  tx: Tx,
  showId: string,
  firstSeq: number,
  file: { id: string; bytes: number },
): Promise<void> {
  await tx.run(sql`
    UPDATE live_segments SET file_id = ${file.id}, bytes = ${file.bytes}
    WHERE workspace_id = ${tx.workspaceId} AND show_id = ${showId} AND first_seq = ${firstSeq}`);
}

export async function dropSegments(tx: Tx, showId: string): Promise<string[]> {
  const rows = await tx.rows<{ file_id: string }>(sql`
    DELETE FROM live_segments WHERE workspace_id = ${tx.workspaceId} AND show_id = ${showId} RETURNING file_id`);
  return rows.map((row) => row.file_id);
}
