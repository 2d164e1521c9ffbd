// A show at the desk: it begins, people ask and complain, the question is answered by one key, the alarm is taken, the show ends.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type BrowserApp, browserApp } from '../harness/browser.ts';
import { fillLive, sayings } from './full-house-live.ts';
import { barriers, button, calm, gone, journey, press, rawKeys, read, see, until, visit, wordsOf } from './steps.ts';

const say = wordsOf('zh-CN');
let app: BrowserApp;
beforeAll(async () => {
  app = await browserApp();
});
afterAll(() => app?.close());

describe('the desk of a live room', () => {
  journey(
    'takes an operator from the first question to the end of the show',
    () => app,
    async () => {
      const key = await app.key('owner');
      const call = (method: string, address: string, body?: unknown) => app.api(key, method, address, body);
      const { roomId } = await fillLive(call);
      const host = await app.member('host', '阿声');
      const desk = await app.open({ member: host });
      // The line between desk and house can be cut and held open again.
      let isCut = false;
      let cut: () => void = () => undefined;
      await desk.page.routeWebSocket(/\/desk$/, (line) => {
        if (isCut) void line.close();
        else line.connectToServer();
        cut = () => void line.close();
      });
      await visit(desk.page, `/live/${roomId}`);

      // What five people asked is one question, with what the shop has said to it.
      const group = desk.page.locator('[data-group]').filter({ hasText: '一米五' }).first();
      await see(group);
      await see(group.getByText('一米五的床选 200×230'));

      // The danger is on top, with its lines.
      const alarm = desk.page.locator('[data-alert].ld-alarm-red').first();
      await see(alarm);
      await read(alarm, /起火|冒烟/);

      // Chosen and taken by key.
      await desk.page.keyboard.press('j');
      await desk.page.keyboard.press('a');
      await see(desk.page.locator('.ld-alarm-taken'));

      // One key answers the first question, one takes that back.
      await until(
        async () => {
          await desk.page.keyboard.press('Escape');
          await desk.page.keyboard.press('1');
          return desk.page.locator('[data-group]').filter({ hasText: '一米五' }).count();
        },
        (left) => left === 0,
        'the question is answered by its key',
      );
      await desk.page.keyboard.press('u');
      await see(desk.page.locator('[data-group]').filter({ hasText: '一米五' }));

      // What is said now is on the screen without asking for it; nothing moves under the pointer.
      await desk.page.locator('.ld-lines-box').hover();
      const first = await desk.page.locator('[data-line]').first().textContent();
      await call('POST', `/api/v1/live/rooms/${roomId}/events`, {
        events: sayings('later', Date.now(), ['刚进来的来报到', '主播今天真精神']),
      });
      await see(desk.page.locator('.ld-new'));
      expect(await desk.page.locator('[data-line]').first().textContent()).toBe(first);
      await desk.page.locator('.ld-new').click();
      await read(desk.page.locator('.ld-lines-box'), '主播今天真精神');

      expect(await barriers(desk.page)).toEqual([]);
      expect(await rawKeys(desk.page)).toEqual([]);

      // The page itself never scrolls.
      expect(await desk.page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(
        0,
      );

      // Every figure and the whole funnel are seen without scrolling, and nothing moves while the line is lost.
      const hidden = () =>
        desk.page.locator('.ld-figures').evaluate((figures) => figures.scrollHeight - figures.clientHeight);
      expect(await hidden()).toBeLessThanOrEqual(0);
      const places = () =>
        desk.page
          .locator('.ld-top button, .ld-question, .ld-alarm, .ld-figures, .ld-strip')
          .evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().top)));
      const before = await places();
      isCut = true;
      cut();
      await see(desk.page.locator('.ld-bar-lost'));
      expect(await places()).toEqual(before);
      expect(await barriers(desk.page)).toEqual([]);
      isCut = false;
      await gone(desk.page.locator('.ld-bar-lost'));
      expect(await places()).toEqual(before);

      // A link for the host, read from another device without signing in.
      await desk.page.keyboard.press('o');
      await press(desk.page, say('livedesk:link.make'));
      const address = await desk.page.getByLabel(say('livedesk:link.address')).inputValue();
      const prompter = await app.open();
      await prompter.page.goto(new URL(address).pathname);
      await read(prompter.page, /一米五/);
      await desk.page.keyboard.press('Escape');

      await press(desk.page, say('livedesk:show.end'));
      await button(desk.page.locator('.ant-popconfirm'), say('livedesk:show.end')).click();
      await see(desk.page.locator('.ld-tag'));
      await read(prompter.page, say('livedesk:prompter.idle'));
      calm(desk, prompter);
    },
  );
});
