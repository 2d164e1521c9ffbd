// What operators and browsers hold on to: health, readiness, metrics and the stream of changes, over a real connection.
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../src/ground/members/server/verbs/create-key.ts';
import { revokeKey } from '../../src/ground/members/server/verbs/revoke-key.ts';
import { GATE_STEPS, recordFeedbackBatchRoute } from '../../src/loop/collect/intake/core/feedback.contract.ts';
import { createLog } from '../../src/platform/log/log.ts';
import { createEventStream } from '../../src/platform/push/event-stream.ts';
import { type TestApp, testApp } from '../harness/app.ts';

let app: TestApp;
let origin: string;
beforeAll(async () => {
  app = await testApp();
  await app.product.tools.stream.start();
  origin = await app.product.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const batch = (prefix: string, caller = app.as.agent) =>
  caller.call(recordFeedbackBatchRoute, {
    body: { items: [1, 2, 3].map((n) => ({ channel: 'review', externalId: `${prefix}-${n}`, text: '物流太慢' })) },
  });

async function until(what: string, check: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (check()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Opens the stream as somebody and keeps what comes. */
async function listen(secret: string) {
  const abort = new AbortController();
  const answer = await fetch(`${origin}/api/v1/stream`, {
    headers: secret ? { authorization: `Bearer ${secret}` } : {},
    signal: abort.signal,
  });
  let text = '';
  let ended = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      ended = true;
    });
  return {
    answer,
    get heard(): { type: string; subject: string | null }[] {
      return [...text.matchAll(/^data: (.*)\n/gm)].map(([, data]) => JSON.parse(data!));
    },
    text: () => text,
    ended: () => ended,
    close: async () => {
      abort.abort();
      await reading;
    },
  };
}

describe('the stream of changes', () => {
  it('tells each reader of his own workspace and of what he may read, and nothing of its contents', async () => {
    const made = await createKey(app.env, { name: 'themes only', role: 'agent', scopes: ['theme.read'] });
    if (!made.ok) throw new Error(made.reason);
    const agent = await listen(app.as.agent.secret);
    const narrow = await listen(made.value.secret);
    const stranger = await listen(app.stranger.secret);
    expect(agent.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(agent.answer.headers.get('x-content-type-options')).toBe('nosniff');
    await until('readers', () => app.product.tools.stream.readers() === 3);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await batch('ours');
    await batch('theirs', app.stranger);
    await until('the news', () => agent.heard.length > 0 && stranger.heard.length > 0);
    app.product.tools.stream.send(app.db.workspaceA, 'theme.merged', 'theme_x');
    await until('the theme', () => narrow.heard.length > 0);
    expect(agent.heard.map((one) => one.type)).toEqual(['feedback.received', 'theme.merged']);
    expect(stranger.heard.map((one) => one.type)).toEqual(['feedback.received']);
    expect(narrow.heard).toEqual([{ type: 'theme.merged', subject: 'theme_x' }]);
    expect(agent.text()).not.toContain('物流');
    for (const one of [agent, narrow, stranger]) await one.close();
    await until('everybody to be gone', () => app.product.tools.stream.readers() === 0);
  });

  it('is closed to nobody-knows-who, and a HEAD request holds nothing open', async () => {
    expect((await fetch(`${origin}/api/v1/stream`)).status).toBe(401);
    const head = await fetch(`${origin}/api/v1/stream`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${app.as.agent.secret}` },
    });
    expect(head.status).toBe(200);
    expect(app.product.tools.stream.readers()).toBe(0);
  });

  it('tells of every event of a burst longer than one look, each once', async () => {
    const reader = await listen(app.as.owner.secret);
    await until('the reader', () => app.product.tools.stream.readers() === 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await app.db.a.write((tx) =>
      tx.run(sql`
        INSERT INTO events (id, workspace_id, type, subject, data, actor_kind, actor_id, actor_name, at)
        SELECT 'evt_' || lpad(n::text, 26, '0'), ${tx.workspaceId}, 'case.opened', 'case_' || n, '{}', 'system', 'system', 'test', ${app.clock.now}
        FROM generate_series(1, 2500) n`),
    );
    await batch('after-burst');
    await until('the last', () => reader.heard.some((one) => one.type === 'feedback.received'));
    const subjects = reader.heard.filter((one) => one.type === 'case.opened').map((one) => one.subject);
    expect(subjects).toHaveLength(2500);
    expect(new Set(subjects).size).toBe(2500);
    await reader.close();
  });
});

describe('a stream of its own', () => {
  /** A stream with a quick heart on the app's database, and the raw ends of its readers. */
  function own(heartbeatMs: number) {
    const stream = createEventStream({ database: app.db.database, log: createLog('silent'), heartbeatMs });
    const reader = (still: () => Promise<boolean>, writableLength = 0) => {
      const state = { ended: false, destroyed: false, text: '' };
      const raw = {
        writableLength,
        writeHead: () => undefined,
        write: (text: string) => {
          state.text += text;
        },
        end: () => {
          state.ended = true;
        },
        destroy: () => {
          state.destroyed = true;
        },
      };
      const reply = { raw, hijack: () => undefined, getHeaders: () => ({}) };
      stream.open({ method: 'GET', raw: { on: () => undefined } } as never, reply as never, {
        workspaceId: app.db.workspaceA,
        wants: () => true,
        still,
      });
      return state;
    };
    return { stream, reader };
  }

  it('cuts a reader who does not keep up and keeps the others', async () => {
    const { stream, reader } = own(60_000);
    const slow = reader(async () => true, 300 * 1024);
    const quick = reader(async () => true);
    stream.send(app.db.workspaceA, 'case.opened', 'case_1');
    expect([slow.destroyed, quick.destroyed, stream.readers()]).toEqual([true, false, 1]);
    expect(quick.text).toContain('"case_1"');
    await stream.stop();
    expect([quick.ended, stream.readers()]).toEqual([true, 0]);
  });

  it('lets go at the next beat whoever may no longer listen, and keeps everybody when nobody can be asked', async () => {
    const { stream, reader } = own(20);
    await stream.start();
    let may = true;
    const leaver = reader(async () => may);
    const stays = reader(() => Promise.reject(new Error('store away')));
    await until('a beat', () => leaver.text.includes(': beat') && stays.text.includes(': beat'));
    may = false;
    await until('the leaver to go', () => leaver.ended);
    expect([stays.ended, stream.readers()]).toEqual([false, 1]);
    await stream.stop();
  });

  it('asks whether the caller is still himself', async () => {
    const made = await createKey(app.env, { name: 'to revoke', role: 'agent', scopes: [] });
    if (!made.ok) throw new Error(made.reason);
    const request = { headers: { authorization: `Bearer ${made.value.secret}` }, cookies: {} } as never;
    expect((await app.product.tools.identifier(request))?.name).toBe(`key:${made.value.key.id}`);
    await revokeKey(app.env, { keyId: made.value.key.id });
    app.product.tools.identifier.forget();
    expect(await app.product.tools.identifier(request)).toBeNull();
  });
});

describe('metrics', () => {
  const read = (options: { remoteAddress?: string; headers?: Record<string, string> } = {}) =>
    app.product.app.inject({ method: 'GET', url: '/metrics', ...options });

  it('hold a timing and a count for every step of the gate after one batch', async () => {
    await batch('metrics');
    const answer = await read();
    expect(answer.headers['content-type']).toContain('text/plain');
    for (const step of GATE_STEPS) {
      expect(answer.body).toMatch(new RegExp(`huiyin_gate_step_seconds_count\\{step="${step}"\\} [1-9]`));
      if (step !== 'seal' && step !== 'attach')
        expect(answer.body).toMatch(
          new RegExp(`huiyin_gate_step_records_total\\{step="${step}",outcome="passed"\\} [1-9]`),
        );
    }
    expect(answer.body).toMatch(/huiyin_gate_records_total\{channel="review",outcome="recorded"\} [1-9]/);
    expect(answer.body).toMatch(
      /huiyin_http_request_seconds_count\{method="POST",route="\/api\/v1\/feedback\/batch",status="200"\}/,
    );
  });

  it('are for this machine and for admins, not for whoever comes through a proxy', async () => {
    expect((await read()).statusCode).toBe(200);
    expect((await read({ remoteAddress: '203.0.113.5' })).statusCode).toBe(401);
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect([header, (await read({ headers: { [header]: '127.0.0.1' } })).statusCode]).toEqual([header, 401]);
    const as = (role: 'agent' | 'admin') =>
      read({ remoteAddress: '203.0.113.5', headers: { authorization: `Bearer ${app.as[role].secret}` } });
    expect((await as('agent')).statusCode).toBe(401);
    expect((await as('admin')).statusCode).toBe(200);
  });
});

describe('health', () => {
  it('is alive and ready, until the store is gone: then alive only, also for a known caller', async () => {
    const ask = (url: string, headers: Record<string, string> = {}) =>
      app.product.app.inject({ method: 'GET', url, headers });
    expect((await ask('/healthz')).json()).toEqual({ status: 'alive', version: expect.any(String) });
    expect((await ask('/readyz')).json()).toEqual({ status: 'ready' });
    const other = await testApp();
    try {
      const from = (url: string, headers: Record<string, string> = {}) =>
        other.product.app.inject({ method: 'GET', url, headers: { 'accept-language': 'en', ...headers } });
      const key = { authorization: `Bearer ${other.as.owner.secret}` };
      expect((await from('/readyz')).statusCode).toBe(200);
      // Nobody may come in any more, and whoever is in is thrown out: the store is gone for this product.
      const name = new URL(other.db.url).pathname.slice(1);
      await app.db.asOwner(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await app.db.asOwner('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
      const ready = await from('/readyz');
      expect([ready.statusCode, ready.json().code]).toEqual([503, 'unavailable']);
      expect((await from('/healthz')).statusCode).toBe(200);
      expect((await from('/healthz', key)).statusCode).toBe(200);
      expect((await from('/readyz', key)).statusCode).toBe(503);
      const members = await from('/api/v1/members', key);
      expect([members.statusCode, members.json().code]).toEqual([503, 'unavailable']);
      expect(members.body).not.toMatch(/ECONN|pg_|database "/);
      await app.db.asOwner(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      expect((await from('/readyz')).statusCode).toBe(200);
    } finally {
      await other.close();
    }
  });
});

describe('stopping', () => {
  it('does not wait for a stream that was cut off or is still open', async () => {
    const other = await testApp();
    await other.product.tools.stream.start();
    const address = await other.product.app.listen({ port: 0, host: '127.0.0.1' });
    const headers = { authorization: `Bearer ${other.as.agent.secret}` };
    const cut = new AbortController();
    await fetch(`${address}/api/v1/stream`, { headers, signal: cut.signal });
    cut.abort();
    const open = await fetch(`${address}/api/v1/stream`, { headers });
    const started = performance.now();
    await other.close();
    expect(performance.now() - started).toBeLessThan(5000);
    await open.text().catch(() => undefined);
  });
});
