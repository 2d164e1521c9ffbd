// Writes what is known of the records of shows and of what was followed up.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

export interface ReportRow {
  show_id: string;
  file_id: string | null;
  record_version: number;
  events: number;
  asked_at: Date;
  made_at: Date | null;
}

export async function readReportRow(tx: Tx, showId: string): Promise<ReportRow | undefined> {
  return tx.maybe<ReportRow>(sql`
    SELECT show_id, file_id, record_version, events::int AS events, asked_at, made_at FROM live_reports
    WHERE workspace_id = ${tx.workspaceId} AND show_id = ${showId}`);
}

/** Asks for a record; what was made before stays readable until the new one is there. */
export async function askForReport(tx: Tx, showId: string, version: number, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO live_reports (workspace_id, show_id, record_version, asked_at)
    VALUES (${tx.workspaceId}, ${showId}, ${version}, ${now})
    ON CONFLICT (workspace_id, show_id) DO UPDATE SET asked_at = excluded.asked_at`);
}

/** @returns the file that was there before */
export async function saveReport(
  tx: Tx,
  made: { showId: string; fileId: string; version: number; events: number; bytes: number },
  now: Date,
): Promise<string | null> {
  const before = await tx.maybe<{ file_id: string | null }>(sql`
    SELECT file_id FROM live_reports WHERE workspace_id = ${tx.workspaceId} AND show_id = ${made.showId} FOR UPDATE`);
  await tx.run(sql`
    INSERT INTO live_reports (workspace_id, show_id, file_id, record_version, events, bytes, asked_at, made_at)
    VALUES (${tx.workspaceId}, ${made.showId}, ${made.fileId}, ${made.version}, ${made.events}, ${made.bytes}, ${now}, ${now})
    ON CONFLICT (workspace_id, show_id) DO UPDATE SET file_id = excluded.file_id, record_version = excluded.record_version,
      events = excluded.events, bytes = excluded.bytes, made_at = excluded.made_at`);
  return before?.file_id ?? null;
}

export interface FollowupRow {
  ref: string;
  kind: 'question' | 'alert';
  case_id: string;
  voices: number;
  followed_at: Date;
}

export async function listFollowups(tx: Tx, showId: string): Promise<FollowupRow[]> {
  return tx.rows<FollowupRow>(sql`
    SELECT ref, kind, case_id, voices, followed_at FROM live_followups
    WHERE workspace_id = ${tx.workspaceId} AND show_id = ${showId} ORDER BY followed_at, ref`);
}

/** Holds the show so that two people following it up do not open two cases. */
export async function lockFollowups(tx: Tx, showId: string): Promise<void> {
  await tx.run(sql`
    SELECT 1 FROM live_reports WHERE workspace_id = ${tx.workspaceId} AND show_id = ${showId} FOR UPDATE`);
}

export async function saveFollowup(
  tx: Tx,
  made: { showId: string; ref: string; kind: string; caseId: string; voices: number; by: string },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO live_followups (workspace_id, show_id, ref, kind, case_id, voices, followed_by, followed_at)
    VALUES (${tx.workspaceId}, ${made.showId}, ${made.ref}, ${made.kind}, ${made.caseId}, ${made.voices}, ${made.by}, ${now})`);
}
