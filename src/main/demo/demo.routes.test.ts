// A short demo shop: the same story twice, every stage told, nothing slipped in behind the verbs, and nothing left after it is removed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles, readText } from '../../../test/architecture/source-files.ts';
import { type TestApp, testApp } from '../../../test/harness/app.ts';
import { ownerLink } from '../../ground/members/server/first-run.ts';
import { enterDemoRoute, makeDemoRoute, readDemoRoute, removeDemoRoute } from './demo.contract.ts';

const SHORT = { days: 12, scale: 0.25, seed: 5 };
let app: TestApp;

beforeAll(async () => {
  app = await testApp({ startAt: '2026-11-20T06:00:00Z' });
});
afterAll(() => app.close());

const demoId = async () => (await app.product.demo.read())!.workspaceId;
const count = async (table: string, where = 'true') => {
  const [row] = await app.db.asOwner<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE workspace_id = $1 AND ${where}`,
    [await demoId()],
  );
  return row!.n;
};

describe('the demo shop', () => {
  it('is told through every stage', { timeout: 240_000 }, async () => {
    const counts = await app.product.demo.make(SHORT);
    expect(counts.voices).toBeGreaterThan(60);
    for (const [what, number] of Object.entries(counts))
      if (!['disputes', 'callbacks', 'promises', 'ratings'].includes(what)) expect(number, what).toBeGreaterThan(0);
    // Collected, understood, acted upon, answered, verified, published.
    expect(await count('feedback')).toBeGreaterThanOrEqual(counts.voices);
    expect(await count('judgements')).toBeGreaterThanOrEqual(counts.voices);
    expect(await count('cases')).toBe(counts.cases);
    expect(await count('messages')).toBeGreaterThan(0);
    expect(await count('cases', `status IN ('verified', 'closed')`)).toBeGreaterThan(0);
    expect(await count('reports')).toBeGreaterThan(0);
    expect(await count('evidence_leaves')).toBeGreaterThan(0);
    // One evening in the live room, over and with its report; the room stands ready for another.
    expect(await count('live_rooms', 'is_simulated')).toBe(1);
    expect(await count('live_shows', `state = 'ended' AND comments > 100`)).toBe(1);
    expect(await count('live_reports', 'made_at IS NOT NULL')).toBe(1);
    const dead = await app.db.asOwner('SELECT name, error FROM dead_letters');
    expect(dead).toEqual([]);
  });

  it('is the same again for the same seed and day', { timeout: 240_000 }, async () => {
    const first = await app.product.demo.read();
    await app.product.demo.remove();
    const again = await app.product.demo.make({ ...SHORT, until: first!.until });
    expect(again).toEqual(first!.counts);
  });

  it('lets nobody in without the first link or the right', async () => {
    for (const caller of [app.nobody, app.as.agent, app.as.viewer]) {
      expect((await caller.call(readDemoRoute)).body.allowed).toBe(false);
      for (const [spec, input] of [
        [makeDemoRoute, { body: {} }],
        [enterDemoRoute, { body: { token: 'x' } }],
        [removeDemoRoute, {}],
      ] as const)
        expect((await caller.call(spec, input)).status).toBe(403);
    }
  });

  it('takes a visitor in as its owner, and out again to where his own shop begins', async () => {
    const { database } = app.product.tools;
    const home = await app.product.demo.read();
    // A shop nobody has moved into yet.
    const [empty] = await app.db.asOwner<{ id: string }>(
      `INSERT INTO workspaces (id, slug, name, created_at) VALUES ('ws_0000000000000000000000000c', 'default', '我的店铺', now()) RETURNING id`,
    );
    const token = (await ownerLink(database, empty!.id, app.clock.now))!;
    const seen = await app.nobody.call(readDemoRoute, { query: { token } });
    expect(seen.body).toMatchObject({ state: 'ready', allowed: true, inside: false });
    const entered = await app.nobody.call(enterDemoRoute, { body: { token } });
    expect(entered.status).toBe(200);
    const cookie = String(entered.headers['set-cookie']).split(';')[0]!;
    const inside = await app.nobody.call(readDemoRoute, { headers: { cookie } });
    expect(inside.body).toMatchObject({ inside: true, allowed: true });
    const removed = await app.nobody.call(removeDemoRoute, { headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    expect(removed.status).toBe(200);
    expect(removed.body.next).toMatch(/^\/setup\//);
    expect(await app.product.demo.read()).toBeUndefined();
    const tables = await app.db.asOwner<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
       WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of tables) {
      const rows = await app.db.asOwner(`SELECT 1 FROM ${name} WHERE workspace_id = $1 LIMIT 1`, [home!.workspaceId]);
      expect(rows, name).toEqual([]);
    }
  });

  it('writes nothing behind the verbs', () => {
    const files = listFiles('src/main/demo', /\.ts$/).filter(
      (file) => !/\.(store|test)\.ts$|\.routes\.test\.ts$/.test(file),
    );
    const writing = files.filter((file) => /\b(INSERT INTO|UPDATE [a-z_]+ SET|DELETE FROM)\b/.test(readText(file)));
    expect(files.length).toBeGreaterThan(10);
    expect(writing).toEqual([]);
  });
});
