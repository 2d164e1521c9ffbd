// A questionnaire is answered page by page without a script; every step is kept, low scores open cases, numbers add up.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import type { FormSettings } from '../core/form.contract.ts';
import * as contract from '../core/form-routes.contract.ts';
import * as use from '../core/form-use.contract.ts';
import { answerPublicFormRoute, readPublicFormRoute } from '../core/public-form.contract.ts';
import { formKeeper } from './keeper.ts';
import { dropAbandoned } from './verbs/drop-abandoned.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

async function openForm(template: string, settings: Partial<FormSettings> = {}) {
  const made = await app.as.manager.call(contract.createFormRoute, { body: { name: template, template } });
  expect(made.status).toBe(201);
  const { id, name, definition } = made.body;
  const saved = await app.as.manager.call(contract.saveFormRoute, {
    params: { id },
    body: { name, definition, settings: { ...made.body.settings, ...settings } },
  });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  const opened = await app.as.manager.call(contract.openFormRoute, { params: { id } });
  expect(opened.status).toBe(200);
  return opened.body as { id: string; key: string; definition: any; settings: any; version: number };
}

/** A phone with cookies, following redirects. */
function phone(headers: Record<string, string> = {}) {
  const jar = new Map<string, string>();
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    form?: string,
  ): Promise<{ status: number; text: string; url: string; headers: any }> => {
    const answer = await app.product.app.inject({
      method,
      url,
      headers: {
        'accept-language': 'zh-CN',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(form === undefined ? {} : { payload: form }),
    });
    for (const { name, value } of answer.cookies) jar.set(name, value);
    if (answer.statusCode === 303) return send('GET', String(answer.headers.location));
    return { status: answer.statusCode, text: answer.body, url, headers: answer.headers };
  };
  return {
    jar,
    open: (url: string) => send('GET', url),
    /** A form is sent from a page that was opened before. */
    async post(url: string, fields: Record<string, string>) {
      if (jar.size === 0) await send('GET', url);
      return send('POST', url, new URLSearchParams(fields).toString());
    },
  };
}

const asked = (page: { text: string }) => /name="q" value="([^"]+)"/.exec(page.text)?.[1];
const rows = <T>(text: string, values: unknown[] = []) => app.db.asOwner<T>(text, values);

