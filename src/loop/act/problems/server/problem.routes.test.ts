// Every route of problems: what it answers, what it refuses, what strangers get.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { addJudged, addPerson, addProduct } from '../../../../../test/harness/judged-feedback.ts';
import { type Permission, ROLES, roleHas } from '../../../../ground/members/core/permission.contract.ts';
import type { RouteSpec } from '../../../../kit/route.ts';
import { mergeCaseRoute } from '../../cases/core/case-merge.contract.ts';
import { getCaseRoute, openCaseRoute } from '../../cases/core/case-routes.contract.ts';
import * as actionRoutes from '../core/action-routes.contract.ts';
import * as causeRoutes from '../core/cause-routes.contract.ts';
import * as routes from '../core/problem-routes.contract.ts';
import { problemRoutes } from './problem.routes.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ startAt: '2026-03-02T02:00:00Z' });
});
afterAll(() => app.close());

type Answer = { status: number; body: any };
const refused = (answer: Answer) => `${answer.status} ${answer.body.code}`;
const as = (spec: RouteSpec, input: object = {}): Promise<Answer> => app.as.analyst.call(spec, input);
const LATE = { measure: { themes: ['logistics.late'] }, direction: 'down', size: 0.3 };

async function openCaseOf(personId: string, theme = 'logistics.late', productId: string | null = null) {
  const feedbackIds = await addJudged(app.db, [{ personId, themes: [theme], productId }]);
  const made = await app.as.agent.call(openCaseRoute, { body: { feedbackIds, theme } });
  return { caseId: made.body.id as string, feedbackId: feedbackIds[0]! };
}
async function newProblem(body: object = {}): Promise<any> {
  const made = await as(routes.openProblemRoute, { body: { title: '华东仓分拣拥堵', ...body } });
  expect(made.status).toBe(201);
  return made.body;
}

