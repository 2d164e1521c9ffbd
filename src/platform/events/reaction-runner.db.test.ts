// Every event has its effect once: across restarts, races, failures and workspaces.
import sql from 'sql-template-tag';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { createLog } from '../log/log.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { appendEvents, type StoredEvent } from './event.store.ts';
import { createReactionRunner, type Reaction } from './reaction-runner.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
  await db.asOwner(`CREATE TABLE effects (workspace_id id NOT NULL, event_id text NOT NULL, reaction text NOT NULL)`);
  await db.asOwner(`SELECT huiyin.guard_table('effects')`);
});
afterEach(() => db.drop());

const log = createLog('silent');
const actor = { kind: 'system', id: 'system', name: 'test' };
const at = new Date('2026-03-02T02:00:00Z');

function append(workspaceId: string, type: string, count = 1, subject: string | null = null) {
  const events = Array.from({ length: count }, (_, index) => ({ type, subject, data: { index }, actor, at }));
  return db.workspace(workspaceId).write((tx) => appendEvents(tx, events));
}

const effect = (name: string, on: string[], before?: (events: StoredEvent[]) => void): Reaction => ({
  name,
  on,
  async run({ tx, events }) {
    before?.(events);
    await tx.run(sql`
      INSERT INTO effects (workspace_id, event_id, reaction)
      SELECT ${tx.workspaceId}, e, ${name} FROM unnest(${events.map((event) => event.id)}::text[]) AS e`);
  },
});

const runnerOf = (...reactions: Reaction[]) =>
  createReactionRunner({
    database: db.database,
    reactions,
    log,
    metrics: createMetrics(false),
    now: () => at,
    pollMs: 20,
  });

const effects = () => db.asOwner<{ workspace_id: string; event_id: string }>('SELECT * FROM effects');

describe('reactions', () => {
  it('hear each event of their kinds once, in their own workspace', async () => {
    await append(db.workspaceA, 'thing.made', 3);
    await append(db.workspaceB, 'thing.made', 2);
    await append(db.workspaceA, 'thing.lost', 4);
    await append(db.workspaceB, 'thing.made', 250);
    await runnerOf(effect('one', ['thing.made'])).drain();
    const rows = await effects();
    expect(rows).toHaveLength(255);
    expect(new Set(rows.map((row) => row.event_id)).size).toBe(255);
    expect(rows.filter((row) => row.workspace_id === db.workspaceA)).toHaveLength(3);
    await runnerOf(effect('one', ['thing.made'])).drain();
    expect(await effects()).toHaveLength(255);
  });

  it('run once when two processes race for the same events', async () => {
    for (let round = 0; round < 20; round += 1) await append(db.workspaceA, 'thing.made', 5);
    await Promise.all([
      runnerOf(effect('one', ['thing.made'])).drain(),
      runnerOf(effect('one', ['thing.made'])).drain(),
    ]);
    expect(await effects()).toHaveLength(100);
  });

  it('miss nothing that was written early and committed late', async () => {
    const runner = runnerOf(effect('one', ['thing.made']));
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let written: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => {
      written = resolve;
    });
    const slow = db.a.write(async (tx) => {
      await appendEvents(tx, [{ type: 'thing.made', subject: null, data: {}, actor, at }]);
      written();
      await held;
    });
    await inside;
    await append(db.workspaceA, 'thing.made', 2);
    await runner.drain();
    // Later events wait for the one still being written: order is kept and nothing is passed over.
    expect(await effects()).toHaveLength(0);
    finish();
    await slow;
    await runner.drain();
    expect(await effects()).toHaveLength(3);
  });

  it('leave no half effect behind when they fail, and try again', async () => {
    await append(db.workspaceA, 'thing.made', 3);
    let failures = 0;
    const reaction: Reaction = {
      name: 'shaky',
      on: ['thing.made'],
      async run(input) {
        await effect('shaky', []).run(input);
        failures += 1;
        if (failures < 3) throw new Error('not today');
      },
    };
    await runnerOf(reaction).drain();
    expect(await effects()).toHaveLength(3);
  });

  it('set one poisonous event aside, handle its neighbours, and replay it when asked', async () => {
    await append(db.workspaceA, 'thing.made', 2);
    await append(db.workspaceA, 'thing.made', 1, 'case_poison');
    await append(db.workspaceA, 'thing.made', 2);
    let poisoned = true;
    const runner = runnerOf(
      effect('picky', ['thing.made'], (events) => {
        if (poisoned && events.some((event) => event.subject === 'case_poison')) throw new Error('cannot be eaten');
      }),
    );
    await runner.drain();
    expect(await effects()).toHaveLength(4);
    const [letter] = await db.asOwner<{ payload: { eventId: string }; error: string; workspace_id: string }>(
      'SELECT * FROM dead_letters',
    );
    expect(letter).toMatchObject({ error: 'cannot be eaten', workspace_id: db.workspaceA });
    poisoned = false;
    await runner.replay('picky', letter!.payload.eventId);
    expect(await effects()).toHaveLength(5);
  });

  it('hear what other reactions tell, when running by themselves, and stop leaving nothing', async () => {
    const echo: Reaction = {
      name: 'echo',
      on: ['thing.made'],
      run: ({ tx, events }) =>
        appendEvents(
          tx,
          events.map((event) => ({ ...event, type: 'thing.echoed' })),
        ),
    };
    const runner = runnerOf(echo, effect('second', ['thing.echoed']));
    await runner.start();
    await append(db.workspaceA, 'thing.made', 7);
    await expect.poll(async () => (await effects()).length, { timeout: 10_000 }).toBe(7);
    await runner.stop();
  });
});