describe('a page without a script', () => {
  it('asks one question at a time, keeps every answer, goes back, and ends with thanks', async () => {
    const form = await openForm('nps_delivery');
    const visitor = phone();
    const url = `/q/${form.key}`;
    let page = await visitor.open(url);
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.text).not.toMatch(/<script/);
    expect(asked(page)).toBe('nps');
    expect(await rows('SELECT 1 FROM form_answers WHERE form_id = $1', [form.id])).toHaveLength(0);
    page = await visitor.post(url, { q: 'nps', go: 'next' });
    expect([page.status, asked(page)]).toEqual([422, 'nps']);
    expect(page.text).toContain('role="alert"');
    page = await visitor.post(url, { q: 'nps', v: '4', go: 'next' });
    expect(asked(page)).toBe('reason');
    page = await visitor.post(url, { q: 'reason', v: 'slow', other: '盒子也湿了 =1+1', go: 'back' });
    expect(asked(page)).toBe('nps');
    expect(page.text).toMatch(/value="4"[^>]*checked/);
    // Another device sees nothing of it; the same one comes back to where it left.
    expect((await phone().open(url)).text).not.toMatch(/" checked/);
    page = await visitor.post(url, { q: 'nps', v: '4', go: 'next' });
    expect(asked(page)).toBe('wish');
    page = await visitor.open(`${url}?at=reason`);
    expect(page.text).toContain('盒子也湿了');
    const [kept] = await rows<{ answers: object; words_sealed: string }>(
      'SELECT * FROM form_answers WHERE form_id = $1',
      [form.id],
    );
    expect(JSON.stringify(kept!.answers)).not.toContain('盒子');
    expect(kept!.words_sealed).toMatch(/^v1\./);
    page = await visitor.post(url, { q: 'wish', v: '物流太慢了，请换一家快递。电话 13800138000', go: 'next' });
    expect(page.text).toContain('谢谢您');
    expect((await visitor.open(url)).text).toContain('您的回答已经收到');
    expect((await visitor.post(url, { q: 'nps', v: '10', go: 'next' })).text).toContain('您的回答已经收到');
    await app.settle();
    const said = await rows<{
      text: string;
      rating: number | null;
      external_id: string;
      follows_id: string | null;
      meta: any;
    }>(`SELECT * FROM feedback WHERE channel = 'questionnaire' AND meta->>'formId' = $1 ORDER BY id`, [form.id]);
    expect(said.map(({ rating }) => rating)).toEqual([2, null]);
    expect(said[0]!.text).toBe('盒子也湿了 =1+1');
    expect(said[1]!.text).not.toContain('13800138000');
    expect(said[1]!.follows_id).not.toBeNull();
    expect(said[0]!.meta).toMatchObject({ question: 'reason', scores: [{ question: 'nps', kind: 'nps', score: 4 }] });
    const [ended] = await rows<{ state: string; words_sealed: null }>('SELECT * FROM form_answers WHERE form_id = $1', [
      form.id,
    ]);
    expect(ended).toMatchObject({ state: 'completed', words_sealed: null, identified_by: 'device' });
  });

  it('skips what a promoter need not be asked, and speaks English on wish', async () => {
    const form = await openForm('nps_delivery');
    const visitor = phone({ 'accept-language': 'en' });
    const page = await visitor.post(`/q/${form.key}`, { q: 'nps', v: '10', go: 'next' });
    expect(asked(page)).toBe('wish');
    expect(page.text).toContain('lang="en"');
    expect((await visitor.open(`/q/${form.key}?lang=zh-CN`)).text).toContain('您最希望我们改进什么');
  });

  it('is found by its token where no cookie comes back, in a frame only of allowed sites', async () => {
    const form = await openForm('csat_resolved', { origins: ['https://shop.example'] });
    const framed = phone();
    const url = `/q/${form.key}?embed=1`;
    let page = await framed.open(url);
    expect(page.headers['content-security-policy']).toContain('frame-ancestors https://shop.example');
    expect(page.headers['x-frame-options']).toBeUndefined();
    expect(framed.jar.size).toBe(0);
    page = await framed.post(url, { q: 'csat', v: '5', go: 'next' });
    expect(asked(page)).toBe('more');
    const token = /name="a" value="([^"]+)"/.exec(page.text)![1]!;
    page = await framed.post(page.url, { q: 'more', a: token, v: '', go: 'next' });
    expect(page.text).toContain('谢谢您');
    expect(await rows('SELECT 1 FROM form_answers WHERE form_id = $1', [form.id])).toHaveLength(1);
    expect((await phone().open(`/q/${form.key}`)).headers['x-frame-options']).toBeDefined();
  });

  it('refuses forms of other sites, wrong addresses and drafts', async () => {
    const form = await openForm('parcel_card');
    const foreign = phone({ 'sec-fetch-site': 'cross-site' });
    expect((await foreign.post(`/q/${form.key}`, { q: 'csat', v: '1' })).status).toBe(403);
    expect((await phone().open('/q/nothing123')).status).toBe(404);
    expect((await phone().post('/q/%27%20OR%201', { q: 'x' })).status).toBe(404);
    const draft = await app.as.manager.call(contract.createFormRoute, {
      body: { name: '草稿', template: 'parcel_card' },
    });
    expect((await phone().open(`/q/${draft.body.key}`)).status).toBe(404);
    expect(await rows('SELECT 1 FROM form_answers WHERE form_id = $1', [form.id])).toHaveLength(0);
  });
});

describe('a low score', () => {
  it.each([
    ['csat_resolved', { csat: 1, missing: null, more: null }],
    ['nps_delivery', { nps: 6, reason: null, wish: null }],
    ['ces_return', { ces: 3, hard: null, more: null }],
  ])('opens a case at once although no word was written: %s', async (template, answers) => {
    const form = await openForm(template);
    const done = await app.nobody.call(answerPublicFormRoute, {
      params: { key: form.key },
      body: JSON.stringify({ answers, language: 'zh-CN' }),
      headers: { 'content-type': 'text/plain' },
    });
    expect(done.body, JSON.stringify(done.body)).toMatchObject({ state: 'completed', next: null });
    await app.settle();
    const [found] = await rows<{ status: string; text: string }>(
      `SELECT c.status, f.text FROM cases c JOIN case_feedback m ON m.case_id = c.id JOIN feedback f ON f.id = m.feedback_id
       WHERE f.meta->>'formId' = $1`,
      [form.id],
    );
    expect(found?.text).toContain(form.definition.title['zh-CN']);
    expect(found?.status).toBe('new');
  });

  it('opens none for a good one', async () => {
    const form = await openForm('csat_resolved');
    await app.nobody.call(answerPublicFormRoute, {
      params: { key: form.key },
      body: JSON.stringify({ answers: { csat: 5 }, finish: true }),
      headers: { 'content-type': 'text/plain' },
    });
    await app.settle();
    expect(
      await rows(`SELECT 1 FROM case_feedback m JOIN feedback f ON f.id = m.feedback_id WHERE f.meta->>'formId' = $1`, [
        form.id,
      ]),
    ).toHaveLength(0);
  });
});

