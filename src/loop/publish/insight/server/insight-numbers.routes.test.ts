// Every number of insight against an independent count over the tables themselves.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { feedbackFacetsRoute } from '../../../understand/search/core/search.contract.ts';
import { MEASURES } from '../core/catalogue.contract.ts';
import { listMetricsRoute, METRICS } from '../core/dictionary.contract.ts';
import { type FunnelView, getFunnelRoute } from '../core/funnel.contract.ts';
import { exploreRoute, type InsightAnswer, insightRowsRoute, type Leak } from '../core/insight.contract.ts';
import { fillShop } from './insight-shop.fixture.ts';

let app: TestApp;
const PERIOD = { from: '2026-02-01', to: '2026-03-10' };
const LONG = { from: '2026-02-10', to: '2026-03-04' };

beforeAll(async () => {
  app = await testApp();
  await fillShop(app);
});
afterAll(() => app.close());

const ask = async (query: object): Promise<InsightAnswer> => {
  const answer = await app.as.analyst.call(exploreRoute, { query: { ...PERIOD, ...query } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
const one = async (text: string): Promise<any> => (await app.db.asOwner<any>(text, [app.db.workspaceA]))[0];
const zone = `'Asia/Shanghai'`;

/** The counts of the dictionary, written anew over the tables, in other words than the product's. */
const RECOUNT: Record<string, string> = {
  voices: `SELECT count(*)::float8 AS v FROM judgements WHERE workspace_id = $1 AND repeats = false`,
  people: `SELECT count(*)::float8 AS v FROM (SELECT DISTINCT person_id FROM judgements WHERE workspace_id = $1 AND NOT repeats AND person_id IS NOT NULL) x`,
  negative_share: `SELECT avg((sentiment = 'negative')::int)::float8 AS v FROM judgements WHERE workspace_id = $1 AND NOT repeats`,
  net_sentiment: `SELECT 100 * avg(CASE sentiment WHEN 'positive' THEN 1 WHEN 'negative' THEN -1 ELSE 0 END)::float8 AS v FROM judgements WHERE workspace_id = $1 AND NOT repeats`,
  average_rating: `SELECT avg(f.rating)::float8 AS v FROM feedback f JOIN judgements j ON j.feedback_id = f.id WHERE f.workspace_id = $1 AND NOT j.repeats`,
  low_rating_share: `SELECT avg((f.rating < 2.5)::int)::float8 AS v FROM feedback f JOIN judgements j ON j.feedback_id = f.id WHERE f.workspace_id = $1 AND NOT j.repeats AND f.rating IS NOT NULL`,
  urgent_share: `SELECT avg((class = 'urgent')::int)::float8 AS v FROM judgements WHERE workspace_id = $1 AND NOT repeats`,
  complaint_share: `SELECT avg((array_position(intents, 'complain') IS NOT NULL)::int)::float8 AS v FROM judgements WHERE workspace_id = $1 AND NOT repeats`,
  latent_share: `SELECT avg((class = 'latent')::int)::float8 AS v FROM judgements WHERE workspace_id = $1 AND NOT repeats`,
  cased_share: `SELECT avg((feedback_id IN (SELECT feedback_id FROM case_feedback WHERE case_id IS NOT NULL))::int)::float8 AS v FROM judgements WHERE workspace_id = $1 AND NOT repeats`,
  cases: `SELECT count(*)::float8 AS v FROM cases WHERE workspace_id = $1 AND merged_into IS NULL`,
  first_response: `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_reply_at) - extract(epoch FROM opened_at))::float8 * 1000 AS v FROM cases WHERE workspace_id = $1 AND first_reply_at IS NOT NULL`,
  resolution_time: `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at) - extract(epoch FROM opened_at))::float8 * 1000 AS v FROM cases WHERE workspace_id = $1 AND resolved_at IS NOT NULL`,
  in_time_share: `SELECT (sum((state = 'hit' AND misses = 0)::int)::float8 / nullif(count(*), 0)) AS v FROM clocks WHERE workspace_id = $1 AND kind IN ('frt', 'rt') AND state IN ('hit', 'missed', 'active_with_misses')`,
  reopened_share: `SELECT avg((reopened_count > 0)::int)::float8 AS v FROM cases WHERE workspace_id = $1 AND (resolved_at IS NOT NULL OR reopened_count > 0)`,
  verified_share: `SELECT avg((verified_at IS NOT NULL)::int)::float8 AS v FROM cases WHERE workspace_id = $1 AND status IN ('resolved', 'verified', 'closed')`,
  repeat_share: `SELECT avg(repeated::int)::float8 AS v FROM verify_rounds WHERE workspace_id = $1 AND known > 0`,
  csat: `SELECT avg((score >= 4)::int)::float8 AS v FROM ratings WHERE workspace_id = $1 AND score IS NOT NULL`,
  rating_response: `SELECT avg((score IS NOT NULL)::int)::float8 AS v FROM ratings WHERE workspace_id = $1`,
  nps: `SELECT NULL::float8 AS v FROM workspaces WHERE id = $1`,
};
/** Voices at each place of the loop, by names of its own. */
const VOICE_CASES = `FROM judgements j LEFT JOIN case_feedback m ON m.feedback_id = j.feedback_id AND m.case_id IS NOT NULL LEFT JOIN cases c ON c.id = m.case_id WHERE j.workspace_id = $1 AND NOT j.repeats`;
const TOLD = `EXISTS (SELECT 1 FROM deliveries_facts d WHERE d.workspace_id = $1 AND d.case_id = c.id AND d.kind = 'notice' AND (d.person_id = j.person_id OR d.feedback_id = j.feedback_id) AND d.state NOT IN ('queued', 'sending', 'failed', 'kept', 'task_open', 'task_failed'))`;
const LEAK_RECOUNT: Record<Exclude<Leak, 'waiting'>, string> = {
  urgent_uncased: `SELECT count(*)::int AS v ${VOICE_CASES} AND j.class = 'urgent' AND m.case_id IS NULL`,
  complaint_uncased: `SELECT count(*)::int AS v ${VOICE_CASES} AND 'complain' = ANY(j.intents) AND m.case_id IS NULL`,
  unanswered: `SELECT count(*)::int AS v ${VOICE_CASES} AND c.status IN ('new', 'open', 'pending', 'on_hold') AND c.first_reply_at IS NULL`,
  untold: `SELECT count(*)::int AS v ${VOICE_CASES} AND c.status IN ('resolved', 'verified', 'closed') AND c.resolved_at IS NOT NULL AND NOT ${TOLD}`,
  unverified: `SELECT count(*)::int AS v ${VOICE_CASES} AND c.status IN ('resolved', 'closed') AND c.verified_at IS NULL`,
  disputed: `SELECT count(*)::int AS v ${VOICE_CASES} AND c.reopened_count >= 1 AND c.verified_at IS NULL`,
  unpublished: `SELECT count(*)::int AS v ${VOICE_CASES} AND c.verified_at IS NOT NULL`,
};

describe('each measure', () => {
  it.each(MEASURES.map((measure) => measure.key))('%s equals its recount', async (key) => {
    const answer = await ask({ measures: key });
    const { v } = await one(RECOUNT[key]!);
    const { value, low, high } = answer.total[0]!;
    if (v === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(Number(v), 6);
    if (low !== null && high !== null) {
      expect(low).toBeLessThanOrEqual(value!);
      expect(high).toBeGreaterThanOrEqual(value!);
    }
  });

  it('has a recount and an entry in the dictionary each', () => {
    const keys: string[] = METRICS.map((metric) => metric.key);
    for (const { key } of MEASURES) {
      expect(RECOUNT[key], key).toBeDefined();
      expect(keys, key).toContain(key);
    }
    for (const leak of Object.keys(LEAK_RECOUNT)) expect(keys, leak).toContain(leak);
  });

  it('is the same from sums as from the rows', async () => {
    const measures = 'voices,negative_share,net_sentiment,average_rating,urgent_share,complaint_share';
    for (const rows of [
      'channel',
      'theme',
      'theme_group',
      'product',
      'sentiment',
      'class',
      'intent',
      'language',
      'rating',
      'tier',
      'hour',
      'aspect',
      'week',
      'month',
      'day',
    ]) {
      const sums = await ask({ measures, rows });
      expect(sums.source, rows).toBe('sums');
      // People are never in the sums: asking for them as well makes the same question go to the rows.
      const read = await ask({ measures: `${measures.split(',').slice(0, 5).join(',')},people`, rows });
      expect(read.source).toBe('rows');
      expect(
        read.rows.map((row) => row.key),
        rows,
      ).toEqual(sums.rows.map((row) => row.key));
      for (const [index, totals] of sums.rowTotals.entries())
        for (let at = 0; at < 5; at += 1) expect(totals[at], rows).toEqual(read.rowTotals[index]![at]);
      for (let at = 0; at < 5; at += 1) expect(sums.total[at]).toEqual(read.total[at]);
    }
  });
});

describe('a pivot', () => {
  it('adds up where a voice stands once, and counts each voice once in totals where it stands twice', async () => {
    const plain = await ask({ measures: 'voices,people', rows: 'channel', columns: 'sentiment' });
    const sum = (values: { value: number | null }[][]) => values.reduce((all, cell) => all + (cell[0]!.value ?? 0), 0);
    expect(sum(plain.cells.flat())).toBe(plain.total[0]!.value);
    expect(sum(plain.rowTotals)).toBe(plain.total[0]!.value);
    const themes = await ask({ measures: 'voices,people', rows: 'theme', columns: 'week' });
    const { v } = await one(`SELECT count(*)::int AS v FROM judgements WHERE workspace_id = $1 AND NOT repeats`);
    expect(themes.total[0]!.value).toBe(v);
    expect(sum(themes.columnTotals)).toBe(v);
  });

  it('sets each week beside the one of the period before', async () => {
    const answer = await ask({
      measures: 'voices',
      rows: 'day',
      compare: 'previous',
      from: '2026-02-20',
      to: '2026-02-22',
    });
    expect(answer).toMatchObject({ previousFrom: '2026-02-17', previousTo: '2026-02-19' });
    const past = await ask({ measures: 'voices', rows: 'day', from: '2026-02-17', to: '2026-02-19' });
    expect(answer.rowTotals.map((cell) => cell[0]!.previous)).toEqual(past.rowTotals.map((cell) => cell[0]!.value));
    expect(answer.total[0]!.previous).toBe(past.total[0]!.value);
  });

  it('divides cases by owner, priority and status, and voices by those of their case', async () => {
    for (const rows of ['owner', 'team', 'priority', 'status', 'product', 'theme', 'channel', 'tier']) {
      const cases = await ask({ measures: 'cases,first_response,in_time_share,repeat_share', rows });
      expect(
        cases.rowTotals.reduce((all, cell) => all + cell[0]!.value!, 0),
        rows,
      ).toBe(cases.total[0]!.value);
      const voices = await ask({ measures: 'voices,people', rows });
      expect(voices.rows.length, rows).toBeGreaterThan(0);
    }
    for (const rows of ['owner', 'status', 'hour', 'week', 'product'])
      await ask({ measures: 'csat,rating_response', rows });
    await ask({ measures: 'nps', rows: 'questionnaire', columns: 'month' });
  });

  it('keeps to its filters, and its rows are as many as it says', async () => {
    const filter = { channel: 'review,chat', theme_group: 'logistics', sentiment: 'negative' };
    const answer = await ask({ measures: 'voices', ...filter });
    const rows = await app.as.analyst.call(insightRowsRoute, {
      query: { ...PERIOD, ...filter, measure: 'voices', limit: 200 },
    });
    expect(rows.body.items).toHaveLength(answer.total[0]!.value!);
    const { v } =
      await one(`SELECT count(*)::int AS v FROM judgements WHERE workspace_id = $1 AND NOT repeats AND channel IN ('review', 'chat')
      AND sentiment = 'negative' AND EXISTS (SELECT 1 FROM unnest(themes) t WHERE t LIKE 'logistics.%')`);
    expect(answer.total[0]!.value).toBe(v);
  });
});

describe('the funnel', () => {
  const read = async (): Promise<FunnelView> => {
    const answer = await app.as.viewer.call(getFunnelRoute, { query: PERIOD });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };

  it('counts each stage as a recount does', async () => {
    const funnel = await read();
    expect(funnel).toMatchObject({ waiting: 0, countingDays: 0 });
    const reached = Object.fromEntries(funnel.stages.map((stage) => [stage.stage, stage.count]));
    const answered = `(c.first_reply_at IS NOT NULL OR ${TOLD})`;
    expect(reached).toEqual({
      collect: (await one(`SELECT count(*)::int AS v FROM feedback WHERE workspace_id = $1 AND state = 'accepted'`)).v,
      understand: (await one(RECOUNT.voices!)).v,
      act: (await one(`SELECT count(*)::int AS v ${VOICE_CASES} AND m.case_id IS NOT NULL`)).v,
      answer: (await one(`SELECT count(*)::int AS v ${VOICE_CASES} AND m.case_id IS NOT NULL AND ${answered}`)).v,
      verify: (await one(`SELECT count(*)::int AS v ${VOICE_CASES} AND c.verified_at IS NOT NULL AND ${answered}`)).v,
      publish: 0,
    });
    expect(reached.answer).toBeGreaterThan(0);
    expect(reached.verify).toBeGreaterThan(0);
  });

  it('knows the middle time within 5 %', async () => {
    const { stages } = await read();
    const { v } =
      await one(`SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c.first_reply_at - m.joined_at) * 1000)::float8 AS v
      FROM judgements j JOIN case_feedback m ON m.feedback_id = j.feedback_id JOIN cases c ON c.id = m.case_id
      WHERE j.workspace_id = $1 AND NOT j.repeats AND c.first_reply_at >= m.joined_at`);
    const answer = stages.find((stage) => stage.stage === 'answer')!;
    expect(answer.medianMs! / v).toBeGreaterThan(0.9);
    expect(answer.medianMs! / v).toBeLessThan(1.1);
    expect(stages.find((stage) => stage.stage === 'understand')!.timed).toBe(60);
  });

  it('names each leak, and its door shows as many rows', async () => {
    const { stages } = await read();
    const leaks = new Map(stages.flatMap((stage) => stage.leaks.map((one) => [one.leak, one.count])));
    for (const [leak, text] of Object.entries(LEAK_RECOUNT)) {
      expect(leaks.get(leak as Leak), leak).toBe((await one(text)).v);
      const rows = await app.as.manager.call(insightRowsRoute, { query: { ...PERIOD, leak, limit: 200 } });
      expect(rows.body.items, leak).toHaveLength(leaks.get(leak as Leak)!);
    }
    expect(leaks.get('disputed')).toBeGreaterThan(0);
    const facets = await app.as.analyst.call(feedbackFacetsRoute, {
      query: { class: 'urgent', hasCase: 'false', duplicates: 'false' },
    });
    expect(facets.body.total).toBe(leaks.get('urgent_uncased'));
  });

  it('follows the voices of the days asked for only', async () => {
    const answer = await app.as.viewer.call(getFunnelRoute, { query: { from: '2026-02-12', to: '2026-02-14' } });
    const { v } = await one(
      `SELECT count(*)::int AS v FROM feedback WHERE workspace_id = $1 AND (occurred_at AT TIME ZONE ${zone})::date BETWEEN '2026-02-12' AND '2026-02-14'`,
    );
    expect(answer.body.stages[0].count).toBe(v);
  });
});

describe('the dictionary', () => {
  it('shows present figures with what they are made of', async () => {
    const answer = await app.as.viewer.call(listMetricsRoute);
    expect(answer.status).toBe(200);
    expect(answer.body.items).toHaveLength(METRICS.length);
    const voices = answer.body.items.find((item: { key: string }) => item.key === 'voices');
    const asked = await ask({ measures: 'voices', from: answer.body.from, to: answer.body.to });
    expect(voices.example.value).toBe(asked.total[0]!.value);
    const negative = answer.body.items.find((item: { key: string }) => item.key === 'negative_share').example;
    expect(negative.numerator / negative.denominator).toBeCloseTo(negative.value, 9);
  });

  it('holds every period a screen may ask for', async () => {
    expect((await ask({ measures: 'voices', rows: 'day', ...LONG })).rows).toHaveLength(23);
  });
});
