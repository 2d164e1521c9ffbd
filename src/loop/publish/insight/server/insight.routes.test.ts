// What insight refuses, keeps private and shares.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { addJudged } from '../../../../../test/harness/judged-feedback.ts';
import { recordFeedbackRoute } from '../../../collect/intake/core/feedback.contract.ts';
import { correctJudgementRoute } from '../../../understand/judgement/core/judgement.contract.ts';
import { getFunnelRoute } from '../core/funnel.contract.ts';
import * as contract from '../core/insight.contract.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const ask = (query: object, caller = app.as.analyst) => caller.call(contract.exploreRoute, { query });
const code = (answer: { status: number; body: { code?: string } }) => [answer.status, answer.body.code];

describe('a question', () => {
  it.each([
    ['days the wrong way round', { from: '2026-03-02', to: '2026-03-01' }, 422, 'invalid_period'],
    ['more than three years', { from: '2020-01-01', to: '2026-03-01' }, 422, 'invalid_period'],
    ['feedback and cases in one table', { measures: 'voices,cases' }, 422, 'invalid_question'],
    ['a side the measure does not know', { measures: 'cases', rows: 'sentiment' }, 422, 'invalid_question'],
    ['a filter the measure does not know', { measures: 'csat', class: 'urgent' }, 422, 'invalid_question'],
    ['the same side twice', { rows: 'channel', columns: 'channel' }, 422, 'invalid_question'],
    ['a theme beside its own group', { rows: 'theme', columns: 'theme_group' }, 422, 'invalid_question'],
    ['a measure nobody knows', { measures: 'drop table' }, 422, 'invalid'],
    ['a side nobody knows', { rows: `channel'--` }, 422, 'invalid'],
    [
      'seven measures',
      { measures: 'voices,people,negative_share,net_sentiment,average_rating,urgent_share,latent_share' },
      422,
      'invalid',
    ],
  ])('refuses %s', async (_name, query, status, reason) => {
    expect(code(await ask(query))).toEqual([status, reason]);
  });

  it('takes what a caller writes as a value only', async () => {
    for (const value of [`' OR 1=1 --`, '%', '"; DROP TABLE judgements; --', 'none']) {
      for (const key of ['theme', 'product', 'owner', 'aspect', 'questionnaire']) {
        const measures = key === 'questionnaire' ? 'nps' : 'voices';
        const answer = await ask({ measures, [key]: value });
        expect(answer.status, `${key} ${value}`).toBe(200);
        if (value !== 'none') expect(answer.body.total[0].base).toBe(0);
      }
    }
  });

  it('is answered from sums however many voices there are, and honestly refused where only rows could tell', async () => {
    await app.db.asOwner(
      `INSERT INTO feedback_daily (workspace_id, kind, day, item, channel, sentiment, class, feedback, voices, positive, negative, rated, rating_sum, low_rated)
       VALUES ($1, 'all', '2025-06-01', '', 'review', 'negative', 'negative', $2, $2, 0, $2, 0, 0, 0)`,
      [app.db.workspaceA, contract.ROW_BUDGET + 1],
    );
    const period = { from: '2025-05-01', to: '2025-06-30' };
    expect((await ask({ ...period, rows: 'theme', columns: 'week' })).body.source).toBe('sums');
    expect(code(await ask({ ...period, rows: 'theme', columns: 'channel' }))).toEqual([409, 'too_much_to_count']);
    expect(code(await ask({ ...period, measures: 'people' }))).toEqual([409, 'too_much_to_count']);
    expect((await ask({ ...period, measures: 'cases', rows: 'priority' })).status).toBe(200);
  });

  it('shows nothing of another workspace', async () => {
    await addJudged(app.db, [{ text: '只有乙店知道的事', workspaceId: app.db.workspaceB }]);
    const answer = await ask({ measures: 'voices,people', rows: 'theme', from: '2026-03-01', to: '2026-03-03' });
    expect(answer.body.total[0].value).toBe(0);
    const rows = await app.as.analyst.call(contract.insightRowsRoute, {
      query: { from: '2026-03-01', to: '2026-03-03' },
    });
    expect(rows.body.items).toEqual([]);
  });
});