describe('a problem', () => {
  it('is opened from cases, from feedback and from a theme, and listed', async () => {
    const person = await addPerson(app.db, '安');
    const product = await addProduct(app.db, '云朵羽绒被');
    const one = await openCaseOf(person, 'logistics.late', product);
    const two = await openCaseOf(await addPerson(app.db, '贝'));
    const [loose] = await addJudged(app.db, [{ personId: null, text: '快递一周没动' }]);
    const problem = await newProblem({
      caseIds: [one.caseId],
      feedbackIds: [two.feedbackId, loose],
      themes: ['logistics.late'],
      productIds: [product],
      severity: 'high',
      ownerId: app.as.manager.memberId,
    });
    expect(problem).toMatchObject({
      number: 1,
      state: 'open',
      severity: 'high',
      cases: 2,
      openCases: 2,
      products: [{ name: '云朵羽绒被' }],
      members: [{ id: app.as.manager.memberId }],
      voices: [{ feedbackId: loose, text: '快递一周没动' }],
      deeds: ['analyse', 'act', 'watch', 'solve', 'close'],
    });
    const listed = await as(routes.listProblemsRoute, {
      query: { state: ['open'], severity: 'high', theme: 'logistics.late', q: '分拣', owner: app.as.manager.memberId },
    });
    expect(listed.body.items).toMatchObject([{ id: problem.id, actions: { all: 0, live: 0, nextReviewOn: null } }]);
    expect((await as(routes.listProblemsRoute, { query: { state: 'closed' } })).body.items).toEqual([]);
    expect((await as(routes.problemOfCaseRoute, { params: { id: one.caseId } })).body.problem.id).toBe(problem.id);
    const again = await as(routes.openProblemRoute, { body: { title: '另一个', caseIds: [one.caseId] } });
    expect(refused(again)).toBe('409 case_in_problem');
    const timeline = await as(routes.getProblemTimelineRoute, { params: { id: problem.id } });
    expect(timeline.body.items).toMatchObject([{ type: 'problem.opened', data: { number: 1 } }]);
  });

  it('takes cases in and lets them go; suggests those of its theme and product that stand alone', async () => {
    const problem = await newProblem({ themes: ['quality'] });
    const one = await openCaseOf(await addPerson(app.db, '慈'), 'quality.defect');
    const suggested = await as(routes.suggestProblemCasesRoute, { params: { id: problem.id } });
    expect(suggested.body.items.map((row: { id: string }) => row.id)).toEqual([one.caseId]);
    const params = { id: problem.id };
    const added = await as(routes.addProblemCasesRoute, { params, body: { caseIds: [one.caseId] } });
    expect(added.body).toMatchObject({ cases: 1, firstCases: { items: [{ id: one.caseId, status: 'new' }] } });
    expect((await as(routes.suggestProblemCasesRoute, { params })).body.items).toEqual([]);
    expect((await as(routes.listProblemCasesRoute, { params, query: { open: 'true' } })).body.items).toHaveLength(1);
    const caseParams = { id: problem.id, caseId: one.caseId };
    expect((await as(routes.removeProblemCaseRoute, { params: caseParams })).body.cases).toBe(0);
    expect(refused(await as(routes.removeProblemCaseRoute, { params: caseParams }))).toBe('404 not_found');
    expect((await as(routes.problemOfCaseRoute, { params: { id: one.caseId } })).body).toEqual({ problem: null });
  });

  it('follows a case that was merged into another', async () => {
    const person = await addPerson(app.db, '丁');
    const one = await openCaseOf(person, 'logistics.late');
    const two = await openCaseOf(person, 'quality.defect');
    const problem = await newProblem({ caseIds: [one.caseId] });
    await app.as.manager.call(mergeCaseRoute, { params: { id: one.caseId }, body: { intoId: two.caseId } });
    await app.settle();
    expect((await as(routes.problemOfCaseRoute, { params: { id: two.caseId } })).body.problem.id).toBe(problem.id);
    expect((await as(routes.listProblemCasesRoute, { params: { id: problem.id } })).body.items).toMatchObject([
      { id: two.caseId },
    ]);
  });

  it('is changed, and refuses what is not there', async () => {
    const { id } = await newProblem();
    const params = { id };
    const change = (body: object) => as(routes.changeProblemRoute, { params, body });
    const changed = await change({
      title: '改名',
      statement: '自上周起',
      memberIds: [app.as.agent.memberId],
      themes: ['logistics'],
    });
    expect(changed.body).toMatchObject({
      title: '改名',
      statement: '自上周起',
      members: [{ id: app.as.agent.memberId }],
      themes: ['logistics'],
    });
    expect(refused(await change({ ownerId: 'mem_x' }))).toBe('422 unknown_member');
    expect(refused(await change({ themes: ['x.y'] }))).toBe('422 unknown_theme');
    expect(refused(await change({ productIds: ['prod_x'] }))).toBe('422 unknown_product');
    const add = (body: object) => as(routes.addProblemCasesRoute, { params, body });
    expect(refused(await add({ caseIds: ['case_x'] }))).toBe('422 unknown_case');
    expect(refused(await add({ feedbackIds: ['fb_x'] }))).toBe('422 unknown_feedback');
    expect(refused(await as(routes.getProblemRoute, { params: { id: 'prob_x' } }))).toBe('404 not_found');
    expect(refused(await as(routes.problemOfCaseRoute, { params: { id: 'case_x' } }))).toBe('404 not_found');
    for (const spec of [routes.listProblemCasesRoute, routes.suggestProblemCasesRoute, routes.getProblemTimelineRoute])
      expect(refused(await as(spec, { params: { id: 'prob_x' } })), spec.id).toBe('404 not_found');
  });

  it('moves through its states, with reasons where they are owed', async () => {
    const { id } = await newProblem();
    const move = (deed: string, reason: string | null = null) =>
      as(routes.moveProblemRoute, { params: { id }, body: { deed, reason } });
    expect(refused(await move('reopen', '早了'))).toBe('409 problem_not_settled');
    for (const [deed, state, again] of [
      ['analyse', 'analysing', 'already_analysing'],
      ['act', 'acting', 'already_acting'],
      ['watch', 'watching', 'already_watching'],
    ] as const) {
      expect((await move(deed)).body.state).toBe(state);
      expect(refused(await move(deed))).toBe(`409 ${again}`);
    }
    expect(refused(await move('solve'))).toBe('422 missing_reason');
    expect((await move('solve', '换了承运商，两周无新投诉')).body).toMatchObject({
      state: 'solved',
      solvedHow: 'by_hand',
      solvedReason: '换了承运商，两周无新投诉',
      deeds: ['close', 'reopen'],
    });
    expect(refused(await move('solve', '再来'))).toBe('409 already_solved');
    expect(refused(await move('act'))).toBe('409 problem_settled');
    const add = await as(routes.addProblemCasesRoute, { params: { id }, body: { caseIds: [] } });
    expect(refused(add)).toBe('409 problem_settled');
    expect((await move('close')).body.state).toBe('closed');
    expect(refused(await move('close'))).toBe('409 already_closed');
    expect(refused(await move('reopen'))).toBe('422 missing_reason');
    expect((await move('reopen', '又来了')).body).toMatchObject({
      state: 'analysing',
      reopenedCount: 1,
      solvedAt: null,
    });
    const types = (await as(routes.getProblemTimelineRoute, { params: { id } })).body.items.map(
      (one: { type: string }) => one.type,
    );
    expect(types).toContain('problem.solved');
    expect(types).toContain('problem.reopened');
  });

  it('resolves its open cases with one message and tells each person once', async () => {
    const [anna, bert] = [await addPerson(app.db, '恩'), await addPerson(app.db, '方')];
    const cases = [
      await openCaseOf(anna, 'logistics.late'),
      await openCaseOf(anna, 'quality.defect'),
      await openCaseOf(bert, 'logistics.late'),
    ];
    const { id } = await newProblem({ caseIds: cases.map((one) => one.caseId) });
    const body = { message: '仓库已经扩了两条线，给您添麻烦了' };
    const done = await app.as.agent.call(routes.resolveProblemCasesRoute, { params: { id }, body });
    expect(done.body).toEqual({ resolved: 3, told: 2, refused: 0, left: 0 });
    const events = await app.db.asOwner<{ data: { tell: boolean } }>(
      `SELECT data FROM events WHERE type = 'case.resolved' AND subject = ANY($1)`,
      [cases.map((one) => one.caseId)],
    );
    expect(events.filter((one) => one.data.tell)).toHaveLength(2);
    expect((await app.as.agent.call(getCaseRoute, { params: { id: cases[0]!.caseId } })).body.status).toBe('resolved');
    expect(refused(await app.as.agent.call(routes.resolveProblemCasesRoute, { params: { id: 'prob_x' }, body }))).toBe(
      '404 not_found',
    );
  });
});

