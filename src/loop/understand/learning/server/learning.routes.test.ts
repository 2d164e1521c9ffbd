// Teaching over HTTP: correct, learn, see what changed, roll back; each refusal by name; a stranger gets nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { PERMISSIONS, ROLES, roleHas } from '../../../../ground/members/core/permission.contract.ts';
import { recordFeedbackBatchRoute } from '../../../collect/intake/core/feedback.contract.ts';
import {
  correctJudgementRoute,
  getEngineRoute,
  startJudgementRunRoute,
  takeBackCorrectionRoute,
} from '../../judgement/core/judgement.contract.ts';
import { getFeedbackRoute } from '../../search/core/search.contract.ts';
import { accuracyRoutesList, engineCardRoute, getAccuracyRoute } from '../core/accuracy.contract.ts';
import * as review from '../core/label-review.contract.ts';
import * as contract from '../core/learning.contract.ts';

let app: TestApp;
let ids: string[];
let base: string;

beforeAll(async () => {
  app = await testApp();
  const items = Array.from({ length: 40 }, (_, at) => ({
    channel: 'review',
    externalId: `r${at}`,
    text: at < 30 ? `这台机器又开始蜂鸣了第${at + 1}次` : `质量很好，非常满意，第${at}次`,
    product: { sku: 'M1', name: '料理机' },
  }));
  const sent = await app.as.agent.call(recordFeedbackBatchRoute, { body: { items } });
  ids = sent.body.results.map((result: { id: string }) => result.id);
  await app.settle();
  base = (await app.as.viewer.call(getEngineRoute)).body.engine;
});
afterAll(() => app.close());

/** Lets the pause after a correction pass, then everything that follows from it. */
async function wait(): Promise<void> {
  await app.settle();
  app.clock.now = new Date(app.clock.now.getTime() + 10_000);
  await app.settle();
}
const sentimentOf = async (id: string) =>
  (await app.as.viewer.call(getFeedbackRoute, { params: { id } })).body.judgement.sentiment as string;

