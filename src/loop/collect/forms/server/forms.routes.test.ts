// Members write, open, close and hand out questionnaires; every refusal has its name and its field.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { formSettings } from '../core/form.contract.ts';
import * as contract from '../core/form-routes.contract.ts';
import * as use from '../core/form-use.contract.ts';
import { INVITE_JOB } from './form.jobs.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const create = (body: object = {}) =>
  app.as.manager.call(contract.createFormRoute, { body: { name: '问卷', ...body } });
const words = { 'zh-CN': '好吗', en: 'Well?' };
const definition = { title: words, questions: [{ id: 'a', kind: 'csat', title: words }] };

describe('writing', () => {
  it('begins from a template, from another one, or from nothing', async () => {
    const templates = (await app.as.viewer.call(contract.listFormTemplatesRoute)).body.items;
    expect(templates.length).toBeGreaterThanOrEqual(6);
    for (const { key } of templates) {
      const made = (await create({ template: key })).body;
      expect(made.problems, key).toEqual([]);
      expect(JSON.stringify(made.definition)).not.toContain('template.');
    }
    const first = (await create({ template: 'ces_return' })).body;
    expect((await create({ copyOf: first.id })).body.definition).toEqual(first.definition);
    const empty = (await create()).body;
    expect(empty).toMatchObject({
      state: 'draft',
      version: 0,
      problems: [{ path: 'definition.questions', code: 'questions_missing' }],
    });
    expect((await create({ template: 'nothing' })).body).toMatchObject({
      code: 'unknown_template',
      errors: [{ path: 'template' }],
    });
    expect((await create({ copyOf: 'form_x' })).status).toBe(404);
    expect((await create({ name: ' ' })).body).toMatchObject({ code: 'invalid', errors: [{ path: 'name' }] });
    const bad = { ...definition, questions: [{ id: 'A B', kind: 'csat', title: words }] };
    expect((await create({ definition: bad })).body.errors[0]).toMatchObject({
      path: 'definition.questions.0.id',
      code: 'question_name_invalid',
    });
    const origin = await create({ definition, settings: { origins: ['shop.example/x'] } });
    expect(origin.body.errors[0]).toMatchObject({ path: 'settings.origins.0', code: 'origin_invalid' });
  });

  it('is listed by pages, searched, and read by its id', async () => {
    const made = (await create({ name: '春季试用', template: 'product_trial' })).body;
    const found = await app.as.viewer.call(contract.listFormsRoute, { query: { search: '春季', limit: 1 } });
    expect(found.body.items).toMatchObject([
      { id: made.id, questions: 6, score: { kind: 'csat', value: null, answered: 0 } },
    ]);
    const page = (await app.as.viewer.call(contract.listFormsRoute, { query: { limit: 1 } })).body;
    expect(page.nextCursor).not.toBeNull();
    const next = await app.as.viewer.call(contract.listFormsRoute, { query: { limit: 1, cursor: page.nextCursor } });
    expect(next.body.items[0].id).not.toBe(page.items[0].id);
    expect((await app.stranger.call(contract.getFormRoute, { params: { id: made.id } })).status).toBe(404);
  });

  it('may be half done as a draft, not once it is open; two who save at once are told', async () => {
    const { id, updatedAt } = (await create({ definition })).body;
    const half = { ...definition, questions: [] };
    const settings = formSettings.parse({});
    const save = (body: object) =>
      app.as.manager.call(contract.saveFormRoute, {
        params: { id },
        body: { name: '问', definition, settings, ...body },
      });
    app.clock.now = new Date(app.clock.now.getTime() + 1000);
    expect((await save({ definition: half, basedOn: updatedAt })).status).toBe(200);
    expect((await save({ basedOn: updatedAt })).body.code).toBe('changed_meanwhile');
    const stopped = await app.as.manager.call(contract.openFormRoute, { params: { id } });
    expect(stopped.body).toMatchObject({
      code: 'invalid_form',
      errors: [{ path: 'definition.questions', code: 'questions_missing' }],
    });
    await save({});
    expect((await app.as.manager.call(contract.openFormRoute, { params: { id } })).body).toMatchObject({
      state: 'open',
      version: 1,
    });
    expect((await app.as.manager.call(contract.openFormRoute, { params: { id } })).body.code).toBe('already_open');
    expect((await save({ definition: half })).body.code).toBe('invalid_form');
    expect((await app.as.manager.call(contract.closeFormRoute, { params: { id } })).body.state).toBe('closed');
    expect((await app.as.manager.call(contract.closeFormRoute, { params: { id } })).body.code).toBe('form_not_open');
    expect((await app.as.manager.call(contract.openFormRoute, { params: { id } })).body.version).toBe(1);
    expect((await app.as.manager.call(contract.deleteFormRoute, { params: { id } })).status).toBe(204);
    expect((await app.as.manager.call(contract.deleteFormRoute, { params: { id } })).status).toBe(404);
  });

  it('is for those who may, and unknown everywhere else', async () => {
    expect((await app.as.agent.call(contract.createFormRoute, { body: { name: 'x' } })).status).toBe(403);
    const params = { id: 'form_nothing' };
    const body = { name: 'x', definition, settings: {} };
    for (const spec of [
      contract.getFormRoute,
      use.listTriggersRoute,
      use.formResultsRoute,
      use.exportFormRoute,
      use.printFormRoute,
    ])
      expect((await app.as.owner.call(spec, { params })).status, spec.id).toBe(404);
    expect((await app.as.owner.call(contract.saveFormRoute, { params, body })).status).toBe(404);
    expect((await app.as.owner.call(use.shareFormRoute, { params, body: {} })).status).toBe(404);
    expect((await app.as.owner.call(use.formTextsRoute, { params, query: { question: 'a' } })).status).toBe(404);
    expect((await app.as.owner.call(use.inviteRoute, { params, body: { personId: 'per_x' } })).status).toBe(404);
    expect((await app.as.owner.call(use.saveTriggerRoute, { params, body: { event: 'case_resolved' } })).status).toBe(
      404,
    );
    expect(
      (await app.as.owner.call(use.removeTriggerRoute, { params: { ...params, event: 'case_resolved' } })).status,
    ).toBe(404);
  });

  it('refuses a period that ends before it begins', async () => {
    const { id } = (await create({ definition })).body;
    const query = { from: '2026-03-02', to: '2026-03-01', question: 'a' };
    for (const spec of [use.formResultsRoute, use.exportFormRoute, use.formTextsRoute]) {
      const answer = await app.as.owner.call(spec, { params: { id }, query });
      expect(answer.body, spec.id).toMatchObject({ code: 'invalid_period', errors: [{ path: 'to' }] });
    }
  });

  it('shows a page from words not saved yet', async () => {
    const preview = (at?: string) =>
      app.as.viewer.call(contract.previewFormRoute, { body: { definition, language: 'en', ...(at ? { at } : {}) } });
    expect((await preview()).body.html).toContain('Well?');
    expect((await preview('thanks')).body.html).toContain('Thank you');
    const empty = await app.as.viewer.call(contract.previewFormRoute, {
      body: { definition: { title: words, questions: [] }, language: 'en' },
    });
    expect(empty.status).toBe(200);
  });
});

