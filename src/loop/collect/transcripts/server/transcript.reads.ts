// Reads sessions with their turns, and files of them, for the console.
import sql, { empty } from 'sql-template-tag';
import type { z } from 'zod';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Speaker, TranscriptImportView, TranscriptView, transcriptPage } from '../core/transcript.contract.ts';

interface Asked {
  cursor?: string | undefined;
  limit: number;
}

interface Row {
  id: string;
  channel: TranscriptView['channel'];
  started_at: Date;
  agent: string | null;
  person_id: string | null;
  person_name: string | null;
  turn_count: number;
  feedback_ids: string[];
  promises: number;
  created_at: Date;
}

const COLUMNS = sql`t.id, t.channel, t.started_at, t.agent, t.person_id, p.name AS person_name, t.turn_count, t.feedback_ids, t.promises, t.created_at
  FROM transcripts t LEFT JOIN people_facts p ON p.workspace_id = t.workspace_id AND p.id = t.person_id`;

function viewOf(row: Row): TranscriptView {
  return {
    id: row.id,
    channel: row.channel,
    startedAt: row.started_at.toISOString(),
    agent: row.agent,
    person: row.person_id ? { id: row.person_id, name: row.person_name } : null,
    turnCount: row.turn_count,
    feedbackIds: row.feedback_ids,
    promises: row.promises,
    createdAt: row.created_at.toISOString(),
  };
}

export async function listTranscripts(
  tx: Tx,
  input: Asked & { channel?: string | undefined },
): Promise<Page<TranscriptView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<Row>(sql`
    SELECT ${COLUMNS} WHERE t.workspace_id = ${tx.workspaceId} AND (${after?.[0] ?? null}::text IS NULL OR t.id < ${after?.[0] ?? ''})
      ${input.channel ? sql`AND t.channel = ${input.channel}` : empty}
    ORDER BY t.id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
}

/** @param id of a session, or of a feedback that came out of one */
export async function readTranscript(tx: Tx, id: string): Promise<z.output<typeof transcriptPage> | undefined> {
  const which = id.startsWith('tsc_')
    ? sql`t.id = ${id}`
    : sql`t.id = (SELECT u.transcript_id FROM transcript_turns u WHERE u.workspace_id = ${tx.workspaceId} AND u.feedback_id = ${id} LIMIT 1)`;
  const row = await tx.maybe<Row>(sql`SELECT ${COLUMNS} WHERE t.workspace_id = ${tx.workspaceId} AND ${which}`);
  if (!row) return undefined;
  const turns = await tx.rows<{
    position: number;
    speaker: Speaker;
    guessed: boolean;
    at: Date | null;
    text: string;
    feedback_id: string | null;
    promised: boolean;
    promise_due_at: Date | null;
  }>(sql`
    SELECT position, speaker, guessed, at, text, feedback_id, promised, promise_due_at FROM transcript_turns
    WHERE workspace_id = ${tx.workspaceId} AND transcript_id = ${row.id} ORDER BY position LIMIT 2000`);
  return {
    ...viewOf(row),
    turns: turns.map((turn) => ({
      position: turn.position,
      speaker: turn.speaker,
      guessed: turn.guessed,
      at: turn.at?.toISOString() ?? null,
      text: turn.text,
      feedbackId: turn.feedback_id,
      promise: turn.promised ? { dueAt: turn.promise_due_at?.toISOString() ?? null } : null,
    })),
  };
}

interface ImportRow {
  id: string;
  file_name: string;
  state: TranscriptImportView['state'];
  total: number | null;
  done: number;
  recorded: number;
  duplicates: number;
  rejected: number;
  feedback: number;
  promises: number;
  problems: TranscriptImportView['problems'];
  failure: string | null;
  created_by: string | null;
  created_at: Date;
  finished_at: Date | null;
}

const IMPORT_COLUMNS = sql`id, file_name, state, total, done, recorded, duplicates, rejected, feedback, promises, problems, failure, created_by,
  created_at, finished_at FROM transcript_imports`;

function importOf(row: ImportRow): TranscriptImportView {
  const { file_name, created_by, created_at, finished_at, ...rest } = row;
  return {
    ...rest,
    problems: rest.problems.slice(0, 200),
    fileName: file_name,
    createdBy: created_by,
    createdAt: created_at.toISOString(),
    finishedAt: finished_at?.toISOString() ?? null,
  };
}

export async function listImports(tx: Tx, input: Asked): Promise<Page<TranscriptImportView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<ImportRow>(sql`
    SELECT ${IMPORT_COLUMNS} WHERE workspace_id = ${tx.workspaceId} AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return { items: page.items.map(importOf), nextCursor: page.nextCursor };
}

export async function readImport(tx: Tx, id: string): Promise<TranscriptImportView | undefined> {
  const row = await tx.maybe<ImportRow>(
    sql`SELECT ${IMPORT_COLUMNS} WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`,
  );
  return row && importOf(row);
}
