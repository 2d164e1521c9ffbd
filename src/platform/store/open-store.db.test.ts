import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../test/harness/database.ts';
import { backup } from './backup.ts';
import { openPlace, openStore } from './open-store.ts';
import { restore } from './restore.ts';

let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'hy-open-'));
  chmodSync(base, 0o755);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('the store in a data folder', () => {
  it('makes itself, serves a second opener, and keeps what was written', async () => {
    const said: string[] = [];
    const store = await openStore({ dataDir: join(base, 'data'), log: (message) => said.push(message) });
    expect(store.kind).toBe('embedded');
    expect(store.migrated.length).toBeGreaterThan(0);
    expect(said).toEqual(['database made', 'database started', 'database migrated']);
    await store.database.machine.run(sql`INSERT INTO reaction_cursors (reaction, seq) VALUES ('kept', 7)`);
    const beside = await openStore({ dataDir: join(base, 'data') });
    expect(beside.server?.attached).toBe(true);
    expect(beside.migrated).toEqual([]);
    expect(await beside.database.machine.rows(sql`SELECT seq FROM reaction_cursors`)).toEqual([{ seq: 7 }]);
    await beside.stop();
    expect(await store.database.machine.rows(sql`SELECT seq FROM reaction_cursors`)).toEqual([{ seq: 7 }]);
    await store.stop();
    const again = await openStore({ dataDir: join(base, 'data') });
    expect(again.server?.attached).toBe(false);
    expect(await again.database.machine.rows(sql`SELECT seq FROM reaction_cursors`)).toEqual([{ seq: 7 }]);
    await again.stop();
    expect(statSync(join(base, 'data', 'store', 'server.log')).size).toBeGreaterThan(0);
  });

  it('is restored into a new folder', async () => {
    const file = join(base, 'copy.huiyin');
    const store = await openStore({ dataDir: join(base, 'data') });
    await backup(store, file);
    await store.stop();
    const place = await openPlace({ dataDir: join(base, 'moved') });
    await restore(place, file, { dataDir: join(base, 'moved') });
    await place.stop();
    const moved = await openStore({ dataDir: join(base, 'moved') });
    expect(moved.migrated).toEqual([]);
    expect(await moved.database.machine.rows(sql`SELECT reaction FROM reaction_cursors`)).toEqual([
      { reaction: 'kept' },
    ]);
    await expect(restore({ ownerUrl: moved.ownerUrl }, file)).rejects.toThrow('not empty');
    await moved.stop();
  });
});

describe('the store behind DATABASE_URL', () => {
  it('is the same store', async () => {
    const empty = await emptyDatabase();
    const store = await openStore({ databaseUrl: empty.url, dataDir: join(base, 'unused') });
    expect(store.kind).toBe('external');
    expect(store.server).toBeUndefined();
    expect(await store.database.machine.rows(sql`SELECT current_user AS role`)).toEqual([{ role: 'huiyin_machine' }]);
    await store.stop();
    await empty.remove();
  });

  it('says plainly that it cannot be reached', async () => {
    const databaseUrl = 'postgresql://shop@127.0.0.1:1/shop';
    await expect(openStore({ databaseUrl, dataDir: base })).rejects.toThrow(
      'The database in DATABASE_URL cannot be reached',
    );
  });
});