describe('causes', () => {
  it('hang on bones and on each other, carry evidence, and are confirmed or refuted', async () => {
    const person = await addPerson(app.db, '高');
    const { caseId, feedbackId } = await openCaseOf(person);
    const { id } = await newProblem({ caseIds: [caseId] });
    const add = (body: object) => as(causeRoutes.addCauseRoute, { params: { id }, body });
    const bone = (await add({ text: '分拣人手不足', category: 'people' })).body.causes[0];
    const tree = await add({ text: '大促前没有排班', parentId: bone.id, feedbackIds: [feedbackId], caseIds: [caseId] });
    const why = tree.body.causes[1];
    expect(why).toMatchObject({
      parentId: bone.id,
      category: 'people',
      standing: 'suspected',
      voices: [{ feedbackId }],
      cases: [{ id: caseId }],
    });
    const change = (causeId: string, body: object) =>
      as(causeRoutes.changeCauseRoute, { params: { id, causeId }, body });
    const moved = await change(bone.id, { category: 'process', standing: 'confirmed', note: '排班表核对过' });
    expect(moved.body.causes).toMatchObject([
      { category: 'process', standing: 'confirmed', note: '排班表核对过' },
      { category: 'process' },
    ]);
    expect(refused(await add({ text: '无处可挂', category: 'nothing' }))).toBe('422 unknown_category');
    expect(refused(await add({ text: '无处可挂', parentId: 'cause_x' }))).toBe('422 unknown_cause');
    expect(refused(await add({ text: '证据', category: 'people', feedbackIds: ['fb_x'] }))).toBe(
      '422 unknown_feedback',
    );
    expect(refused(await change(why.id, { caseIds: ['case_x'] }))).toBe('422 unknown_case');
    expect(refused(await change(bone.id, { category: 'nothing' }))).toBe('422 unknown_category');
    expect(refused(await change('cause_x', { text: '改' }))).toBe('404 not_found');
    let parentId = why.id;
    for (let depth = 3; depth <= 8; depth += 1) {
      const { causes } = (await add({ text: `再问为什么 ${depth}`, parentId })).body;
      parentId = causes.at(-1).id;
    }
    expect(refused(await add({ text: '太深', parentId }))).toBe('409 cause_too_deep');
    const removed = await as(causeRoutes.removeCauseRoute, { params: { id, causeId: bone.id } });
    expect(removed.body.causes).toEqual([]);
    expect(refused(await as(causeRoutes.removeCauseRoute, { params: { id, causeId: bone.id } }))).toBe('404 not_found');
    for (let count = 0; count < 200; count += 1) await add({ text: `原因 ${count}`, category: 'people' });
    expect(refused(await add({ text: '多了', category: 'people' }))).toBe('409 too_many_causes');
  });

  it('have bones the workspace names', async () => {
    const usual = await as(causeRoutes.listCauseCategoriesRoute);
    expect(usual.body.items.map((one: { key: string }) => one.key)).toEqual([
      'people',
      'process',
      'product',
      'logistics',
      'platform',
      'environment',
    ]);
    const set = (items: object[]) => as(causeRoutes.setCauseCategoriesRoute, { body: { items } });
    expect(refused(await set([{ key: 'people' }, { key: 'people' }]))).toBe('409 category_twice');
    expect(refused(await set([{ key: 'people' }, { key: 'host' }]))).toBe('409 category_nameless');
    expect(refused(await set([{ key: 'host', name: '主播' }, { key: 'process' }]))).toBe('409 category_in_use');
    const own = [...usual.body.items, { key: 'host', name: '主播话术' }];
    expect((await set(own)).body.items).toEqual(own);
  });
});

