// What attackers and broken clients send, over the whole product: every answer is a plain refusal, nothing breaks, nothing leaks.
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor } from '../../src/kit/cursor.ts';
import { newId } from '../../src/kit/ids.ts';
import { fillPath, type RouteSpec } from '../../src/kit/route.ts';
import { recordFeedbackBatchRoute, recordFeedbackRoute } from '../../src/loop/collect/intake/core/feedback.contract.ts';
import { type TestApp, testApp } from '../harness/app.ts';

let app: TestApp;
let specs: RouteSpec[];
let origin: string;

beforeAll(async () => {
  app = await testApp({ environment: { HUIYIN_PUBLIC_URL: 'https://voice.example' } });
  specs = app.product.rooms.routes.map((mounted) => mounted.spec).filter((spec) => spec.answer !== 'stream');
  const body = { channel: 'email', text: '过敏了，要投诉', rating: 1, person: { email: 'a@example.com' } };
  for (const text of ['过敏了，要投诉', '用了脸肿，赔钱', '一个月还没发货，举报'])
    await app.as.agent.call(recordFeedbackRoute, { body: { ...body, text } });
  await app.settle();
  origin = await app.product.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const owner = () => ({ authorization: `Bearer ${app.as.owner.secret}`, 'accept-language': 'en' });
const get = (url: string, headers: Record<string, string> = {}) =>
  app.product.app.inject({ method: 'GET', url, headers: { ...owner(), ...headers } });

const ODD_IDS = [
  '%00',
  'case_%00',
  'case_01jd',
  newId('case'),
  newId('mem'),
  "' OR 1=1 --",
  '); DROP TABLE feedback; --',
  '../../etc/passwd',
  '%2e%2e%2fetc',
  'x'.repeat(299),
  '\u202e👀',
  '%ud83d',
  '{"$ne":null}',
];
const ODD_CURSORS = [
  'garbage',
  '~',
  '%00',
  ...[1, 2, 3, 4].flatMap((length) =>
    ['x', '\0', -1, 1e308, null, "' OR 1=1 --", '9999999-99-99T99:99:99Z', { a: 1 }, ['x'], true].map((key) =>
      encodeCursor(Array.from({ length }, () => key as string)),
    ),
  ),
];

/** Statuses that mean the product broke. */
const broke = (status: number) => status >= 500;

describe('addresses', () => {
  it('with odd ids are refused or not found on every route, and change nothing', async () => {
    const bad: string[] = [];
    for (const spec of specs.filter((one) => one.path.includes(':'))) {
      for (const id of ODD_IDS) {
        const url = spec.path.replace(/:([A-Za-z]+)/g, () => (id.startsWith('%') ? id : encodeURIComponent(id)));
        const answer = await app.product.app.inject({
          method: spec.method,
          url,
          headers: owner(),
          ...(spec.method === 'GET' ? {} : { payload: {} }),
        });
        if (broke(answer.statusCode))
          bad.push(`${spec.method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
        if (answer.statusCode < 300 && spec.method !== 'GET') bad.push(`${spec.method} ${url}: ${answer.statusCode}`);
        if (answer.statusCode >= 400 && !String(answer.headers['content-type']).includes('problem+json'))
          if (spec.answer !== 'page' && spec.path.startsWith('/api/'))
            // A link a person follows, to a PDF or a feed too, leads to a page in his words.
            bad.push(`${spec.method} ${url}: ${answer.statusCode} is no problem document`);
      }
    }
    expect(bad).toEqual([]);
  }, 240_000);

  it('with a NUL name nothing: not found, not broken', async () => {
    for (const path of ['people/%00', 'cases/case_%00', 'feedback/a%00b'])
      expect([path, (await get(`/api/v1/${path}`)).statusCode]).toEqual([path, 404]);
    expect((await get('/api/v1/products?q=%00')).json()).toEqual({ items: [], nextCursor: null });
  });

  it('that lead out of the files lead nowhere', async () => {
    for (const path of [
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc/passwd',
      '//etc/passwd',
      '/assets/..%5c..%5cpackage.json',
      '/%00',
      '/package.json',
      '/.env',
      '/data/secret.key',
      '/%zz',
      '/%',
      '/api/v1/people/%zz',
    ]) {
      const answer = await get(path, { accept: 'application/json' });
      expect([path, answer.statusCode]).toEqual([path, 404]);
      expect(answer.body).not.toMatch(/root:|"dependencies"/);
      expect([path, answer.json().code]).toEqual([path, 'no_such_route']);
    }
  });

  it('answer no method they do not know', async () => {
    const url = recordFeedbackRoute.path;
    for (const method of ['OPTIONS', 'PATCH', 'PUT'] as const) {
      const answer = await app.product.app.inject({ method, url, headers: owner() });
      expect([method, answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([
        method,
        404,
        undefined,
      ]);
    }
    expect(
      await raw('TRACE /healthz HTTP/1.1\r\nHost: x\r\nCookie: secret=1\r\nConnection: close\r\n\r\n'),
    ).not.toContain('secret=1');
    const head = await app.product.app.inject({ method: 'HEAD', url: '/api/v1/members', headers: owner() });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    const nobody = await app.product.app.inject({ method: 'HEAD', url: '/api/v1/members' });
    expect(nobody.statusCode).toBe(401);
  });
});

describe('queries', () => {
  it('with broken or forged cursors never break a list', async () => {
    const bad: string[] = [];
    const lists = specs.filter((spec) => spec.method === 'GET' && spec.query && !spec.path.includes(':'));
    expect(lists.length).toBeGreaterThan(15);
    for (const spec of lists) {
      for (const cursor of ODD_CURSORS) {
        const answer = await get(`${spec.path}?cursor=${cursor === '%00' ? cursor : encodeURIComponent(cursor)}&q=a`);
        if (broke(answer.statusCode)) bad.push(`${spec.path} ${cursor}: ${answer.body.slice(0, 300)}`);
      }
    }
    expect(bad).toEqual([]);
  }, 240_000);

  it.each(['0', '-1', '201', '1e9', 'NaN', '', '1.5', 'Infinity', '50; DROP TABLE x', '50&limit=60'])(
    'refuse limit=%s',
    async (limit) => {
      const answer = await get(`/api/v1/members?limit=${limit}`);
      expect([answer.statusCode, answer.json().code, answer.json().errors?.[0].path]).toEqual([
        422,
        'invalid',
        'limit',
      ]);
    },
  );

  it('take signs of SQL, of patterns and of nothing as words', async () => {
    const bad: string[] = [];
    const words = [
      "'",
      '"',
      "' OR '1'='1",
      '%',
      '_',
      '\\',
      '%00',
      '%25%25',
      ':*',
      '!&|()<->',
      '*',
      '你好 OR',
      'a'.repeat(2000),
    ];
    for (const spec of specs.filter((one) => one.method === 'GET' && one.query && !one.path.includes(':'))) {
      const fields = Object.keys((spec.query as unknown as { shape?: object }).shape ?? {});
      for (const field of fields.filter((name) => name !== 'limit' && name !== 'cursor')) {
        for (const word of words) {
          const answer = await get(`${spec.path}?${field}=${word.startsWith('%') ? word : encodeURIComponent(word)}`);
          if (broke(answer.statusCode)) bad.push(`${spec.path}?${field}=${word}: ${answer.body.slice(0, 300)}`);
        }
      }
    }
    expect(bad).toEqual([]);
  }, 240_000);
});

describe('bodies', () => {
  const post = (
    payload: string | Buffer,
    headers: Record<string, string> = {},
    url: string = recordFeedbackRoute.path,
  ) =>
    app.product.app.inject({
      method: 'POST',
      url,
      headers: { ...owner(), 'content-type': 'application/json', ...headers },
      payload,
    });

  it('nested without end are refused, on every route that reads JSON, with and without a key', async () => {
    const deep = `${'{"meta":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const bad: string[] = [];
    for (const spec of specs.filter((one) => one.body && (one.bodyKind ?? 'json') === 'json')) {
      for (const headers of [{}, { 'idempotency-key': 'deep' }]) {
        const answer = await app.product.app.inject({
          method: spec.method,
          url: fillPath(spec.path, { id: 'x' }),
          headers: { ...owner(), 'content-type': 'application/json', ...headers },
          payload: deep,
        });
        // Where few may ask, the many before us have used it up: refused before the body is read.
        const isRefused = answer.statusCode === 400 || (spec.perMinute && answer.statusCode === 429);
        if (!isRefused) bad.push(`${spec.id}: ${answer.statusCode}`);
      }
    }
    expect(bad).toEqual([]);
    const inBatch = `{"items":[{"channel":"api","text":"a","meta":${'['.repeat(50_000)}${']'.repeat(50_000)}}]}`;
    expect((await post(inBatch, {}, recordFeedbackBatchRoute.path)).statusCode).toBe(400);
  }, 120_000);

  it('with ten thousand keys, a prototype or a NUL are read as what they are', async () => {
    const keys = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, index]));
    expect((await post(JSON.stringify({ channel: 'api', text: 'a', ...keys }))).statusCode).toBe(201);
    expect((await post(JSON.stringify({ channel: 'api', text: 'a', meta: keys }))).json().errors[0].code).toBe(
      'meta_too_large',
    );
    for (const text of ['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}']) {
      await post(`{"channel":"api","text":"a","meta":${text}}`);
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    }
    const bad: string[] = [];
    const words = 'a\0b\ud83d';
    const anything = {
      name: words,
      email: words,
      password: words,
      reason: words,
      text: words,
      note: words,
      title: words,
      body: words,
      q: words,
      key: words,
      token: words,
      message: words,
      label: words,
      shortcut: words,
      description: words,
    };
    for (const spec of specs.filter((one) => one.body && (one.bodyKind ?? 'json') === 'json')) {
      const answer = await app.product.app.inject({
        method: spec.method,
        url: fillPath(spec.path, { id: newId('case'), token: 'x', label: 'sentiment', theme: 'x', key: 'x' }),
        headers: { ...owner(), 'content-type': 'application/json' },
        payload: JSON.stringify(anything),
      });
      if (broke(answer.statusCode)) bad.push(`${spec.id}: ${answer.body.slice(0, 300)}`);
    }
    expect(bad).toEqual([]);
  });

  it('of a kind the route does not take are refused before they are read', async () => {
    const before = await app.db.asOwner('SELECT id FROM feedback');
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/octet-stream',
      'multipart/form-data; boundary=x',
      'application/xml',
      'TEXT/PLAIN; charset=utf-8',
      'nonsense',
    ]) {
      const answer = await post('{"channel":"api","text":"a"}', { 'content-type': type });
      expect([type, answer.statusCode, answer.json().code]).toEqual([type, 415, 'unsupported_media_type']);
    }
    expect(await app.db.asOwner('SELECT id FROM feedback')).toHaveLength(before.length);
  });
});

/** Sends bytes as they are and reads what comes back until the server closes. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let text = '';
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer to ${bytes.slice(0, 60)}`)));
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text));
    socket.on('close', () => resolve(text));
    socket.on('error', (error) => ('code' in error && error.code === 'ECONNRESET' ? resolve(text) : reject(error)));
  });
}

describe('headers', () => {
  it('too large or broken are refused, and the server goes on', async () => {
    expect(await raw(`GET /healthz HTTP/1.1\r\nHost: x\r\nX-Big: ${'a'.repeat(100_000)}\r\n\r\n`)).toContain(' 431 ');
    expect(await raw('GET /healthz HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n')).toContain(' 400 ');
    expect(
      await raw(
        'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      ),
    ).toContain(' 400 ');
    expect(await raw('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toContain('"alive"');
  });

  it('of a stranger choose neither his address nor ours', async () => {
    const limited = (number: number) =>
      app.product.app.inject({
        method: 'POST',
        url: '/api/v1/session',
        remoteAddress: '203.0.113.9',
        headers: { 'x-forwarded-for': `198.51.100.${number}`, 'x-real-ip': `198.51.100.${number}` },
        payload: { email: `nobody${number}@example.com`, password: 'wrong' },
      });
    const answers = [];
    for (let number = 0; number < 21; number += 1) answers.push((await limited(number)).statusCode);
    expect(answers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
    expect(answers[20]).toBe(429);
    const made = await app.product.app.inject({
      method: 'POST',
      url: '/api/v1/members',
      headers: { ...owner(), host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      payload: { email: 'new@example.com', name: 'N', role: 'agent' },
    });
    expect(made.json().link).toMatch(/^https:\/\/voice\.example\/setup\//);
  });

  it('of a garbled language, and lines smuggled into values, do no harm', async () => {
    for (const language of [';;;q=', '*;q=nan', 'x'.repeat(8000), '../../etc', '__proto__']) {
      const answer = await get('/api/v1/nothing', { 'accept-language': language });
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'no_such_route']);
    }
    const split = await get(`/api/v1/members?cursor=${encodeURIComponent('a\r\nSet-Cookie: x=1')}`);
    expect(split.headers['set-cookie']).toBeUndefined();
    const smuggled = await raw(
      'GET /healthz HTTP/1.1\r\nHost: x\r\nIdempotency-Key: a\r\n b\r\nConnection: close\r\n\r\n',
    );
    expect(smuggled).toMatch(/ (200|400) /);
    expect(smuggled).not.toMatch(/set-cookie/i);
  });

  it('of an Idempotency-Key are checked', async () => {
    for (const key of ['', 'x'.repeat(201)]) {
      const answer = await app.product.app.inject({
        method: 'POST',
        url: recordFeedbackRoute.path,
        headers: { ...owner(), 'idempotency-key': key },
        payload: { channel: 'api', text: 'a' },
      });
      expect([answer.statusCode, answer.json().errors[0].path]).toEqual([422, 'Idempotency-Key']);
    }
  });

  it('of ours keep pages out of frames, sniffers and foreign scripts', async () => {
    for (const path of ['/healthz', '/api/v1/nothing', '/s/none']) {
      const { headers } = await get(path, { accept: 'text/html' });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).toMatch(/script-src 'self'|script-src 'none'|default-src 'none'/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBeTruthy();
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect((await get('/healthz')).headers['strict-transport-security']).toContain('max-age');
    const unknown = await app.nobody.call(recordFeedbackRoute, { body: {} });
    expect(unknown.headers['www-authenticate']).toMatch(/^Bearer/);
  });
});
