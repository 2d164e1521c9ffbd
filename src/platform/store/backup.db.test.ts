import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemEngine } from '../../../test/harness/cluster.ts';
import {
  emptyDatabase,
  type TestDatabase,
  testDatabase,
  WORKSPACE_A,
  WORKSPACE_B,
} from '../../../test/harness/database.ts';
import { openDatabase } from '../database/database.ts';
import { backup } from './backup.ts';
import { type BackupHeader, FORMAT, FrameWriter } from './backup-format.ts';
import { launchEmbedded } from './launch-embedded.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { restore } from './restore.ts';

const EVENTS = 20_000;
let test: TestDatabase;
let folder: string;
let file: string;
// The migrations of the template, should the folder have grown since.
let migrations: Migration[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hy-backup-'));
  chmodSync(folder, 0o755);
  file = join(folder, 'shop.huiyin');
  test = await testDatabase();
  const applied = new Set(
    (await test.asOwner<{ name: string }>('SELECT name FROM huiyin.migrations')).map((row) => row.name),
  );
  migrations = readMigrations().filter((migration) => applied.has(migration.name));
  await test.asOwner(
    `INSERT INTO events (id, workspace_id, type, subject, actor_kind, actor_id, actor_name, data, at)
     SELECT 'evt_' || n, CASE n % 3 WHEN 0 THEN $1 ELSE $2 END, 'feedback.received', CASE n % 5 WHEN 0 THEN NULL ELSE 'feedback_' || n END,
       'member', 'member_1', E'tab\\there\\nline\\\\back "q" 掌柜 🏮 \\\\N', jsonb_build_object('text', repeat('很好', n % 50), 'n', n), now() + n * interval '1 ms'
     FROM generate_series(1, ${EVENTS}) n`,
    [WORKSPACE_A, WORKSPACE_B],
  );
  await test.asOwner(
    `INSERT INTO reaction_cursors (reaction, seq) VALUES ('half', ${EVENTS / 2}), ('all', ${EVENTS}), ('none', 0)`,
  );
  await backup({ ownerUrl: test.url }, file);
});
afterAll(async () => {
  await test?.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function query<T>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as T[];
  } finally {
    await client.end();
  }
}

/** A hash of each table's rows, whatever their order. */
async function fingerprints(url: string): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    url,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const rows = await query<{ row: string }>(url, `SELECT to_jsonb(t)::text AS row FROM ${name} t ORDER BY 1`);
    found[name] = `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`;
  }
  return found;
}

const attempt = async (source: string | PassThrough, options = {}) => {
  const empty = await emptyDatabase();
  try {
    await restore({ ownerUrl: empty.url }, source, { migrations, ...options });
    return { error: '', left: -1 };
  } catch (error) {
    const left = await query<{ n: number }>(
      empty.url,
      `SELECT count(*)::int AS n FROM pg_class WHERE relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'huiyin'))`,
    );
    return { error: (error as Error).message, left: left[0]!.n };
  } finally {
    await empty.remove();
  }
};

const changed = (change: (bytes: Buffer) => Buffer): string => {
  const path = join(folder, 'changed.huiyin');
  writeFileSync(path, change(readFileSync(file)));
  return path;
};

