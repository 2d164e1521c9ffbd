// Looks at rounds whose window has passed, and closes what was verified long enough ago.
import sql from 'sql-template-tag';
import type { Database, WorkspaceDb } from '../../../../platform/database/database.ts';
import type { Recurring } from '../../../../platform/jobs/job-runner.ts';
import { closeCase, envInside } from '../../../act/cases/server/door.ts';
import { lockRound, saveNextLook } from './round.store.ts';
import { judgeRound } from './verbs/judge-round.ts';

const BATCH = 200;
const MOST_BATCHES = 50;
/** A round that could not be looked at is tried again after this long, so that it does not hold up the others. */
const SET_ASIDE_MS = 3_600_000;

/** Looks every minute. */
export function gateSweeps(database: Database): Recurring[] {
  return [{ name: 'gate', everyMs: 60_000, run: async (now) => void (await sweepGate(database, now)) }];
}

/** One sweep over every workspace that has something due. @returns how many rounds were looked at */
export async function sweepGate(database: Database, now: Date): Promise<number> {
  const due = await database.machine.rows<{ workspace_id: string }>(sql`
    SELECT DISTINCT workspace_id FROM (
      SELECT workspace_id FROM verify_rounds WHERE next_look_at <= ${now} ORDER BY next_look_at LIMIT 20000) AS due`);
  let looked = 0;
  const failures: unknown[] = [];
  for (const { workspace_id } of due) {
    const db = database.workspace(workspace_id);
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const ids = await dueRounds(db, now);
      for (const id of ids) {
        try {
          await lookAt(db, id, now);
        } catch (error) {
          failures.push(error);
          await db.write((tx) => saveNextLook(tx, id, new Date(now.getTime() + SET_ASIDE_MS)));
        }
      }
      looked += ids.length;
      if (ids.length < BATCH) break;
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} rounds could not be looked at`);
  return looked;
}

async function dueRounds(db: WorkspaceDb, now: Date): Promise<string[]> {
  const rows = await db.read((tx) =>
    tx.rows<{ id: string }>(sql`
      SELECT id FROM verify_rounds WHERE workspace_id = ${tx.workspaceId} AND next_look_at <= ${now}
      ORDER BY next_look_at LIMIT ${BATCH}`),
  );
  return rows.map((row) => row.id);
}

/** One round in one transaction: what it decides and that it was looked at are saved together. */
async function lookAt(db: WorkspaceDb, id: string, now: Date): Promise<void> {
  await db.write(async (tx) => {
    const round = await lockRound(tx, id);
    if (!round) return;
    const env = envInside(tx, now, 'gate');
    await saveNextLook(tx, id, null);
    if (round.state === 'verified') await closeCase(tx, env, { caseId: round.caseId });
    else await judgeRound(tx, env, round);
  });
}
