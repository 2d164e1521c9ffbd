// What a journal survives: a torn line, a disk that takes no more, a turn to a new file, and being asked to forget.
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../../test/harness/database.ts';
import { newId } from '../../../../../kit/ids.ts';
import { createFileStore } from '../../../../../platform/files/file.store.ts';
import { createLog } from '../../../../../platform/log/log.ts';
import type { LiveEvent } from '../../../stream/core/live-event.contract.ts';
import { createKnownIds } from '../../core/known-ids.ts';
import type { Prepared } from '../gate/room-gate.ts';
import { createCommitQueue } from '../hub/commit-queue.ts';
import { liveJobs, removeOldJournals, tidyFolders } from '../live.jobs.ts';
import { journalFolder } from './journal-folder.ts';
import { holdPart, readHeldLines } from './journal-lines.ts';
import { createJournalReader, lastSeqOf, readBatches } from './read-journal.ts';
import { seekLine } from './seek-line.ts';
import { makeSegment } from './segment-file.ts';
import { mendJournal, openJournal, type ShowJournal } from './show-journal.ts';

let db: TestDatabase;
let dataDir: string;
let showId: string;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'huiyin-journal-'));
  showId = newId('show');
  const roomId = newId('live');
  await db.asOwner(
    `INSERT INTO live_rooms (id, workspace_id, title, slug, created_at) VALUES ($1, $2, 'r', $3, now())`,
    [roomId, db.workspaceA, roomId.slice(5)],
  );
  await db.asOwner(
    `INSERT INTO live_shows (id, workspace_id, room_id, title, state, started_at, ended_at) VALUES ($1, $2, $3, 's', 'ended', now(), now())`,
    [showId, db.workspaceA, roomId],
  );
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const now = new Date('2026-03-02T02:00:00Z');
const place = () => ({ database: db.database, files: createFileStore(path.join(dataDir, 'files')), dataDir });
const deps = (turnAtBytes?: number) => ({
  db: db.a,
  files: place().files,
  log: createLog('silent'),
  now: () => now,
  ...(turnAtBytes ? { turnAtBytes } : {}),
});
const folder = () => journalFolder(dataDir, db.workspaceA, showId);
const event = (name: string, uid = 'u'): Prepared => ({
  v: 1,
  id: name,
  type: 'comment',
  text: `line ${name}`,
  ts: now.getTime(),
  rts: 0,
  seq: 0,
  source: 'own',
  roomId: 'live_1',
  sessionId: showId,
  trust: 'own',
  user: { uid, name: `name ${uid}` },
});
const queueOf = (journal: ShowJournal, lastSeq = 0) =>
  createCommitQueue({
    journal,
    known: createKnownIds(),
    lastSeq,
    now: () => now.getTime(),
    deliver: () => {},
    repeated: () => {},
    ready: async () => {},
  });
const read = async () => {
  const events: LiveEvent[] = [];
  for await (const batch of readBatches(place(), db.workspaceA, showId)) events.push(...batch.events);
  return events;
};

