// An `Idempotency-Key` makes a repeated request one request: the key is saved in the same transaction as the change.
import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Tx, WorkspaceDb } from '../database/database.ts';

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

/** Thrown inside a transaction when somebody else carried the same request out first; the change is rolled back. */
export class KeyTaken extends Error {}

/** Fingerprint of method, path and body: the same key with another request is refused. */
export function hashRequest(method: string, url: string, body: unknown): string {
  return createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('hex');
}

/** Reads what was answered under this key before. */
export async function readAnswer(db: WorkspaceDb, caller: string, key: string): Promise<SavedAnswer | undefined> {
  return db.read((tx) =>
    tx.maybe<SavedAnswer>(sql`
      SELECT request_hash AS "requestHash", status, answer FROM idempotency_keys
      WHERE workspace_id = ${tx.workspaceId} AND caller = ${caller} AND key = ${key}`),
  );
}

/** Wraps a workspace's database so that its first write also saves the key; a second request with it cannot write. */
export function withKey(db: WorkspaceDb, claim: KeyClaim): WorkspaceDb {
  let saved = false;
  return {
    workspaceId: db.workspaceId,
    read: (fn) => db.read(fn),
    async write(fn) {
      if (saved) return db.write(fn);
      const result = await db.write(async (tx: Tx) => {
        const inserted = await tx.run(sql`
          INSERT INTO idempotency_keys (workspace_id, caller, key, request_hash, created_at)
          VALUES (${tx.workspaceId}, ${claim.caller}, ${claim.key}, ${claim.requestHash}, ${claim.now})
          ON CONFLICT DO NOTHING`);
        if (inserted === 0) throw new KeyTaken();
        return fn(tx);
      });
      saved = true;
      return result;
    },
  };
}

/** Keeps the answer so that a repeat gets the very same one; without it a repeat is told that the work was done. */
export async function saveAnswer(db: WorkspaceDb, claim: KeyClaim, status: number, answer: unknown): Promise<void> {
  await db.write((tx) =>
    tx.run(sql`
      UPDATE idempotency_keys SET status = ${status}, answer = ${JSON.stringify(answer ?? null)}::jsonb
      WHERE workspace_id = ${tx.workspaceId} AND caller = ${claim.caller} AND key = ${claim.key}`),
  );
}