describe('a backup', () => {
  it('comes back row for row', async () => {
    const empty = await emptyDatabase();
    const seen: string[] = [];
    const result = await restore({ ownerUrl: empty.url }, file, {
      onProgress: (progress) => seen.push(progress.table),
    });
    expect(result.rows).toBeGreaterThanOrEqual(EVENTS + 5);
    expect(seen).toContain('events');
    expect(await fingerprints(empty.url)).toEqual(await fingerprints(test.url));
    expect(await query(empty.url, 'SELECT name, checksum FROM huiyin.migrations ORDER BY 1')).toEqual(
      await query(test.url, 'SELECT name, checksum FROM huiyin.migrations ORDER BY 1'),
    );
    await empty.remove();
  });

  it('gives back keys, walls and sequences', async () => {
    const empty = await emptyDatabase();
    await restore({ ownerUrl: empty.url }, file, { migrations });
    const shape = `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS part FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT tablename || ' ' || policyname || ' ' || qual FROM pg_policies
      UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`;
    expect(await query(empty.url, shape)).toEqual(await query(test.url, shape));
    const database = await openDatabase({ url: empty.url });
    const rows = await query<{ seq: string }>(
      empty.url,
      `INSERT INTO events (id, workspace_id, type, actor_kind, actor_id, actor_name, data, at)
       VALUES ('evt_new', '${WORKSPACE_A}', 'x', 'member', 'm', 'm', '{}', now()) RETURNING seq`,
    );
    expect(Number(rows[0]!.seq)).toBe(EVENTS + 1);
    await database.close();
    await empty.remove();
  });

  it('lets features mend what meant something only on the old server, before anybody sees it', async () => {
    const text = `-- feature: test
      CREATE TABLE clocks_of_old (workspace_id id NOT NULL, host text NOT NULL);
      SELECT huiyin.guard_table('clocks_of_old');
      CREATE FUNCTION huiyin.after_restore_clocks() RETURNS void LANGUAGE sql AS $$ UPDATE public.clocks_of_old SET host = 'new' $$;`;
    const own = [...readMigrations().slice(0, 1), { name: '0002-clocks', sql: text, checksum: 'x' }];
    const [source, target] = [await emptyDatabase(), await emptyDatabase()];
    await migrate({ url: source.url, migrations: own });
    await query(source.url, `INSERT INTO clocks_of_old VALUES ('ws_1', 'old')`);
    const path = join(folder, 'clocks.huiyin');
    await backup({ ownerUrl: source.url }, path);
    await restore({ ownerUrl: target.url }, path, { migrations: own });
    expect(await query(target.url, 'SELECT host FROM clocks_of_old')).toEqual([{ host: 'new' }]);
    await source.remove();
    await target.remove();
  });

  it('goes through a pipe as well', async () => {
    const pipe = new PassThrough();
    const empty = await emptyDatabase();
    const [made, back] = await Promise.all([
      backup({ ownerUrl: test.url }, pipe),
      restore({ ownerUrl: empty.url }, pipe, { migrations }),
    ]);
    expect(back.rows).toBe(made.rows);
    await empty.remove();
  });

  it('shows one moment while others write', async () => {
    let stop = false;
    const writer = (async () => {
      for (let n = 0; !stop; n += 1) {
        await test.asOwner(
          `WITH a AS (INSERT INTO events (id, workspace_id, type, actor_kind, actor_id, actor_name, data, at) VALUES ($1, $2, 'pair', 'm', 'm', 'm', '{}', now()))
           INSERT INTO files (id, workspace_id, purpose, name, media_type, bytes, sha256, created_at) VALUES ($1, $2, 'pair', 'n', 'm', 1, 'x', now())`,
          [`pair_${n}`, WORKSPACE_A],
        );
      }
    })();
    const live = join(folder, 'live.huiyin');
    await backup({ ownerUrl: test.url }, live);
    stop = true;
    await writer;
    const empty = await emptyDatabase();
    await restore({ ownerUrl: empty.url }, live, { migrations });
    const [pairs] = await query<{ a: number; b: number }>(
      empty.url,
      `SELECT (SELECT count(*)::int FROM events WHERE type = 'pair') AS a, (SELECT count(*)::int FROM files WHERE purpose = 'pair') AS b`,
    );
    expect(pairs!.a).toBe(pairs!.b);
    await empty.remove();
    await test.asOwner(`DELETE FROM events WHERE type = 'pair'`);
    await test.asOwner(`DELETE FROM files WHERE purpose = 'pair'`);
  });

  it('lies in a file only its owner reads, and leaves nothing half-written when it fails', async () => {
    expect(statSync(file).mode & 0o077).toBe(0);
    await expect(
      backup({ ownerUrl: test.url.replace(/\/t_/, '/no_') }, join(folder, 'never.huiyin')),
    ).rejects.toThrow();
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('no space left')) });
    await expect(backup({ ownerUrl: test.url }, full)).rejects.toThrow();
    expect(readdirSync(folder).filter((name) => name.includes('never') || name.includes('.part'))).toEqual([]);
  });
});

