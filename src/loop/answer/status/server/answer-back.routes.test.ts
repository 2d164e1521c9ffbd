// Proves what a reporter can do on his page: answer back, say whether it is solved; and every way of misusing the forms.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { type ReporterInput, reportCase, resolve } from '../../../../../test/harness/reported-case.ts';
import { caseConversationRoute } from '../../conversations/core/conversation.contract.ts';
import { shareStatusLinkRoute } from '../../links/core/link.contract.ts';
import { listNoticesRoute } from '../../notices/core/notice.contract.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

async function reported(reporters: ReporterInput[] = [{ email: `s${Math.random()}@example.com` }]) {
  const made = await reportCase(app, reporters);
  const reporter = made.personIds[0] ?? made.feedbackIds[0]!;
  const shared = await app.as.agent.call(shareStatusLinkRoute, { params: { id: made.caseId }, body: { reporter } });
  return { ...made, reporter, path: shared.body.path as string };
}
const get = (path: string, headers: Record<string, string> = {}) =>
  app.product.app.inject({ url: path, headers: { 'accept-language': 'zh-CN', ...headers } });
// Each form comes from an address of its own, so that the limit for one address shows only where it is tested.
let address = 0;
const nextAddress = () => {
  address += 1;
  return `10.1.${Math.floor(address / 250)}.${address % 250}`;
};
const post = (
  path: string,
  form: Record<string, string> | string,
  headers: Record<string, string> = {},
  remoteAddress = nextAddress(),
) =>
  app.product.app.inject({
    method: 'POST',
    url: path,
    remoteAddress,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'zh-CN',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    payload: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
  });
const statusOf = async (caseId: string) =>
  (await app.db.asOwner<{ status: string }>('SELECT status FROM cases WHERE id = $1', [caseId]))[0]!.status;
const events = (caseId: string, type: string) =>
  app.db.asOwner<{ data: Record<string, unknown>; actor_kind: string }>(
    'SELECT data, actor_kind FROM events WHERE subject = $1 AND type = $2',
    [caseId, type],
  );
const messages = (caseId: string) =>
  app.db.asOwner<{ body: string; kind: string }>('SELECT body, kind FROM messages WHERE case_id = $1 ORDER BY id', [
    caseId,
  ]);
const later = (ms = 60_000) => {
  app.clock.now = new Date(app.clock.now.getTime() + ms);
};

describe('answering back', () => {
  it('brings his words into the conversation and wakes the case', async () => {
    const { path, caseId } = await reported();
    const done = await post(`${path}/messages?lang=en`, { text: '  还没收到\r\n谢谢 ' });
    expect(done.statusCode).toBe(303);
    expect(done.headers.location).toBe(`${path}?said=sent&lang=en`);
    expect((await get(String(done.headers.location))).body).toContain('Received, thank you.');
    expect(await messages(caseId)).toEqual([{ body: '还没收到\n谢谢', kind: 'message' }]);
    expect(await events(caseId, 'message.received')).toMatchObject([{ actor_kind: 'person' }]);
    const talk = await app.as.agent.call(caseConversationRoute, { params: { id: caseId } });
    expect(talk.body.items[0]).toMatchObject({ kind: 'message', direction: 'in', channel: 'portal' });
  });

  it('keeps what was typed when something is wrong, and changes nothing', async () => {
    const { path, caseId } = await reported();
    const long = await post(`${path}/messages`, { text: '字'.repeat(2001) });
    expect(long.statusCode).toBe(422);
    expect(long.body).toContain('字'.repeat(2001));
    expect(long.body).toContain('2000');
    expect((await post(`${path}/messages`, { text: '   ' })).statusCode).toBe(422);
    expect((await post(`${path}/messages`, '')).statusCode).toBe(422);
    expect((await post(`${path}/messages`, 'text=a&text=b')).statusCode).toBe(422);
    expect((await post(`${path}/messages`, '{"text":"x"', { 'content-type': 'application/json' })).statusCode).toBe(
      400,
    );
    expect((await post(`${path}/messages`, { text: 'x'.repeat(300_000) })).statusCode).toBe(413);
    expect(await messages(caseId)).toEqual([]);
  });

  it('is refused when another site sends the form', async () => {
    const { path, caseId } = await reported();
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ]) {
      const page = await post(`${path}/messages`, { text: 'x' }, headers);
      expect(page.statusCode).toBe(403);
      expect(page.body).toContain('没有保存');
    }
    const byOrigin = (origin: string) =>
      app.product.app.inject({
        method: 'POST',
        url: `${path}/messages`,
        remoteAddress: nextAddress(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'shop.example', origin },
        payload: 'text=x',
      });
    expect((await byOrigin('https://evil.example')).statusCode).toBe(403);
    expect((await byOrigin('null')).statusCode).toBe(403);
    expect(await messages(caseId)).toEqual([]);
    expect((await byOrigin('https://shop.example')).statusCode).toBe(303);
  });

  it('is limited to 20 an hour for one reporter', async () => {
    const { path, caseId } = await reported();
    for (let index = 0; index < 20; index += 1) {
      later(1000);
      expect((await post(`${path}/messages`, { text: `第 ${index}` })).statusCode).toBe(303);
    }
    const page = await post(`${path}/messages`, { text: '再来一条' });
    expect(page.statusCode).toBe(429);
    expect(page.body).toContain('再来一条');
    expect(await messages(caseId)).toHaveLength(20);
    later(3_600_000);
    expect((await post(`${path}/messages`, { text: '一小时后' })).statusCode).toBe(303);
  });
});

