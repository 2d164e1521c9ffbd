// Every route of cases: its yes, its refusals, and strangers who must find nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { addJudged, addMember, addPerson, addTeam } from '../../../../../test/harness/judged-feedback.ts';
import { type Permission, ROLES, roleHas } from '../../../../ground/members/core/permission.contract.ts';
import type { RouteSpec } from '../../../../kit/route.ts';
import * as merging from '../core/case-merge.contract.ts';
import * as routes from '../core/case-routes.contract.ts';
import * as views from '../core/case-views.contract.ts';

let app: TestApp;
let seq = 0;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

async function voices(count = 1, themes = ['logistics.late']): Promise<string[]> {
  seq += 1;
  const personId = await addPerson(app.db, `客${seq}`);
  return addJudged(
    app.db,
    Array.from({ length: count }, () => ({ personId, rating: 1, themes })),
  );
}

async function opened(count = 1): Promise<{ id: string; feedback: string[] }> {
  const feedback = await voices(count);
  const answer = await app.as.agent.call(routes.openCaseRoute, { body: { feedbackIds: feedback } });
  expect(answer.status).toBe(201);
  return { id: answer.body.id, feedback };
}

const as = (
  role: 'agent' | 'manager' | 'owner',
  spec: RouteSpec,
  id: string,
  more: { body?: unknown; query?: object; params?: object } = {},
) => app.as[role].call(spec, { ...more, params: { id, ...more.params } });
const refused = (answer: { status: number; body: { code?: string } }) => `${answer.status} ${answer.body.code}`;

describe('opening and looking', () => {
  it('opens, lists, shows, pages feedback and history', async () => {
    const { id, feedback } = await opened(3);
    const list = await app.as.viewer.call(routes.listCasesRoute, { query: { sort: 'newest', limit: 1 } });
    expect(list.status).toBe(200);
    expect(list.body.items).toMatchObject([
      { id, status: 'new', publicStage: 'received', voices: 3, people: 1, openedBy: 'manual' },
    ]);
    const one = await as('agent', routes.getCaseRoute, id);
    expect(one.status).toBe(200);
    expect(one.body.feedback.items.map((item: { feedbackId: string }) => item.feedbackId)).toEqual(feedback);
    expect(one.body.parts.length).toBe(5);
    expect(one.body.clocks.length).toBeGreaterThan(0);
    const first = await as('agent', routes.listCaseFeedbackRoute, id, { query: { limit: 2 } });
    const second = await as('agent', routes.listCaseFeedbackRoute, id, {
      query: { limit: 2, cursor: first.body.nextCursor },
    });
    expect([...first.body.items, ...second.body.items].map((item: { feedbackId: string }) => item.feedbackId)).toEqual(
      feedback,
    );
    const history = await as('agent', routes.getCaseTimelineRoute, id);
    expect(history.body.items.map((item: { type: string }) => item.type)).toEqual(['case.opened']);
    expect(refused(await app.as.agent.call(routes.listCasesRoute, { query: { view: 'nowhere' } }))).toBe(
      '422 unknown_view',
    );
    expect((await app.as.agent.call(routes.listCasesRoute, { query: { status: 'nonsense' } })).status).toBe(422);
    expect(
      (
        await app.as.agent.call(routes.listCasesRoute, {
          query: { view: 'open', status: 'new,open', owner: 'none', q: '#1', cursor: 'rubbish' },
        })
      ).status,
    ).toBe(200);
  });

  it('refuses to open twice, from nothing, or from what is taken', async () => {
    const { feedback } = await opened();
    const open = (body: object) => app.as.agent.call(routes.openCaseRoute, { body });
    expect(refused(await open({ feedbackIds: feedback }))).toBe('409 feedback_in_case');
    expect(refused(await open({ feedbackIds: ['fb_x'] }))).toBe('422 unknown_feedback');
    expect(refused(await open({ feedbackIds: [] }))).toBe('422 invalid');
    expect(refused(await open({ feedbackIds: await voices(), memberId: 'mem_x' }))).toBe('422 unknown_member');
    expect(refused(await open({ feedbackIds: await voices(), teamId: 'team_x' }))).toBe('422 unknown_team');
  });

  it('joins and takes out feedback', async () => {
    const { id, feedback } = await opened();
    const more = await voices(2);
    expect((await as('agent', routes.joinFeedbackRoute, id, { body: { feedbackIds: more } })).body).toMatchObject({
      voices: 3,
      people: 2,
    });
    expect((await as('agent', routes.removeFeedbackRoute, id, { params: { feedbackId: more[0] } })).body).toMatchObject(
      { voices: 2 },
    );
    expect(refused(await as('agent', routes.removeFeedbackRoute, id, { params: { feedbackId: more[0] } }))).toBe(
      '404 not_found',
    );
    await as('agent', routes.removeFeedbackRoute, id, { params: { feedbackId: more[1] } });
    expect(refused(await as('agent', routes.removeFeedbackRoute, id, { params: { feedbackId: feedback[0] } }))).toBe(
      '409 last_feedback',
    );
    const other = await opened();
    expect(refused(await as('agent', routes.joinFeedbackRoute, id, { body: { feedbackIds: other.feedback } }))).toBe(
      '409 feedback_in_case',
    );
    expect(refused(await as('agent', routes.joinFeedbackRoute, id, { body: { feedbackIds: ['fb_x'] } }))).toBe(
      '422 unknown_feedback',
    );
  });
});

