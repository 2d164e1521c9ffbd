// Proves templates: the starter set, saving and refusing by name, previews, filling for a case, and walls.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, type TestCaller, testApp } from '../../../../../test/harness/app.ts';
import { reportCase } from '../../../../../test/harness/reported-case.ts';
import * as contract from '../core/template.contract.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const draft = (part: object = {}) => ({
  name: `模板 ${Math.random()}`,
  body: { 'zh-CN': '{{person.name}}，您好', en: 'Dear {{person.name}}' },
  ...part,
});
const create = (body: object, caller: TestCaller = app.as.manager) =>
  caller.call(contract.createTemplateRoute, { body });
const list = async (query: object = {}, caller: TestCaller = app.as.agent) =>
  (await caller.call(contract.listTemplatesRoute, { query: { limit: 200, ...query } })).body.items;

describe('the starter set', () => {
  it('is given once, in both languages, with variables as written', async () => {
    const [first] = await Promise.all([list(), list(), list()]);
    expect(first).toHaveLength(10);
    for (const template of first) {
      expect(template.body['zh-CN']).toMatch(/\{\{person\.name\}\}/);
      expect(template.body.en).toMatch(/\{\{person\.name\}\}/);
      expect(template.variables.every((name: string) => contract.TEMPLATE_VARIABLES.includes(name as never))).toBe(
        true,
      );
    }
    const thanks = first.find((template: { shortcut: string }) => template.shortcut === 'thanks');
    await app.as.manager.call(contract.deleteTemplateRoute, { params: { id: thanks.id } });
    expect(await list()).toHaveLength(9);
    expect(await list({}, app.stranger)).toHaveLength(10);
  });

  it('is filtered and paged', async () => {
    expect(await list({ purpose: 'resolved' })).toMatchObject([{ purpose: 'resolved', shortcut: null }]);
    expect(await list({ search: '退款进度' })).toMatchObject([{ shortcut: 'refund' }]);
    const page = (await app.as.agent.call(contract.listTemplatesRoute, { query: { limit: 4 } })).body;
    const rest = (
      await app.as.agent.call(contract.listTemplatesRoute, { query: { limit: 200, cursor: page.nextCursor } })
    ).body;
    expect([...page.items, ...rest.items]).toEqual(await list());
  });
});

