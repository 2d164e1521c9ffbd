// Proves on a real database that an import loses and doubles nothing: not when run twice, not when it dies anywhere, not for one bad row.
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { type Env, systemEnv } from '../../../../ground/env.ts';
import { newId } from '../../../../kit/ids.ts';
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import { createMetrics } from '../../../../platform/metrics/metrics.ts';
import { createSealer } from '../../../../platform/secrets/seal.ts';
import type { Gate } from '../../intake/server/door.ts';
import type { ImportCounts, ImportMapping } from '../core/import.contract.ts';
import { endImport } from './finish-import.ts';
import { insertImport, lockImport, saveEnded, saveStarted } from './import.store.ts';
import { lookAt } from './open-import.ts';
import { bufferSource } from './readers/file-source.ts';
import { openReader } from './readers/open-reader.ts';
import { type ImportRun, runBatches } from './run-import.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const NOW = new Date('2026-03-02T02:00:00Z');

function gate(mask?: (text: string) => void): Gate {
  return {
    sealer: createSealer('x'.repeat(40)),
    metrics: createMetrics(false),
    tools: {
      mask: (text) => {
        mask?.(text);
        return { masked: text, found: [] };
      },
      spamOf: () => ({ score: 0, reasons: [] }),
      nameless: randomUUID,
    },
  };
}

interface Started {
  run: ImportRun;
  env: Env;
}

async function start(
  workspace: WorkspaceDb,
  bytes: Uint8Array,
  fileName: string,
  more: Partial<ImportRun> = {},
): Promise<Started> {
  const env = systemEnv(workspace, NOW, 'test');
  const reader = await openReader(bufferSource(bytes, fileName));
  const importId = newId('imp');
  const { runNumber, mapping } = await workspace.write(async (tx) => {
    const looked = await lookAt(tx, reader);
    const { format, columns, sizeBytes } = reader;
    await insertImport(
      tx,
      {
        ...looked,
        id: importId,
        fileId: null,
        fileName,
        sizeBytes,
        format,
        encoding: 'utf-8',
        columns,
        createdBy: null,
      },
      NOW,
    );
    return { runNumber: await saveStarted(tx, importId, NOW), mapping: looked.mapping as ImportMapping };
  });
  const run: ImportRun = {
    importId,
    runNumber,
    reader,
    mapping,
    timeZone: 'Asia/Shanghai',
    position: null,
    gate: gate(),
    alive: async () => true,
    batchSize: 50,
    ...more,
  };
  return { run, env };
}

async function state(workspace: WorkspaceDb, importId: string) {
  return (await workspace.write((tx) => lockImport(tx, importId)))!;
}

/** Goes on as a job would after a restart. */
async function goOn({ run, env }: Started, more: Partial<ImportRun> = {}): Promise<ImportCounts> {
  const { position } = await state(env.db, run.importId);
  expect(await runBatches(env, { ...run, position, ...more })).toBe('ended');
  await endImport(env, { importId: run.importId, runNumber: run.runNumber, failure: null });
  return (await state(env.db, run.importId)).counts;
}

const count = async (workspaceId: string) =>
  Number(
    (await db.asOwner<{ n: string }>('SELECT count(*) AS n FROM feedback WHERE workspace_id = $1', [workspaceId]))[0]!
      .n,
  );

const rows = (length: number) =>
  Array.from({ length }, (_, index) => ({
    t: index % 10 === 0 ? '好评' : `第 ${index} 位顾客说物流太慢了，等了好几天`,
    y: index % 2,
    cat: index % 3 ? '书籍' : '水果',
  }));
const jsonl = (items: object[]) => Buffer.from(items.map((item) => JSON.stringify(item)).join('\n'));

