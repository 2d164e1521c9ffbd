// Proves that what a visitor leaves can be handed to him and taken away: voices, pictures, files.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { createFileStore, type FileStore } from '../../../../platform/files/file.store.ts';
import { createMetrics } from '../../../../platform/metrics/metrics.ts';
import { createSealer } from '../../../../platform/secrets/seal.ts';
import { loadEngine } from '../../../../text/node/load-engine.ts';
import { createGate, type Gate } from '../../intake/server/door.ts';
import { photoKeeper } from '../../photos/server/door.ts';
import { visitorWords } from '../core/visitor.contract.ts';
import { speakOpenly, visitorKeeper, voicesOfBrowser } from './door.ts';

const now = new Date('2026-03-02T02:00:00Z');
const sealer = createSealer('a secret of at least thirty-two characters');
let db: TestDatabase;
let gate: Gate;
let files: FileStore;
let folder: string;
beforeAll(async () => {
  db = await testDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'huiyin-visitors-'));
  files = createFileStore(folder);
  gate = createGate({ sealer, metrics: createMetrics(false), engine: await loadEngine() });
});
afterAll(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

const browser = 'b'.repeat(32);
const picture = () =>
  sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
const say = async (voice: string, more: object = {}) =>
  speakOpenly(
    db.a,
    now,
    { gate, files },
    {
      channel: 'portal',
      browser,
      words: visitorWords.parse({ voice, text: '扣子掉了', locale: 'zh-CN', ...more }),
      photos: [await picture()],
    },
  );

it('a failed voice leaves no file, and one said again leaves no second', async () => {
  const first = await say('voice-0001', { pins: [[{ x: 0.5, y: 0.5, note: '这里' }]] });
  expect(first).toMatchObject({ ok: true, value: { again: false } });
  const [before] = await db.asOwner<{ n: number }>('SELECT count(*)::int AS n FROM files');
  expect(before!.n).toBe(2);
  expect(await say('voice-0001')).toMatchObject({ ok: true, value: { again: true } });
  expect(await say('voice-0002', { contact: { email: 'x' } })).toMatchObject({ ok: false, reason: 'invalid_email' });
  expect((await db.asOwner<{ n: number }>('SELECT count(*)::int AS n FROM files'))[0]).toEqual(before);
});

it('is handed out, then gone: rows at once, files named to be removed; erasing twice harms nothing', async () => {
  const [{ personId }] = (await db.asOwner<{ personId: string }>(
    `SELECT person_id AS "personId" FROM feedback WHERE text = '扣子掉了'`,
  )) as [{ personId: string }];
  const kept = await db.a.read(async (tx) => [
    ...(await photoKeeper.export(tx, personId)),
    ...(await visitorKeeper.export(tx, personId)),
  ]);
  expect(kept.map((one) => one.section)).toEqual(['photos', 'visitors']);
  expect(kept[0]!.rows[0]).toMatchObject({ pins: [{ x: 0.5, y: 0.5, note: '这里' }] });
  expect(await db.b.read((tx) => photoKeeper.export(tx, personId))).toEqual([]);
  const rest = await db.a.write(async (tx) => [
    ...(await photoKeeper.erase(tx, personId, now)).fileIds,
    ...(await visitorKeeper.erase(tx, personId, now)).fileIds,
  ]);
  expect(rest).toHaveLength(2);
  for (const id of rest) expect(existsSync(files.pathOf(db.workspaceA, id))).toBe(true);
  expect(await db.asOwner('SELECT 1 FROM feedback_photos')).toEqual([]);
  expect(await db.a.read((tx) => voicesOfBrowser(tx, sealer, browser))).toEqual([]);
  expect(await db.a.write((tx) => photoKeeper.erase(tx, personId, now))).toEqual({ fileIds: [] });
});
