// Writes sessions and their turns.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Speaker } from '../core/transcript.contract.ts';

export interface NewTranscript {
  id: string;
  channel: string;
  externalId: string;
  startedAt: Date;
  agent: string | null;
  personId: string | null;
  turnCount: number;
  feedbackIds: string[];
  promises: number;
  createdAt: Date;
}

export interface NewTurn {
  transcriptId: string;
  position: number;
  speaker: Speaker;
  guessed: boolean;
  at: Date | null;
  text: string;
  feedbackId: string | null;
  promised: boolean;
  promiseDueAt: Date | null;
}

/** Which of these sessions are recorded already: (channel, external id) → transcript id. */
export async function knownTranscripts(
  tx: Tx,
  pairs: readonly { channel: string; externalId: string }[],
): Promise<Map<string, { id: string; feedbackIds: string[] }>> {
  const rows = await tx.rows<{ id: string; channel: string; externalId: string; feedbackIds: string[] }>(sql`
    SELECT t.id, t.channel, t.external_id AS "externalId", t.feedback_ids AS "feedbackIds" FROM transcripts t
    JOIN unnest(${pairs.map((pair) => pair.channel)}::text[], ${pairs.map((pair) => pair.externalId)}::text[]) AS p(channel, external_id)
      ON t.channel = p.channel AND t.external_id = p.external_id
    WHERE t.workspace_id = ${tx.workspaceId}`);
  return new Map(rows.map((row) => [`${row.channel}\n${row.externalId}`, row]));
}

/** Takes a session for this transaction; false when somebody took the same one at the same moment. */
export async function takeTranscript(tx: Tx, row: NewTranscript): Promise<boolean> {
  const taken = await tx.run(sql`
    INSERT INTO transcripts (id, workspace_id, channel, external_id, started_at, agent, person_id, turn_count, feedback_ids, promises, created_at)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.channel}, ${row.externalId}, ${row.startedAt}, ${row.agent}, ${row.personId},
      ${row.turnCount}, ${row.feedbackIds}::text[], ${row.promises}, ${row.createdAt})
    ON CONFLICT (workspace_id, channel, external_id) DO NOTHING`);
  return taken > 0;
}

export async function saveTranscriptFeedback(
  tx: Tx,
  row: Pick<NewTranscript, 'id' | 'personId' | 'feedbackIds'>,
): Promise<void> {
  await tx.run(sql`
    UPDATE transcripts SET feedback_ids = ${row.feedbackIds}::text[], person_id = ${row.personId}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${row.id}`);
}

export async function saveTurns(tx: Tx, turns: readonly NewTurn[]): Promise<void> {
  if (turns.length === 0) return;
  const column = <T>(pick: (turn: NewTurn) => T) => turns.map(pick);
  await tx.run(sql`
    INSERT INTO transcript_turns (workspace_id, transcript_id, position, speaker, guessed, at, text, feedback_id, promised, promise_due_at)
    SELECT ${tx.workspaceId}, t.transcript_id, t.position, t.speaker, t.guessed, t.at, t.text, t.feedback_id, t.promised, t.due_at
    FROM unnest(${column((t) => t.transcriptId)}::text[], ${column((t) => t.position)}::int[], ${column((t) => t.speaker)}::text[],
      ${column((t) => t.guessed)}::boolean[], ${column((t) => t.at)}::timestamptz[], ${column((t) => t.text)}::text[],
      ${column((t) => t.feedbackId)}::text[], ${column((t) => t.promised)}::boolean[], ${column((t) => t.promiseDueAt)}::timestamptz[]
    ) AS t(transcript_id, position, speaker, guessed, at, text, feedback_id, promised, due_at)`);
}

export interface ImportCounts {
  recorded: number;
  duplicates: number;
  rejected: number;
  feedback: number;
  promises: number;
}

export interface ImportProblem {
  row: number;
  path: string;
  code: string;
}

export interface ImportRow {
  id: string;
  file_id: string | null;
  channel: string;
  state: string;
  done: number;
}

export async function insertImport(
  tx: Tx,
  row: { id: string; fileId: string; fileName: string; channel: string; createdBy: string; now: Date },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO transcript_imports (id, workspace_id, file_id, file_name, channel, state, problems, created_by, created_at)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.fileId}, ${row.fileName}, ${row.channel}, 'waiting', '[]', ${row.createdBy}, ${row.now})`);
}

export function lockImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  return tx.maybe<ImportRow>(sql`
    SELECT id, file_id, channel, state, done FROM transcript_imports
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

/** Adds a batch's outcome and moves the position; at most 200 problems are kept. */
export async function saveBatch(
  tx: Tx,
  id: string,
  batch: { total: number; done: number; counts: ImportCounts; problems: ImportProblem[] },
): Promise<void> {
  const { counts } = batch;
  await tx.run(sql`
    UPDATE transcript_imports SET state = 'running', total = ${batch.total}, done = ${batch.done}, recorded = recorded + ${counts.recorded},
      duplicates = duplicates + ${counts.duplicates}, rejected = rejected + ${counts.rejected}, feedback = feedback + ${counts.feedback},
      promises = promises + ${counts.promises},
      problems = CASE WHEN jsonb_array_length(problems) < 200 THEN problems || ${JSON.stringify(batch.problems.slice(0, 200))}::jsonb ELSE problems END
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** The file has been read to its end, or cannot be read; it is kept no longer. */
export async function finishImport(
  tx: Tx,
  id: string,
  end: { state: 'done' | 'failed'; failure: string | null; total: number; now: Date },
): Promise<void> {
  await tx.run(sql`
    UPDATE transcript_imports SET state = ${end.state}, failure = ${end.failure}, total = ${end.total}, finished_at = ${end.now}, file_id = NULL
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
