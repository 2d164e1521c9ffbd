// What viewers see goes on after a restart from what was saved, without reading the whole journal again.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { liveRoom, type TestLiveRoom } from '../../../../../test/harness/live-room.ts';

let app: TestApp;
let live: TestLiveRoom;
beforeAll(async () => {
  app = await testApp();
  live = await liveRoom(app, { slug: 'saved-show' });
});
afterAll(() => app.close());

const http = async (method: 'GET' | 'POST', url: string, payload?: object) =>
  (
    await app.product.app.inject({
      method,
      url: `/watch/${live.slug}${url}`,
      ...(payload ? { payload: JSON.stringify(payload), headers: { 'content-type': 'text/plain' } } : {}),
    })
  ).json();
const become = async () => (await http('POST', '/viewer', {})).token as string;
const send = (viewer: string, message: object) => http('POST', '/messages', { viewer, ...message });
/** What is said once and stays: numbers of frames and of who is here now start anew. */
const seen = async () => {
  const { n: _frame, ...snapshot } = await http('GET', '/snapshot');
  return snapshot;
};

it('keeps lines, questions and counts', async () => {
  const [one, two] = [await become(), await become()];
  const said = await send(one, { n: 'line1', k: 'say', text: '三号还有货吗' });
  await send(two, { n: 'line2', k: 'say', text: '主播好' });
  await send(two, { n: 'ask01', k: 'ask', text: '能开发票吗' });
  await send(two, { n: 'like1', k: 'like', count: 5 });
  expect(said.id).toBeGreaterThan(0);
  await live.settle();
  // A line reaches the snapshot with the next frame, which has a clock of its own.
  await expect
    .poll(async () => JSON.stringify(await seen()), { timeout: 20_000 })
    .toMatch(/^(?=.*三号还有货吗)(?=.*主播好)(?=.*能开发票吗)/);
  const before = await seen();
  const text = JSON.stringify(before);
  await app.product.rooms.hub.close();
  const folder = path.join(app.product.tools.config.dataDir, 'live', app.db.workspaceA, live.showId);
  const checkpoint = JSON.parse(readFileSync(path.join(folder, 'checkpoint.json'), 'utf8'));
  expect(JSON.parse(checkpoint.taps.viewer)).toHaveProperty('screen');
  await app.product.rooms.hub.start();
  expect(await seen()).toEqual(before);
  // The same message sent again after the restart is still the same message.
  expect((await send(one, { n: 'line1', k: 'say', text: '三号还有货吗' })).no).toBeUndefined();
  await live.settle().catch(() => {});
  expect(JSON.stringify(await seen()).split('三号还有货吗')).toHaveLength(text.split('三号还有货吗').length);
});
