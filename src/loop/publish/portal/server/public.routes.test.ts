// Proves the public pages: without script, in both languages, nothing for strangers, every wrong turn a kind page.
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { changePortalRoute, DEFAULT_PORTAL, readPortalRoute } from '../core/portal.contract.ts';

let app: TestApp;
let base: string;
let address = 0;
beforeAll(async () => {
  app = await testApp();
  base = (await app.as.admin.call(readPortalRoute)).body.path;
});
afterAll(() => app.close());

const next = () => {
  address += 1;
  return `10.3.${Math.floor(address / 250)}.${address % 250}`;
};
const get = (path: string, headers: Record<string, string> = {}) =>
  app.product.app.inject({ url: path, remoteAddress: next(), headers: { 'accept-language': 'zh-CN', ...headers } });

async function send(
  fields: Record<string, string>,
  options: { photos?: (Buffer | string)[]; headers?: Record<string, string>; path?: string } = {},
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const photo of options.photos ?? []) form.append('photos', new Blob([photo as BlobPart]), 'IMG_1.jpg');
  // A browser sends an empty file where none was chosen.
  if (!options.photos) form.append('photos', new Blob([]), '');
  const request = new Request('http://x/', { method: 'POST', body: form });
  return app.product.app.inject({
    method: 'POST',
    url: options.path ?? `${base}/say`,
    remoteAddress: next(),
    headers: {
      'content-type': request.headers.get('content-type')!,
      'accept-language': 'zh-CN',
      ...(options.headers?.origin ? {} : { 'sec-fetch-site': 'same-origin' }),
      ...options.headers,
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}
const once = () => `${'o'.repeat(24)}${next().replaceAll('.', '-')}`;
const count = async () => (await app.db.asOwner<{ n: number }>('SELECT count(*)::int AS n FROM feedback'))[0]!.n;
const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0]!;
const letters = (like: string) =>
  app.db.asOwner<{ to_hint: string; body_text: string }>(
    'SELECT to_hint, body_text FROM mails WHERE dedupe_key LIKE $1',
    [like],
  );

describe('the pages', () => {
  it.each([[''], ['/say'], ['/mine']])('%s need no script, allow none, and speak both languages', async (path) => {
    const zh = await get(base + path);
    expect(zh.statusCode).toBe(200);
    expect(zh.body).toContain('<html lang="zh-CN">');
    expect(zh.body).not.toMatch(/<script|javascript:|portal:|\{\{/);
    expect(String(zh.headers['content-security-policy'])).toContain("default-src 'none'");
    const en = await get(`${base + path}?lang=en`);
    expect(en.body).toContain('<html lang="en">');
    expect(en.body).not.toMatch(/[\u4e00-\u9fff]{3}/u);
  });

  it('may be found by a search engine, but not what is one person’s', async () => {
    const home = await get(base);
    expect(home.body).toContain('<meta name="robots" content="index, follow">');
    expect(home.body).toContain('hreflang="x-default"');
    expect(home.body).toMatch(/rel="canonical" href="[^"?]+"/);
    expect((await get(`${base}?lang=en`)).body).toMatch(/rel="canonical" href="[^"]+\?lang=en"/);
    expect(home.body).toContain('<meta name="description"');
    expect((await get(`${base}/mine`)).headers['x-robots-tag']).toContain('noindex');
  });

  it('are kindly missing for a shop nobody knows', async () => {
    for (const path of ['/p/nobody', '/p/nobody/say', '/p/NO%00/mine', `${base}x`]) {
      const page = await get(path);
      expect([path, page.statusCode]).toEqual([path, 404]);
      expect(page.body).toContain('这里没有这一页');
    }
  });
});

describe('saying something', () => {
  it('ends with a receipt and a personal page, and the browser remembers', async () => {
    const photo = await sharp({ create: { width: 60, height: 60, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const sent = await send(
      {
        once: once(),
        topic: 'quality',
        rating: '1',
        text: '用了以后过敏，脸都肿了',
        product: '面霜',
        order: '24010100000111',
      },
      { photos: [photo] },
    );
    expect(sent.statusCode).toBe(303);
    expect(String(sent.headers['set-cookie'])).toMatch(
      /^huiyin_visitor=[\w-]{22,}; Max-Age=34560000; Path=\/p\/[^;]+; HttpOnly; SameSite=Lax$/,
    );
    const receipt = await get(String(sent.headers.location));
    expect(receipt.body).toContain('我们收到了');
    const own = /href="(\/s\/[^"]+)"/.exec(receipt.body)![1]!.replace('&amp;', '&');
    const page = (await get(own)).body;
    expect(page).toContain('用了以后过敏');
    const shown = /src="([^"]+size=small)"/.exec(page)![1]!;
    const seen = await get(shown);
    expect(seen.headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' });
    const token = /\/s\/([^?]+)/.exec(own)![1]!;
    expect((await get(shown.replace(token, 'x'.repeat(32)))).statusCode).toBe(404);
    await app.settle();
    const mine = await get(`${base}/mine`, { cookie: cookieOf(sent) });
    expect(mine.body).toContain('用了以后过敏');
    expect(mine.body).toContain('1 张照片');
    expect(mine.body).toMatch(/会在.*前答复您/);
    expect((await get(`${base}/mine`)).body).not.toContain('用了以后过敏');
    const [row] = await app.db.asOwner<{ channel: string; meta: object }>(
      `SELECT channel, meta FROM feedback WHERE text LIKE '用了以后过敏%'`,
    );
    expect(row).toEqual({ channel: 'portal', meta: { topic: 'quality', photos: 1 } });
  });

  it('is one voice when the button is pressed twice', async () => {
    const before = await count();
    const fields = { once: once(), text: '同一句话' };
    await Promise.all([send(fields), send(fields)]);
    expect(await count()).toBe(before + 1);
  });

  it.each([
    ['nothing', {}, undefined, 422, '选几颗星'],
    ['a wrong address', { text: '留着我的话', email: 'x@y' }, undefined, 422, '邮箱地址好像不对'],
    ['a wrong number', { text: '留着我的话', phone: 'abc' }, undefined, 422, '电话号码好像不对'],
    ['too many words', { text: '长'.repeat(2001) }, undefined, 422, '没填对'],
    ['no picture', { text: '留着我的话' }, ['<svg/>'], 422, '读不出来'],
    ['four pictures', { text: '留着我的话' }, ['a', 'a', 'a', 'a'], 422, '最多三张'],
    ['a heavy picture', { text: '留着我的话' }, [Buffer.alloc(8 * 1024 * 1024 + 1)], 413, '超过 8 MB'],
    ['the box nobody sees', { text: '留着我的话', website: 'http://x' }, undefined, 422, '应当空着'],
  ])('with %s keeps what was typed and says what is wrong', async (_what, fields, photos, status, words) => {
    const before = await count();
    const answer = await send({ once: once(), ...(fields as Record<string, string>) }, photos ? { photos } : {});
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain(words);
    if ((fields as { text?: string }).text === '留着我的话') expect(answer.body).toContain('留着我的话');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await count()).toBe(before);
  });

  it('from another site is refused in words, and saves nothing', async () => {
    const before = await count();
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
    ]) {
      const answer = await send(
        { once: once(), text: '借你的嘴说话' },
        { headers: headers as unknown as Record<string, string> },
      );
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain('请从店铺的页面发送');
    }
    expect(await count()).toBe(before);
  });

  it('escapes whatever was typed', async () => {
    const evil = `"><script>alert(1)</script></textarea>`;
    const answer = await send({ once: once(), text: evil, product: evil, email: evil });
    expect(answer.body).not.toContain('<script>');
  });

  it('has a limit for one browser, and says so with the words kept', async () => {
    const cookie = `huiyin_visitor=${'z'.repeat(32)}`;
    for (let n = 0; n < 20; n += 1)
      expect((await send({ once: once(), text: `第 ${n} 句` }, { headers: { cookie } })).statusCode).toBe(303);
    const full = await send({ once: once(), text: '第二十一句' }, { headers: { cookie } });
    expect(full.statusCode).toBe(429);
    expect(full.body).toContain('第二十一句');
  });
});

