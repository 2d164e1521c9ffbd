// Proves how people are asked for a rating and answer: one letter, looking records nothing, a day to change, nobody asked too often.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { type ReporterInput, reportCase, resolve } from '../../../../../test/harness/reported-case.ts';
import { sendReplyRoute } from '../../../answer/conversations/core/conversation.contract.ts';
import { listTasksRoute } from '../../../answer/deliveries/core/delivery.contract.ts';
import { shareStatusLinkRoute } from '../../../answer/links/core/link.contract.ts';
import {
  getRatingSettingsRoute,
  listRatingsRoute,
  ratingSummaryRoute,
  setRatingSettingsRoute,
} from '../core/rating.contract.ts';
import { ratingsKeeper } from './door.ts';
import { closeQuestions } from './rating.jobs.ts';
import { ratingToken } from './token.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const later = (ms: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + ms);
};
let seq = 0;
async function resolved(reporters?: ReporterInput[]) {
  seq += 1;
  const made = await reportCase(app, reporters ?? [{ email: `r${seq}@example.com` }]);
  await resolve(app, made.caseId);
  await app.settle();
  later(60_000);
  return made;
}
const letters = (caseId: string) =>
  app.db.asOwner<{ body_text: string; body_html: string | null }>(
    'SELECT body_text, body_html FROM mails WHERE subject_id = $1 ORDER BY id',
    [caseId],
  );
