// Every route of effects, and the way from a fix that went live to a problem that is solved because the fix was seen to work.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { seeded } from '../../../../../test/statistics/seeded.ts';
import { type Permission, ROLES, roleHas } from '../../../../ground/members/core/permission.contract.ts';
import { newId } from '../../../../kit/ids.ts';
import type { RouteSpec } from '../../../../kit/route.ts';
import * as actions from '../../../act/problems/core/action-routes.contract.ts';
import * as problems from '../../../act/problems/core/problem-routes.contract.ts';
import * as routes from '../core/effect.contract.ts';
import { effectRoutes } from './effect.routes.ts';

let app: TestApp;
const chance = seeded(7);
beforeAll(async () => {
  app = await testApp({ startAt: '2026-03-02T04:00:00Z' });
  await voices('2025-12-08', 84, 10, 5);
});
afterAll(() => app.close());

type Answer = { status: number; body: any };
const refused = (answer: Answer) => `${answer.status} ${answer.body.code}`;
const as = (spec: RouteSpec, input: object = {}): Promise<Answer> => app.as.analyst.call(spec, input);

/** Judged voices of a stretch of days: so many about late parcels, so many about broken ones, and twenty others each day. */
async function voices(from: string, days: number, late: number, broken: number): Promise<void> {
  const rows = { id: [] as string[], day: [] as string[], theme: [] as string[], sentiment: [] as string[] };
  for (let index = 0; index < days; index += 1) {
    const day = new Date(Date.parse(`${from}T04:00:00Z`) + index * 86_400_000).toISOString();
    const add = (count: number, theme: string, sentiment: string) => {
      for (let one = 0; one < count; one += 1) {
        rows.id.push(newId('fb'));
        rows.day.push(day);
        rows.theme.push(theme);
        rows.sentiment.push(sentiment);
      }
    };
    add(chance.poisson(late), 'logistics.late', 'negative');
    add(chance.poisson(broken), 'quality.defect', 'negative');
    add(20, 'price.good_value', 'positive');
  }
  await app.db.asOwner(
    `INSERT INTO judgements (feedback_id, workspace_id, occurred_at, day, channel, text_key, person_key, engine, language, sentiment,
       sentiment_score, class, intents, themes, aspects, urgency_level, spam_score, emotion, reasons, tokens, judged_at)
     SELECT r.id, $1, r.day::timestamptz, r.day::timestamptz::date, 'review', 0, 0, 'test@1', 'zh', r.sentiment, 0, r.sentiment, '{}',
       ARRAY[r.theme], '[]', 'none', 0, 'neutral', '[]', '{}', r.day::timestamptz
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS r(id, day, theme, sentiment)`,
    [app.db.workspaceA, rows.id, rows.day, rows.theme, rows.sentiment],
  );
}

const LATE = { measure: { themes: ['logistics.late'], sentiments: ['negative'] }, direction: 'down', size: 0.5 };

async function liveAction(reviewOn: string, expected: object = LATE): Promise<{ problemId: string; actionId: string }> {
  const problem = await as(problems.openProblemRoute, { body: { title: '分拣拥堵', themes: ['logistics.late'] } });
  const problemId = problem.body.id;
  const made = await as(actions.addActionRoute, {
    params: { id: problemId },
    body: { title: '加开夜班', reviewOn, expected },
  });
  const actionId = made.body.correctiveActions[0].id;
  const done = await as(actions.finishActionRoute, {
    params: { id: problemId, actionId },
    body: { effectiveAt: app.clock.now.toISOString() },
  });
  expect(done.status).toBe(200);
  await app.settle();
  return { problemId, actionId };
}
const effectOf = async (actionId: string) => (await as(routes.getEffectRoute, { params: { actionId } })).body;

