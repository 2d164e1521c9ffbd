// Proves the widget's routes: exactly the listed origins, once however often sent, nothing of a photo but its picture, every refusal.
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { listPhotosRoute, showPhotoRoute } from '../../photos/core/photo.contract.ts';
import { changeSiteRoute, createSiteRoute, listSitesRoute } from '../core/site.contract.ts';

const SHOP = 'https://shop.example';
let app: TestApp;
let key: string;
let id: string;
let address = 0;

beforeAll(async () => {
  app = await testApp();
  const made = await app.as.admin.call(createSiteRoute, { body: { name: '官网', origins: [`${SHOP}/`] } });
  expect(made.status).toBe(201);
  key = made.body.key;
  id = made.body.id;
});
afterAll(() => app.close());

type Headers = Record<string, string>;
const FROM_SHOP: Headers = { origin: SHOP, 'sec-fetch-site': 'cross-site' };
const send = (method: 'GET' | 'POST' | 'OPTIONS', path: string, headers: Headers, payload?: unknown) => {
  address += 1;
  return app.product.app.inject({
    method,
    url: `/api/v1/widget/${path}`,
    remoteAddress: `10.2.${Math.floor(address / 250)}.${address % 250}`,
    headers: {
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      'accept-language': 'en',
      ...headers,
    },
    ...(payload === undefined ? {} : { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
  });
};
const BROWSER = 'b'.repeat(24);
let seq = 0;
const voice = (more: object = {}) => {
  seq += 1;
  return {
    browser: BROWSER,
    voice: `voice-${1000 + seq}`,
    locale: 'zh-CN',
    text: `第 ${seq} 句：物流太慢了，等了两周`,
    ...more,
  };
};
const say = (body: unknown, headers: Headers = FROM_SHOP) => send('POST', `${key}/voices`, headers, body);
const mine = (body: object, headers: Headers = FROM_SHOP) => send('POST', `${key}/mine`, headers, body);
const count = async () => (await app.db.asOwner<{ n: number }>('SELECT count(*)::int AS n FROM feedback'))[0]!.n;

describe('who may call', () => {
  it('is exactly a listed origin: answered with its own name and no cookies', async () => {
    for (const [method, path] of [
      ['GET', key],
      ['OPTIONS', key],
      ['OPTIONS', `${key}/voices`],
      ['OPTIONS', `${key}/mine`],
    ] as const) {
      const answer = await send(method, path, FROM_SHOP);
      expect([path, answer.statusCode]).toEqual([path, method === 'GET' ? 200 : 204]);
      expect(answer.headers['access-control-allow-origin']).toBe(SHOP);
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers.vary).toContain('origin');
    }
    const ask = await send('OPTIONS', `${key}/voices`, FROM_SHOP);
    expect(ask.headers['access-control-allow-methods']).toBe('POST');
    expect(ask.headers['access-control-allow-headers']).toBe('content-type');
  });

  it.each([
    ['another site', 'https://evil.example'],
    ['the same name without a lock', 'http://shop.example'],
    ['another port', 'https://shop.example:8443'],
    ['a longer name', 'https://shop.example.evil.example'],
    ['a name before it', 'https://notshop.example'],
    ['a sandboxed frame', 'null'],
  ])('is not %s', async (_who, origin) => {
    const before = await count();
    const headers = { origin, 'sec-fetch-site': 'cross-site' };
    for (const answer of [
      await send('GET', key, headers),
      await send('OPTIONS', `${key}/voices`, headers),
      await say(voice(), headers),
      await mine({ browser: BROWSER }, headers),
    ]) {
      expect(answer.statusCode).toBe(403);
      expect(answer.json().code).toBe('foreign_origin');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(await count()).toBe(before);
  });

  it('is not a program that names no origin, nor a page with a wrong or switched-off key', async () => {
    expect((await say(voice(), {})).statusCode).toBe(403);
    expect((await send('GET', 'hyw_unknown', FROM_SHOP)).statusCode).toBe(404);
    const other = (await app.as.admin.call(createSiteRoute, { body: { name: '旧站', origins: [SHOP] } })).body;
    await app.as.admin.call(changeSiteRoute, { params: { id: other.id }, body: { enabled: false } });
    expect((await send('GET', other.key, FROM_SHOP)).statusCode).toBe(404);
  });

  it('may be our own console, for the preview', async () => {
    expect((await send('GET', key, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  });
});

describe('a voice', () => {
  it('is taken once however often it is sent, and is a voice like any other', async () => {
    const body = voice({ rating: 1, product: { name: '云朵被' }, saidAt: '2026-03-02T01:59:00Z' });
    const first = await say(body);
    expect([first.statusCode, first.json()]).toEqual([201, { received: true, again: false }]);
    expect((await say(body)).json()).toEqual({ received: true, again: true });
    const rows = await app.db.asOwner<{ channel: string; meta: object }>(
      'SELECT channel, meta FROM feedback WHERE text = $1',
      [body.text],
    );
    expect(rows).toEqual([{ channel: 'widget', meta: { site: '官网' } }]);
    expect(
      (await app.as.admin.call(listSitesRoute)).body.items.find((one: { id: string }) => one.id === id).lastVoiceAt,
    ).toBeTruthy();
  });

  it('two at the same moment are one', async () => {
    const body = voice();
    const before = await count();
    await Promise.all([say(body), say(body), say(body)]);
    expect(await count()).toBe(before + 1);
  });

  it.each([
    ['no JSON', '{', 400, 'bad_json'],
    ['nothing said', () => voice({ text: ' ' }), 422, 'missing_words'],
    ['a wrong address', () => voice({ contact: { email: 'x@y' } }), 422, 'invalid_email'],
    ['a wrong number', () => voice({ contact: { phone: 'me' } }), 422, 'invalid_phone'],
    ['no browser', () => ({ ...voice(), browser: 'short' }), 422, 'invalid'],
    ['six stars', () => voice({ rating: 6 }), 422, 'invalid'],
    ['a pin outside', () => voice({ pins: [[{ x: 2, y: 0 }]] }), 422, 'invalid'],
    ['no picture', () => voice({ photos: [Buffer.from('<svg/>').toString('base64')] }), 422, 'invalid_photo'],
    ['four pictures', () => voice({ photos: ['a', 'a', 'a', 'a'] }), 422, 'invalid'],
  ])('with %s is refused by name and leaves nothing', async (_what, given, status, code) => {
    const before = await count();
    const answer = await say(typeof given === 'function' ? given() : given);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    // The page may read why.
    expect(answer.headers['access-control-allow-origin']).toBe(SHOP);
    expect(await count()).toBe(before);
  });

  it('brings its photos with pins, clean and only for members of this workspace', async () => {
    const picture = await sharp({ create: { width: 80, height: 60, channels: 3, background: 'teal' } })
      .withExif({ IFD0: { Make: 'SecretPhone' } })
      .jpeg()
      .toBuffer();
    const body = voice({
      photos: [`data:image/jpeg;base64,${picture.toString('base64')}`],
      pins: [[{ x: 0.25, y: 0.5, note: '这里裂了，电话 13812345678' }]],
    });
    expect((await say(body)).statusCode).toBe(201);
    const [{ id: feedbackId }] = (await app.db.asOwner<{ id: string }>('SELECT id FROM feedback WHERE text = $1', [
      body.text,
    ])) as [{ id: string }];
    const [photo] = (await app.as.viewer.call(listPhotosRoute, { query: { feedback: feedbackId } })).body.items;
    expect(photo.pins).toEqual([{ x: 0.25, y: 0.5, note: '这里裂了，电话 [phone]' }]);
    const shown = await app.product.app.inject({
      url: photo.path,
      headers: { authorization: `Bearer ${app.as.viewer.secret}` },
    });
    expect(shown.headers).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(shown.rawPayload.includes('SecretPhone')).toBe(false);
    expect((await sharp(shown.rawPayload).metadata()).width).toBe(80);
    expect((await app.stranger.call(listPhotosRoute, { query: { feedback: feedbackId } })).body.items).toEqual([]);
    expect((await app.stranger.call(showPhotoRoute, { params: { id: photo.id } })).status).toBe(404);
    expect((await app.nobody.call(showPhotoRoute, { params: { id: photo.id } })).status).toBe(401);
  });

  it('has a limit for one browser and for one site', async () => {
    const busy = 'c'.repeat(24);
    for (let n = 0; n < 20; n += 1) expect((await say(voice({ browser: busy }))).statusCode).toBe(201);
    expect((await say(voice({ browser: busy }))).json().code).toBe('too_many_requests');
    const small = (await app.as.admin.call(createSiteRoute, { body: { name: '小站', origins: [SHOP] } })).body;
    await app.as.admin.call(changeSiteRoute, { params: { id: small.id }, body: { perHour: 1 } });
    const over = (who: string) => send('POST', `${small.key}/voices`, FROM_SHOP, voice({ browser: who.repeat(24) }));
    expect((await over('d')).statusCode).toBe(201);
    expect((await over('e')).statusCode).toBe(429);
  });
});

describe('my cases', () => {
  const own = 'm'.repeat(24);

  it('show where this browser’s voices stand, with the promise, and nobody else’s', async () => {
    await say(voice({ browser: own, rating: 1, text: '用了以后过敏，脸都肿了，要投诉到12315' }));
    await app.settle();
    const { items } = (await mine({ browser: own, paths: true })).json();
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ rating: 1, stage: 'received', photos: 0 });
    expect(items[0].reference).toBeGreaterThan(0);
    expect(Date.parse(items[0].answerBy)).toBeGreaterThan(app.clock.now.getTime());
    const page = await app.product.app.inject({ url: items[0].path });
    expect(page.statusCode).toBe(200);
    expect((await mine({ browser: 'n'.repeat(24) })).json().items).toEqual([]);
    // Only looking again makes no new address.
    expect((await mine({ browser: own })).json().items[0].path).toBeNull();
  });

  it('give the personal page to the address that was claimed, not to the browser', async () => {
    const claims = 'k'.repeat(24);
    await say(voice({ browser: claims, contact: { email: 'victim@example.com' } }));
    await app.settle();
    expect((await mine({ browser: claims, paths: true })).json().items[0].path).toBeNull();
  });

  it.each([
    ['{', 400],
    ['{"browser":"x"}', 422],
  ])('refuse %s', async (body, status) => {
    expect((await send('POST', `${key}/mine`, FROM_SHOP, body)).statusCode).toBe(status);
  });
});

describe('sites', () => {
  it.each([['*'], ['https://*.shop.example'], ['shop.example'], ['https://shop.example/path'], ['ftp://shop.example']])(
    'cannot be opened to %s',
    async (origin) => {
      const answer = await app.as.admin.call(changeSiteRoute, { params: { id }, body: { origins: [origin] } });
      expect(answer.status).toBe(422);
    },
  );

  it('are changed by those who may, and by nobody from elsewhere', async () => {
    expect((await app.as.agent.call(changeSiteRoute, { params: { id }, body: { enabled: false } })).status).toBe(403);
    expect((await app.stranger.call(changeSiteRoute, { params: { id }, body: { enabled: false } })).status).toBe(404);
    expect((await app.as.admin.call(createSiteRoute, { body: { name: '官网' } })).body.code).toBe('name_taken');
    const changed = await app.as.admin.call(changeSiteRoute, { params: { id }, body: { color: '#123456' } });
    expect(changed.body).toMatchObject({ color: '#123456', origins: [SHOP] });
  });
});