const linkIn = (text: string) => /\/r\/[A-Za-z0-9_-]{32}/.exec(text)?.[0];
const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  app.product.app.inject({ method, url, headers: { 'accept-language': 'zh-CN', ...headers } });
const post = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
  seq += 1;
  return app.product.app.inject({
    method: 'POST',
    url,
    remoteAddress: `10.3.${Math.floor(seq / 250)}.${seq % 250}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'zh-CN',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    payload: new URLSearchParams(form).toString(),
  });
};
const ratings = (caseId: string) =>
  app.db.asOwner<{ id: string; state: string; score: number | null; way: string; token_hash: string }>(
    'SELECT id, state, score, way, token_hash FROM ratings WHERE case_id = $1 ORDER BY id',
    [caseId],
  );
const pathOf = async (caseId: string) => {
  const [row] = await ratings(caseId);
  return `/r/${ratingToken(app.product.tools.sealer, app.db.workspaceA, row!.id).token}`;
};

describe('asking', () => {
  it('stands in the letter that tells the resolution: one letter, five links, and the secret is kept nowhere', async () => {
    const { caseId } = await resolved([{ email: 'one@example.com', locale: 'en' }]);
    const sent = await letters(caseId);
    expect(sent).toHaveLength(1);
    const links = [...sent[0]!.body_text.matchAll(/\/r\/([A-Za-z0-9_-]{32})\?score=([1-5])/g)];
    expect(links.map((link) => link[2])).toEqual(['1', '2', '3', '4', '5']);
    expect(new Set(links.map((link) => link[1])).size).toBe(1);
    expect(sent[0]!.body_text).toContain('How well did we handle it?');
    const [row] = await ratings(caseId);
    expect(row).toMatchObject({ state: 'asked', way: 'email' });
    expect(row!.token_hash).toMatch(/^[0-9a-f]{64}$/);
    const everywhere = await app.db.asOwner<{ text: string }>(
      `SELECT string_agg(t::text, ' ') AS text FROM (SELECT to_jsonb(r)::text AS t FROM ratings r UNION ALL
        SELECT to_jsonb(m)::text FROM messages m UNION ALL SELECT to_jsonb(e)::text FROM events e) x`,
    );
    expect(everywhere[0]!.text).not.toContain(links[0]![1]);
  });

  it('goes with the reply that resolves, and not a second time with the notice', async () => {
    const { caseId } = await reportCase(app, [{ email: 'reply@example.com' }]);
    await app.as.agent.call(sendReplyRoute, {
      params: { id: caseId },
      body: { text: '已经补发', nextStatus: 'resolved' },
    });
    await app.settle();
    const sent = await letters(caseId);
    expect(sent).toHaveLength(1);
    expect(linkIn(sent[0]!.body_text)).toBeDefined();
    expect(await ratings(caseId)).toHaveLength(1);
  });

  it('is a short line in a private task, and never stands where everybody reads', async () => {
    const { caseId } = await resolved([
      { channel: 'chat', name: '小聊' },
      { channel: 'review', name: '小评' },
    ]);
    const tasks = await app.as.agent.call(listTasksRoute, { query: { caseId } });
    const text = (channel: string) =>
      tasks.body.items.find((one: { channel: string }) => one.channel === channel).text as string;
    expect(text('chat')).toMatch(/请点开给我们打个分：http\S+\/r\/[A-Za-z0-9_-]{32}$/);
    expect(linkIn(text('review'))).toBeUndefined();
    expect((await ratings(caseId)).map((row) => row.way)).toEqual(['task']);
  });

  it('happens once a week for a person, but again for a case that had to be opened again', async () => {
    const first = await resolved([{ email: 'often@example.com' }]);
    const second = await resolved([{ email: 'often@example.com' }]);
    expect(await ratings(second.caseId)).toEqual([]);
    expect(linkIn((await letters(second.caseId))[0]!.body_text)).toBeUndefined();
    await post(await pathOf(first.caseId), { score: '1' });
    later(DAY);
    await resolve(app, first.caseId);
    await app.settle();
    expect(await ratings(first.caseId)).toHaveLength(2);
    later(8 * DAY);
    const third = await resolved([{ email: 'often@example.com' }]);
    expect(await ratings(third.caseId)).toHaveLength(1);
  });

  it('does not happen without telling, or when it is switched off', async () => {
    const quiet = await reportCase(app, [{ email: 'quiet@example.com' }]);
    await resolve(app, quiet.caseId, null, false);
    await app.settle();
    expect(await ratings(quiet.caseId)).toEqual([]);
    const settings = (await app.as.manager.call(getRatingSettingsRoute)).body;
    await app.as.manager.call(setRatingSettingsRoute, { body: { ...settings, enabled: false } });
    expect(await ratings((await resolved()).caseId)).toEqual([]);
    await app.as.manager.call(setRatingSettingsRoute, { body: settings });
  });
});

describe('answering', () => {
  it('looking at a link records nothing, whoever looks; the score of the link is chosen in the form', async () => {
    const { caseId } = await resolved();
    const path = await pathOf(caseId);
    await get(`${path}?score=1`, {}, 'HEAD');
    for (let look = 0; look < 3; look += 1) {
      const page = await get(`${path}?score=4`);
      expect(page.statusCode).toBe(200);
      expect(page.body).toMatch(/value="4" checked/);
      expect(page.body).not.toMatch(/<script|javascript:/);
      expect(String(page.headers['content-security-policy'])).toContain("default-src 'none'");
      expect(page.headers['cache-control']).toBe('no-store');
      expect(page.headers['x-robots-tag']).toContain('noindex');
    }
    expect((await ratings(caseId))[0]).toMatchObject({ state: 'asked', score: null });
    expect((await get(`${path}?score=4&lang=en`)).body).toContain('<html lang="en">');
  });

  it('is thanked, can be changed for a day, keeps its history, and then stands', async () => {
    const { caseId, personIds } = await resolved();
    const path = await pathOf(caseId);
    const done = await post(path, { score: '3', comment: '还行' });
    expect([done.statusCode, done.headers.location]).toEqual([303, `${path}?said=thanks`]);
    const thanks = await get(`${path}?said=thanks`);
    expect(thanks.body).toContain('谢谢您');
    expect(thanks.body).toContain('还行');
    expect(thanks.body).toContain('<details>');
    expect((await get(`${path}?score=5`)).body).toMatch(/<details open>[\s\S]*value="5" checked/);
    later(23 * HOUR);
    expect((await post(path, { score: '5', comment: '' })).statusCode).toBe(303);
    const { body } = await app.as.agent.call(listRatingsRoute, { query: { caseId } });
    expect(body.items).toMatchObject([{ score: 5, comment: '还行', state: 'answered', earlier: [{ score: 3 }] }]);
    expect(body.items[0].person.id).toBe(personIds[0]);
    later(HOUR);
    const late = await post(path, { score: '1' });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('已经不能修改');
    expect((await get(path)).body).toContain('5 分');
    expect((await ratings(caseId))[0]!.score).toBe(5);
  });

  it('refuses what is no score, what is too long, and forms from elsewhere, losing no words', async () => {
    const { caseId } = await resolved();
    const path = await pathOf(caseId);
    const none = await post(path, { comment: '写了很多' });
    expect([none.statusCode, none.body.includes('写了很多'), none.body.includes('请先选一个分数')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await post(path, { score: '9' })).statusCode).toBe(422);
    const long = await post(path, { score: '2', comment: '长'.repeat(1001) });
    expect([long.statusCode, /value="2" checked/.test(long.body)]).toEqual([422, true]);
    expect((await post(path, { score: '5' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await ratings(caseId))[0]).toMatchObject({ state: 'asked', score: null });
  });

  it('one page for wrong, closed and erased addresses', async () => {
    const { caseId, personIds } = await resolved();
    const path = await pathOf(caseId);
    const wrong = `/r/${'x'.repeat(32)}`;
    expect((await get(wrong)).statusCode).toBe(404);
    expect((await post(wrong, { score: '5' })).statusCode).toBe(404);
    expect((await get('/r/short')).statusCode).toBe(404);
    await app.env.db.write((tx) => ratingsKeeper.erase(tx, personIds[0]!, app.clock.now));
    await app.env.db.write((tx) => ratingsKeeper.erase(tx, personIds[0]!, app.clock.now));
    expect((await get(path)).statusCode).toBe(404);
    expect(await app.env.db.read((tx) => ratingsKeeper.export(tx, personIds[0]!))).toEqual([]);
    const other = await resolved();
    const open = await pathOf(other.caseId);
    later(15 * DAY);
    expect((await get(open)).statusCode).toBe(404);
    expect((await post(open, { score: '5' })).statusCode).toBe(404);
  });

  it('takes one tap on the status page and shows there what was given', async () => {
    const { caseId, personIds } = await resolved();
    const { body } = await app.as.agent.call(shareStatusLinkRoute, {
      params: { id: caseId },
      body: { reporter: personIds[0]! },
    });
    const page = await get(body.path);
    expect(page.body).toContain('这次处理得怎么样');
    const path = linkIn(page.body)!;
    expect(path).toBe(await pathOf(caseId));
    expect((await post(path, { score: '4' })).statusCode).toBe(303);
    await app.settle();
    const after = await get(body.path);
    expect(after.body).toContain('您的评分');
    expect(after.body).toContain('已解决，并且确认有效');
  });

  it('hides personal data of a comment, and limits how much one may write', async () => {
    const { caseId } = await resolved();
    const path = await pathOf(caseId);
    await post(path, { score: '3', comment: '打 13812345678 找我' });
    const { body } = await app.as.agent.call(listRatingsRoute, { query: { caseId } });
    expect(body.items[0].comment).toBe('打 [phone] 找我');
    for (let turn = 0; turn < 19; turn += 1) await post(path, { score: '3', comment: `再说一句 ${turn}` });
    const most = await post(path, { score: '3', comment: '最后一句' });
    expect([most.statusCode, most.body.includes('最后一句')]).toEqual([429, true]);
  });
});

describe('figures', () => {
  it('equal a recount, with interval and response rate', async () => {
    await closeQuestions(app.product.tools.database, app.clock.now);
    const [row] = await app.db.asOwner<Record<string, string>>(
      `SELECT count(*) AS asked, count(score) AS answered, count(*) FILTER (WHERE score >= 4) AS satisfied,
        count(*) FILTER (WHERE state = 'unanswered') AS unanswered, count(*) FILTER (WHERE state = 'asked') AS open FROM ratings`,
    );
    const period = { from: '2026-03-01', to: '2026-12-31' };
    const { body } = await app.as.analyst.call(ratingSummaryRoute, { query: { ...period, by: 'channel' } });
    expect(body.csat).toMatchObject({ count: Number(row!.satisfied), of: Number(row!.answered) });
    expect(body.response).toMatchObject({ count: Number(row!.answered), of: Number(row!.asked) });
    expect(body.open).toBe(Number(row!.open));
    expect(body.csat.low).toBeLessThan(body.csat.share);
    expect(body.csat.high).toBeGreaterThan(body.csat.share);
    const asked = body.groups.reduce((sum: number, one: { response: { of: number } }) => sum + one.response.of, 0);
    expect(asked).toBe(Number(row!.asked));
    const trend = body.trend.reduce((sum: number, one: { csat: { of: number } }) => sum + one.csat.of, 0);
    expect(trend).toBe(Number(row!.answered));
    const bad = await app.as.analyst.call(ratingSummaryRoute, { query: { from: '2026-03-02', to: '2026-03-01' } });
    expect([bad.status, bad.body.code]).toEqual([422, 'invalid_period']);
  });

  it('lead to their rows', async () => {
    const low = await app.as.agent.call(listRatingsRoute, { query: { score: '1,2', limit: 1 } });
    expect(low.body.items.every((one: { score: number }) => one.score <= 2)).toBe(true);
    expect((await app.as.agent.call(listRatingsRoute, { query: { score: '7' } })).status).toBe(422);
    expect((await app.stranger.call(listRatingsRoute, { query: {} })).body.items).toEqual([]);
    const all = await app.as.agent.call(listRatingsRoute, { query: { limit: 2 } });
    const more = await app.as.agent.call(listRatingsRoute, { query: { limit: 2, cursor: all.body.nextCursor } });
    expect(more.body.items[0].id < all.body.items[1].id).toBe(true);
    expect((await app.as.agent.call(setRatingSettingsRoute, { body: {} })).status).toBe(403);
    expect((await app.as.manager.call(setRatingSettingsRoute, { body: { cooldownDays: -1 } })).status).toBe(422);
  });
});