describe('an effect', () => {
  it('is watched from the day a fix goes live, judged on the review day, and solves the problem', async () => {
    const { problemId, actionId } = await liveAction('2026-04-13');
    const first = await effectOf(actionId);
    expect(first).toMatchObject({
      problemId,
      effectiveOn: '2026-03-02',
      reviewOn: '2026-04-13',
      watching: true,
      pending: false,
      plan: { measure: LATE.measure, exposure: 'feedback', control: null, washoutDays: 1, beforeDays: 84, size: 0.5 },
      latest: { version: 1, look: 'interim', verdict: 'cannot_tell', throughOn: '2026-03-01' },
      review: null,
    });
    expect(first.latest.outcome).toMatchObject({ daysBefore: 84, daysAfter: 0, estimate: null });
    expect(first.latest.outcome.reasons).toContain('too_few_days_after');
    expect(first.latest.outcome.daysNeeded).toBeGreaterThanOrEqual(14);
    // The series is the recount of the rows.
    const [recount] = await app.db.asOwner<{ count: string }>(
      `SELECT count(*) FROM judgements WHERE workspace_id = $1 AND day < '2026-03-02' AND themes @> '{logistics.late}'`,
      [app.db.workspaceA],
    );
    expect(first.latest.outcome.countBefore).toBe(Number(recount!.count));

    await voices('2026-03-02', 42, 4, 5);
    app.clock.now = new Date('2026-03-30T04:00:00Z');
    await app.settle();
    const interim = await effectOf(actionId);
    expect(interim.latest).toMatchObject({ look: 'interim', verdict: 'improved' });
    expect((await as(problems.getProblemRoute, { params: { id: problemId } })).body).toMatchObject({
      state: 'watching',
      correctiveActions: [{ state: 'done', verdict: 'improved' }],
    });

    app.clock.now = new Date('2026-04-13T04:00:00Z');
    await app.settle();
    const done = await effectOf(actionId);
    expect(done).toMatchObject({ watching: false, review: { look: 'review', verdict: 'improved' } });
    const { outcome, series } = done.latest;
    expect(outcome.estimate.ratio).toBeGreaterThan(0.25);
    expect(outcome.estimate.high).toBeLessThan(0.7);
    expect(outcome.change).toMatchObject({ per: 'thousand' });
    expect(outcome.change.value).toBeLessThan(0);
    expect(outcome.placebo).toHaveLength(5);
    expect(outcome.daysAfter).toBe(41);
    expect(series.filter((one: { side: string }) => one.side === 'washout')).toMatchObject([
      { day: '2026-03-02', fitted: null },
    ]);
    expect((await as(problems.getProblemRoute, { params: { id: problemId } })).body).toMatchObject({
      state: 'solved',
      solvedHow: 'measured',
      correctiveActions: [{ state: 'effective', effectiveHow: 'measured', verdict: 'improved' }],
    });
    const versions = done.versions.map((one: { version: number }) => one.version);
    const old = await as(routes.getEffectVersionRoute, { params: { actionId, version: versions.at(-1) } });
    expect(old.body).toMatchObject({ version: 1, look: 'interim', outcome: { daysAfter: 0 } });
    const listed = await as(routes.listEffectsRoute, { query: { problemId } });
    expect(listed.body.items).toMatchObject([{ actionId, look: 'review', verdict: 'improved' }]);
    const timeline = await as(problems.getProblemTimelineRoute, { params: { id: problemId }, query: { limit: 200 } });
    const types = timeline.body.items.map((one: { type: string }) => one.type);
    for (const type of ['effect.judged', 'action.judged', 'action.effective', 'problem.solved'])
      expect(types).toContain(type);
  });

  it('of a fix that did nothing leaves its problem open, and is measured again with a control', async () => {
    app.clock.now = new Date('2026-03-02T04:00:00Z');
    const broken = { measure: { themes: ['quality.defect'] }, direction: 'down', size: 0.5 };
    const { problemId, actionId } = await liveAction('2026-04-13', broken);
    app.clock.now = new Date('2026-04-13T04:00:00Z');
    await app.settle();
    const judged = await effectOf(actionId);
    expect(judged.review.verdict).not.toBe('improved');
    expect((await as(problems.getProblemRoute, { params: { id: problemId } })).body.state).toBe('watching');
    const body = { ...judged.plan, control: { themes: ['price.good_value'] }, exposure: 'days' };
    const planned = await as(routes.planEffectRoute, { params: { actionId }, body });
    expect(planned.body).toMatchObject({ pending: true, plan: { exposure: 'days' } });
    await app.settle();
    const later = await effectOf(actionId);
    expect(later).toMatchObject({ pending: false, latest: { look: 'later', outcome: { change: { per: 'day' } } } });
    expect(later.latest.outcome.drift.low).toBeLessThan(1);
    expect(later.latest.outcome.drift.high).toBeGreaterThan(1);
    expect(later.latest.series[0].control).toBe(20);
    const { version } = later.latest;
    expect((await as(routes.measureEffectRoute, { params: { actionId } })).status).toBe(202);
    await app.settle();
    // Nothing new was heard: no further version says the same again.
    expect((await effectOf(actionId)).latest.version).toBe(version);
    // A later review day makes a further review.
    await as(actions.changeActionRoute, { params: { id: problemId, actionId }, body: { reviewOn: '2026-05-04' } });
    await app.settle();
    expect(await effectOf(actionId)).toMatchObject({ watching: true, reviewOn: '2026-05-04' });
    const withdrawn = { params: { id: problemId, actionId }, body: { reason: '没有用' } };
    await as(actions.withdrawActionRoute, withdrawn);
    await app.settle();
    expect((await effectOf(actionId)).watching).toBe(false);
  });

  it('refuses what cannot be measured', async () => {
    const { actionId } = await liveAction('2026-06-01');
    const { plan } = await effectOf(actionId);
    const set = (body: object, id = actionId) =>
      as(routes.planEffectRoute, { params: { actionId: id }, body: { ...plan, ...body } });
    expect(refused(await set({ measure: {} }))).toBe('422 missing_measure');
    expect(refused(await set({ measure: { themes: ['x'] } }))).toBe('422 unknown_theme');
    expect(refused(await set({ control: { products: ['x'] } }))).toBe('422 unknown_product');
    expect(refused(await set({ control: { themes: ['logistics'] } }))).toBe('409 control_overlaps');
    expect(refused(await set({ washoutDays: 90 }))).toBe('422 invalid');
    expect(refused(await set({}, 'act_x'))).toBe('404 not_found');
    for (const spec of [routes.getEffectRoute, routes.measureEffectRoute])
      expect(refused(await as(spec, { params: { actionId: 'act_x' } }))).toBe('404 not_found');
    const params = { actionId, version: 99 };
    expect(refused(await as(routes.getEffectVersionRoute, { params }))).toBe('404 not_found');
  });
});

describe('walls', () => {
  it('keep strangers and roles apart', async () => {
    const { actionId, problemId } = await liveAction('2026-06-01');
    const params = { actionId, version: 1 };
    expect(refused(await app.stranger.call(routes.getEffectRoute, { params }))).toBe('404 not_found');
    expect(refused(await app.stranger.call(routes.getEffectVersionRoute, { params }))).toBe('404 not_found');
    expect(refused(await app.stranger.call(routes.measureEffectRoute, { params }))).toBe('404 not_found');
    expect(refused(await app.stranger.call(routes.planEffectRoute, { params, body: LATE }))).not.toContain('200');
    expect((await app.stranger.call(routes.listEffectsRoute, { query: { problemId } })).body.items).toEqual([]);
    for (const { spec } of effectRoutes() as { spec: RouteSpec }[]) {
      expect((await app.nobody.call(spec, { params, body: {} })).status, spec.id).toBe(401);
      for (const role of ROLES) {
        if (roleHas(role, spec.access as Permission)) continue;
        expect((await app.as[role].call(spec, { params, body: {} })).status, `${role} ${spec.id}`).toBe(403);
      }
    }
  });
});