describe('sending', () => {
  const customer = (email: string) => ({
    channel: 'email',
    text: '盖子坏了，一直漏水，要求退款',
    rating: 1,
    person: { email, name: '林晚' },
  });
  const mails = (formId: string) =>
    app.db.asOwner<{ body_text: string; subject: string }>('SELECT * FROM mails WHERE subject_id = $1 ORDER BY id', [
      formId,
    ]);

  async function openWith(trigger: object, template = 'csat_resolved') {
    const { id } = (await create({ template })).body;
    await app.as.manager.call(contract.openFormRoute, { params: { id } });
    const saved = await app.as.manager.call(use.saveTriggerRoute, { params: { id }, body: trigger });
    expect(saved.status).toBe(200);
    return id as string;
  }

  async function resolveCaseOf(email: string): Promise<string> {
    const made = await app.as.agent.call(
      { id: 'x', method: 'POST', path: '/api/v1/feedback', summary: '', access: 'member', ok: undefined as never },
      { body: { ...customer(email), externalId: `voice of ${email} ${app.clock.now.getTime()}` } },
    );
    await app.settle();
    const [found] = await app.db.asOwner<{ case_id: string }>(
      'SELECT case_id FROM case_feedback WHERE feedback_id = $1',
      [made.body.id as never],
    );
    const done = await app.as.agent.call(
      {
        id: 'y',
        method: 'POST',
        path: '/api/v1/cases/:id/resolution',
        summary: '',
        access: 'member',
        ok: undefined as never,
      },
      { params: { id: found!.case_id }, body: { resolution: 'fixed', message: '已经为您补寄' } },
    );
    expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
    await app.settle();
    return found!.case_id;
  }

  it('asks whoever reported a resolved case, later, once, and knows the person and the case by his answer', async () => {
    const id = await openWith({ event: 'case_resolved', delayMinutes: 60 });
    const caseId = await resolveCaseOf('lin@example.com');
    expect(await mails(id)).toHaveLength(0);
    app.clock.now = new Date(app.clock.now.getTime() + 61 * 60_000);
    await app.settle();
    const [letter, ...more] = await mails(id);
    expect(more).toEqual([]);
    expect(letter!.subject).toContain('这次处理得怎么样');
    const link = /\/q\/\S+/.exec(letter!.body_text)![0];
    const open = (form?: string) =>
      app.product.app.inject({
        method: form === undefined ? 'GET' : 'POST',
        url: link,
        ...(form === undefined
          ? {}
          : { payload: form, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      });
    expect((await open()).statusCode).toBe(200);
    await open('q=csat&v=2&go=next');
    await open('q=missing&v=too_slow&go=next');
    await open(`q=more&go=next&v=${encodeURIComponent('等了整整一个月才有人回')}`);
    await app.settle();
    const [told] = await app.db.asOwner<{ data: any }>(
      `SELECT data FROM events WHERE type = 'form.answered' AND subject = $1`,
      [id],
    );
    expect(told!.data).toMatchObject({ caseId, dropped: false, scores: [{ kind: 'csat', score: 2 }] });
    const [voice] = await app.db.asOwner<{ person_id: string }>('SELECT person_id FROM feedback WHERE id = $1', [
      told!.data.feedbackId,
    ]);
    expect(voice!.person_id).toBe(told!.data.personId);
    const [trigger] = (await app.as.viewer.call(use.listTriggersRoute, { params: { id } })).body.items;
    expect(trigger).toMatchObject({ waiting: 0, sent: 1, answered: 1, skipped: [] });
    // A second case within the cool-down asks nobody again.
    await resolveCaseOf('lin@example.com');
    app.clock.now = new Date(app.clock.now.getTime() + 61 * 60_000);
    await app.settle();
    const [later] = (await app.as.viewer.call(use.listTriggersRoute, { params: { id } })).body.items;
    expect(later.sent).toBe(1);
    expect(await mails(id)).toHaveLength(1);
  });

  it('asks after a delivered order, and after a show when it tells who was there', async () => {
    const delivered = await openWith({ event: 'order_delivered', delayMinutes: 0, coolDownDays: 0 }, 'nps_delivery');
    const sent = await app.as.owner.call(
      { id: 'z', method: 'POST', path: '/api/v1/signals', summary: '', access: 'member', ok: undefined as never },
      {
        body: {
          externalId: 'parcel-1',
          kind: 'delivered',
          occurredAt: app.clock.now.toISOString(),
          orderNo: 'A1001',
          person: { email: 'mei@example.com' },
          lines: [{ sku: 'CREAM-50', name: '面霜' }],
        },
      },
    );
    expect(sent.status, JSON.stringify(sent.body)).toBeLessThan(300);
    await app.settle();
    expect(await mails(delivered)).toHaveLength(1);
    const live = await openWith({ event: 'live_ended', delayMinutes: 0, coolDownDays: 0 }, 'live_show');
    const [person] = await app.db.asOwner<{ id: string }>(
      `SELECT person_id AS id FROM form_invitations WHERE form_id = $1`,
      [delivered],
    );
    await app.db.a.write(async (tx) => {
      const { appendEvents } = await import('../../../../platform/events/event.store.ts');
      const actor = { kind: 'system' as const, id: 'system', name: 'live' };
      await appendEvents(tx, [
        { type: 'live.ended', subject: 'live_1', data: { personIds: [person!.id] }, actor, at: app.clock.now },
      ]);
    });
    await app.settle();
    expect(await mails(live)).toHaveLength(1);
  });

  it('stops what is on its way when the trigger goes', async () => {
    const id = await openWith({ event: 'case_resolved', delayMinutes: 600, coolDownDays: 0 });
    await resolveCaseOf('ye@example.com');
    const [waiting] = await app.db.asOwner<{ count: string }>(`SELECT count(*) FROM jobs WHERE kind = $1`, [
      INVITE_JOB,
    ]);
    expect(Number(waiting!.count)).toBeGreaterThan(0);
    expect((await app.as.manager.call(use.removeTriggerRoute, { params: { id, event: 'case_resolved' } })).status).toBe(
      204,
    );
    app.clock.now = new Date(app.clock.now.getTime() + 601 * 60_000);
    await app.settle();
    expect(await mails(id)).toHaveLength(0);
    const [left] = await app.db.asOwner<{ state: string; reason: string }>(
      'SELECT state, reason FROM form_invitations WHERE form_id = $1',
      [id],
    );
    expect(left).toEqual({ state: 'skipped', reason: 'trigger_removed' });
  });

  it('makes a personal address by hand, the same one when asked again', async () => {
    const { id } = (await create({ template: 'parcel_card' })).body;
    const [person] = await app.db.asOwner<{ id: string }>('SELECT id FROM people WHERE workspace_id = $1 LIMIT 1', [
      app.db.workspaceA,
    ]);
    const ask = (personId: string) => app.as.manager.call(use.inviteRoute, { params: { id }, body: { personId } });
    expect((await ask(person!.id)).body.code).toBe('form_not_open');
    expect((await ask('per_nobody')).body).toMatchObject({ code: 'unknown_person', errors: [{ path: 'personId' }] });
    await app.as.manager.call(contract.openFormRoute, { params: { id } });
    const first = (await ask(person!.id)).body;
    expect((await ask(person!.id)).body).toEqual(first);
  });

  it('refuses odd triggers by their field', async () => {
    const { id } = (await create({ template: 'parcel_card' })).body;
    const save = async (body: object) =>
      (await app.as.manager.call(use.saveTriggerRoute, { params: { id }, body })).body.errors[0].path;
    expect(await save({ event: 'tea_time' })).toBe('event');
    expect(await save({ event: 'case_resolved', sample: 0 })).toBe('sample');
    expect(await save({ event: 'case_resolved', delayMinutes: -1 })).toBe('delayMinutes');
    expect(await save({ event: 'case_resolved', coolDownDays: 999 })).toBe('coolDownDays');
  });
});

it('one with answers is not removed', async () => {
  const { id, key } = (await create({ template: 'parcel_card' })).body;
  await app.as.manager.call(contract.openFormRoute, { params: { id } });
  await app.product.app.inject({
    method: 'POST',
    url: `/api/v1/public/forms/${key}/answers`,
    payload: '{"answers":{"csat":5}}',
    headers: { 'content-type': 'text/plain' },
  });
  expect((await app.as.manager.call(contract.deleteFormRoute, { params: { id } })).body.code).toBe('form_has_answers');
});