describe('saving', () => {
  it('writes, changes and removes', async () => {
    const made = await create(draft({ shortcut: '催单', name: '催一催' }));
    expect(made).toMatchObject({
      status: 201,
      body: { shortcut: '催单', variables: ['person.name'], purpose: 'reply' },
    });
    const params = { id: made.body.id };
    const changed = await app.as.manager.call(contract.updateTemplateRoute, {
      params,
      body: draft({ name: '催一催', shortcut: null, body: { 'zh-CN': '甲', en: 'B' } }),
    });
    expect(changed.body).toMatchObject({ name: '催一催', shortcut: null, body: { 'zh-CN': '甲', en: 'B' } });
    expect((await app.as.agent.call(contract.getTemplateRoute, { params })).body).toEqual(changed.body);
    expect((await app.as.manager.call(contract.deleteTemplateRoute, { params })).status).toBe(204);
    expect((await app.as.agent.call(contract.getTemplateRoute, { params })).status).toBe(404);
  });

  it('names an unknown variable and where it stands', async () => {
    const answer = await create(
      draft({ body: { 'zh-CN': '{{person.name}}', en: 'Dear {{person.nmae}}, {{order.no}} {{' } }),
    );
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('unknown_variable');
    expect(answer.body.errors.map((error: { path: string; message: string }) => [error.path, error.message])).toEqual([
      ['body.en', '{{person.nmae}}'],
      ['body.en', '{{order.no}}'],
      ['body.en', '{{'],
    ]);
  });

  it.each([
    ['a name in use', { name: '请补充信息' }, 409, 'name_taken'],
    ['a shortcut in use, whatever its case', { shortcut: 'ASK' }, 409, 'shortcut_taken'],
    ['a second one for resolving', { purpose: 'resolved' }, 409, 'purpose_taken'],
    ['a shortcut with a space', { shortcut: 'a b' }, 422, 'invalid'],
    ['no words', { body: { 'zh-CN': ' ', en: 'x' } }, 422, 'invalid'],
    ['too many words', { body: { 'zh-CN': 'x'.repeat(4001), en: 'x' } }, 422, 'invalid'],
    ['one language only', { body: { en: 'x' } }, 422, 'invalid'],
  ])('refuses %s', async (_name, part, status, code) => {
    const before = (await list()).length;
    expect(await create(draft(part))).toMatchObject({ status, body: { code } });
    expect(await list()).toHaveLength(before);
  });

  it('keeps the one told on resolving', async () => {
    const [resolved] = await list({ purpose: 'resolved' });
    const params = { id: resolved.id };
    expect((await app.as.manager.call(contract.deleteTemplateRoute, { params })).body.code).toBe('template_needed');
    const other = await app.as.manager.call(contract.updateTemplateRoute, { params, body: draft() });
    expect(other.body.code).toBe('purpose_fixed');
    const body = draft({ name: resolved.name, purpose: 'resolved' });
    expect((await app.as.manager.call(contract.updateTemplateRoute, { params, body })).status).toBe(200);
  });

  it('is for those who lead, of this shop; a name is given to one of two at once', async () => {
    expect((await create(draft(), app.as.agent)).status).toBe(403);
    expect((await create(draft(), app.nobody)).status).toBe(401);
    expect((await app.as.viewer.call(contract.listTemplatesRoute)).status).toBe(403);
    const made = await create(draft());
    const params = { id: made.body.id };
    expect((await app.stranger.call(contract.getTemplateRoute, { params })).status).toBe(404);
    expect((await app.stranger.call(contract.updateTemplateRoute, { params, body: draft() })).status).toBe(404);
    expect((await app.stranger.call(contract.deleteTemplateRoute, { params })).status).toBe(404);
    const twins = await Promise.all([1, 2, 3].map(() => create(draft({ name: '同名' }))));
    expect(twins.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });
});

describe('filling', () => {
  it('previews with samples, and says what is unknown or missing', async () => {
    const preview = (body: object, caller: TestCaller = app.as.agent) =>
      caller.call(contract.previewTemplateRoute, { body });
    expect((await preview({ text: '{{person.name}} {{shop.name}} {{what}}' })).body).toEqual({
      text: '林小满 甲店 {{what}}',
      unknown: ['what'],
      missing: [],
    });
    expect((await preview({ text: '{{agent.name}}', language: 'en' })).body.text).toBe('Zoe');
    const { caseId } = await reportCase(app, [{ channel: 'review', unknown: true }]);
    expect((await preview({ text: '{{person.name}} {{status.link}}', caseId })).body).toMatchObject({
      text: '顾客 我们发给您的进度链接',
      missing: ['person.name', 'status.link'],
    });
    expect((await preview({ text: 'x', caseId }, app.stranger)).status).toBe(404);
  });

  it("fills for a case in the reporter's language, ready to send", async () => {
    const { caseId, personIds } = await reportCase(app, [
      { email: 'mia@example.com', name: 'Mia <b>', locale: 'en' },
      { email: 'zh@example.com', name: '小满\r\nBcc: x' },
    ]);
    const [ask] = await list({ search: '请补充信息' });
    const fill = (body: object, caller: TestCaller = app.as.agent) =>
      caller.call(contract.fillTemplateRoute, { params: { id: ask.id }, body: { caseId, ...body } });
    const english = (await fill({ reporter: personIds[0] })).body;
    expect(english).toMatchObject({ language: 'en', missing: [] });
    expect(english.text).toMatch(/^Dear Mia <b>, .*\/s\/[\w-]{32}$/s);
    expect((await fill({ reporter: personIds[1] })).body.text).toMatch(/^小满 Bcc: x，您好/);
    expect((await fill({ reporter: personIds[0], language: 'zh-CN' })).body.language).toBe('zh-CN');
    expect((await fill({ reporter: 'per_nobody' })).status).toBe(404);
    expect((await fill({}, app.stranger)).status).toBe(404);
    expect((await fill({}, app.as.host)).status).toBe(403);
  });
});
