import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../test/harness/database.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';

let url: string;
let removals: (() => Promise<void>)[] = [];
const ground = readMigrations().slice(0, 1);

beforeEach(async () => {
  const empty = await emptyDatabase();
  url = empty.url;
  removals.push(empty.remove);
});
afterAll(async () => {
  for (const remove of removals) await remove();
  removals = [];
});

const file = (name: string, text: string): Migration => {
  const sql = `-- feature: test\n${text}`;
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
};
const guarded = (table: string) =>
  `CREATE TABLE ${table} (workspace_id id NOT NULL); SELECT huiyin.guard_table('${table}');`;

async function rows(text: string, as?: pg.ClientConfig): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, ...as });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('migrations', () => {
  it('of the product are applied once', async () => {
    const all = readMigrations();
    expect(await migrate({ url, migrations: all })).toEqual(all.map((migration) => migration.name));
    expect(await migrate({ url, migrations: all })).toEqual([]);
  });

  it('are applied once when several processes start together', async () => {
    const migrations = [...ground, file('0002-one', guarded('one')), file('0003-two', guarded('two'))];
    const answers = await Promise.all([1, 2, 3, 4].map(() => migrate({ url, migrations })));
    expect(answers.flat().sort()).toEqual(migrations.map((migration) => migration.name));
  });

  it('that arrive late with a lower number are applied as well', async () => {
    await migrate({ url, migrations: [...ground, file('0003-two', guarded('two'))] });
    const late = await migrate({
      url,
      migrations: [...ground, file('0002-one', guarded('one')), file('0003-two', guarded('two'))],
    });
    expect(late).toEqual(['0002-one']);
  });

  it('leave nothing of a file that failed, and say which line', async () => {
    const broken = file('0002-broken', `${guarded('one')}\nSELECT nothing_like_this();`);
    await expect(migrate({ url, migrations: [...ground, broken] })).rejects.toThrow(
      /0002-broken \(line 3\) failed: .*nothing_like_this/,
    );
    expect(await rows(`SELECT to_regclass('public.one') AS one`)).toEqual([{ one: null }]);
    expect(await rows('SELECT name FROM huiyin.migrations')).toEqual([{ name: ground[0]!.name }]);
  });

  it('refuse a file that was changed after it was applied', async () => {
    await migrate({ url, migrations: [...ground, file('0002-one', guarded('one'))] });
    const changed = file('0002-one', guarded('other'));
    await expect(migrate({ url, migrations: [...ground, changed] })).rejects.toThrow(
      '0002-one was changed after it had been applied',
    );
  });

  it('refuse a database that is newer than the program', async () => {
    await migrate({ url, migrations: [...ground, file('0002-one', guarded('one'))] });
    await expect(migrate({ url, migrations: ground })).rejects.toThrow(
      'newer than this program: it holds the migration 0002-one',
    );
  });

  it('refuse a table that nobody guards', async () => {
    const open = file('0002-open', 'CREATE TABLE open_to_all (workspace_id id)');
    await expect(migrate({ url, migrations: [...ground, open] })).rejects.toThrow('open_to_all is outside the walls');
  });

  it('make tables in public for a login of any name', async () => {
    await rows(`DO $$ BEGIN CREATE ROLE huiyin SUPERUSER LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
    const login = new URL(url);
    login.username = 'huiyin';
    await migrate({ url: login.href, migrations: [...ground, file('0002-one', guarded('one'))] });
    expect(await rows(`SELECT to_regclass('public.one')::text AS one`)).toEqual([{ one: 'one' }]);
  });

  it('work for an owner who is no superuser, and tell one who may not make roles what to run', async () => {
    const [{ name }] = (await rows('SELECT current_database() AS name')) as [{ name: string }];
    await rows(`CREATE ROLE plain_${name} LOGIN`);
    await rows(`ALTER DATABASE ${name} OWNER TO plain_${name}`);
    const login = new URL(url);
    login.username = `plain_${name}`;
    // The roles exist already on this server, so what is missing is the right to act as them.
    await expect(migrate({ url: login.href, migrations: ground })).rejects.toThrow(
      new RegExp(`may not act as "huiyin_app"[^]*GRANT huiyin_app, huiyin_machine TO plain_${name}`),
    );
    await rows(`GRANT huiyin_app, huiyin_machine TO plain_${name}`);
    await migrate({ url: login.href, migrations: [...ground, file('0002-one', guarded('one'))] });
    const seen = await rows('SELECT count(*)::int AS n, current_user AS who FROM one', {
      connectionString: login.href,
    });
    expect(seen).toEqual([{ n: 0, who: `plain_${name}` }]);
    removals.push(async () => {
      const cluster = new URL(url);
      cluster.pathname = '/postgres';
      const client = new pg.Client({ connectionString: cluster.href });
      await client.connect();
      await client.query(`DROP ROLE IF EXISTS plain_${name}`);
      await client.end();
    });
  });
});

describe('the folder of migrations', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hy-migrations-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is read in order, whatever the line ends', () => {
    writeFileSync(join(folder, '0002-b.sql'), '-- feature: x\r\nSELECT 2;\r\n');
    writeFileSync(join(folder, '0001-a.sql'), '-- feature: x\nSELECT 1;\n');
    const [a, b] = readMigrations(folder);
    expect([a!.name, b!.name]).toEqual(['0001-a', '0002-b']);
    expect(b!.checksum).toBe(createHash('sha256').update('-- feature: x\nSELECT 2;\n').digest('hex'));
  });

  it('holds no file without an owner, with a wrong name or a number used twice', () => {
    writeFileSync(join(folder, '0003-c.sql'), 'SELECT 1;');
    expect(() => readMigrations(folder)).toThrow('The first line of 0003-c.sql');
    writeFileSync(join(folder, '0003-c.sql'), '-- feature: x\n');
    writeFileSync(join(folder, '0003-d.sql'), '-- feature: x\n');
    expect(() => readMigrations(folder)).toThrow('have the same number');
    rmSync(join(folder, '0003-d.sql'));
    writeFileSync(join(folder, 'later.sql'), '-- feature: x\n');
    expect(() => readMigrations(folder)).toThrow('later.sql is not NNNN');
  });
});
