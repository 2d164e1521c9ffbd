// Ends the answers nobody went on with: what was said is kept and heard like any other voice.
import sql from 'sql-template-tag';
import type { Database, Tx } from '../../../../../platform/database/database.ts';
import { lockAnswer } from '../answer.store.ts';
import { type FormDesk, formEnv } from '../form-desk.ts';
import { settleAnswer } from '../settle-answer.ts';
import { readVersion } from '../stored-form.reads.ts';

const AT_ONCE = 200;

/** Ends every answer whose time is up, in all workspaces. @returns how many */
export async function dropAbandoned(desk: FormDesk, now: Date): Promise<number> {
  let dropped = 0;
  for (let before = -1; before !== dropped; ) {
    before = dropped;
    // load
    const due = await dueAnswers(desk.database, now);
    for (const { workspaceId, id } of due) {
      const ended = await desk.database.workspace(workspaceId).write((tx) => dropOne(tx, desk, id, now));
      if (ended) dropped += 1;
    }
    if (due.length < AT_ONCE) break;
  }
  return dropped;
}

function dueAnswers(database: Database, now: Date): Promise<{ workspaceId: string; id: string }[]> {
  return database.machine.rows(sql`
    SELECT workspace_id AS "workspaceId", id FROM form_answers
    WHERE state = 'started' AND drop_at <= ${now} ORDER BY drop_at LIMIT ${AT_ONCE}`);
}

async function dropOne(tx: Tx, desk: FormDesk, answerId: string, now: Date): Promise<boolean> {
  const answer = await lockAnswer(tx, desk.gate.sealer, answerId);
  // He may have gone on in this very moment.
  if (answer?.state !== 'started' || answer.dropAt > now) return false;
  const definition = await readVersion(tx, answer.formId, answer.version);
  if (!definition) return false;
  await settleAnswer(tx, formEnv(tx, now), desk, answer, definition, 'dropped');
  return true;
}
