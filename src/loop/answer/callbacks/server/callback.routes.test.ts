// A call is planned once, tried with patience, and what came of it moves the case.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { type ReporterInput, reportCase, resolve } from '../../../../../test/harness/reported-case.ts';
import { setPersonTierRoute } from '../../../../ground/people/core/person.contract.ts';
import * as contract from '../core/callback-routes.contract.ts';
import { sweepCallbacks } from './callback.jobs.ts';
import { callbackKeeper } from './door.ts';

const START = '2026-03-02T02:00:00Z';
let app: TestApp;
let seq = 0;
beforeAll(async () => {
  app = await testApp({ startAt: START });
});
afterAll(() => app.close());

const reported = async (more: ReporterInput = {}) => {
  seq += 1;
  const made = await reportCase(app, [
    { phone: `1380013${String(8000 + seq)}`, email: `c${seq}@example.com`, ...more },
  ]);
  return { ...made, personId: made.personIds[0]! };
};
const plan = (caseId: string, body: object = {}) =>
  app.as.agent.call(contract.planCallbackRoute, { params: { id: caseId }, body });
const settle = (id: string, body: object) => app.as.agent.call(contract.settleCallbackRoute, { params: { id }, body });
const statusOf = async (caseId: string) =>
  (await app.db.asOwner<{ status: string }>('SELECT status FROM cases WHERE id = $1', [caseId]))[0]!.status;
const done = (caseId: string) =>
  app.db.asOwner<{ data: { outcome: string; resolution: number; feedbackId: string | null } }>(
    `SELECT data FROM events WHERE subject = $1 AND type = 'callback.done' ORDER BY seq`,
    [caseId],
  );
const code = async (answer: Promise<{ status: number; body: { code: string } }>) => (await answer).body.code;

describe('a call', () => {
  it('planned by hand comes with its script, and its number only with a reason', async () => {
    const { caseId, personId } = await reported({ name: '林小满', phone: '13800138999' });
    const made = await plan(caseId);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ reason: 'hand', person: { id: personId }, phoneHint: '138****99', attempts: [] });
    expect(await code(plan(caseId))).toBe('already_planned');
    const params = { id: made.body.id };
    const seen = await app.as.agent.call(contract.getCallbackRoute, { params, query: { language: 'zh-CN' } });
    expect(seen.body.script.text).toContain('林小满');
    expect(seen.body.script.text).not.toContain('{{');
    expect(seen.body.voices).toHaveLength(1);
    expect(JSON.stringify(seen.body)).not.toContain('13800138999');
    const phone = await app.as.agent.call(contract.revealCallbackPhoneRoute, {
      params,
      body: { reason: '回访' + '客户' },
    });
    expect(phone.body.phone).toBe('13800138999');
    const traces = await app.db.asOwner(
      `SELECT 1 FROM events WHERE type = 'callback.phone_revealed' AND subject = $1`,
      [caseId],
    );
    expect(traces).toHaveLength(1);
    expect(
      (await app.as.analyst.call(contract.revealCallbackPhoneRoute, { params, body: { reason: '好奇看看' } })).status,
    ).toBe(403);
  });

  it('that nobody answers is tried again in working time, and in the end given up', async () => {
    const { caseId } = await reported();
    const made = await plan(caseId);
    const params = { id: made.body.id };
    const once = await app.as.agent.call(contract.tryCallbackRoute, { params, body: { note: '占线' } });
    expect(once.body).toMatchObject({ state: 'open', attempts: [{ outcome: 'no_answer', note: '占线' }] });
    expect(Date.parse(once.body.nextAt)).toBeGreaterThan(app.clock.now.getTime());
    await app.as.agent.call(contract.tryCallbackRoute, { params, body: {} });
    const last = await app.as.agent.call(contract.tryCallbackRoute, { params, body: {} });
    expect(last.body).toMatchObject({ state: 'done', outcome: 'unreachable' });
    expect(await code(app.as.agent.call(contract.tryCallbackRoute, { params, body: {} }))).toBe('already_settled');
    expect((await done(caseId)).map((one) => one.data.outcome)).toEqual(['unreachable']);
  });

  it('moves the case: fixed is told, not fixed opens it again, something new is a voice of its own', async () => {
    const good = await reported();
    await resolve(app, good.caseId);
    await app.settle();
    const fixed = await plan(good.caseId);
    expect((await settle(fixed.body.id, { outcome: 'fixed' })).body).toMatchObject({ state: 'done', reopened: false });
    expect(await statusOf(good.caseId)).toBe('resolved');
    expect((await done(good.caseId))[0]!.data).toMatchObject({ outcome: 'fixed', resolution: 1 });

    const bad = await reported();
    await resolve(app, bad.caseId);
    await app.settle();
    const broken = await plan(bad.caseId);
    expect(await code(settle(broken.body.id, { outcome: 'not_fixed' }))).toBe('missing_note');
    expect((await settle(broken.body.id, { outcome: 'not_fixed', note: '还是漏毛' })).body.reopened).toBe(true);
    expect(await statusOf(bad.caseId)).toBe('open');

    const other = await reported();
    const fresh = await plan(other.caseId);
    expect(await code(settle(fresh.body.id, { outcome: 'new_issue' }))).toBe('missing_words');
    const said = await settle(fresh.body.id, { outcome: 'new_issue', words: '另外发票一直没有开给我' });
    await app.settle();
    const [voice] = await app.db.asOwner<{ channel: string; person_id: string; text: string }>(
      'SELECT channel, person_id, text FROM feedback WHERE id = $1',
      [said.body.feedbackId],
    );
    expect(voice).toMatchObject({ channel: 'hotline', person_id: other.personId, text: '另外发票一直没有开给我' });
    expect(await code(settle(fresh.body.id, { outcome: 'fixed' }))).toBe('already_settled');
  });
});

