// Two processes on one database: one of them owns a room, the other says so, and takes over when the first is gone.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type TestApp, testApp } from '../../../../../../test/harness/app.ts';
import { liveRoom, type TestLiveRoom } from '../../../../../../test/harness/live-room.ts';
import { createLiveHub, inlineAnalysis, type LiveHub, loadMaker, type RoomTap } from '../door.ts';

let app: TestApp;
let live: TestLiveRoom;
let other: LiveHub;
const told: { seqs: number[]; isReplay: boolean }[] = [];
const tap: RoomTap = {
  name: 'test',
  open: (_room, saved) => ({
    events: (events, isReplay) => void told.push({ seqs: events.map((event) => event.seq), isReplay }),
    save: () => `${saved ?? ''}+`,
    close: async () => {},
  }),
};

beforeAll(async () => {
  app = await testApp();
  live = await liveRoom(app);
  const { config, database, files, log, now, sealer } = app.product.tools;
  other = createLiveHub({
    database,
    files,
    log,
    now,
    sealer,
    dataDir: config.dataDir,
    analysis: inlineAnalysis(loadMaker),
  });
  other.tap(tap);
});
afterAll(async () => {
  await other.close();
  await app.close();
});

it('lets one process own a room, and another take it over with all that was said', async () => {
  await expect(other.open(app.db.workspaceA, live.roomId)).rejects.toThrow('another process');
  await other.start();
  expect(other.rooms()).toEqual([]);
  await live.say('u1', '这个杯子漏水', { id: 'one' });
  await live.say('u2', '三号多少钱', { id: 'two' });
  await app.product.rooms.hub.close();
  await vi.waitFor(() => expect(other.room(app.db.workspaceA, live.roomId)).not.toBeNull(), { timeout: 12_000 });
  const room = other.room(app.db.workspaceA, live.roomId)!;
  await other.settle();
  expect(room.state().figures.session.comments).toBe(2);
  expect(room.state().lines.map((line) => line.text)).toEqual(['这个杯子漏水', '三号多少钱']);
  const replayed = told.filter((one) => one.isReplay).flatMap((one) => one.seqs);
  expect(replayed).toEqual(replayed.map((_seq, index) => index + 1));
  const again = await room.accept([{ type: 'comment', id: 'two', text: '三号多少钱', ts: 1 }], {
    source: 'own',
    trust: 'own',
  });
  expect(again).toMatchObject({ taken: 0, repeated: 1 });
  told.length = 0;
  await other.close();
  await other.open(app.db.workspaceA, live.roomId);
  expect(told.filter((one) => one.isReplay)).toEqual([]);
});