describe('answers by a script', () => {
  const send = (key: string, body: unknown, headers: Record<string, string> = {}) =>
    app.nobody.call(answerPublicFormRoute, {
      params: { key },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'text/plain', ...headers },
    });

  it('go step by step with a token, and every fault names its field', async () => {
    const form = await openForm('product_trial', { origins: ['https://shop.example'] });
    const shop = { origin: 'https://shop.example', 'sec-fetch-site': 'cross-site' };
    const read = await app.nobody.call(readPublicFormRoute, { params: { key: form.key }, headers: shop });
    expect(read.body.definition.questions).toHaveLength(6);
    expect(read.headers['access-control-allow-origin']).toBe('https://shop.example');
    const first = await send(form.key, { answers: { csat: 4 } }, shop);
    expect(first.body).toMatchObject({ state: 'started', next: 'days' });
    const { token } = first.body as { token: string };
    const faults = await send(form.key, { token, answers: { csat: 9, nope: 1, parts: { rows: { feel: 99 } } } });
    expect(faults.status).toBe(422);
    expect((faults.body as any).errors.map((error: any) => `${error.path} ${error.code}`)).toEqual([
      'answers.csat answer_out_of_range',
      'answers.nope unknown_question',
      'answers.parts answer_out_of_range',
    ]);
    const stopped = await send(form.key, { token, answers: { trouble: { options: ['redness'] } }, finish: true });
    expect((stopped.body as any).errors[0]).toMatchObject({ path: 'answers.trouble_words', code: 'answer_required' });
    const done = await send(form.key, {
      token,
      answers: {
        days: { options: ['week'] },
        parts: { rows: { feel: 2 } },
        trouble: { options: ['none'] },
        wish: '香味淡一点',
      },
    });
    expect(done.body).toMatchObject({ state: 'completed', token, progress: 1 });
    expect((await send(form.key, { token, answers: { csat: 1 } })).body).toMatchObject({ code: 'already_answered' });
  });

  it('are refused by name: other sites, broken bodies, wrong keys', async () => {
    const form = await openForm('parcel_card');
    const code = async (sent: Promise<{ status: number; body: any }>) => (await sent).body.code;
    expect(await code(send(form.key, {}, { origin: 'https://evil.example' }))).toBe('foreign_origin');
    expect(
      await code(
        app.nobody.call(readPublicFormRoute, {
          params: { key: form.key },
          headers: { origin: 'https://evil.example' },
        }),
      ),
    ).toBe('foreign_origin');
    expect(await code(send(form.key, '{'))).toBe('bad_json');
    expect(await code(send(form.key, { answers: { csat: true } }))).toBe('invalid');
    expect(await code(send('nothing123', {}))).toBe('not_found');
    expect(await code(app.nobody.call(readPublicFormRoute, { params: { key: 'nothing123' } }))).toBe('not_found');
    expect(await rows('SELECT 1 FROM form_answers WHERE form_id = $1', [form.id])).toHaveLength(0);
  });

  it('stop at dates, at quotas and at the second answer of a device', async () => {
    const early = await openForm('parcel_card', { opensAt: '2030-01-01T00:00:00Z' });
    expect((await send(early.key, { answers: { csat: 5 } })).body).toMatchObject({ code: 'form_not_begun' });
    expect((await phone().open(`/q/${early.key}`)).text).toContain('还没有开始');
    const late = await openForm('parcel_card', { closesAt: '2026-01-01T00:00:00Z' });
    expect((await send(late.key, { answers: { csat: 5 } })).body).toMatchObject({ code: 'form_ended' });
    const few = await openForm('csat_resolved', {
      quota: 2,
      answerQuota: { question: 'csat', limits: [{ value: '5', max: 1 }] },
    });
    const device = 'a-device-of-one-person';
    const answer = (csat: number, extra: object = {}) => send(few.key, { answers: { csat }, finish: true, ...extra });
    expect((await answer(5, { device })).body).toMatchObject({ state: 'completed' });
    expect((await answer(4, { device })).body).toMatchObject({ code: 'already_answered' });
    expect((await answer(5)).body).toMatchObject({ state: 'screened' });
    expect((await answer(4)).body).toMatchObject({ state: 'completed' });
    expect((await answer(4)).body).toMatchObject({ code: 'form_full' });
    const counts = (await app.as.viewer.call(contract.getFormRoute, { params: { id: few.id } })).body.counts;
    expect(counts).toEqual({ started: 3, completed: 2, dropped: 0, screened: 1 });
    await app.as.manager.call(contract.closeFormRoute, { params: { id: few.id } });
    expect((await answer(4)).body).toMatchObject({ code: 'form_closed' });
  });

  it('who finish at once never take one place too many', async () => {
    const form = await openForm('csat_resolved', { quota: 3, once: false });
    const ended = await Promise.all(
      Array.from({ length: 8 }, () => send(form.key, { answers: { csat: 4 }, finish: true })),
    );
    expect(ended.filter((one) => (one.body as any).state === 'completed')).toHaveLength(3);
  });
});