describe('working', () => {
  it('moves through every status and refuses what the table refuses', async () => {
    const { id } = await opened();
    const status = (to: string) => as('agent', routes.setStatusRoute, id, { body: { status: to } });
    expect((await as('agent', routes.triageCaseRoute, id, { body: {} })).body).toMatchObject({
      status: 'open',
      stage: 'classify',
    });
    expect(refused(await as('agent', routes.triageCaseRoute, id, { body: {} }))).toBe('409 not_new');
    expect(refused(await status('open'))).toBe('409 already_open');
    expect((await status('pending')).body).toMatchObject({
      status: 'pending',
      publicStage: 'waiting_for_you',
      nextDue: null,
    });
    expect(refused(await status('pending'))).toBe('409 already_pending');
    expect((await status('on_hold')).body.status).toBe('on_hold');
    expect(refused(await status('on_hold'))).toBe('409 already_on_hold');
    expect(refused(await as('manager', routes.verifyCaseRoute, id, { body: { reason: '回访过了' } }))).toBe(
      '409 not_resolved',
    );
    expect(refused(await as('manager', routes.closeCaseRoute, id))).toBe('409 not_resolved');
    expect(refused(await as('agent', routes.reopenCaseRoute, id))).toBe('409 not_resolved');
    const resolved = await as('agent', routes.resolveCaseRoute, id, {
      body: { resolution: 'replaced', note: '补发了', message: '已为您补发' },
    });
    expect(resolved.body).toMatchObject({ status: 'resolved', publicStage: 'resolved', nextDue: null });
    expect(refused(await as('agent', routes.resolveCaseRoute, id, { body: {} }))).toBe('409 already_resolved');
    expect(refused(await status('open'))).toBe('409 case_settled');
    expect(refused(await as('agent', routes.moveStageRoute, id, { body: { stage: 'handle' } }))).toBe(
      '409 case_settled',
    );
    expect((await as('agent', routes.reopenCaseRoute, id, { query: { reason: '又坏了' } })).body.status).toBe('open');
    expect((await as('agent', routes.moveStageRoute, id, { body: { stage: 'confirm' } })).body.stage).toBe('confirm');
    expect(refused(await as('agent', routes.moveStageRoute, id, { body: { stage: 'confirm' } }))).toBe(
      '409 already_there',
    );
    await as('agent', routes.resolveCaseRoute, id, { body: {} });
    expect((await as('manager', routes.verifyCaseRoute, id, { body: { reason: '回访过了' } })).body.status).toBe(
      'verified',
    );
    expect(refused(await as('manager', routes.verifyCaseRoute, id, { body: { reason: '回访过了' } }))).toBe(
      '409 already_verified',
    );
    expect(refused(await as('agent', routes.resolveCaseRoute, id, { body: {} }))).toBe('409 already_verified');
    expect((await as('manager', routes.closeCaseRoute, id)).body).toMatchObject({
      status: 'closed',
      publicStage: 'verified',
    });
    expect(refused(await as('manager', routes.closeCaseRoute, id))).toBe('409 already_closed');
    expect(refused(await as('agent', routes.resolveCaseRoute, id, { body: {} }))).toBe('409 already_closed');
    expect(refused(await as('agent', routes.assignCaseRoute, id, { body: { memberId: null } }))).toBe(
      '409 case_closed',
    );
    expect(refused(await as('agent', routes.setPriorityRoute, id, { body: { priority: 'low', reason: 'x' } }))).toBe(
      '409 case_closed',
    );
    expect(refused(await as('agent', routes.setEffortRoute, id, { body: { effort: 'small' } }))).toBe(
      '409 case_closed',
    );
    expect(refused(await as('agent', routes.changeDetailsRoute, id, { body: { title: 'x' } }))).toBe('409 case_closed');
    expect(refused(await as('agent', routes.joinFeedbackRoute, id, { body: { feedbackIds: await voices() } }))).toBe(
      '409 case_closed',
    );
  });

  it('assigns to members, teams and turns', async () => {
    const member = await addMember(app.db, '小林');
    const outside = await addMember(app.db, '小王');
    const team = await addTeam(app.db, '售后', [member]);
    const { id } = await opened();
    const assign = (body: object) => as('agent', routes.assignCaseRoute, id, { body });
    expect((await assign({ teamId: team, auto: true })).body).toMatchObject({
      owner: { name: '小林' },
      team: { name: '售后' },
      stage: 'handle',
    });
    expect((await assign({ memberId: outside })).body).toMatchObject({ owner: { name: '小王' }, team: null });
    expect((await assign({ memberId: null })).body).toMatchObject({ owner: null });
    expect(refused(await assign({ memberId: outside, teamId: team }))).toBe('409 not_in_team');
    expect(refused(await assign({ memberId: 'mem_x' }))).toBe('422 unknown_member');
    expect(refused(await assign({ teamId: 'team_x' }))).toBe('422 unknown_team');
    expect((await assign({})).body.errors).toMatchObject([{ code: 'assignment_empty' }]);
    expect((await assign({ auto: true, memberId: member })).body.errors).toMatchObject([
      { code: 'assignment_ambiguous' },
    ]);
    const empty = await addTeam(app.db, '空组', []);
    expect(refused(await assign({ teamId: empty, auto: true }))).toBe('409 nobody_available');
  });

  it('sets priority, effort, details, notes and sleep', async () => {
    const { id } = await opened();
    expect(
      (await as('agent', routes.setPriorityRoute, id, { body: { priority: 'urgent', reason: '主播在等' } })).body,
    ).toMatchObject({ priority: 'urgent', priorityByHand: true });
    expect(refused(await as('agent', routes.setPriorityRoute, id, { body: { priority: 'urgent', reason: ' ' } }))).toBe(
      '422 invalid',
    );
    expect((await as('agent', routes.clearPriorityRoute, id)).body).toMatchObject({
      priority: 'high',
      priorityByHand: false,
    });
    expect(refused(await as('agent', routes.clearPriorityRoute, id))).toBe('409 priority_not_by_hand');
    expect((await as('agent', routes.setEffortRoute, id, { body: { effort: 'large' } })).body.priority).toBe('medium');
    expect(
      (await as('agent', routes.changeDetailsRoute, id, { body: { title: '快递慢', fields: { batch: 'B7' } } })).body
        .title,
    ).toBe('快递慢');
    await as('agent', routes.changeDetailsRoute, id, { body: { fields: { batch: null, line: 3 } } });
    expect((await as('agent', routes.getCaseRoute, id)).body.fields).toEqual({ line: 3 });
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}`, index]));
    expect(refused(await as('agent', routes.changeDetailsRoute, id, { body: { fields: many } }))).toBe(
      '409 too_many_fields',
    );
    expect(refused(await as('agent', routes.changeDetailsRoute, id, { body: { fields: { 'Bad Name': 1 } } }))).toBe(
      '422 invalid',
    );
    expect((await as('agent', routes.addNoteRoute, id, { body: { text: '<script>alert(1)</script>' } })).status).toBe(
      201,
    );
    expect(refused(await as('agent', routes.addNoteRoute, id, { body: { text: 'x', mentions: ['mem_x'] } }))).toBe(
      '422 unknown_member',
    );
    expect(refused(await as('agent', routes.wakeCaseRoute, id))).toBe('409 not_snoozed');
    expect(refused(await as('agent', routes.snoozeCaseRoute, id, { body: { until: '2020-01-01T00:00:00Z' } }))).toBe(
      '422 invalid_instant',
    );
    expect(
      (await as('agent', routes.snoozeCaseRoute, id, { body: { until: '2026-03-04T02:00:00+08:00' } })).body
        .snoozedUntil,
    ).toBe('2026-03-03T18:00:00.000Z');
    const open = await app.as.agent.call(routes.listCasesRoute, { query: { view: 'snoozed' } });
    expect(open.body.items.map((row: { id: string }) => row.id)).toContain(id);
    expect((await as('agent', routes.wakeCaseRoute, id)).body.snoozedUntil).toBeNull();
    await as('agent', routes.snoozeCaseRoute, id, { body: { until: '2026-03-03T00:00:00Z' } });
    app.clock.now = new Date('2026-03-03T00:00:01Z');
    await app.settle();
    expect((await as('agent', routes.getCaseRoute, id)).body.snoozedUntil).toBeNull();
    app.clock.now = new Date('2026-03-02T02:00:00Z');
  });

  it('refuses a theme the person has an open case on', async () => {
    const personId = await addPerson(app.db, '同一人');
    const [late, broken] = await addJudged(app.db, [{ personId }, { personId, themes: ['quality.broken'] }]);
    const one = (await app.as.agent.call(routes.openCaseRoute, { body: { feedbackIds: [late] } })).body.id;
    const two = (await app.as.agent.call(routes.openCaseRoute, { body: { feedbackIds: [broken] } })).body.id;
    expect(refused(await as('agent', routes.changeDetailsRoute, two, { body: { theme: 'logistics.late' } }))).toBe(
      '409 open_case_exists',
    );
    expect(refused(await as('agent', routes.triageCaseRoute, two, { body: { theme: 'logistics.late' } }))).toBe(
      '409 open_case_exists',
    );
    await as('agent', routes.resolveCaseRoute, one, { body: {} });
    expect((await as('agent', routes.changeDetailsRoute, two, { body: { theme: 'logistics.late' } })).status).toBe(200);
    expect(refused(await as('agent', routes.reopenCaseRoute, one))).toBe('409 open_case_exists');
  });

  it('merges and takes it back', async () => {
    const [a, b] = [await opened(2), await opened(1)];
    const merge = (id: string, intoId: string) => as('agent', merging.mergeCaseRoute, id, { body: { intoId } });
    expect((await merge(a.id, b.id)).body).toMatchObject({ id: a.id, mergedIntoId: b.id });
    expect((await as('agent', routes.getCaseRoute, b.id)).body).toMatchObject({ voices: 3, merged: [{ id: a.id }] });
    expect((await as('agent', routes.getCaseRoute, a.id)).body).toMatchObject({
      mergedInto: { id: b.id },
      actions: [],
    });
    for (const [spec, body] of [
      [routes.setStatusRoute, { status: 'pending' }],
      [routes.resolveCaseRoute, {}],
      [routes.setPriorityRoute, { priority: 'low', reason: 'x' }],
      [routes.setEffortRoute, { effort: 'small' }],
      [routes.changeDetailsRoute, { title: 'x' }],
      [routes.assignCaseRoute, { memberId: null }],
      [routes.snoozeCaseRoute, { until: '2026-04-01T00:00:00Z' }],
      [routes.moveStageRoute, { stage: 'handle' }],
      [routes.triageCaseRoute, {}],
      [routes.joinFeedbackRoute, { feedbackIds: a.feedback }],
    ] as [RouteSpec, object][]) {
      expect(refused(await as('agent', spec, a.id, { body })), spec.id).toBe('409 case_merged');
    }
    expect(refused(await merge(b.id, b.id))).toBe('409 same_case');
    expect(refused(await merge(b.id, 'case_x'))).toBe('422 unknown_case');
    expect((await as('agent', merging.unmergeCaseRoute, a.id)).body).toMatchObject({ mergedIntoId: null, voices: 2 });
    expect(refused(await as('agent', merging.unmergeCaseRoute, a.id))).toBe('409 not_merged');
    await as('agent', routes.resolveCaseRoute, b.id, { body: {} });
    expect(refused(await merge(a.id, b.id))).toBe('409 case_settled');
  });

  it('changes many at once', async () => {
    const [a, b] = [await opened(), await opened()];
    const answer = await app.as.agent.call(views.bulkCasesRoute, {
      body: { ids: [a.id, b.id, 'case_x'], change: { verb: 'snooze', until: '2026-03-05T00:00:00Z' } },
    });
    expect(answer.body).toMatchObject({ done: 2, refused: 1 });
    for (const change of [
      { verb: 'assign', memberId: null },
      { verb: 'priority', priority: 'low', reason: 'x' },
      { verb: 'triage' },
      { verb: 'status', status: 'on_hold' },
      { verb: 'merge', intoId: b.id },
      { verb: 'resolve' },
    ]) {
      expect(
        (await app.as.agent.call(views.bulkCasesRoute, { body: { ids: [a.id, b.id], change } })).status,
        JSON.stringify(change),
      ).toBe(200);
    }
    // Closing is for those who lead; the agent is refused case by case.
    const closing = await app.as.agent.call(views.bulkCasesRoute, { body: { ids: [b.id], change: { verb: 'close' } } });
    expect(closing.body.results).toEqual([{ id: b.id, ok: false, reason: 'forbidden' }]);
    expect(
      (
        await app.as.agent.call(views.bulkCasesRoute, {
          body: { ids: Array.from({ length: 201 }, () => a.id), change: { verb: 'triage' } },
        })
      ).status,
    ).toBe(422);
  });
});

describe('views and the bell', () => {
  it('keeps own and shared views with counts', async () => {
    const draft = { name: '破损', filter: { themes: ['quality'] }, sort: 'priority' };
    const made = await app.as.agent.call(views.createViewRoute, { body: draft });
    expect(made.status).toBe(201);
    const { id } = made.body;
    const seen = async (who: 'agent' | 'manager') => (await app.as[who].call(views.listViewsRoute)).body.items;
    expect((await seen('agent')).map((view: { id: string }) => view.id)).toContain(id);
    expect((await seen('manager')).map((view: { id: string }) => view.id)).not.toContain(id);
    expect((await seen('agent'))[0]).toMatchObject({ id: 'mine', builtIn: true, name: null });
    expect((await app.as.agent.call(routes.listCasesRoute, { query: { view: id } })).status).toBe(200);
    expect(refused(await app.as.manager.call(routes.listCasesRoute, { query: { view: id } }))).toBe('422 unknown_view');
    expect(refused(await app.as.manager.call(views.changeViewRoute, { params: { id }, body: draft }))).toBe(
      '404 not_found',
    );
    expect(refused(await app.as.agent.call(views.createViewRoute, { body: { ...draft, shared: true } }))).toBe(
      '403 forbidden',
    );
    const shared = (await app.as.manager.call(views.createViewRoute, { body: { ...draft, shared: true } })).body.id;
    expect((await seen('agent')).map((view: { id: string }) => view.id)).toContain(shared);
    expect(refused(await app.as.agent.call(views.changeViewRoute, { params: { id: shared }, body: draft }))).toBe(
      '403 forbidden',
    );
    expect(refused(await app.as.agent.call(views.removeViewRoute, { params: { id: shared } }))).toBe('403 forbidden');
    expect(
      (await app.as.agent.call(views.changeViewRoute, { params: { id }, body: { ...draft, name: '碎了' } })).status,
    ).toBe(200);
    expect((await app.as.agent.call(views.removeViewRoute, { params: { id } })).status).toBe(200);
    expect(refused(await app.as.agent.call(views.removeViewRoute, { params: { id } }))).toBe('404 not_found');
    for (let index = 0; index < 50; index += 1) await app.as.analyst.call(views.createViewRoute, { body: draft });
    expect(refused(await app.as.analyst.call(views.createViewRoute, { body: draft }))).toBe('409 too_many_views');
  });

  it('has nothing to ring for a key', async () => {
    expect((await app.as.agent.call(views.listNotificationsRoute)).body).toEqual({
      items: [],
      nextCursor: null,
      unread: 0,
    });
    expect((await app.as.agent.call(views.readNotificationsRoute, { body: {} })).body).toEqual({ read: 0 });
    expect((await app.nobody.call(views.listNotificationsRoute)).status).toBe(401);
  });
});

describe('walls', () => {
  it('show a stranger nothing, whatever he tries', async () => {
    const { id, feedback } = await opened();
    const more = await voices();
    const before = JSON.stringify(await app.db.asOwner('SELECT * FROM cases WHERE id = $1', [id]));
    const tries: [RouteSpec, { body?: unknown; params?: object }][] = [
      [routes.getCaseRoute, {}],
      [routes.listCaseFeedbackRoute, {}],
      [routes.getCaseTimelineRoute, {}],
      [routes.joinFeedbackRoute, { body: { feedbackIds: more } }],
      [routes.removeFeedbackRoute, { params: { feedbackId: feedback[0] } }],
      [routes.triageCaseRoute, { body: {} }],
      [routes.moveStageRoute, { body: { stage: 'handle' } }],
      [routes.assignCaseRoute, { body: { memberId: null } }],
      [routes.setPriorityRoute, { body: { priority: 'low', reason: 'x' } }],
      [routes.clearPriorityRoute, {}],
      [routes.setEffortRoute, { body: { effort: 'small' } }],
      [routes.changeDetailsRoute, { body: { title: 'x' } }],
      [routes.addNoteRoute, { body: { text: 'x' } }],
      [routes.snoozeCaseRoute, { body: { until: '2026-04-01T00:00:00Z' } }],
      [routes.wakeCaseRoute, {}],
      [routes.setStatusRoute, { body: { status: 'open' } }],
      [routes.resolveCaseRoute, { body: {} }],
      [routes.reopenCaseRoute, {}],
      [routes.verifyCaseRoute, { body: { reason: '回访过了' } }],
      [routes.closeCaseRoute, {}],
      [merging.mergeCaseRoute, { body: { intoId: id } }],
      [merging.unmergeCaseRoute, {}],
    ];
    for (const [spec, input] of tries) {
      expect(refused(await app.stranger.call(spec, { ...input, params: { id, ...input.params } })), spec.id).toBe(
        '404 not_found',
      );
      expect((await app.nobody.call(spec, { ...input, params: { id, ...input.params } })).status, spec.id).toBe(401);
    }
    expect((await app.stranger.call(routes.listCasesRoute)).body.items).toEqual([]);
    expect(refused(await app.stranger.call(routes.openCaseRoute, { body: { feedbackIds: more } }))).toBe(
      '422 unknown_feedback',
    );
    const bulk = await app.stranger.call(views.bulkCasesRoute, { body: { ids: [id], change: { verb: 'triage' } } });
    expect(bulk.body.results).toEqual([{ id, ok: false, reason: 'not_found' }]);
    expect(JSON.stringify(await app.db.asOwner('SELECT * FROM cases WHERE id = $1', [id]))).toBe(before);
  });

  it('let each role do what the matrix says', async () => {
    const { id } = await opened();
    for (const spec of [...Object.values(routes), ...Object.values(merging)] as RouteSpec[]) {
      for (const role of ROLES) {
        if (roleHas(role, spec.access as Permission)) continue;
        const answer = await app.as[role].call(spec, { params: { id, feedbackId: 'x' }, body: {} });
        expect(answer.status, `${role} ${spec.id}`).toBe(403);
      }
    }
  });
});