describe('corrective actions', () => {
  it('are planned, go live, are reviewed and confirmed by hand', async () => {
    const { id } = await newProblem();
    const plan = { title: '加开夜班', reviewOn: '2026-04-13', expected: LATE, ownerId: app.as.agent.memberId };
    const made = await as(actionRoutes.addActionRoute, { params: { id }, body: { ...plan, change: '夜班两组' } });
    expect(made.status).toBe(201);
    const action = made.body.correctiveActions[0];
    expect(action).toMatchObject({
      state: 'planned',
      expected: { size: 0.3, measure: { themes: ['logistics.late'] } },
    });
    const params = { id, actionId: action.id };
    const change = (body: object) => as(actionRoutes.changeActionRoute, { params, body });
    expect((await change({ dueOn: '2026-03-05' })).body.correctiveActions[0].dueOn).toBe('2026-03-05');
    const finish = (body: object) => as(actionRoutes.finishActionRoute, { params, body });
    expect(refused(await as(actionRoutes.confirmActionRoute, { params, body: { reason: '早' } }))).toBe(
      '409 action_not_done',
    );
    expect(refused(await finish({ effectiveAt: '2026-03-03T00:00:00Z' }))).toBe('422 invalid_instant');
    expect(refused(await finish({ effectiveAt: '2026-03-01T02:00:00Z', reviewOn: '2026-03-01' }))).toBe(
      '422 invalid_review_day',
    );
    const done = await finish({ effectiveAt: '2026-03-01T02:00:00Z' });
    expect(done.body).toMatchObject({ state: 'watching', correctiveActions: [{ state: 'done' }] });
    expect(refused(await finish({ effectiveAt: '2026-03-01T02:00:00Z' }))).toBe('409 action_not_planned');
    expect(refused(await change({ expected: LATE }))).toBe('409 action_not_planned');
    expect(refused(await change({ reviewOn: '2026-03-01' }))).toBe('422 invalid_review_day');
    await change({ reviewOn: '2026-03-20' });
    expect((await as(actionRoutes.listActionsRoute, { query: { due: 'true' } })).body.items).toEqual([]);
    app.clock.now = new Date('2026-03-20T02:00:00Z');
    await app.settle();
    expect((await as(actionRoutes.listActionsRoute, { query: { due: 'true', limit: 1 } })).body.items).toMatchObject([
      { id: action.id, problemTitle: '华东仓分拣拥堵' },
    ]);
    const rung = await app.db.asOwner(
      `SELECT case_id, about FROM notifications WHERE member_id = $1 AND kind = 'review_due'`,
      [app.as.agent.memberId],
    );
    expect(rung).toMatchObject([{ case_id: null, about: { path: `/effects/${action.id}`, title: '加开夜班' } }]);
    const confirmed = await as(actionRoutes.confirmActionRoute, { params, body: { reason: '退单量回落' } });
    expect(confirmed.body.correctiveActions[0]).toMatchObject({ state: 'effective', effectiveHow: 'by_hand' });
    expect(refused(await as(actionRoutes.confirmActionRoute, { params, body: { reason: '再' } }))).toBe(
      '409 action_not_done',
    );
    const withdraw = () => as(actionRoutes.withdrawActionRoute, { params, body: { reason: '夜班取消' } });
    expect((await withdraw()).body.correctiveActions[0]).toMatchObject({ state: 'withdrawn', reason: '夜班取消' });
    expect(refused(await withdraw())).toBe('409 action_withdrawn');
    expect(refused(await change({ title: '改' }))).toBe('409 action_withdrawn');
    expect(refused(await finish({ effectiveAt: '2026-03-01T02:00:00Z' }))).toBe('409 action_withdrawn');
    expect(refused(await as(actionRoutes.confirmActionRoute, { params, body: { reason: '再' } }))).toBe(
      '409 action_withdrawn',
    );
  });

  it('refuse what cannot be counted or done', async () => {
    const { id } = await newProblem();
    const add = (body: object, problemId = id) =>
      as(actionRoutes.addActionRoute, {
        params: { id: problemId },
        body: { title: '措施', reviewOn: '2026-05-01', expected: LATE, ...body },
      });
    expect(refused(await add({ expected: { measure: {} } }))).toBe('422 missing_measure');
    expect(refused(await add({ expected: { measure: { themes: ['x'] } } }))).toBe('422 unknown_theme');
    expect(refused(await add({ expected: { measure: { products: ['x'] } } }))).toBe('422 unknown_product');
    expect(refused(await add({ ownerId: 'mem_x' }))).toBe('422 unknown_member');
    expect(refused(await add({}, 'prob_x'))).toBe('404 not_found');
    for (let count = 0; count < 50; count += 1) await add({});
    expect(refused(await add({}))).toBe('409 too_many_actions');
    await as(routes.moveProblemRoute, { params: { id }, body: { deed: 'close', reason: '不是问题' } });
    expect(refused(await add({}))).toBe('409 problem_settled');
    const other = await newProblem();
    const actionId = (await as(routes.getProblemRoute, { params: { id } })).body.correctiveActions[0].id;
    const strange = { id: other.id, actionId };
    expect(refused(await as(actionRoutes.changeActionRoute, { params: strange, body: { title: '改' } }))).toBe(
      '404 not_found',
    );
  });
});

describe('walls', () => {
  it('keep strangers and roles apart', async () => {
    const { id } = await newProblem();
    expect((await app.stranger.call(routes.listProblemsRoute)).body.items).toEqual([]);
    expect((await app.stranger.call(actionRoutes.listActionsRoute)).body.items).toEqual([]);
    const params = { id, caseId: 'case_x', causeId: 'cause_x', actionId: 'act_x' };
    expect(refused(await app.stranger.call(routes.getProblemRoute, { params }))).toBe('404 not_found');
    const body = { deed: 'analyse' };
    expect(refused(await app.stranger.call(routes.moveProblemRoute, { params, body }))).toBe('404 not_found');
    for (const { spec } of problemRoutes() as { spec: RouteSpec }[]) {
      expect((await app.nobody.call(spec, { params, body: {} })).status, spec.id).toBe(401);
      for (const role of ROLES) {
        if (roleHas(role, spec.access as Permission)) continue;
        expect((await app.as[role].call(spec, { params, body: {} })).status, `${role} ${spec.id}`).toBe(403);
      }
    }
  });
});