describe('an answer left lying', () => {
  it('is kept, counted as dropped where he left, and heard like any other', async () => {
    const form = await openForm('csat_resolved', { dropAfterHours: 1 });
    const visitor = phone();
    const url = `/q/${form.key}`;
    await visitor.post(url, { q: 'csat', v: '1', go: 'next' });
    await visitor.post(url, { q: 'missing', v: 'other', other: '一直没有人回电话', go: 'next' });
    const desk = { database: app.db.database, gate: app.product.rooms.gate } as never;
    expect(await dropAbandoned(desk, app.clock.now)).toBe(0);
    const later = new Date(app.clock.now.getTime() + 3_700_000);
    expect(await dropAbandoned(desk, later)).toBe(1);
    expect(await dropAbandoned(desk, later)).toBe(0);
    await app.settle();
    const results = (await app.as.analyst.call(use.formResultsRoute, { params: { id: form.id } })).body;
    expect(results).toMatchObject({ started: 1, completed: 0, dropped: 1, going: 0 });
    expect(results.questions.map((one: any) => [one.id, one.reached, one.answered, one.left])).toEqual([
      ['csat', 1, 1, 0],
      ['missing', 1, 1, 0],
      ['more', 1, 0, 1],
    ]);
    const texts = await app.as.analyst.call(use.formTextsRoute, {
      params: { id: form.id },
      query: { question: 'missing' },
    });
    expect(texts.body.items[0]).toMatchObject({ text: '一直没有人回电话', state: 'dropped' });
    expect(
      await rows(`SELECT 1 FROM case_feedback m JOIN feedback f ON f.id = m.feedback_id WHERE f.meta->>'formId' = $1`, [
        form.id,
      ]),
    ).toHaveLength(1);
    expect((await visitor.open(url)).text).toContain('您的回答已经收到');
  });
});

describe('versions', () => {
  it('keep what was asked: whoever has begun ends in his, new ones get the new one', async () => {
    const form = await openForm('parcel_card');
    const visitor = phone();
    const url = `/q/${form.key}`;
    await visitor.post(url, { q: 'csat', v: '2', go: 'next' });
    const definition = {
      ...form.definition,
      questions: form.definition.questions.filter((one: any) => one.id !== 'wrong'),
    };
    const saved = await app.as.manager.call(contract.saveFormRoute, {
      params: { id: form.id },
      body: { name: '新', definition, settings: form.settings },
    });
    expect(saved.body.version).toBe(2);
    const again = await app.as.manager.call(contract.saveFormRoute, {
      params: { id: form.id },
      body: { name: '只改名', definition, settings: form.settings },
    });
    expect(again.body.version).toBe(2);
    expect(asked(await visitor.open(url))).toBe('wrong');
    expect(asked(await phone().post(url, { q: 'csat', v: '2', go: 'next' }))).toBe('say');
    expect((await visitor.post(url, { q: 'wrong', v: 'damaged', go: 'next' })).text).toContain('name="q" value="say"');
    await visitor.post(url, { q: 'say', v: '', go: 'next' });
    const results = (await app.as.analyst.call(use.formResultsRoute, { params: { id: form.id } })).body;
    expect(results.versions.map((one: any) => [one.version, one.started, one.completed])).toEqual([
      [2, 1, 0],
      [1, 1, 1],
    ]);
    expect(results.questions.find((one: any) => one.id === 'wrong')).toMatchObject({ current: false, answered: 1 });
    const second = await app.as.analyst.call(use.formResultsRoute, {
      params: { id: form.id },
      query: { version: 2 },
    });
    expect(second.body).toMatchObject({ started: 1, completed: 0 });
  });
});