describe('files beside the database', () => {
  it('come along when named, and the key only then', async () => {
    const dataDir = join(folder, 'data');
    mkdirSync(join(dataDir, 'files', 'ws_1'), { recursive: true });
    writeFileSync(join(dataDir, 'files', 'ws_1', 'photo 图.png'), Buffer.alloc(300_000, 7));
    writeFileSync(join(dataDir, 'secret.key'), 'k', { mode: 0o600 });
    const path = join(folder, 'files.huiyin');
    const without = await backup({ ownerUrl: test.url }, path, { dataDir, includeFiles: ['files', 'missing'] });
    expect(without.files).toBe(1);
    await backup({ ownerUrl: test.url }, path, { dataDir, includeFiles: ['files', 'secret.key'] });
    const target = join(folder, 'restored');
    const empty = await emptyDatabase();
    const result = await restore({ ownerUrl: empty.url }, path, { migrations, dataDir: target });
    expect(result.files).toBe(2);
    expect(readFileSync(join(target, 'files', 'ws_1', 'photo 图.png')).equals(Buffer.alloc(300_000, 7))).toBe(true);
    expect(statSync(join(target, 'secret.key')).mode & 0o777).toBe(0o600);
    await empty.remove();
  });

  it('that grow meanwhile are copied as they were before the snapshot, also when they are moved away', async () => {
    const dataDir = join(folder, 'grows');
    mkdirSync(join(dataDir, 'live'), { recursive: true });
    const journal = join(dataDir, 'live', '1.jsonl');
    writeFileSync(journal, 'one\n');
    writeFileSync(join(dataDir, 'live', '2.jsonl'), '');
    const path = join(folder, 'grows.huiyin');
    let isMoved = false;
    const made = await backup({ ownerUrl: test.url }, path, {
      dataDir,
      growingFiles: ['live', 'missing'],
      onProgress: () => {
        if (!isMoved) {
          writeFileSync(journal, 'one\ntwo\n');
          rmSync(journal);
        }
        isMoved = true;
      },
    });
    expect([isMoved, made.files]).toEqual([true, 2]);
    const target = join(folder, 'regrown');
    const empty = await emptyDatabase();
    await restore({ ownerUrl: empty.url }, path, { migrations, dataDir: target });
    expect(readFileSync(join(target, 'live', '1.jsonl'), 'utf8')).toBe('one\n');
    expect(readFileSync(join(target, 'live', '2.jsonl'), 'utf8')).toBe('');
    await empty.remove();
  });

  it('never land outside the data folder', async () => {
    const rows = await query<{ name: string; checksum: string }>(
      test.url,
      'SELECT name, checksum FROM huiyin.migrations ORDER BY 1',
    );
    for (const name of ['../evil', '/etc/evil', 'files/../../evil', 'a\\..\\evil', '', 'c:evil']) {
      const header: BackupHeader = {
        product: 'huiyin',
        format: FORMAT,
        madeAt: '',
        server: '18',
        migrations: rows,
        tables: [],
        sequences: [],
        partitions: [],
      };
      const chunks: Buffer[] = [];
      const out = new Writable({ write: (chunk, _encoding, done) => done(void chunks.push(chunk)) });
      const frames = new FrameWriter(out);
      await frames.begin(header);
      await frames.frame('F', { name, mode: 0o600 });
      const path = join(folder, 'evil.huiyin');
      writeFileSync(path, gzipSync(Buffer.concat(chunks)));
      expect((await attempt(path, { dataDir: folder })).error, name).toContain('outside the data folder');
    }
  });
});

