// Judgements over HTTP: what came in by the gate is found, opened, corrected, linked and judged again; strangers get nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, type TestCaller, testApp } from '../../../../../test/harness/app.ts';
import { recordFeedbackBatchRoute } from '../../../collect/intake/core/feedback.contract.ts';
import { duplicateRoutes, linkDuplicateRoute, unlinkDuplicateRoute } from '../../duplicates/core/duplicate.contract.ts';
import { feedbackFacetsRoute, getFeedbackRoute, listFeedbackRoute } from '../../search/core/search.contract.ts';
import * as contract from '../core/judgement.contract.ts';

let app: TestApp;
let ids: string[];

beforeAll(async () => {
  app = await testApp();
  const sent = await app.as.agent.call(recordFeedbackBatchRoute, {
    body: {
      items: [
        {
          channel: 'review',
          externalId: 'r1',
          text: '物流太慢了，等了两周，电话13812345678',
          rating: 1,
          product: { sku: 'K1', name: '水壶' },
        },
        {
          channel: 'chat',
          externalId: 'c1',
          text: '这个水壶漏电，太危险了，孩子差点被电到',
          person: { externalId: 'u1', name: '安' },
        },
        {
          channel: 'email',
          externalId: 'e1',
          text: '这个水壶漏电，太危险了，孩子差点被电到',
          person: { externalId: 'u1', name: '安' },
        },
        { channel: 'review', externalId: 'r2', text: '质量很好，非常满意', rating: 5 },
      ],
    },
  });
  ids = sent.body.results.map((result: { id: string }) => result.id);
  await app.settle();
});
afterAll(() => app.close());

const list = (caller: TestCaller, query: object = {}) => caller.call(listFeedbackRoute, { query });