describe('rules', () => {
  it('plan calls after settled urgent and VIP cases and after a dispute, once', async () => {
    const vip = await reported();
    await app.as.agent.call(setPersonTierRoute, { params: { id: vip.personId }, body: { tier: 'vip' } });
    await app.db.asOwner('UPDATE cases SET vip = true WHERE id = $1', [vip.caseId]);
    await resolve(app, vip.caseId);
    await app.settle();
    const urgent = await reported();
    await app.db.asOwner(`UPDATE cases SET priority = 'urgent' WHERE id = $1`, [urgent.caseId]);
    await resolve(app, urgent.caseId);
    await app.settle();
    const plain = await reported({ rating: 5 });
    await resolve(app, plain.caseId);
    await app.settle();
    const of = async (caseId: string) =>
      (await app.as.agent.call(contract.caseCallbacksRoute, { params: { id: caseId } })).body.items.map(
        (one: { reason: string; state: string }) => `${one.reason} ${one.state}`,
      );
    expect(await of(vip.caseId)).toEqual(['vip open']);
    expect(await of(urgent.caseId)).toEqual(['urgent open']);
    expect(await of(plain.caseId)).toEqual([]);
    await app.as.manager.call(contract.setCallbackRulesRoute, {
      body: { ...(await app.as.manager.call(contract.getCallbackRulesRoute)).body, maxAttempts: 1, dueWorkingHours: 1 },
    });
    const next = await reported();
    const made = await plan(next.caseId);
    expect(made.body.maxAttempts).toBe(1);
    app.clock.now = new Date(Date.parse(START) + 400 * 3_600_000);
    expect(await sweepCallbacks(app.db.database, app.clock.now)).toBeGreaterThanOrEqual(3);
    expect(await sweepCallbacks(app.db.database, app.clock.now)).toBe(0);
    app.clock.now = new Date(START);
  });

  it('are changed by those who may, with scripts that exist', async () => {
    const rules = (await app.as.viewer.call(contract.getCallbackRulesRoute)).body;
    expect((await app.as.agent.call(contract.setCallbackRulesRoute, { body: rules })).status).toBe(403);
    const wild = { ...rules, reasons: { ...rules.reasons, vip: { on: true, scriptId: 'cbs_none' } } };
    expect(await code(app.as.manager.call(contract.setCallbackRulesRoute, { body: wild }))).toBe('unknown_script');
    const scripts = (await app.as.agent.call(contract.listScriptsRoute)).body.items;
    expect(scripts).toHaveLength(3);
    const body = { 'zh-CN': '您好 {{person.name}}', en: 'Hello {{person.name}}' };
    const create = (more: object) =>
      app.as.manager.call(contract.createScriptRoute, { body: { name: '新话术', body, ...more } });
    expect(await code(create({ body: { ...body, en: '{{person.age}}' } }))).toBe('unknown_variable');
    const made = await create({});
    expect(made.status).toBe(201);
    expect(await code(create({}))).toBe('name_taken');
    const params = { id: made.body.id };
    const changed = await app.as.manager.call(contract.changeScriptRoute, { params, body: { name: '改了', body } });
    expect(changed.body.name).toBe('改了');
    expect((await app.as.agent.call(contract.removeScriptRoute, { params })).status).toBe(403);
    expect((await app.as.manager.call(contract.removeScriptRoute, { params })).status).toBe(204);
    for (const { id } of scripts.slice(1)) await app.as.manager.call(contract.removeScriptRoute, { params: { id } });
    expect(await code(app.as.manager.call(contract.removeScriptRoute, { params: { id: scripts[0].id } }))).toBe(
      'template_needed',
    );
  });
});