describe('rows', () => {
  it('keep cases from those who may not see them', async () => {
    const get = (query: object, caller = app.as.host) => caller.call(contract.insightRowsRoute, { query });
    expect(code(await get({ measure: 'cases' }))).toEqual([403, 'forbidden']);
    expect(code(await get({ leak: 'unanswered' }))).toEqual([403, 'forbidden']);
    expect((await get({ measure: 'voices' })).status).toBe(200);
    expect(code(await get({ leak: 'waiting' }, app.as.agent))).toEqual([422, 'invalid_question']);
    expect(code(await get({ leak: 'untold', channel: 'review' }, app.as.agent))).toEqual([422, 'invalid_question']);
    expect(code(await get({ measure: 'csat', class: 'urgent' }, app.as.agent))).toEqual([422, 'invalid_question']);
    expect(code(await get({ from: '2026-03-02', to: '2026-03-01' }, app.as.agent))).toEqual([422, 'invalid_period']);
  });
});

describe('saved questions', () => {
  const save = (body: object, caller = app.as.analyst) => caller.call(contract.saveInsightViewRoute, { body });
  const list = async (caller = app.as.analyst) => (await caller.call(contract.listInsightViewsRoute)).body.items;

  it('are private until shared, and shared only by those who may', async () => {
    const own = await save({ name: '我的', search: { rows: 'theme' } });
    expect(own).toMatchObject({ status: 201, body: { name: '我的', shared: false, mine: true } });
    const shared = await save({ name: '大家的', search: { rows: 'channel' }, shared: true });
    expect((await list(app.as.viewer)).map((view: { name: string }) => view.name)).toEqual(['大家的']);
    expect(await list(app.stranger)).toEqual([]);
    expect(code(await save({ name: 'x', search: {}, shared: true }, app.as.viewer))).toEqual([403, 'forbidden']);
    const remove = (id: string, caller = app.as.analyst) =>
      caller.call(contract.removeInsightViewRoute, { params: { id } });
    expect(code(await remove(own.body.id, app.as.owner))).toEqual([404, 'not_found']);
    expect(code(await remove(shared.body.id, app.as.viewer))).toEqual([403, 'forbidden']);
    expect(code(await remove(shared.body.id, app.stranger))).toEqual([404, 'not_found']);
    expect((await remove(shared.body.id, app.as.manager)).status).toBe(204);
    expect((await remove(own.body.id)).status).toBe(204);
    expect(await list()).toEqual([]);
  });

  it('are fifty at most', async () => {
    for (let index = 0; index < 50; index += 1)
      expect((await save({ name: `${index}`, search: {} }, app.as.agent)).status).toBe(201);
    expect(code(await save({ name: 'one more', search: {} }, app.as.agent))).toEqual([409, 'too_many_views']);
  });
});

describe('the sums', () => {
  const read = async (query: object = { from: '2026-03-01', to: '2026-03-02' }) =>
    (await app.as.viewer.call(getFunnelRoute, { query })).body;

  it('say what still waits, and hold again after a correction', async () => {
    const sent = await app.as.agent.call(recordFeedbackRoute, {
      body: { channel: 'review', text: '质量太差了，很失望', rating: 1 },
    });
    expect((await read()).waiting).toBe(1);
    await app.settle();
    expect(await read()).toMatchObject({ waiting: 0, countingDays: 0 });
    const negative = async () =>
      (await ask({ measures: 'negative_share,voices', from: '2026-03-02', to: '2026-03-02' })).body.total.map(
        (one: { value: number }) => one.value,
      );
    expect(await negative()).toEqual([1, 1]);
    const done = await app.as.agent.call(correctJudgementRoute, {
      params: { id: sent.body.id, label: 'sentiment' },
      body: { label: 'sentiment', value: 'positive' },
    });
    expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
    await app.settle();
    expect(await negative()).toEqual([0, 1]);
  });

  it('refuse a period that is none', async () => {
    const answer = await app.as.viewer.call(getFunnelRoute, { query: { from: '2026-03-02', to: '2026-03-01' } });
    expect(code(answer)).toEqual([422, 'invalid_period']);
  });
});