describe('teaching', () => {
  it('has nothing to say before anybody taught anything', async () => {
    expect((await app.as.viewer.call(contract.getLearningRoute)).body).toMatchObject({
      engine: base,
      active: null,
      lessons: 0,
    });
    expect((await app.as.owner.call(contract.learnNowRoute)).body).toMatchObject({ code: 'nothing_to_learn' });
    expect((await app.as.viewer.call(getAccuracyRoute)).body.checked).toMatchObject({ share: null, of: 0 });
    const lesson = await app.as.viewer.call(contract.getLessonRoute, { params: { id: ids[0] } });
    expect(lesson.body).toMatchObject({ state: 'none' });
    expect((await app.as.viewer.call(contract.getLessonRoute, { params: { id: 'fb_none' } })).status).toBe(404);
  });

  it('learns from a correction, judges those like it again, and takes it back', async () => {
    const was = await sentimentOf(ids[20]!);
    const value = was === 'negative' ? 'positive' : 'negative';
    for (const id of ids.slice(0, 8)) {
      const set = await app.as.agent.call(correctJudgementRoute, {
        params: { id, label: 'sentiment' },
        body: { value },
      });
      expect(set.status).toBe(200);
    }
    await wait();
    const lesson = (await app.as.viewer.call(contract.getLessonRoute, { params: { id: ids[0] } })).body;
    expect(lesson).toMatchObject({ state: 'learned', version: { number: 1 } });
    expect(lesson.changed).toBeGreaterThan(5);
    expect(lesson.changes[0]).toMatchObject({ from: was });
    expect(await sentimentOf(ids[20]!)).not.toBe(was);
    const engine = (await app.as.viewer.call(getEngineRoute)).body.engine as string;
    expect(engine.startsWith(`${base}+`)).toBe(true);
    expect((await app.stranger.call(getEngineRoute)).body.engine).toBe(base);
    const versions = (await app.as.viewer.call(contract.listShopEnginesRoute)).body.items;
    expect(versions).toMatchObject([{ number: 1, state: 'active', lessons: 8, cause: 'corrections' }]);
    expect((await app.stranger.call(contract.listShopEnginesRoute)).body.items).toEqual([]);

    const choose = (caller: TestApp['stranger'], id: string | null) =>
      caller.call(contract.chooseShopEngineRoute, { body: { id } });
    expect((await choose(app.stranger, versions[0].id)).status).toBe(404);
    expect((await choose(app.as.owner, versions[0].id)).body.code).toBe('already_active');
    expect((await choose(app.as.owner, null)).body).toMatchObject({ engine: base });
    expect((await choose(app.as.owner, versions[0].id)).body).toMatchObject({ engine });

    // What was chosen by hand stays, whatever is learned after; learning goes on beside it.
    expect((await choose(app.as.owner, null)).body).toMatchObject({ engine: base, isHeld: true });
    await app.as.agent.call(correctJudgementRoute, {
      params: { id: ids[9], label: 'sentiment' },
      body: { value },
    });
    await wait();
    expect((await app.as.viewer.call(getEngineRoute)).body.engine).toBe(base);
    const aside = (await app.as.viewer.call(contract.listShopEnginesRoute)).body.items[0];
    expect(aside).toMatchObject({ number: 2, state: 'aside', lessons: 9, canReturn: true });
    const freed = await app.as.owner.call(contract.setLearningRoute, {
      body: { isOn: true, selfTraining: true, isHeld: false },
    });
    expect(freed.body).toMatchObject({ isHeld: false });
    await wait();
    expect((await app.as.viewer.call(getEngineRoute)).body.engine).toBe(aside.engine);

    for (const id of [...ids.slice(0, 8), ids[9]!])
      await app.as.agent.call(takeBackCorrectionRoute, { params: { id, label: 'sentiment' } });
    await wait();
    expect(await sentimentOf(ids[20]!)).toBe(was);
    expect((await app.as.viewer.call(getEngineRoute)).body.engine).toBe(base);
  });

  it('makes no alarm of praise by one wrong correction, and drops no aspects of others', async () => {
    const ends = [
      '已经囤了两瓶',
      '再来一箱才够',
      '还会再买',
      '朋友也在用',
      '推荐给大家',
      '一直用这个',
      '很喜欢',
      '值得',
    ];
    const items = ends.map((end, at) => ({
      channel: 'review',
      externalId: `praise${at}`,
      text: `很保湿，吸收快，一点不油腻，${end}`,
      rating: 5,
    }));
    const sent = await app.as.agent.call(recordFeedbackBatchRoute, { body: { items } });
    const praise: string[] = sent.body.results.map((result: { id: string }) => result.id);
    await app.settle();
    const labels = async (id: string) => {
      const { judgement } = (await app.as.viewer.call(getFeedbackRoute, { params: { id } })).body;
      const aspects = judgement.aspects.map((one: { aspect: string }) => one.aspect);
      return { class: judgement.class, urgency: judgement.urgency.level, aspects, intents: judgement.intents };
    };
    const before = await Promise.all(praise.slice(1).map(labels));
    const wrong = { urgency: 'safety', aspects: [{ aspect: 'logistics', polarity: -1 }], intents: ['complain'] };
    for (const [label, value] of Object.entries(wrong))
      await app.as.agent.call(correctJudgementRoute, { params: { id: praise[0], label }, body: { value } });
    await wait();
    // Even where everything is judged again with what was learned.
    expect((await app.as.owner.call(startJudgementRunRoute, { body: {} })).status).toBe(202);
    await app.settle();
    expect(await Promise.all(praise.slice(1).map(labels))).toEqual(before);
    const inCases = await app.db.asOwner<{ feedback_id: string }>(
      'SELECT feedback_id FROM case_feedback WHERE feedback_id = ANY($1)',
      [praise],
    );
    // The corrected voice has its case by a person's word; no other has.
    expect(inCases.map((row) => row.feedback_id)).toEqual([praise[0]]);
    for (const label of Object.keys(wrong))
      await app.as.agent.call(takeBackCorrectionRoute, { params: { id: praise[0], label: label as 'urgency' } });
    await wait();
  });

  it('is switched off and on', async () => {
    const set = (isOn: boolean) => app.as.owner.call(contract.setLearningRoute, { body: { isOn, selfTraining: true } });
    expect((await set(false)).body).toMatchObject({ isOn: false });
    expect((await app.as.owner.call(contract.learnNowRoute)).body).toMatchObject({ code: 'learning_off' });
    const off = await app.as.owner.call(contract.chooseShopEngineRoute, { body: { id: null } });
    expect(off.body).toMatchObject({ code: 'learning_off' });
    expect((await set(true)).body).toMatchObject({ isOn: true });
  });

  it('asks, is answered, and the answers stand on the accuracy page', async () => {
    await app.db.asOwner(`UPDATE judgements SET is_doubtful = true, confidence = 0.6 WHERE workspace_id = $1`, [
      app.db.workspaceA,
    ]);
    const queue = async () => (await app.as.agent.call(review.listReviewItemsRoute)).body.items;
    const [first, second] = await queue();
    expect(first.judgement.sentiment).toBeTruthy();
    const said = first.judgement.sentiment;
    const other = said === 'neutral' ? 'negative' : 'neutral';
    await app.db.asOwner(`INSERT INTO label_samples (workspace_id, feedback_id, day) VALUES ($1, $2, '2026-03-01')`, [
      app.db.workspaceA,
      first.feedbackId,
    ]);
    const answer = (id: string, sentiment: string) =>
      app.as.agent.call(review.decideReviewRoute, { params: { id }, body: { sentiment, source: 'sample' } });
    expect((await answer(first.feedbackId, said)).body).toMatchObject({ agrees: true });
    expect((await answer(second.feedbackId, other)).body.agrees).toBe(second.judgement.sentiment === other);
    expect((await answer('fb_none', 'neutral')).status).toBe(404);
    const late = await app.as.analyst.call(review.decideReviewRoute, {
      params: { id: first.feedbackId },
      body: { sentiment: other },
      headers: { 'accept-language': 'en' },
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'set_by_another', values: { label: said } } });
    expect(late.body.title).not.toContain('$t(');
    expect(late.body.title).not.toContain('{{');
    const undo = (caller: TestApp['stranger']) =>
      caller.call(review.undoReviewRoute, { params: { id: first.feedbackId }, query: { source: 'sample' } });
    expect((await undo(app.as.analyst)).body.code).toBe('set_by_another');
    // Judged again meanwhile, so at another time.
    const judgement = { ...first.judgement, judgedAt: expect.any(String) };
    expect((await undo(app.as.agent)).body.item).toMatchObject({ ...first, judgement, source: 'sample', alike: 0 });
    expect((await answer(first.feedbackId, said)).body).toMatchObject({ agrees: true });
    expect((await app.as.agent.call(review.skipReviewRoute, { params: { id: 'fb_none' } })).status).toBe(404);
    expect((await app.as.agent.call(review.undoReviewRoute, { params: { id: ids[5]! } })).status).toBe(404);
    expect((await app.as.agent.call(review.getReviewProgressRoute)).body).toMatchObject({ today: 2, mine: 2 });
    const accuracy = (await app.as.viewer.call(getAccuracyRoute)).body;
    // Only what the lot fell on counts as drawn by lot, whatever is sent.
    expect(accuracy).toMatchObject({ sample: { of: 1 }, checked: { of: 2 }, channels: [{ channel: 'review' }] });
    expect(accuracy.products[0]).toMatchObject({ name: '料理机', checked: { of: 2 } });
    expect((await app.stranger.call(getAccuracyRoute)).body.checked.of).toBe(0);
    await wait();
    expect((await app.as.viewer.call(contract.getLearningRoute)).body).toMatchObject({ lessons: 2, fresh: 0 });
  });

  it('shows the published figures', async () => {
    const card = await app.as.viewer.call(engineCardRoute);
    expect(card.status).toBe(200);
    expect(String(card.headers['content-type'])).toContain('text/plain');
    const chinese = await app.as.viewer.call(engineCardRoute, { query: { language: 'zh-CN' } });
    expect(String(card.body)).toContain('# ');
    expect(String(chinese.body)).toContain('准确率');
    expect(String(chinese.body)).not.toBe(String(card.body));
  });

  it('lets nobody do what his role may not', async () => {
    const all = [...contract.learningRoutesList, ...review.labelReviewRoutesList, ...accuracyRoutesList];
    for (const spec of all) {
      const holders = PERMISSIONS[spec.access as keyof typeof PERMISSIONS];
      expect(holders.length).toBeGreaterThan(0);
      for (const role of ROLES) {
        if (roleHas(role, spec.access as never)) continue;
        const answer = await app.as[role].call(spec, { params: { id: ids[0] }, body: {} });
        expect(answer.status, `${role} ${spec.id}`).toBe(403);
      }
      expect((await app.nobody.call(spec, { params: { id: ids[0] }, body: {} })).status).toBe(401);
    }
  });
});