describe('what is refused', () => {
  it('has its name, and strangers find nothing', async () => {
    const { caseId } = await reported();
    expect(await code(plan('case_none'))).toBe('not_found');
    expect(await code(plan(caseId, { personId: 'per_none' }))).toBe('unknown_person');
    expect(await code(plan(caseId, { assigneeId: 'mem_none' }))).toBe('unknown_member');
    expect(await code(plan(caseId, { scriptId: 'cbs_none' }))).toBe('unknown_script');
    expect(await code(plan(caseId, { dueAt: '2020-01-01T00:00:00Z' }))).toBe('due_in_past');
    const nameless = await reportCase(app, [{ unknown: true }]);
    expect(await code(plan(nameless.caseId))).toBe('unknown_person');
    const made = await plan(caseId);
    const params = { id: made.body.id };
    expect(
      await code(
        app.as.agent.call(contract.assignCallbackRoute, { params, body: { memberId: app.as.viewer.memberId } }),
      ),
    ).toBe('unknown_member');
    const given = await app.as.agent.call(contract.assignCallbackRoute, {
      params,
      body: { memberId: app.as.agent.memberId },
    });
    expect(given.body.assignee.id).toBe(app.as.agent.memberId);
    const mailOnly = await reportCase(app, [{ email: 'only@example.com' }]);
    const noPhone = await plan(mailOnly.caseId);
    expect(
      await code(
        app.as.agent.call(contract.revealCallbackPhoneRoute, {
          params: { id: noPhone.body.id },
          body: { reason: '回访客户' },
        }),
      ),
    ).toBe('nothing_known');
    for (const [route, input] of [
      [contract.getCallbackRoute, { params }],
      [contract.caseCallbacksRoute, { params: { id: caseId } }],
      [contract.tryCallbackRoute, { params, body: {} }],
      [contract.settleCallbackRoute, { params, body: { outcome: 'fixed' } }],
      [contract.dropCallbackRoute, { params, body: { note: '不用了' } }],
      [contract.assignCallbackRoute, { params, body: { memberId: null } }],
      [contract.revealCallbackPhoneRoute, { params, body: { reason: '回访客户' } }],
    ] as const) {
      expect([route.id, (await app.stranger.call(route, input)).status]).toEqual([route.id, 404]);
      if (route.method !== 'GET') expect((await app.as.viewer.call(route, input)).status).toBe(403);
    }
    const dropped = await app.as.agent.call(contract.dropCallbackRoute, { params, body: { note: '客户已来信说好了' } });
    expect(dropped.body.state).toBe('dropped');
    expect(await code(app.as.agent.call(contract.dropCallbackRoute, { params, body: { note: '再丢一次' } }))).toBe(
      'already_settled',
    );
    expect(await code(app.as.agent.call(contract.assignCallbackRoute, { params, body: { memberId: null } }))).toBe(
      'already_settled',
    );
    const list = await app.as.agent.call(contract.listCallbacksRoute, { query: { state: 'dropped' } });
    expect(list.body.items).toHaveLength(1);
    expect((await app.stranger.call(contract.listCallbacksRoute)).body.items).toEqual([]);
  });

  it('and a customer can be forgotten', async () => {
    const [row] = await app.db.asOwner<{ person_id: string }>(
      'SELECT person_id FROM callbacks WHERE person_id IS NOT NULL LIMIT 1',
    );
    expect(await app.db.a.read((tx) => callbackKeeper.export(tx, row!.person_id))).toHaveLength(1);
    await app.db.a.write((tx) => callbackKeeper.erase(tx, row!.person_id, new Date()));
    expect(await app.db.asOwner('SELECT 1 FROM callbacks WHERE person_id = $1', [row!.person_id])).toEqual([]);
  });
});
