// Carries out a request that came with an `Idempotency-Key`: once, and every repeat gets the first answer.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '../../kit/result.ts';
import type { WorkspaceDb } from '../database/database.ts';
import type { Sealer } from '../secrets/seal.ts';
import { type KeyClaim, KeyTaken, readAnswer, type SavedAnswer, saveAnswer, withKey } from './idempotency.ts';
import { sent } from './mounted-route.ts';

/** How long a repeat waits for the first request, which has done its work and is about to save its answer, or has died. */
const WAIT_MS = 2000;
const LOOK_EVERY_MS = 50;

export type KeyedOutcome =
  | { kind: 'done'; result: Result<unknown, string> | typeof sent }
  | { kind: 'repeated'; status: number; answer: unknown }
  | { kind: 'refused'; code: 'key_used_for_another_request' | 'already_processed' };

/**
 * @param work gets a database handle whose first write also takes the key
 * @param status HTTP status of a yes, kept with the answer
 */
export async function onceByKey(
  db: WorkspaceDb,
  sealer: Sealer,
  claim: KeyClaim,
  status: number,
  work: (db: WorkspaceDb) => Promise<Result<unknown, string> | typeof sent>,
): Promise<KeyedOutcome> {
  const before = await waitForAnswer(db, sealer, claim);
  if (before) return repeatOf(before, claim);
  try {
    const result = await work(withKey(db, claim));
    if (result !== sent && result.ok) await saveAnswer(db, sealer, claim, status, result.value);
    return { kind: 'done', result };
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error;
    const first = await waitForAnswer(db, sealer, claim);
    if (first) return repeatOf(first, claim);
    throw error;
  }
}

async function waitForAnswer(db: WorkspaceDb, sealer: Sealer, claim: KeyClaim): Promise<SavedAnswer | undefined> {
  let first = await readAnswer(db, sealer, claim);
  for (let waited = 0; first && first.status === null && waited < WAIT_MS; waited += LOOK_EVERY_MS) {
    await sleep(LOOK_EVERY_MS);
    first = await readAnswer(db, sealer, claim);
  }
  return first;
}

function repeatOf(saved: SavedAnswer, claim: KeyClaim): KeyedOutcome {
  if (saved.requestHash !== claim.requestHash) return { kind: 'refused', code: 'key_used_for_another_request' };
  if (saved.status === null) return { kind: 'refused', code: 'already_processed' };
  return { kind: 'repeated', status: saved.status, answer: saved.answer };
}