describe('an address', () => {
  it('gets the receipt, and the browser does not get the personal page', async () => {
    const sent = await send({ once: once(), text: '请回信给我', email: 'Buyer@Example.com' });
    const receipt = await get(String(sent.headers.location));
    expect(receipt.body).not.toContain('/s/');
    expect(receipt.body).toContain('写信');
    await app.settle();
    const [letter] = await letters('portal-receipt:%');
    expect(letter!.to_hint).toBe('b***@example.com');
    expect(letter!.body_text).not.toContain('请回信给我');
    const path = /\/s\/[\w-]+\?lang=zh-CN/.exec(letter!.body_text)![0];
    expect((await get(path)).body).toContain('请回信给我');
  });

  it('keeps its page from a browser that sends the same voice again without it', async () => {
    const fields = { once: once(), text: '用别人的地址再来一次' };
    await send({ ...fields, email: 'owner@example.com' });
    const again = await send(fields);
    expect(again.headers.location).not.toContain('&t=');
    expect((await get(String(again.headers.location))).body).not.toContain('/s/');
  });

  it('cannot be flooded by somebody else typing it', async () => {
    for (let n = 0; n < 6; n += 1)
      await send({ once: once(), text: `冒用别人的地址 ${n}`, email: 'flood@example.com' });
    await app.settle();
    expect(
      (await letters('portal-receipt:%')).filter((one) => one.to_hint === 'f***@example.com').length,
    ).toBeLessThanOrEqual(3);
  });

  const ask = (email: string, headers: Record<string, string> = {}) =>
    app.product.app.inject({
      method: 'POST',
      url: `${base}/mine`,
      remoteAddress: next(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        'accept-language': 'zh-CN',
        ...headers,
      },
      payload: new URLSearchParams({ email }).toString(),
    });

  it('is answered the same whether known or not, and only the known one gets its links', async () => {
    const known = await ask('buyer@example.com');
    const unknown = await ask('nobody@example.com');
    expect([known.statusCode, known.headers.location, known.body]).toEqual([
      unknown.statusCode,
      unknown.headers.location,
      unknown.body,
    ]);
    expect((await get(String(known.headers.location))).body).toContain('信已经在路上了');
    await ask('buyer@example.com');
    await app.settle();
    const sent = await letters('portal-links:%');
    expect(sent).toHaveLength(1);
    const path = /\/s\/[\w-]+\?lang=zh-CN/.exec(sent[0]!.body_text)![0];
    expect((await get(path)).statusCode).toBe(200);
  });

  it('that is none is told so; from another site nothing is asked', async () => {
    expect((await get(String((await ask('x')).headers.location))).body).toContain('邮箱地址好像不对');
    expect((await ask('buyer@example.com', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  });
});

describe('the numbers', () => {
  it('are those of the last 30 days, and none where too few would be counted', async () => {
    app.clock.now = new Date(app.clock.now.getTime() + 120_000);
    const page = (await get(base)).body;
    expect(page).toContain('最近 30 天');
    const [{ n }] = (await app.db.asOwner<{ n: number }>(
      `SELECT sum(feedback)::int AS n FROM feedback_daily WHERE kind = 'all' AND workspace_id = '${app.db.workspaceA}'`,
    )) as [{ n: number }];
    expect(page).toContain(`<b>${n}</b>`);
    await app.db.asOwner(`UPDATE workspaces SET slug = 'quiet-shop' WHERE id = '${app.db.workspaceB}'`);
    expect((await get('/p/quiet-shop')).body).not.toContain('最近 30 天');
  });
});

describe('the settings', () => {
  it('name the pages, hide some, and put all away', async () => {
    const change = (body: object) => app.as.admin.call(changePortalRoute, { body });
    await change({ titleZh: '小满旗舰店', welcomeZh: '有话直说', pages: ['say'] });
    const home = (await get(base)).body;
    expect(home).toContain('小满旗舰店');
    expect(home).toContain('有话直说');
    expect(home).not.toContain(`${base}/mine`);
    expect((await get(`${base}/mine`)).statusCode).toBe(404);
    // A receipt is checked at the same shop, under the same name.
    expect((await get(`${base}/verify`)).body).toContain('小满旗舰店');
    await change({ enabled: false });
    expect((await get(`${base}/verify`)).body).not.toContain('小满旗舰店');
    for (const path of ['', '/say']) expect((await get(base + path)).statusCode).toBe(404);
    expect((await send({ once: once(), text: '关了' })).statusCode).toBe(404);
    await change(DEFAULT_PORTAL);
    expect((await get(`${base}/mine`)).statusCode).toBe(200);
  });

  it('are changed by those who may', async () => {
    expect((await app.as.agent.call(changePortalRoute, { body: { enabled: false } })).status).toBe(403);
    expect((await app.as.admin.call(changePortalRoute, { body: { pages: ['secrets'] } })).status).toBe(422);
    expect((await app.stranger.call(readPortalRoute)).body.path).not.toBe(base);
  });
});
