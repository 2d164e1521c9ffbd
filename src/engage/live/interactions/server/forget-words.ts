// Takes the words of a forgotten viewer out of questions: out of published results at once, out of a running show by hiding them.
import sql from 'sql-template-tag';
import type { Tx, WorkspaceDb } from '../../../../platform/database/database.ts';
import { canonicalJson, hashOfRecord } from '../../draws/server/door.ts';
import { type InteractionResult, withoutWords } from '../core/result-of.ts';
import { interactionsOfShow } from './interaction.reads.ts';
import { lockResultsOfAskers, replaceResult } from './interaction.store.ts';
import { interactionsIn } from './rooms-open.ts';

export const FORGET_JOB = 'interaction.forget';

export interface ForgetPayload {
  showId: string;
  uids: string[];
}

/** The result is published anew without them; it says how many are gone and which hash it had before. */
export async function forgetInResults(tx: Tx, { showId, uids }: ForgetPayload): Promise<void> {
  for (const row of await lockResultsOfAskers(tx, showId, uids)) {
    const next = withoutWords(JSON.parse(row.result) as InteractionResult, row.askers, new Set(uids), row.resultHash);
    if (!next) continue;
    const resultHash = hashOfRecord(next.result);
    await replaceResult(tx, row.id, { result: canonicalJson(next.result), resultHash, askers: next.askers });
  }
}

/** Hidden in a running show before its result is made. @returns whether somebody else has the room now */
export async function forgetInShow(db: WorkspaceDb, payload: ForgetPayload, now: Date): Promise<'later' | null> {
  const show = await db.read((tx) =>
    tx.maybe<{ roomId: string; state: string }>(sql`
      SELECT room_id AS "roomId", state FROM live_shows_facts
      WHERE workspace_id = ${tx.workspaceId} AND id = ${payload.showId}`),
  );
  if (show?.state === 'live') {
    const one = interactionsIn(db.workspaceId, show.roomId);
    if (one?.room.sessionId !== payload.showId) return 'later';
    await one.hideWordsOf(new Set(payload.uids), now);
  } else {
    const others = await db.read((tx) => interactionsOfShow(tx, payload.showId));
    // Its result is made at this moment.
    if (others.some((other) => other.state === 'open')) return 'later';
  }
  await db.write((tx) => forgetInResults(tx, payload));
  return null;
}