describe('a restore refuses, and leaves nothing behind,', () => {
  it('a backup that was cut short anywhere', async () => {
    const size = statSync(file).size;
    for (const cut of [1, 10, 200, Math.floor(size / 2), size - 12, size - 1]) {
      const answer = await attempt(changed((bytes) => bytes.subarray(0, cut)));
      expect(answer.error, String(cut)).toMatch(/cut short|not a backup/);
      expect(answer.left).toBe(0);
    }
  });

  it('a backup in which anything was changed', async () => {
    const plain = gunzipSync(readFileSync(file));
    const at = plain.indexOf('掌柜');
    for (const change of [
      (bytes: Buffer) => bytes.fill(0x41, at, at + 1),
      (bytes: Buffer) => bytes.fill(0x39, bytes.length - 70, bytes.length - 69),
      (bytes: Buffer) => bytes.fill(0x41, bytes.indexOf('"madeAt":"') + 10, bytes.indexOf('"madeAt":"') + 11),
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')]),
    ]) {
      const path = join(folder, 'changed.huiyin');
      writeFileSync(path, gzipSync(change(Buffer.from(plain)), { level: 1 }));
      const answer = await attempt(path);
      expect(answer.error).toMatch(/changed|added|damaged/);
      expect(answer.left).toBe(0);
    }
  });

  it('damage in the compressed file', async () => {
    const answer = await attempt(changed((bytes) => bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 40)));
    expect(answer.error).toMatch(/damaged|changed|cut short/);
    expect(answer.left).toBe(0);
  });

  it('a file that is no backup', async () => {
    expect((await attempt(changed(() => Buffer.from('hello, this is a letter')))).error).toContain('not a backup');
    expect((await attempt(changed(() => gzipSync('hello, this is a letter')))).error).toContain('not a backup');
    expect((await attempt(join(folder, 'missing.huiyin'))).error).toContain('ENOENT');
  });

  it('a backup made by a newer program', async () => {
    const answer = await attempt(file, { migrations: migrations.slice(0, -1) });
    expect(answer.error).toContain('newer Huiyin');
    expect(answer.left).toBe(0);
  });

  it('a database that is in use', async () => {
    await expect(restore({ ownerUrl: test.url }, file, { migrations })).rejects.toThrow('not empty');
  });
});

describe('an older backup', () => {
  it('is brought forward by the migrations that came after it', async () => {
    const empty = await emptyDatabase();
    const later = { name: '9999-later', sql: `-- feature: x\nUPDATE workspaces SET name = name || '!'`, checksum: 'x' };
    await restore({ ownerUrl: empty.url }, file, { migrations: [...migrations, later] });
    const rows = await query<{ name: string }>(empty.url, 'SELECT name FROM workspaces ORDER BY 1');
    expect(rows.every((row) => row.name.endsWith('!'))).toBe(true);
    await empty.remove();
  });
});

const systemHas15 = existsSync('/usr/lib/postgresql/15/bin/initdb');
describe.skipIf(!systemHas15)('another version of the server (skipped without a PostgreSQL 15 of the system)', () => {
  it('takes the backup and gives it back', async () => {
    const old = await launchEmbedded({
      dataDir: join(folder, 'old'),
      engine: systemEngine(),
      settings: { fsync: 'off' },
    });
    const made = await launchEmbedded({ dataDir: join(folder, 'new'), settings: { fsync: 'off' } });
    try {
      for (const server of [old, made])
        await query(server.urlOf('postgres'), `CREATE DATABASE huiyin TEMPLATE template0 ENCODING 'UTF8'`);
      await restore({ ownerUrl: old.urlOf('huiyin') }, file, { migrations });
      const again = join(folder, 'again.huiyin');
      await backup({ ownerUrl: old.urlOf('huiyin') }, again);
      await restore({ ownerUrl: made.urlOf('huiyin') }, again, { migrations });
      expect(await fingerprints(made.urlOf('huiyin'))).toEqual(await fingerprints(test.url));
    } finally {
      await old.stop();
      await made.stop();
    }
  });
});