describe('one address', () => {
  it('may send 12 forms a minute, so that guessing and flooding end soon', async () => {
    const { path } = await reported();
    const codes = new Set<number>();
    for (let index = 0; index < 13; index += 1) {
      codes.add((await post(`${path.slice(0, -1)}${index % 10}/messages`, { text: 'x' }, {}, '10.9.9.9')).statusCode);
    }
    expect(codes.has(429)).toBe(true);
  });
});

describe('the verdict', () => {
  it('yes is kept once and thanked for', async () => {
    const { path, caseId } = await reported();
    later();
    await resolve(app, caseId);
    await app.settle();
    const done = await post(`${path}/verdict`, { solved: 'yes' });
    expect(done.headers.location).toBe(`${path}?said=yes`);
    await post(`${path}/verdict`, { solved: 'yes' });
    expect(await events(caseId, 'case.confirmed_by_person')).toHaveLength(1);
    expect((await get(path)).body).toContain('已解决，谢谢您告诉我们');
    const told = await app.as.agent.call(listNoticesRoute, { params: { id: caseId } });
    expect(told.body.items[0]).toMatchObject({ verdict: 'solved', verdictAt: app.clock.now.toISOString() });
    expect(await statusOf(caseId)).toBe('resolved');
  });

  it('no opens the case again with his words, once', async () => {
    const { path, caseId } = await reported();
    later();
    await resolve(app, caseId);
    await app.settle();
    const done = await post(`${path}/verdict`, { solved: 'no', text: '还是漏毛' });
    expect(done.headers.location).toBe(`${path}?said=no`);
    expect(await statusOf(caseId)).toBe('open');
    expect((await events(caseId, 'case.reopened')).map((event) => event.data)).toMatchObject([
      { by: 'person', reason: '还是漏毛' },
    ]);
    expect((await post(`${path}/verdict`, { solved: 'no', text: '还是漏毛' })).statusCode).toBe(303);
    expect(await events(caseId, 'case.reopened')).toHaveLength(1);
    expect((await messages(caseId)).filter((message) => message.kind === 'message')).toHaveLength(1);
    expect((await get(path)).body).toContain('正在处理');
    const told = await app.as.agent.call(listNoticesRoute, { params: { id: caseId } });
    expect(told.body.items[0].verdict).toBe('not_solved');
  });

  it('cannot be given before there is anything to judge, nor with too many words', async () => {
    const { path, caseId } = await reported();
    expect((await post(`${path}/verdict`, { solved: 'yes' })).statusCode).toBe(409);
    await resolve(app, caseId);
    expect((await post(`${path}/verdict`, { solved: 'no', text: 'x'.repeat(2001) })).statusCode).toBe(422);
    expect(await statusOf(caseId)).toBe('resolved');
    expect((await post(`${path}/verdict`, { solved: 'no' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect(await statusOf(caseId)).toBe('resolved');
  });
});
