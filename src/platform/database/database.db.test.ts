import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  emptyDatabase,
  type TestDatabase,
  testDatabase,
  WORKSPACE_A,
  WORKSPACE_B,
} from '../../../test/harness/database.ts';
import { openDatabase, type Tx } from './database.ts';
import { RowCountError } from './transaction.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await test.asOwner(
    'CREATE TABLE notes (workspace_id id NOT NULL, id id PRIMARY KEY, amount bigint NOT NULL DEFAULT 0)',
  );
  await test.asOwner(`SELECT huiyin.guard_table('notes')`);
});
beforeEach(() => test.asOwner('TRUNCATE notes'));
afterAll(() => test?.drop());

const add = (id: string) => async (tx: Tx) =>
  tx.run(sql`INSERT INTO notes (workspace_id, id) VALUES (${tx.workspaceId}, ${id})`);
const count = async () => (await test.asOwner<{ n: number }>('SELECT count(*)::int AS n FROM notes'))[0]!.n;

describe('a transaction', () => {
  it('runs as the application inside its workspace', async () => {
    const row = await test.a.read((tx) =>
      tx.one(sql`SELECT current_user AS role, huiyin.current_workspace() AS workspace,
        current_setting('transaction_read_only') AS only, current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS "limit"`),
    );
    expect(row).toEqual({ role: 'huiyin_app', workspace: WORKSPACE_A, only: 'on', zone: 'UTC', limit: '30s' });
  });

  it('is kept when it returns and undone when it throws', async () => {
    await test.a.write(add('note_1'));
    await expect(
      test.a.write(async (tx) => {
        await add('note_2')(tx);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await count()).toBe(1);
  });

  it('refuses to write when it only reads', async () => {
    await expect(test.a.read(add('note_1'))).rejects.toMatchObject({ code: '25006' });
  });

  it('refuses to look saved when a statement failed and its error was swallowed', async () => {
    const work = test.a.write(async (tx) => {
      await add('note_1')(tx);
      await add('note_1')(tx).catch(() => {});
    });
    await expect(work).rejects.toThrow('Nothing was saved');
    expect(await count()).toBe(0);
  });

  it('cannot be used after its end', async () => {
    let kept: Tx | undefined;
    await test.a.write(async (tx) => {
      kept = tx;
    });
    await expect(kept!.rows(sql`SELECT 1`)).rejects.toThrow('over');
    expect(() => kept!.client).toThrow('over');
  });

  it('waits for statements nobody waited for', async () => {
    await test.a.write(async (tx) => {
      for (let n = 0; n < 50; n += 1) void add(`note_${n}`)(tx);
    });
    expect(await count()).toBe(50);
  });

  it('answers statements sent together in their order', async () => {
    const answers = await test.a.write((tx) =>
      Promise.all([1, 2, 3].map((n) => tx.one<{ n: number }>(sql`SELECT ${n}::int AS n`))),
    );
    expect(answers.map((row) => row.n)).toEqual([1, 2, 3]);
  });

  it('leaves nothing of its workspace behind on the connection', async () => {
    const single = await openDatabase({ url: test.url, appPoolSize: 1 });
    await single.workspace(WORKSPACE_A).write(add('note_1'));
    const seen = await single.workspace(WORKSPACE_B).read((tx) => tx.rows(sql`SELECT * FROM notes`));
    await single.close();
    expect(seen).toEqual([]);
  });

  it('refuses a workspace id that is none', async () => {
    await expect(test.workspace(`x'; RESET ROLE; --`).read((tx) => tx.rows(sql`SELECT 1`))).rejects.toThrow(
      'Not a workspace id',
    );
  });

  it('counts rows for one and maybe', async () => {
    await test.a.read(async (tx) => {
      expect(await tx.maybe(sql`SELECT 1 WHERE false`)).toBeUndefined();
      await expect(tx.one(sql`SELECT 1 WHERE false`)).rejects.toThrow(RowCountError);
      await expect(tx.one(sql`SELECT generate_series(1, 2)`)).rejects.toThrow(RowCountError);
    });
  });
});

describe('losing a race', () => {
  it('runs both sides of a deadlock to their end', async () => {
    await test.a.write((tx) =>
      tx.run(sql`INSERT INTO notes (workspace_id, id) SELECT ${tx.workspaceId}, unnest(${['x', 'y']}::text[])`),
    );
    const grab = (id: string) => (tx: Tx) =>
      tx.run(sql`UPDATE notes SET amount = amount + 1 WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
    const both = (first: string, second: string) =>
      test.a.write(async (tx) => {
        await grab(first)(tx);
        await sleep(50);
        await grab(second)(tx);
      });
    await Promise.all([both('x', 'y'), both('y', 'x')]);
    const rows = await test.asOwner('SELECT id, amount::int FROM notes ORDER BY id');
    expect(rows).toEqual([
      { id: 'x', amount: 2 },
      { id: 'y', amount: 2 },
    ]);
  });

  it('gives up after the third repetition', async () => {
    let runs = 0;
    const work = test.a.write(async (tx) => {
      runs += 1;
      await tx.run(sql`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$`);
    });
    await expect(work).rejects.toMatchObject({ code: '40001' });
    expect(runs).toBe(4);
  });

  it('does not repeat after any other error', async () => {
    let runs = 0;
    const work = test.a.write(async (tx) => {
      runs += 1;
      await tx.run(sql`SELECT 1 / 0`);
    });
    await expect(work).rejects.toMatchObject({ code: '22012' });
    expect(runs).toBe(1);
  });
});

describe('COPY on the raw client', () => {
  const lines = (workspace: string, n: number) =>
    Readable.from(Array.from({ length: n }, (_, i) => `${workspace}\tnote_${i}\n`));
  const copy = 'COPY notes (workspace_id, id) FROM STDIN';

  it('is refused by PostgreSQL under row-level security, and works through a staging table', async () => {
    await test.a.write(async (tx) => {
      await tx.client.query('CREATE TEMP TABLE incoming (workspace_id text, id text) ON COMMIT DROP');
      await pipeline(lines(tx.workspaceId, 500), tx.client.query(copyFrom('COPY incoming FROM STDIN')));
      expect(await tx.run(sql`INSERT INTO notes (workspace_id, id) SELECT workspace_id, id FROM incoming`)).toBe(500);
    });
    await expect(
      test.a.write((tx) => pipeline(lines(tx.workspaceId, 5), tx.client.query(copyFrom(copy)))),
    ).rejects.toThrow('COPY FROM not supported with row-level security');
    expect(await count()).toBe(500);
  });

  it('leaves a working connection when it is broken off half-way', async () => {
    const single = await openDatabase({ url: test.url, appPoolSize: 1 });
    const broken = single.workspace(WORKSPACE_A).write(async (tx) => {
      await tx.client.query('CREATE TEMP TABLE incoming (workspace_id text, id text) ON COMMIT DROP');
      const source = Readable.from(
        (function* () {
          yield 'a\tb\n';
          throw new Error('the file ended early');
        })(),
      );
      await pipeline(source, tx.client.query(copyFrom('COPY incoming FROM STDIN')));
    });
    await expect(broken).rejects.toThrow();
    expect(await single.workspace(WORKSPACE_A).read((tx) => tx.one(sql`SELECT 1 AS n`))).toEqual({ n: 1 });
    await single.close();
  });

  it('asks to wait for running statements first', async () => {
    await test.a.write(async (tx) => {
      const running = tx.rows(sql`SELECT pg_sleep(0.05)`);
      expect(() => tx.client).toThrow('Wait for the running statements');
      await running;
    });
  });
});

describe('values', () => {
  it('come as the same JavaScript types everywhere', async () => {
    const row =
      await test.database.machine.one(sql`SELECT 9007199254740991::int8 AS big, 12.50::numeric AS money, date '2026-02-28' AS day,
      timestamptz '2026-01-01 08:00:00+08' AS at, timestamp '2026-01-01 00:00:00' AS bare, ARRAY['case_1', NULL]::id[] AS ids,
      ARRAY[1, 2]::int8[] AS bigs, ARRAY[1.5]::numeric[] AS monies, '{"a":[1]}'::jsonb AS json, NULL::int8 AS nothing, 'x'::id AS id, true AS yes`);
    expect(row).toEqual({
      big: 9007199254740991,
      money: 12.5,
      day: '2026-02-28',
      at: new Date('2026-01-01T00:00:00Z'),
      bare: new Date('2026-01-01T00:00:00Z'),
      ids: ['case_1', null],
      bigs: [1, 2],
      monies: [1.5],
      json: { a: [1] },
      nothing: null,
      id: 'x',
      yes: true,
    });
  });

  it('keep Dates exact on the way in', async () => {
    const at = new Date('2026-03-29T01:30:00.123Z');
    expect(await test.database.machine.one(sql`SELECT ${at}::timestamptz AS at`)).toEqual({ at });
  });
});

describe('the machine', () => {
  it('runs single statements and transactions as its own role', async () => {
    expect(await test.database.machine.one(sql`SELECT current_user AS role`)).toEqual({ role: 'huiyin_machine' });
    const role = await test.database.machine.write((tx) =>
      tx.one(sql`SELECT current_user AS role, huiyin.current_workspace() AS workspace`),
    );
    expect(role).toEqual({ role: 'huiyin_machine', workspace: null });
  });
});

describe('connections', () => {
  it('are replaced after the server cut them', async () => {
    const own = await openDatabase({ url: test.url, appPoolSize: 2 });
    const cut = own.workspace(WORKSPACE_A).write(async (tx) => {
      await tx.rows(sql`SELECT pg_sleep(0)`);
      const { pid } = await tx.one<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
      await test.asOwner('SELECT pg_terminate_backend($1)', [pid]);
      await tx.rows(sql`SELECT pg_sleep(1)`);
    });
    await expect(cut).rejects.toThrow();
    expect(await own.workspace(WORKSPACE_A).read((tx) => tx.one(sql`SELECT 1 AS n`))).toEqual({ n: 1 });
    expect(own.stats().waiting).toBe(0);
    await own.close();
  });

  it('are not opened on a database that was never migrated', async () => {
    const empty = await emptyDatabase();
    const client = new pg.Client({ connectionString: empty.url });
    await client.connect();
    await client.end();
    // The roles belong to the whole test server, so only the missing schema can tell.
    await expect(openDatabase({ url: empty.url })).rejects.toThrow('has not been migrated');
    await empty.remove();
  });

  it('of a login that owns tables are refused when it must not', async () => {
    await expect(openDatabase({ url: test.url, ownerless: true })).rejects.toThrow('owns tables or is a superuser');
  });
});

describe('listening', () => {
  it('hears what is sent, also after its connection was cut, until it is told to stop', async () => {
    const heard: string[] = [];
    const bell = new EventTarget();
    const stop = await test.database.listen('bell', (payload) => {
      heard.push(payload);
      bell.dispatchEvent(new Event('ring'));
    });
    const ring = async (text: string) => {
      const rung = once(bell, 'ring');
      await test.asOwner(`SELECT pg_notify('bell', $1)`, [text]);
      await rung;
    };
    await ring('one');
    const cut = await test.asOwner<{ pid: number }>(
      `SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'huiyin listen %' AND datname = current_database()`,
    );
    expect(cut).toHaveLength(1);
    for (let tries = 0; tries < 100; tries += 1) {
      await sleep(50);
      const back = await test.asOwner<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'huiyin listen %' AND datname = current_database() AND query LIKE 'LISTEN%'`,
      );
      if (back.some((row) => row.pid !== cut[0]!.pid)) break;
    }
    await ring('two');
    await stop();
    await test.asOwner(`SELECT pg_notify('bell', 'three')`);
    await sleep(100);
    expect(heard).toEqual(['one', 'two']);
  });
});