describe('finding', () => {
  it('lists newest first with judgement, masked text and highlights, page by page', async () => {
    const all = await list(app.as.viewer);
    expect(all.status).toBe(200);
    expect(all.body.items).toHaveLength(4);
    const found = await list(app.as.viewer, { q: '漏电', limit: 1 });
    expect(found.body.items[0]).toMatchObject({ highlights: [[4, 6]], judgement: { class: 'urgent' } });
    const next = await list(app.as.viewer, { q: '漏电', limit: 1, cursor: found.body.nextCursor });
    expect(new Set([found.body.items[0].id, next.body.items[0].id])).toEqual(new Set([ids[1], ids[2]]));
    const slow = await list(app.as.viewer, { q: '物流', theme: ['logistics.late'], rating: [1, 2] });
    expect(slow.body.items).toHaveLength(1);
    expect(slow.body.items[0]).toMatchObject({ masked: true, product: { name: '水壶' } });
    expect(slow.body.items[0].text).not.toContain('138');
  });

  it('counts and opens', async () => {
    const facets = await app.as.viewer.call(feedbackFacetsRoute, {});
    expect(facets.body).toMatchObject({ total: 4, capped: false });
    const detail = await app.as.viewer.call(getFeedbackRoute, { params: { id: ids[2] } });
    expect(detail.body).toMatchObject({
      id: ids[2],
      duplicateOf: { id: ids[1], kind: 'exact' },
      judgement: { class: 'urgent' },
    });
    expect(detail.body.judgement.reasons.length).toBeGreaterThan(0);
  });

  it.each([
    [{ q: '？！' }, 422, 'invalid_search'],
    [{ sentiment: 'angry' }, 422, 'invalid'],
    [{ rating: 9 }, 422, 'invalid'],
    [{ from: 'yesterday' }, 422, 'invalid'],
    [{ limit: 1000 }, 422, 'invalid'],
  ])('refuses %j', async (query, status, code) => {
    const answer = await list(app.as.viewer, query);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('treats a cursor that is none as the first page, and hostile words as words', async () => {
    for (const query of [
      { cursor: 'x' },
      { q: "'); DROP TABLE judgements; --" },
      { person: "' OR 1=1 --" },
      { theme: "a'b" },
    ]) {
      expect((await list(app.as.viewer, query)).status).toBe(200);
    }
    expect((await list(app.as.viewer)).body.items).toHaveLength(4);
  });
});

describe('correcting', () => {
  const correct = (caller: TestCaller, label: string, value: unknown, id = ids[3]) =>
    caller.call(contract.correctJudgementRoute, { params: { id, label }, body: { value } });

  it('sets, shows and takes back a label', async () => {
    const set = await correct(app.as.agent, 'sentiment', 'negative');
    expect(set.body).toMatchObject({ sentiment: 'negative', corrected: ['sentiment'] });
    const detail = await app.as.viewer.call(getFeedbackRoute, { params: { id: ids[3] } });
    expect(detail.body.corrections).toMatchObject([{ label: 'sentiment', from: 'positive', to: 'negative' }]);
    const back = await app.as.agent.call(contract.takeBackCorrectionRoute, {
      params: { id: ids[3], label: 'sentiment' },
    });
    expect(back.body).toMatchObject({ sentiment: 'positive', corrected: [] });
  });

  it('answers each refusal by its name', async () => {
    const refusals = [
      await correct(app.as.agent, 'sentiment', 'angry'),
      await correct(app.as.agent, 'themes', ['no.such']),
      await correct(app.as.agent, 'sentiment', 'negative', 'fb_00000000000000000000000000'),
      await app.as.agent.call(contract.takeBackCorrectionRoute, { params: { id: ids[3], label: 'spam' } }),
      await correct(app.as.viewer, 'sentiment', 'negative'),
      await correct(app.as.agent, 'mood', 'x'),
    ];
    expect(refusals.map((answer) => [answer.status, answer.body.code])).toEqual([
      [422, 'invalid_value'],
      [422, 'unknown_theme'],
      [404, 'not_found'],
      [409, 'not_corrected'],
      [403, 'forbidden'],
      [422, 'invalid'],
    ]);
  });
});

describe('links between repeats', () => {
  it('are undone, refused and made by hand', async () => {
    const link = (id: string, duplicateOfId: string) =>
      app.as.agent.call(linkDuplicateRoute, { params: { id }, body: { duplicateOfId } });
    const unlink = (id: string) => app.as.agent.call(unlinkDuplicateRoute, { params: { id } });
    expect((await unlink(ids[2]!)).status).toBe(200);
    expect((await list(app.as.viewer, { duplicates: true })).body.items).toHaveLength(0);
    expect((await unlink(ids[2]!)).body.code).toBe('not_linked');
    expect((await unlink('fb_x')).body.code).toBe('not_found');
    expect((await link(ids[2]!, ids[2]!)).body.code).toBe('invalid_link');
    expect((await link(ids[2]!, 'fb_x')).body.code).toBe('not_found');
    expect((await link(ids[2]!, ids[1]!)).body).toEqual({ duplicateOfId: ids[1], kind: 'manual', similarity: 1 });
    expect((await link(ids[2]!, ids[0]!)).body.code).toBe('already_linked');
    expect((await link(ids[1]!, ids[2]!)).body.code).toBe('invalid_link');
    // Linking the first of a voice moves its repeats along.
    expect((await link(ids[1]!, ids[0]!)).status).toBe(200);
    const detail = await app.as.viewer.call(getFeedbackRoute, { params: { id: ids[0] } });
    expect(detail.body.duplicates.map((item: { id: string }) => item.id)).toEqual([ids[1], ids[2]]);
  });
});

describe('judging again', () => {
  it('is asked for, seen, finished; a second one is refused meanwhile', async () => {
    const wrong = await app.as.analyst.call(contract.startJudgementRunRoute, {
      body: {
        channel: 'smoke',
        theme: 'no.such',
        productId: 'prd_none',
        from: '2026-03-02T00:00:00Z',
        to: '2026-03-01T00:00:00Z',
      },
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'invalid_scope']);
    expect(wrong.body.errors.map((one: { path: string; code: string }) => [one.path, one.code])).toEqual([
      ['channel', 'unknown_channel'],
      ['theme', 'no_such_theme'],
      ['productId', 'unknown_product'],
      ['to', 'ends_before_start'],
    ]);
    // As many words as a theme may have.
    const words = Array.from({ length: 100 }, (_, at) => `无此词${at}`);
    const worded = await app.as.analyst.call(contract.startJudgementRunRoute, { body: { words } });
    expect(worded.status).toBe(202);
    await app.settle();
    const started = await app.as.analyst.call(contract.startJudgementRunRoute, { body: {} });
    expect([started.status, started.body.state, started.body.total]).toEqual([202, 'waiting', 4]);
    expect((await app.as.analyst.call(contract.startJudgementRunRoute, { body: {} })).body.code).toBe('run_under_way');
    await app.settle();
    const runs = await app.as.viewer.call(contract.listJudgementRunsRoute, {});
    expect(runs.body.items[0]).toMatchObject({ state: 'done', done: 4, changed: 0 });
    const cancel = await app.as.analyst.call(contract.cancelJudgementRunRoute, { params: { id: started.body.id } });
    expect(cancel.body.code).toBe('already_finished');
    expect((await app.as.agent.call(contract.startJudgementRunRoute, { body: {} })).status).toBe(403);
    expect((await app.as.viewer.call(contract.getEngineRoute, {})).body.engine).toMatch(/@/);
  });
});

describe('strangers', () => {
  it('see and change nothing', async () => {
    expect((await list(app.stranger)).body.items).toEqual([]);
    expect((await list(app.stranger, { q: '漏电' })).body.items).toEqual([]);
    expect((await app.stranger.call(feedbackFacetsRoute, { query: { q: '漏电' } })).body.total).toBe(0);
    expect((await app.stranger.call(feedbackFacetsRoute, {})).body.total).toBe(0);
    const params = { id: ids[0]!, label: 'sentiment' };
    const run = (await app.as.viewer.call(contract.listJudgementRunsRoute, {})).body.items[0];
    const answers = await Promise.all([
      app.stranger.call(getFeedbackRoute, { params }),
      app.stranger.call(contract.correctJudgementRoute, { params, body: { value: 'positive' } }),
      app.stranger.call(contract.takeBackCorrectionRoute, { params }),
      app.stranger.call(linkDuplicateRoute, { params, body: { duplicateOfId: ids[1] } }),
      app.stranger.call(unlinkDuplicateRoute, { params: { id: ids[1] } }),
      app.stranger.call(contract.cancelJudgementRunRoute, { params: { id: run.id } }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await app.stranger.call(contract.listJudgementRunsRoute, {})).body.items).toEqual([]);
  });

  it('without a name are asked to sign in', async () => {
    for (const spec of [
      listFeedbackRoute,
      feedbackFacetsRoute,
      getFeedbackRoute,
      ...contract.judgementRoutes,
      ...duplicateRoutes,
    ]) {
      const params = { id: ids[0]!, label: 'sentiment' };
      expect((await app.nobody.call(spec, { params, body: spec.method === 'GET' ? undefined : {} })).status).toBe(401);
    }
  });
});
