// One key, one effect: whatever is sent twice, at once, after a crash or with other words.
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { ok, type Result, refuse } from '../../kit/result.ts';
import type { WorkspaceDb } from '../database/database.ts';
import { createSealer } from '../secrets/seal.ts';
import { hashRequest, KEY_KEPT_MS, type KeyClaim, keySweeps } from './idempotency.ts';
import { onceByKey } from './keyed.ts';

let db: TestDatabase;
const sealer = createSealer('x'.repeat(40));
const now = new Date('2026-03-02T02:00:00Z');
let effects = 0;
let seq = 0;

beforeAll(async () => {
  db = await testDatabase();
  await db.asOwner('CREATE TABLE effects (workspace_id id NOT NULL, n integer)');
  await db.asOwner("SELECT huiyin.guard_table('effects')");
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.asOwner('TRUNCATE effects, idempotency_keys');
  effects = 0;
  seq += 1;
});

const claimOf = (body: unknown = { a: 1 }, more: Partial<KeyClaim> = {}): KeyClaim => ({
  caller: 'key:key_a',
  key: `k-${seq}`,
  requestHash: hashRequest('POST', '/api/v1/things', body),
  now,
  ...more,
});

async function work(handle: WorkspaceDb): Promise<Result<{ n: number; secret: string }, string>> {
  return handle.write(async (tx) => {
    effects += 1;
    await tx.run(sql`INSERT INTO effects VALUES (${tx.workspaceId}, ${effects})`);
    return ok({ n: effects, secret: 'hyk_only_once' });
  });
}
const once = (claim: KeyClaim, run: (handle: WorkspaceDb) => Promise<Result<unknown, string>> = work, handle = db.a) =>
  onceByKey(handle, sealer, claim, 201, run);
const rows = () => db.asOwner('SELECT * FROM effects');

describe('a key', () => {
  it('gives a repeat the very same answer and does nothing more', async () => {
    const first = await once(claimOf());
    expect(first).toEqual({ kind: 'done', result: ok({ n: 1, secret: 'hyk_only_once' }) });
    const again = await once(claimOf());
    expect(again).toEqual({ kind: 'repeated', status: 201, answer: { n: 1, secret: 'hyk_only_once' } });
    expect(await rows()).toHaveLength(1);
  });

  it('keeps answers sealed: a secret that is shown once lies nowhere in clear', async () => {
    await once(claimOf());
    expect(JSON.stringify(await db.asOwner('SELECT * FROM idempotency_keys'))).not.toContain('hyk_only_once');
  });

  it('is refused for another request and works for another caller and another workspace', async () => {
    await once(claimOf());
    const other = await once(claimOf({ a: 2 }));
    expect(other).toEqual({ kind: 'refused', code: 'key_used_for_another_request' });
    expect((await once(claimOf(undefined, { caller: 'key:key_b' }))).kind).toBe('done');
    expect((await once(claimOf(), work, db.b)).kind).toBe('done');
    expect(await rows()).toHaveLength(3);
  });

  it('sent by many at once has one effect and one answer', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => once(claimOf())));
    expect(await rows()).toHaveLength(1);
    expect(all.filter((one) => one.kind === 'done')).toHaveLength(1);
    const repeats = all.flatMap((one) => (one.kind === 'repeated' ? [one.answer] : []));
    const [done] = all.flatMap((one) => (one.kind === 'done' ? [one.result] : []));
    expect(repeats).toHaveLength(7);
    for (const answer of repeats) expect(ok(answer)).toEqual(done);
  });

  it('whose work was saved but whose answer was lost in a crash says so and does not do it again', async () => {
    await expect(
      once(claimOf(), async (handle) => {
        await work(handle);
        throw new Error('killed before the answer was kept');
      }),
    ).rejects.toThrow('killed');
    expect(await once(claimOf())).toEqual({ kind: 'refused', code: 'already_processed' });
    expect(await rows()).toHaveLength(1);
  });

  it('is free again when the work broke before anything was saved', async () => {
    const broken = (handle: WorkspaceDb) =>
      handle.write(async () => {
        throw new Error('broken');
      });
    await expect(once(claimOf(), broken)).rejects.toThrow('broken');
    expect((await once(claimOf())).kind).toBe('done');
  });

  it('is free again after a refusal: nothing was done', async () => {
    const refused = (handle: WorkspaceDb) => handle.write(async () => refuse('already_resolved'));
    expect(await once(claimOf(), refused)).toEqual({ kind: 'done', result: refuse('already_resolved') });
    expect((await once(claimOf())).kind).toBe('done');
    expect(await rows()).toHaveLength(1);
  });

  it('holds also for work that was saved by somebody else’s transaction', async () => {
    const elsewhere = async () => {
      await work(db.a);
      return ok({ n: 1 });
    };
    expect((await once(claimOf(), elsewhere)).kind).toBe('done');
    expect(await once(claimOf(), elsewhere)).toEqual({ kind: 'repeated', status: 201, answer: { n: 1 } });
    expect((await once(claimOf({ a: 2 }), elsewhere)).kind).toBe('refused');
    expect(await rows()).toHaveLength(1);
  });

  it('is forgotten after two days and not before', async () => {
    await once(claimOf());
    const sweep = keySweeps(db.database)[0]!;
    await sweep.run(new Date(now.getTime() + KEY_KEPT_MS));
    expect((await once(claimOf())).kind).toBe('repeated');
    await sweep.run(new Date(now.getTime() + KEY_KEPT_MS + 1));
    expect((await once(claimOf())).kind).toBe('done');
  });
});

describe('the fingerprint of a request', () => {
  it('knows method, address and body apart', () => {
    const all = [
      hashRequest('POST', '/a', { x: 1 }),
      hashRequest('PUT', '/a', { x: 1 }),
      hashRequest('POST', '/b', { x: 1 }),
      hashRequest('POST', '/a', { x: '1' }),
      hashRequest('POST', '/a', undefined),
      hashRequest('POST', '/a', []),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(hashRequest('POST', '/a', { x: 1 })).toBe(all[0]);
  });
});
