// An `Idempotency-Key` makes a repeated request one request: the key is saved in the same transaction as the change.
import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Database, Tx, WorkspaceDb } from '../database/database.ts';
import type { Recurring } from '../jobs/job-runner.ts';
import type { Sealer } from '../secrets/seal.ts';

export interface KeyClaim {
  caller: string;
  key: string;
  requestHash: string;
  now: Date;
}

export interface SavedAnswer {
  requestHash: string;
  status: number | null;
  answer: unknown;
}

/** A key is remembered this long; a repeat after it is a new request. */
export const KEY_KEPT_MS = 48 * 3_600_000;

/** Thrown inside a transaction when somebody else carried the same request out first; the change is rolled back. */
export class KeyTaken extends Error {}

/**
 * Fingerprint of method, address and body: the same key with another request is refused.
 * @param body the parsed body, or for one that is not read (a file) its length
 */
export function hashRequest(method: string, url: string, body: unknown): string {
  return createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('hex');
}

/** Reads what was answered under this key before. Answers lie sealed: some hold a secret that is shown only once. */
export async function readAnswer(
  db: WorkspaceDb,
  sealer: Sealer,
  claim: Pick<KeyClaim, 'caller' | 'key'>,
): Promise<SavedAnswer | undefined> {
  const row = await db.read((tx) =>
    tx.maybe<{ requestHash: string; status: number | null; answer: string | null }>(sql`
      SELECT request_hash AS "requestHash", status, answer FROM idempotency_keys
      WHERE workspace_id = ${tx.workspaceId} AND caller = ${claim.caller} AND key = ${claim.key}`),
  );
  if (!row || row.answer === null) return row;
  return { ...row, answer: JSON.parse(sealer.open(db.workspaceId, row.answer)) };
}

/**
 * Wraps a workspace's database so that its first write also saves the key; a second request with it cannot write.
 * A write that ends in a refusal gives the key back: nothing was done, so the caller may try again.
 */
export function withKey(db: WorkspaceDb, claim: KeyClaim): WorkspaceDb {
  let saved = false;
  return {
    workspaceId: db.workspaceId,
    read: (fn) => db.read(fn),
    async write(fn) {
      if (saved) return db.write(fn);
      const done = await db.write(async (tx: Tx) => {
        const inserted = await tx.run(sql`
          INSERT INTO idempotency_keys (workspace_id, caller, key, request_hash, created_at)
          VALUES (${tx.workspaceId}, ${claim.caller}, ${claim.key}, ${claim.requestHash}, ${claim.now})
          ON CONFLICT DO NOTHING`);
        if (inserted === 0) throw new KeyTaken();
        const result = await fn(tx);
        const refused = isRefusal(result);
        if (refused) {
          await tx.run(sql`
            DELETE FROM idempotency_keys
            WHERE workspace_id = ${tx.workspaceId} AND caller = ${claim.caller} AND key = ${claim.key}`);
        }
        return { result, refused };
      });
      saved = !done.refused;
      return done.result;
    },
  };
}

function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && (result as { ok?: unknown }).ok === false;
}

/** Keeps the answer so that a repeat gets the very same one; without it a repeat is told that the work was done. */
export async function saveAnswer(
  db: WorkspaceDb,
  sealer: Sealer,
  claim: KeyClaim,
  status: number,
  answer: unknown,
): Promise<void> {
  const sealed = JSON.stringify(sealer.seal(db.workspaceId, JSON.stringify(answer ?? null)));
  // What was written elsewhere than through the key (a group commit) takes its key here.
  await db.write((tx) =>
    tx.run(sql`
      INSERT INTO idempotency_keys AS k (workspace_id, caller, key, request_hash, status, answer, created_at)
      VALUES (${tx.workspaceId}, ${claim.caller}, ${claim.key}, ${claim.requestHash}, ${status}, ${sealed}::jsonb, ${claim.now})
      ON CONFLICT (workspace_id, caller, key) DO UPDATE SET status = excluded.status, answer = excluded.answer
      WHERE k.request_hash = excluded.request_hash AND k.status IS NULL`),
  );
}

/** Forgets keys nobody will repeat any more. */
export function keySweeps(database: Database): Recurring[] {
  return [
    {
      name: 'idempotency_keys',
      everyMs: 3_600_000,
      run: async (now) => {
        const before = new Date(now.getTime() - KEY_KEPT_MS);
        await database.machine.run(sql`DELETE FROM idempotency_keys WHERE created_at < ${before}`);
      },
    },
  ];
}
