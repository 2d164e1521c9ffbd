// The viewers' room in a real browser: a stream that breaks and comes back, a network that lets no socket through, an overlay whose address is closed.
import { afterAll, beforeAll, expect } from 'vitest';
import { type BrowserApp, browserApp, PHONE } from '../harness/browser.ts';
import { type HlsStream, hlsStream } from '../harness/hls-stream.ts';
import { openRoom } from './full-house-live.ts';
import { barriers, button, calm, journey, press, read, see, until, wordsOf } from './steps.ts';

let app: BrowserApp;
let call: (method: string, address: string, body?: unknown) => Promise<any>;
beforeAll(async () => {
  app = await browserApp();
  const key = await app.key('owner');
  call = (method, address, body) => app.api(key, method, address, body);
});
afterAll(() => app?.close());

async function running(title: string): Promise<{ id: string; slug: string }> {
  const id = await openRoom(call, title);
  await call('POST', `/api/v1/live/rooms/${id}/show`, {});
  return call('GET', `/api/v1/live/rooms/${id}`);
}

journey(
  'a picture begins by itself, comes back after it broke, and is said to be over when it is',
  () => app,
  async () => {
    const say = wordsOf('zh-CN');
    const room = await running('有画面的直播间');
    const seen = await app.open({ size: PHONE });
    const { page } = seen;
    await page.goto(`/watch/${room.slug}`);
    const stream: HlsStream = await hlsStream(page);
    try {
      // What the stream does is the story: its own refusals are no trouble of the page.
      seen.expect(/127\.0\.0\.1:\d+\/(live\.m3u8|\d+\.ts)/, /^GET (404|503) /);
      await call('PATCH', `/api/v1/live/rooms/${room.id}`, { videoUrl: stream.url });
      // What a room is is remembered for a moment.
      app.advance(5000);
      await page.reload();
      await read(page, say('liveviewer:picture.absent'));

      stream.set('live');
      const state = () => page.locator('.picture').getAttribute('data-picture');
      const time = () => page.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime);
      const plays = (what: string) => until(state, (now) => now === 'playing', what);
      await plays('the picture begins without a reload');
      const from = await time();
      await until(time, (now) => now > from + 2, 'the picture moves');
      const size = await page.locator('video').evaluate((one) => (one as HTMLVideoElement).videoWidth);
      expect(size).toBe(320);

      stream.set('stalled');
      await until(state, (now) => now === 'stalled', 'a picture that stands still is said to');
      await read(page, say('liveviewer:picture.stalled'));
      stream.set('live');
      await plays('it goes on when its camera is back');

      stream.set('broken');
      await until(state, (now) => now !== 'playing', 'nothing is delivered');
      stream.set('live');
      await plays('it is set up anew');

      stream.set('ended');
      await until(state, (now) => now === 'ended', 'an ended stream is said to be over');
      stream.set('live');
      await plays('and found again when it goes on');

      await call('DELETE', `/api/v1/live/rooms/${room.id}/show`);
      await read(page, say('liveviewer:state.ended'));
      expect(await page.locator('video').isVisible()).toBe(false);
      calm(seen);
    } finally {
      await stream.close();
    }
  },
);

for (const [name, block] of [
  ['knows no sockets', 'Reflect.deleteProperty(window, "WebSocket")'],
  [
    'lets no socket through',
    `window.WebSocket = class { constructor() { this.readyState = 0; setTimeout(() => this.onclose && this.onclose({ code: 1006, reason: '' }), 30); } send() {} close() {} };`,
  ],
] as const)
  journey(
    `somebody whose network ${name} sees lines, votes and speaks`,
    () => app,
    async () => {
      const say = wordsOf('en');
      const room = await running(`A room for whom it ${name}`);
      const viewer = await app.open({ language: 'en', size: PHONE });
      await viewer.context.addInitScript(block);
      const { page } = viewer;
      const ways: string[] = [];
      page.on('request', (one) => ways.push(`${one.method()} ${new URL(one.url()).pathname.split('/').at(-1)}`));
      await page.goto(`/watch/${room.slug}`);
      await until(
        async () => ways.includes('GET stream'),
        (is) => is,
        'the event stream is asked for',
      );
      const events = [
        { type: 'comment', id: 'one', ts: Date.now(), text: '<b>hello</b> from a socket', user: { uid: 'u1' } },
      ];
      await call('POST', `/api/v1/live/rooms/${room.id}/events`, { events });
      await read(page, '<b>hello</b> from a socket');

      const plays = `/api/v1/live/rooms/${room.id}/interactions`;
      const poll = await call('POST', plays, { kind: 'poll', title: 'Which one next', options: ['Blanket', 'Pillow'] });
      await page.locator('.chip').filter({ hasText: 'Which one next' }).click();
      await press(page, /Pillow/);
      await read(page, say('liveviewer:game.voted', { label: 'Pillow' }));
      await page.keyboard.press('Escape');
      const { items } = await call('GET', plays);
      const votes = items.find((one: { interactionId: string }) => one.interactionId === poll.interactionId).options;
      expect(votes.map((one: { votes: number }) => one.votes)).toEqual([0, 1]);

      await page.getByLabel(say('liveviewer:say.placeholder')).fill('said without a socket');
      await button(page, say('liveviewer:say.send')).click();
      await see(page.locator('.chat .mine').filter({ hasText: 'said without a socket' }));
      expect(ways).toContain('POST messages');
      // Its own line comes back in a frame under the same number: it stands there once.
      expect(await page.locator('.chat li').filter({ hasText: 'said without a socket' }).count()).toBe(1);
      expect(await barriers(page)).toEqual([]);
      calm(viewer);
    },
  );