describe('an import', () => {
  it('accounts for every row, and records nothing the second time, whichever kind of file it comes in', async () => {
    const items = rows(520);
    const counts = await goOn(await start(db.a, gzipSync(jsonl(items)), 'a.jsonl.gz'));
    expect(counts).toEqual({ read: 520, recorded: 520, duplicates: 0, rejected: 0, quarantined: 0 });
    expect(await count(db.workspaceA)).toBe(520);
    const again = await goOn(await start(db.a, jsonl(items), 'b.jsonl'));
    expect(again).toEqual({ read: 520, recorded: 0, duplicates: 520, rejected: 0, quarantined: 0 });
    const csv = Buffer.from(`t,y,cat\n${items.map((item) => `${item.t},${item.y},${item.cat}`).join('\n')}\n`);
    expect(await goOn(await start(db.a, csv, 'c.csv'))).toMatchObject({ recorded: 0, duplicates: 520 });
    expect(await count(db.workspaceA)).toBe(520);
    expect(await count(db.workspaceB)).toBe(0);
  });

  it('goes on exactly after dying in any batch', async () => {
    const items = rows(300).map((item, index) => ({ ...item, t: `${item.t} ${index % 10 === 0 ? '同样的话' : ''}` }));
    for (const kind of ['counted', 'named'] as const) {
      const named = kind === 'named' ? items.map((item, index) => ({ id: `${kind}-${index}`, ...item })) : items;
      const started = await start(db.b, jsonl(named), 'x.jsonl', { batchSize: 10 });
      const before = await count(db.workspaceB);
      for (let deaths = 0; deaths < 12; deaths += 1) {
        const { position } = await state(db.b, started.run.importId);
        let batches = 0;
        // Dies after the rows are written and before they are committed: the worst moment.
        const dying: WorkspaceDb = {
          ...db.b,
          write: (fn) =>
            db.b.write(async (tx) => {
              const value = await fn(tx);
              batches += 1;
              if (batches > (deaths % 3) + 1) throw new Error('killed');
              return value;
            }),
        };
        await expect(runBatches({ ...started.env, db: dying }, { ...started.run, position })).rejects.toThrow('killed');
      }
      const counts = await goOn(started);
      expect(counts).toEqual({ read: 300, recorded: 300, duplicates: 0, rejected: 0, quarantined: 0 });
      expect((await count(db.workspaceB)) - before).toBe(300);
    }
  });

  it('finds and names the one row the database refuses', async () => {
    const items = rows(120).map((item, index) => ({
      ...item,
      id: `poison-${index}`,
      t: index === 77 ? 'POISON 13800138000' : item.t,
    }));
    const poisoned = gate((text) => {
      if (text.includes('POISON')) throw Object.assign(new Error('invalid byte'), { code: '22021' });
    });
    const started = await start(db.a, jsonl(items), 'p.jsonl', { gate: poisoned });
    expect(await goOn(started)).toEqual({ read: 120, recorded: 119, duplicates: 0, rejected: 1, quarantined: 0 });
    const [error] = await db.asOwner<{ row_number: string; faults: unknown; sealed: string }>(
      'SELECT row_number, faults, sealed FROM import_errors WHERE import_id = $1',
      [started.run.importId],
    );
    expect(Number(error?.row_number)).toBe(78);
    expect(error?.faults).toEqual([{ field: null, code: 'refused_at_gate', detail: 'not_saved' }]);
    expect(error?.sealed).not.toContain('13800138000');
  });

  it('reports bad rows and takes the others', async () => {
    const csv =
      '评价内容,星级,商品名称,评价时间\n好看,5,裙子,2026-01-02\n"没关,4,裙子,2026-01-02\n,3,裙子,2026-01-02\n一般,三颗半,裙子,2026-01-02\n差,1,裙子,昨天\n不错,4,裙子,2026/1/5\n不错,4\n';
    const bytes = Buffer.from(csv + '还行,3,裙子,2026-02-01\n'.repeat(30));
    const started = await start(db.a, bytes, 'bad.csv');
    expect(await goOn(started)).toEqual({ read: 37, recorded: 32, duplicates: 0, rejected: 5, quarantined: 0 });
    const errors = await db.asOwner<{ row: number; code: string }>(
      `SELECT row_number::int AS row, faults->0->>'code' AS code FROM import_errors WHERE import_id = $1 ORDER BY 1`,
      [started.run.importId],
    );
    expect(errors).toEqual([
      { row: 2, code: 'unclosed_quote' },
      { row: 3, code: 'text_missing' },
      { row: 4, code: 'rating_unreadable' },
      { row: 5, code: 'date_unreadable' },
      { row: 7, code: 'too_few_columns' },
    ]);
  });

  it('ties follow-up reviews to their reviews', async () => {
    const csv = '评价ID,评价内容,星级,追评\nf1,鞋子很好,5,一个月后开胶了\nf2,不错,4,\n';
    expect(await goOn(await start(db.a, Buffer.from(csv), 'f.csv'))).toMatchObject({ read: 2, recorded: 3 });
    const [row] = await db.asOwner<{ ok: boolean }>(
      `SELECT f.follows_id = r.id AS ok FROM feedback f JOIN feedback r ON r.external_id = 'f1' WHERE f.external_id = 'f1:followup'`,
    );
    expect(row?.ok).toBe(true);
  });

  it('stops when cancelled, when told to, and when another run has begun', async () => {
    const items = rows(200).map((item, index) => ({ ...item, id: `stop-${index}` }));
    const started = await start(db.a, jsonl(items), 's.jsonl', { batchSize: 20 });
    const { importId } = started.run;
    let asked = 0;
    expect(await runBatches(started.env, { ...started.run, alive: async () => ++asked <= 2 })).toBe('stopped');
    expect((await state(db.a, importId)).counts.recorded).toBe(40);
    await db.a.write((tx) => saveEnded(tx, importId, { state: 'cancelled', failure: null, now: NOW }));
    const { position } = await state(db.a, importId);
    expect(await runBatches(started.env, { ...started.run, position })).toBe('overtaken');
    expect(await endImport(started.env, { importId, runNumber: 1, failure: null })).toBeNull();
    const runNumber = await db.a.write((tx) => saveStarted(tx, importId, NOW));
    expect(await runBatches(started.env, { ...started.run, position })).toBe('overtaken');
    expect(await goOn({ ...started, run: { ...started.run, runNumber } })).toMatchObject({
      read: 200,
      recorded: 200,
      duplicates: 0,
    });
  });

  it('lets only one of two runners record', async () => {
    const items = rows(200).map((item, index) => ({ ...item, id: `two-${index}` }));
    const started = await start(db.a, jsonl(items), 't.jsonl', { batchSize: 10 });
    const outcomes = await Promise.all([runBatches(started.env, started.run), runBatches(started.env, started.run)]);
    expect(outcomes).toContain('overtaken');
    expect(await goOn(started)).toMatchObject({ read: 200, recorded: 200, duplicates: 0 });
  });
});
