// Jobs run once where they can, again where they must, and never get lost.
import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import sql from 'sql-template-tag';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { createLog } from '../log/log.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { dropJob, enqueueJobs } from './job.store.ts';
import { createJobRunner, type JobKind, type JobRun, type Recurring } from './job-runner.ts';

let db: TestDatabase;
let now: Date;
beforeEach(async () => {
  db = await testDatabase();
  now = new Date('2026-03-02T02:00:00Z');
});
afterEach(() => db.drop());

const log = createLog('silent');
const runnerOf = (kinds: JobKind[], recurring: Recurring[] = []) =>
  createJobRunner({
    database: db.database,
    kinds: kinds as JobKind<never>[],
    recurring,
    log,
    metrics: createMetrics(false),
    now: () => now,
    pollMs: 20,
  });
const add = (kind: string, payload: unknown, extra: { key?: string; runAt?: Date; maxAttempts?: number } = {}) =>
  db.a.write((tx) => enqueueJobs(tx, [{ kind, payload, runAt: extra.runAt ?? now, ...extra }], now));
const waiting = () => db.asOwner<{ kind: string; attempts: number; run_at: Date }>('SELECT * FROM jobs ORDER BY id');

describe('jobs', () => {
  it('run when due and are gone then', async () => {
    const ran: unknown[] = [];
    const runner = runnerOf([
      { kind: 'greet', run: async (job: JobRun) => void ran.push([job.payload, job.db.workspaceId]) },
    ]);
    await add('greet', 'now');
    await add('greet', 'later', { runAt: new Date(now.getTime() + 60_000) });
    await runner.drain();
    expect(ran).toEqual([['now', db.workspaceA]]);
    now = new Date(now.getTime() + 61_000);
    await runner.drain();
    expect(ran).toHaveLength(2);
    expect(await waiting()).toEqual([]);
  });

  it('wait once for each key and can be taken back', async () => {
    for (let time = 0; time < 3; time += 1) await add('greet', time, { key: 'same' });
    expect(await waiting()).toHaveLength(1);
    await db.a.write((tx) => dropJob(tx, 'greet', 'same'));
    expect(await waiting()).toHaveLength(0);
  });

  it('run once when two runners look at the same time', async () => {
    const ran: unknown[] = [];
    const kind: JobKind = { kind: 'count', parallel: 4, run: async (job) => void ran.push(job.payload) };
    for (let index = 0; index < 40; index += 1) await add('count', index);
    await Promise.all([runnerOf([kind]).drain(), runnerOf([kind]).drain()]);
    expect(ran.map(Number).sort((one, other) => one - other)).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });

  it('are all done before a drain ends, also when one ends while the next is being asked for', async () => {
    const ran: unknown[] = [];
    let release: (() => void) | undefined;
    const first = new Promise<void>((resolve) => {
      release = resolve;
    });
    const ask = db.database.machine.maybe;
    const runner = createJobRunner({
      database: {
        ...db.database,
        machine: {
          ...db.database.machine,
          async maybe(query) {
            // Asked while the first one runs, whose kind is therefore left out; it is gone before the answer is heard.
            const claimed = await ask<never>(query);
            if (claimed === undefined && ran.length === 1) {
              release!();
              while ((await waiting()).length > 1) await waiting();
              await waiting();
            }
            return claimed;
          },
        },
      },
      kinds: [
        {
          kind: 'slow',
          run: async (job: JobRun) => {
            ran.push(job.payload);
            if (ran.length === 1) await first;
          },
        },
        { kind: 'other', run: async () => {} },
      ] as JobKind<never>[],
      log,
      metrics: createMetrics(false),
      now: () => now,
    });
    await add('slow', 1);
    await add('slow', 2);
    await runner.drain();
    expect(ran).toEqual([1, 2]);
  });

  it('try again with growing pauses, then are set aside', async () => {
    let tries = 0;
    const runner = runnerOf([
      {
        kind: 'hopeless',
        run: async () => {
          tries += 1;
          throw new Error('no way');
        },
      },
    ]);
    await add('hopeless', { of: 'us' }, { maxAttempts: 3 });
    await runner.drain();
    expect(tries).toBe(1);
    for (const wait of [2_000, 4_000]) {
      const [job] = await waiting();
      expect(job!.run_at.getTime() - now.getTime()).toBe(wait);
      now = job!.run_at;
      await runner.drain();
    }
    expect(tries).toBe(3);
    expect(await waiting()).toEqual([]);
    const [letter] = await db.asOwner<{ source: string; payload: object; attempts: number }>(
      'SELECT * FROM dead_letters',
    );
    expect(letter).toMatchObject({ source: 'job', payload: { of: 'us' }, attempts: 3 });
  });

  it('are done together with their own change', async () => {
    const runner = runnerOf([
      {
        kind: 'exact',
        run: async (job) => {
          await job.db.write(async (tx) => {
            await tx.run(sql`UPDATE workspaces SET name = name || '!' WHERE id = ${tx.workspaceId}`);
            await job.finish(tx);
          });
          throw new Error('died right after the commit');
        },
      },
    ]);
    const before = await db.asOwner<{ name: string }>('SELECT name FROM workspaces WHERE id = $1', [db.workspaceA]);
    await add('exact', null);
    await runner.drain();
    now = new Date(now.getTime() + 3_600_000);
    await runner.drain();
    const after = await db.asOwner<{ name: string }>('SELECT name FROM workspaces WHERE id = $1', [db.workspaceA]);
    expect(after[0]!.name).toBe(`${before[0]!.name}!`);
  });

  it('are taken over from a process that died, once its lease has run out', async () => {
    const ran: number[] = [];
    const runner = runnerOf([{ kind: 'left', run: async (job) => void ran.push(job.attempt) }]);
    await add('left', null);
    await db.asOwner(
      `UPDATE jobs SET locked_until = clock_timestamp() + interval '1 minute', locked_by = 'dead', attempts = 1`,
    );
    await runner.drain();
    expect(ran).toEqual([]);
    await db.asOwner(`UPDATE jobs SET locked_until = clock_timestamp() - interval '1 second'`);
    await runner.drain();
    expect(ran).toEqual([2]);
  });

  it('need not wait for the lease of a process of this machine that is gone', async () => {
    const ran: number[] = [];
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    await add('left', null);
    await db.asOwner(
      `UPDATE jobs SET locked_until = clock_timestamp() + interval '1 minute', locked_by = $1, attempts = 1`,
      [`${hostname()} ${gone} x`],
    );
    const runner = runnerOf([{ kind: 'left', run: async (job) => void ran.push(job.attempt) }]);
    await runner.start();
    await expect.poll(() => ran, { timeout: 10_000 }).toEqual([2]);
    await runner.stop();
  });

  it('put off without counting a try', async () => {
    const runner = runnerOf([{ kind: 'patient', run: async (job) => job.again(new Date(now.getTime() + 5_000)) }]);
    await add('patient', null);
    await runner.drain();
    expect(await waiting()).toMatchObject([{ attempts: 0, run_at: new Date(now.getTime() + 5_000) }]);
  });
});

describe('a runner', () => {
  it('works by itself, sweeps, and stops leaving nothing behind', async () => {
    let swept = 0;
    const ran: unknown[] = [];
    const runner = runnerOf(
      [{ kind: 'greet', run: async (job) => void ran.push(job.payload) }],
      [
        {
          name: 'dust',
          everyMs: 20,
          run: async () => {
            swept += 1;
          },
        },
      ],
    );
    await runner.start();
    await add('greet', 'hello');
    await expect.poll(() => ran.length, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => swept, { timeout: 10_000 }).toBeGreaterThan(2);
    await runner.stop();
    const after = swept;
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(swept).toBe(after);
  });
});