describe('a journal', () => {
  it('cuts a line that was torn by a dying process, and goes on after the last whole one', async () => {
    await mendJournal(deps(), folder(), showId);
    const journal = openJournal(deps(), folder(), showId);
    await queueOf(journal).add([event('a'), event('b')]);
    await journal.close(false);
    const [name] = readdirSync(folder());
    appendFileSync(path.join(folder(), name!), '{"v":1,"id":"torn","te');
    expect((await read()).map((one) => one.id)).toEqual(['a', 'b']);
    expect(await mendJournal(deps(), folder(), showId)).toBe(22);
    const next = openJournal(deps(), folder(), showId);
    await queueOf(next, 2).add([event('c')]);
    expect((await read()).map((one) => [one.id, one.seq])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    await next.close(false);
  });

  it('is read from where something happened, and is found again by ids however long it is', async () => {
    await mendJournal(deps(), folder(), showId);
    const journal = openJournal(deps(400_000), folder(), showId);
    let at = now.getTime();
    const queue = createCommitQueue({
      journal,
      known: createKnownIds(),
      lastSeq: 0,
      now: () => at,
      deliver: () => {},
      repeated: () => {},
      ready: async () => {},
    });
    // Ten minutes, 6,000 lines, in several parts.
    for (let minute = 0; minute < 10; minute += 1) {
      at = now.getTime() + minute * 60_000;
      await queue.add(Array.from({ length: 600 }, (_, line) => event(`m${minute}-${line}`)));
    }
    const reader = createJournalReader(place());
    const near = { from: now.getTime() + 4 * 60_000, to: now.getTime() + 5 * 60_000 };
    const ids = new Set(['m5-599', 'm4-0']);
    for (const hint of [near, undefined, { from: 0, to: 1 }])
      expect((await reader.find(db.workspaceA, showId, ids, hint)).map((one) => one.id)).toEqual(['m4-0', 'm5-599']);
    const events: LiveEvent[] = [];
    for await (const batch of readBatches(place(), db.workspaceA, showId, 5_999)) events.push(...batch.events);
    expect(events.map((one) => one.seq)).toEqual([5_999, 6_000]);
    expect(await lastSeqOf(place(), db.workspaceA, showId)).toBe(6_000);
    const [newest] = readdirSync(folder()).sort().slice(-1);
    const held = (await holdPart(path.join(folder(), newest!)))!;
    const start = await seekLine(held, (one) => one.seq < 6_000);
    const tail: LiveEvent[] = [];
    for await (const { events } of readHeldLines(held, start)) tail.push(...events);
    expect(tail.at(-1)?.seq).toBe(6_000);
    expect(tail.length).toBeLessThan(6_000);
    expect(await holdPart(path.join(folder(), 'gone.jsonl'))).toBeNull();
    await journal.close(false);
    expect(await lastSeqOf(place(), db.workspaceA, showId)).toBe(6_000);
  });

  it('takes nothing when the disk takes nothing, and takes the same events when it does again', async () => {
    await mendJournal(deps(), folder(), showId);
    const journal = openJournal(deps(), folder(), showId);
    let isFull = true;
    const queue = queueOf({
      append: (seq, text) => (isFull ? Promise.reject(new Error('no space left')) : journal.append(seq, text)),
      close: journal.close,
    });
    await expect(queue.add([event('a')])).rejects.toThrow('no space left');
    isFull = false;
    expect(await queue.add([event('a'), event('b'), event('a')])).toMatchObject({ taken: 2, repeated: 1 });
    expect(queue.lastSeq).toBe(2);
    await journal.close(false);
    expect((await read()).map((one) => one.seq)).toEqual([1, 2]);
  });

  it('leaves nothing of a write that failed half-way', async () => {
    await mendJournal(deps(), folder(), showId);
    const file = await makeSegment(path.join(folder(), '00000000000001.jsonl'));
    await file.write('{"seq":1,"type":"like"}\n');
    await file.close();
    await expect(file.write('{"seq":2}\n')).rejects.toThrow();
    expect(await read()).toHaveLength(1);
  });

  it('turns to a new file, archives the finished ones, and reads all of them in order', async () => {
    await mendJournal(deps(), folder(), showId);
    const journal = openJournal(deps(400), folder(), showId);
    const queue = queueOf(journal);
    for (let round = 0; round < 6; round += 1) await queue.add([event(`x${round}`), event(`y${round}`)]);
    await journal.close(true);
    expect(readdirSync(folder())).toEqual([]);
    const rows = await db.asOwner<{ first_seq: string; last_seq: string }>(
      'SELECT first_seq, last_seq FROM live_segments WHERE show_id = $1 ORDER BY first_seq',
      [showId],
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.at(-1)).toMatchObject({ last_seq: '12' });
    expect((await read()).map((one) => one.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const late: number[] = [];
    for await (const batch of readBatches(place(), db.workspaceA, showId, 9))
      late.push(...batch.events.map((one) => one.seq));
    expect(late).toEqual([9, 10, 11, 12]);
  });

  it('forgets a viewer: that he spoke stays, who and what does not', async () => {
    await mendJournal(deps(), folder(), showId);
    const journal = openJournal(deps(), folder(), showId);
    await queueOf(journal).add([event('a', 'he'), event('b', 'she')]);
    await journal.close(true);
    const rewritten: string[] = [];
    const jobDeps = { ...place(), log: createLog('silent'), now: () => now };
    const [job] = liveJobs({ ...jobDeps, rewritten: async (_db, id) => void rewritten.push(id) });
    const run = {
      payload: { showId, uids: ['he'] },
      db: db.a,
      now,
      attempt: 1,
      again: () => {},
      alive: async () => true,
      finish: async () => {},
    };
    await job!.run(run as never);
    await job!.run(run as never);
    expect(rewritten).toEqual([showId, showId]);
    const [his, hers] = await read();
    expect(his).toMatchObject({ id: 'a', seq: 1, text: '—', user: {} });
    expect(JSON.stringify(his)).not.toContain('he"');
    expect(hers).toMatchObject({ text: 'line b', user: { uid: 'she', name: 'name she' } });
    const [files] = await db.asOwner<{ n: number }>(
      `SELECT count(*)::int AS n FROM files WHERE purpose = 'live_journal' AND name LIKE $1`,
      [`${showId}%`],
    );
    expect(files!.n).toBe(1);
  });

  it('is removed after its time, and so are folders nobody owns', async () => {
    await mendJournal(deps(), folder(), showId);
    const journal = openJournal(deps(), folder(), showId);
    await queueOf(journal).add([event('a')]);
    await journal.close(true);
    const jobs = { ...place(), log: createLog('silent'), now: () => now };
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await removeOldJournals(jobs, later(1000))).toBe(0);
    await db.asOwner(
      'INSERT INTO live_settings (workspace_id, keep_days) VALUES ($1, 30) ON CONFLICT (workspace_id) DO UPDATE SET keep_days = 30',
      [db.workspaceA],
    );
    expect(await removeOldJournals(jobs, later(31))).toBeGreaterThan(0);
    await db.asOwner('DELETE FROM live_settings');
    expect(await read()).toEqual([]);
    const lost = newId('show');
    await mendJournal(deps(), journalFolder(dataDir, db.workspaceA, lost), lost);
    await tidyFolders(jobs);
    expect(readdirSync(path.join(dataDir, 'live', db.workspaceA))).toEqual([]);
  });
});