journey(
  'what strangers type is words on every screen, never markup',
  () => app,
  async () => {
    const room = await running('</title><script>window.caught=1</script>');
    const bad = '<img src=x onerror=caught=1>';
    const poll = await call('POST', `/api/v1/live/rooms/${room.id}/interactions`, {
      kind: 'poll',
      title: `Which ${bad}`,
      options: [bad, '"><svg onload=caught=1>'],
    });
    const link = await call('POST', `/api/v1/live/rooms/${room.id}/links`, { kind: 'overlay', name: 'OBS' });
    const host = await app.member('host', '阿声');
    const windows = [await app.open(), await app.open(), await app.open({ member: host })] as const;
    const paths = [`/watch/${room.slug}`, new URL(link.url).pathname, `/live/${room.id}`];
    for (const [at, one] of windows.entries()) await one.page.goto(paths[at]!);
    const events = [
      { type: 'comment', id: 'bad-1', ts: Date.now(), text: `${bad} how much?`, user: { uid: 'u1', name: bad } },
      {
        type: 'question',
        id: 'bad-2',
        ts: Date.now(),
        questionId: 'q',
        text: `${bad} which size?`,
        user: { uid: 'u2' },
      },
    ];
    await call('POST', `/api/v1/live/rooms/${room.id}/events`, { events });
    await read(windows[0].page, `${bad} how much?`);
    await read(windows[1].page, `${bad} which size?`);
    await read(windows[2].page.locator('.ld-lines-box'), `${bad} how much?`);
    await windows[0].page.locator('.chip').first().click();
    await read(windows[0].page.getByRole('dialog'), bad);
    await call('POST', `/api/v1/live/interactions/${poll.interactionId}/closing`);
    const result = await app.open();
    await result.page.goto(`/live/results/${poll.interactionId}`);
    await read(result.page.locator('.bars'), bad);
    for (const { page } of [...windows, result]) {
      expect(await page.evaluate(() => (window as unknown as { caught?: number }).caught)).toBeUndefined();
      expect(await page.locator('img[src=x]').count()).toBe(0);
    }
    calm(...windows, result);
  },
);

journey(
  'an overlay whose address is closed shows nothing at all, before and after it is loaded again',
  () => app,
  async () => {
    const room = await running('叠加层的直播间');
    await call('POST', `/api/v1/live/rooms/${room.id}/interactions`, {
      kind: 'poll',
      title: '下一个讲哪个',
      options: ['羽绒被', '电热毯'],
    });
    const link = await call('POST', `/api/v1/live/rooms/${room.id}/links`, { kind: 'overlay', name: 'OBS' });
    const mixer = await app.open({ size: { width: 1920, height: 1080 } });
    const address = new URL(link.url).pathname;
    await mixer.page.goto(address);
    await read(mixer.page, '下一个讲哪个');
    const ground = () => mixer.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe('rgba(0, 0, 0, 0)');

    await call('DELETE', `/api/v1/live/links/${link.id}`);
    const words = () =>
      mixer.page.evaluate(() => (document.body.checkVisibility() ? document.body.innerText.trim() : ''));
    await until(words, (text) => text === '', 'nothing is shown any more');
    mixer.expect(/^GET 404 \/live\/overlay\//);
    await mixer.page.reload();
    expect(await words()).toBe('');
    expect(await ground()).toBe('rgba(0, 0, 0, 0)');
    calm(mixer);
  },
);
