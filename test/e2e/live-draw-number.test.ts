// A draw without a public beacon: its wait is counted down at the desk, the number is typed in by key, and a missed one explains itself.
import { afterAll, beforeAll, expect } from 'vitest';
import { type BrowserApp, browserApp, PHONE } from '../harness/browser.ts';
import { DRAW, openRoom } from './full-house-live.ts';
import { barriers, calm, journey, read, see, until, visit, wordsOf } from './steps.ts';

let app: BrowserApp;
let call: (method: string, address: string, body?: unknown) => Promise<any>;
beforeAll(async () => {
  app = await browserApp();
  const key = await app.key('owner');
  call = (method, address, body) => app.api(key, method, address, body);
});
afterAll(() => app?.close());

journey(
  'the host’s number is asked for in time',
  () => app,
  async () => {
    const say = wordsOf('zh-CN');
    const roomId = await openRoom(call, '福袋直播间');
    await call('POST', `/api/v1/live/rooms/${roomId}/show`, {});
    const open = async (title: string) => {
      const { id } = await call('POST', '/api/v1/live/draws', { ...DRAW, title, runSeconds: 30, roomId });
      await call('POST', `/api/v1/live/draws/${id}/opening`);
      return id as string;
    };
    const stateOf = async (id: string) => (await call('GET', `/api/v1/live/draws/${id}`)).state as string;
    const owner = await app.member('owner', '林晚');
    const desk = await app.open({ member: owner });
    await visit(desk.page, `/live/${roomId}`);

    const first = await open('第一个福袋');
    await read(desk.page, /请让主播准备好/);
    app.advance(32_000);
    await read(desk.page, say('draws:seed.waits', { title: '第一个福袋' }));
    expect(await desk.page.locator('.seed-left').textContent()).toMatch(/^[45]:\d\d$/);
    await until(
      () => desk.page.title(),
      (title) => /^\(\d:\d\d\)/.test(title),
      'the tab counts too',
    );
    expect(await barriers(desk.page)).toEqual([]);
    await desk.page.keyboard.press('v');
    await desk.page.keyboard.type('3 8 15');
    await desk.page.keyboard.press('Enter');
    await until(
      () => stateOf(first),
      (state) => state === 'final',
      'the draw is revealed',
    );
    await desk.page.locator('.seed-calls').waitFor({ state: 'detached' });

    const second = await open('第二个福袋');
    app.advance(32_000);
    await visit(desk.page, '/live/draws');
    await see(desk.page.getByLabel(say('draws:seed.field', { title: '第二个福袋' })));
    app.advance(301_000);
    await until(
      () => stateOf(second),
      (state) => state === 'void',
      'nobody typed anything',
    );
    await read(desk.page, say('draws:end.not_revealed_in_time'));
    const anybody = await app.open({ size: PHONE, dark: true });
    await anybody.page.goto(`/live/draws/${second}`);
    await read(anybody.page, /没有抽出任何人/);
    await read(anybody.page, say('draws:page.void_why'));
    expect(await anybody.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(23, 21, 18)');
    expect(await barriers(anybody.page)).toEqual([]);
    calm(desk, anybody);
  },
);