describe('context and export', () => {
  it('comes only signed, reaches the feedback, and the file is safe to open', async () => {
    const form = await openForm('parcel_card');
    const shared = await app.as.agent.call(use.shareFormRoute, {
      params: { id: form.id },
      body: { place: '西湖店', sku: 'LOT-7', product: '面霜', batch: 'B42', orderNo: 'NO20260301' },
    });
    expect(shared.body.svg).toMatch(/^<svg role="img"/);
    const path = shared.body.path as string;
    const forged = path.replace(/c=[^.]+/, `c=${Buffer.from(JSON.stringify({ l: '假店' })).toString('base64url')}`);
    for (const url of [path, forged]) {
      const visitor = phone();
      await visitor.post(url, { q: 'csat', v: '2', go: 'next' });
      await visitor.post(url, { q: 'wrong', v: 'damaged', go: 'next' });
      await visitor.post(url, { q: 'say', v: '=SUM(A1) 盖子裂了', go: 'next' });
    }
    const said = await rows<any>(
      `SELECT f.meta, f.order_hint, p.sku FROM feedback f LEFT JOIN products p ON p.id = f.product_id WHERE f.meta->>'formId' = $1 ORDER BY f.id`,
      [form.id],
    );
    expect(said[0]).toMatchObject({ meta: { place: '西湖店', batch: 'B42' }, order_hint: '****0301', sku: 'LOT-7' });
    expect(said[1].meta.place).toBeUndefined();
    const csv = await app.as.analyst.call(use.exportFormRoute, { params: { id: form.id } });
    expect(csv.headers['content-type']).toContain('text/csv');
    const lines = String(csv.body).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain("'=SUM(A1) 盖子裂了");
    expect(lines[1]).toContain('西湖店');
    const print = await app.as.agent.call(use.printFormRoute, {
      params: { id: form.id },
      query: { place: '西湖店', size: 'card' },
    });
    expect(print.body).toContain('<svg role="img"');
  });
});

describe('erasing a person', () => {
  it('leaves numbers of nobody, and hands out what was kept before', async () => {
    const form = await openForm('csat_resolved');
    const [person] = await rows<{ id: string }>(
      `INSERT INTO people (id, workspace_id, name, created_at) VALUES ('per_0000000000000000000000zzzz', $1, '林晚', now()) RETURNING id`,
      [app.db.workspaceA],
    );
    const invited = await app.as.manager.call(use.inviteRoute, {
      params: { id: form.id },
      body: { personId: person!.id },
    });
    expect(invited.status).toBe(200);
    const path = new URL(invited.body.url).pathname + new URL(invited.body.url).search;
    const visitor = phone();
    await visitor.post(path, { q: 'csat', v: '2', go: 'next' });
    await visitor.post(path, { q: 'missing', v: 'other', other: '电话 13900139000', go: 'next' });
    const keeper = formKeeper(app.product.tools.sealer);
    const kept = await app.db.a.read((tx) => keeper.export(tx, person!.id));
    expect(JSON.stringify(kept)).toContain('13900139000');
    expect(kept.map((section) => section.rows.length)).toEqual([1, 1]);
    for (let twice = 0; twice < 2; twice += 1)
      await app.db.a.write((tx) => keeper.erase(tx, person!.id, app.clock.now));
    const tables = ['form_answers', 'form_invitations'];
    for (const table of tables) {
      const [left] = await rows<{ count: string }>(
        `SELECT count(*) FROM ${table} t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%'`,
        [person!.id],
      );
      expect(Number(left!.count)).toBe(0);
    }
    const results = (await app.as.analyst.call(use.formResultsRoute, { params: { id: form.id } })).body;
    expect(results.started).toBe(1);
  });
});
