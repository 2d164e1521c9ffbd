// The gate under load and bad luck: recorded once whoever comes first, linked to what it follows, one bad record alone.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { systemEnv } from '../../../../ground/env.ts';
import { createMetrics, type Metrics } from '../../../../platform/metrics/metrics.ts';
import { createSealer } from '../../../../platform/secrets/seal.ts';
import type { TextEngine } from '../../../../text/judge.contract.ts';
import { type FeedbackDraft, GATE_STEPS } from '../core/feedback.contract.ts';
import { createGate, createGateDesk, type Gate, recordBatch, recordInTransaction } from './door.ts';

let db: TestDatabase;
let metrics: Metrics;
let gate: Gate;
const sealer = createSealer('x'.repeat(40));
const now = new Date('2026-03-02T02:00:00Z');
/** Texts with 广告 are advertising; the real engine has its own tests. */
const engine = {
  spam: (text: string) => ({ score: text.includes('广告') ? 1 : 0, reasons: ['advertising'] }),
} as unknown as TextEngine;

beforeAll(async () => {
  db = await testDatabase({ appPoolSize: 12 });
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.asOwner('TRUNCATE feedback, feedback_originals, people, identities, products, events CASCADE');
  metrics = createMetrics(false);
  gate = createGate({ sealer, metrics, engine });
});

const env = () => systemEnv(db.a, now, 'test');
const draft = (externalId: string, more: Partial<FeedbackDraft> = {}): FeedbackDraft => ({
  channel: 'review',
  externalId,
  text: `话 ${externalId}`,
  ...more,
});
const record = (drafts: FeedbackDraft[]) => db.a.write((tx) => recordInTransaction(gate, tx, env(), drafts));
const stored = () =>
  db.asOwner<{ id: string; external_id: string; follows_id: string | null; state: string; order_hash: string | null }>(
    'SELECT * FROM feedback ORDER BY external_id',
  );
const count = async (name: string, labels: Record<string, string>) => {
  const metric = await metrics.registry.getSingleMetric(name)!.get();
  const found = metric.values.filter((value) =>
    Object.entries(labels).every(([key, wanted]) => value.labels[key] === wanted),
  );
  return found.reduce((sum, value) => sum + value.value, 0);
};

describe('many at once', () => {
  it('record each external id once, tell each who has it, and tell of it once', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `r-${index}`);
    const batches = Array.from({ length: 8 }, (_, turn) => {
      const part = [...ids.slice(turn * 10), ...ids.slice(0, turn * 10)].slice(0, 90);
      const order = turn % 2 ? part.toReversed() : part;
      return order.map((id) =>
        draft(id, { product: { name: `商品 ${id}` }, person: { externalId: `买家 ${id}` }, orderNo: `SF-${id}` }),
      );
    });
    const answers = await Promise.all(batches.map(record));
    const rows = await stored();
    expect(rows).toHaveLength(120);
    const idOf = new Map(rows.map((row) => [row.external_id, row.id]));
    for (const [turn, outcomes] of answers.entries())
      for (const [index, outcome] of outcomes.entries())
        expect([outcome.outcome === 'rejected', outcome.id]).toEqual([
          false,
          idOf.get(batches[turn]![index]!.externalId!),
        ]);
    const all = answers.flat();
    expect(all.filter((one) => one.outcome === 'recorded')).toHaveLength(120);
    expect(all.filter((one) => one.outcome === 'duplicate')).toHaveLength(8 * 90 - 120);
    const events = await db.asOwner<{ data: { feedbackIds: string[] } }>(
      "SELECT data FROM events WHERE type = 'feedback.received'",
    );
    expect(events.flatMap((event) => event.data.feedbackIds).sort()).toEqual(rows.map((row) => row.id).sort());
    const originals = await db.asOwner<{ feedback_id: string }>('SELECT feedback_id FROM feedback_originals');
    expect(originals).toHaveLength(120);
    for (const [table, wanted] of [
      ['people', 120],
      ['products', 120],
    ] as const) {
      const [found] = await db.asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
      expect([table, found!.n]).toEqual([table, wanted]);
    }
  });

  it('through the desk share commits, and one that cannot be saved harms nobody else', async () => {
    const desk = createGateDesk(gate, (id) => db.workspace(id));
    // A poisoned record: the database refuses its rating, which no check before it saw.
    const poisoned = draft('poison', { rating: 9 });
    const drafts = [draft('g-1'), poisoned, draft('g-2'), draft('g-1'), draft('g-3', { text: '广告' })];
    const outcomes = await Promise.all(drafts.map((one) => desk.recordOne(env(), one)));
    await desk.close();
    expect(outcomes.map((one) => one.outcome).sort()).toEqual([
      'duplicate',
      'quarantined',
      'recorded',
      'recorded',
      'rejected',
    ]);
    expect(outcomes[1]).toMatchObject({ outcome: 'rejected', id: null, reason: 'not_saved' });
    expect(outcomes[3]!.id).toBe(outcomes[0]!.id);
    expect((await stored()).map((row) => row.external_id)).toEqual(['g-1', 'g-2', 'g-3']);
  });
});

describe('a duplicate', () => {
  it('is answered with the first one’s id, also inside one batch and when that was held back', async () => {
    const [first] = await record([draft('d-1')]);
    const outcomes = await record([
      draft('d-1'),
      draft('d-2'),
      draft('d-2', { text: '别的' }),
      draft('d-3', { text: '广告' }),
      draft('d-3', { text: '广告' }),
      draft('d-2', { channel: 'chat' }),
    ]);
    expect(outcomes.map((one) => one.outcome)).toEqual([
      'duplicate',
      'recorded',
      'duplicate',
      'quarantined',
      'duplicate',
      'recorded',
    ]);
    expect(outcomes[0]!.id).toBe(first!.id);
    expect(outcomes[2]!.id).toBe(outcomes[1]!.id);
    expect(outcomes[4]!.id).toBe(outcomes[3]!.id);
    expect(outcomes.map((one) => one.id)).not.toContain(null);
  });

  it('after a lost race is answered with the winner’s id, and what followed it follows the winner', async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let written: (id: string) => void = () => {};
    const winner = new Promise<string>((resolve) => {
      written = resolve;
    });
    const first = db.a.write(async (tx) => {
      const [outcome] = await recordInTransaction(gate, tx, env(), [draft('race')]);
      written(outcome!.id!);
      await held;
    });
    const id = await winner;
    const second = record([draft('race'), draft('race-follow', { followsExternalId: 'race' })]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    release();
    await first;
    const outcomes = await second;
    expect(outcomes[0]).toEqual({ outcome: 'duplicate', id, reason: null });
    expect(outcomes[1]!.outcome).toBe('recorded');
    const rows = await stored();
    expect(rows.map((row) => [row.external_id, row.follows_id])).toEqual([
      ['race', null],
      ['race-follow', id],
    ]);
  });
});

describe('a follow-up (追评)', () => {
  it('is linked to what it follows: in its own batch, before or behind it, and in an earlier one', async () => {
    const [early] = await record([draft('f-0')]);
    const outcomes = await record([
      draft('f-2', { followsExternalId: 'f-1' }),
      draft('f-1'),
      draft('f-3', { followsExternalId: 'f-1' }),
      draft('f-4', { followsExternalId: 'f-0' }),
      draft('f-5', { followsExternalId: 'never' }),
      draft('f-6', { followsExternalId: 'f-6' }),
      draft('f-7', { channel: 'chat', followsExternalId: 'f-1' }),
    ]);
    const rows = new Map((await stored()).map((row) => [row.external_id, row.follows_id]));
    const followed = outcomes[1]!.id;
    expect([...rows]).toEqual([
      ['f-0', null],
      ['f-1', null],
      ['f-2', followed],
      ['f-3', followed],
      ['f-4', early!.id],
      ['f-5', null],
      ['f-6', null],
      ['f-7', null],
    ]);
  });
});

describe('what no column can hold', () => {
  it('is cleaned or named, in every field, and loses nothing else', async () => {
    const bad = 'a\0b\ud83d';
    const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    const answer = await db.a.write((tx) =>
      recordBatch(gate, tx, env(), [
        {
          channel: 'api',
          externalId: `x-${bad}`,
          text: bad,
          title: bad,
          product: { sku: bad, name: bad },
          person: { externalId: bad, name: bad, phone: `138\u00000013 8000` },
          orderNo: `12\u0000`,
          followsExternalId: bad,
          meta: { [bad]: [bad, { [bad]: 1 }] },
        },
        { channel: 'api', text: '好', product: { name: '\0' }, person: { name: '\0' }, orderNo: '\0' },
        { channel: 'api', text: '好', meta: deep },
        { channel: 'api', text: '好', meta: { big: '好'.repeat(3000) } },
        { channel: 'api', text: '好', occurredAt: '0000-01-01T00:00:00+14:00' },
        { channel: 'api', text: '好', occurredAt: '9999-12-31T23:59:59-14:00' },
        { channel: 'api', externalId: 'well', text: '好' },
      ]),
    );
    expect(answer.results.map((one) => one.outcome)).toEqual([
      'recorded',
      'recorded',
      'rejected',
      'rejected',
      'recorded',
      'recorded',
      'recorded',
    ]);
    expect(answer.results[2]!.errors).toEqual([{ path: 'meta', code: 'meta_too_large' }]);
    expect(answer.results[3]!.errors).toEqual([{ path: 'meta', code: 'meta_too_large' }]);
    const [product] = await db.asOwner('SELECT sku, name FROM products');
    expect(product).toEqual({ sku: 'ab\ufffd', name: 'ab\ufffd' });
  });
});

describe('an id of ours in what comes with the words', () => {
  it('stays whole whatever chance spelled into it, while a phone number beside it is masked', async () => {
    const id = 'tsc_0fw7q736392gjq1f9x90xwyhwd';
    const { results } = await db.a.write((tx) =>
      recordBatch(gate, tx, env(), [{ channel: 'api', text: '好', meta: { of: id, tel: '13800138000' } }]),
    );
    const [row] = await db.asOwner<{ meta: unknown }>('SELECT meta FROM feedback WHERE id = $1', [results[0]!.id]);
    expect(row!.meta).toEqual({ of: id, tel: '[phone]' });
  });
});

describe('an order number', () => {
  it('finds its feedback however it is written, and only in its own shop', async () => {
    await record([draft('o-1', { orderNo: 'sf 2026-0301' }), draft('o-2', { orderNo: 'SF20260301' }), draft('o-3')]);
    const [one, two, three] = await stored();
    expect(one!.order_hash).toBe(two!.order_hash);
    expect(one!.order_hash).toBe(sealer.blindIndex(db.workspaceA, 'order', 'SF20260301'));
    expect(one!.order_hash).not.toBe(sealer.blindIndex(db.workspaceB, 'order', 'SF20260301'));
    expect(three!.order_hash).toBeNull();
    expect(JSON.stringify(await stored())).not.toContain('20260301');
  });
});

describe('the counters', () => {
  it('time and count every step, and every record once in each', async () => {
    const items = [
      draft('m-1'),
      draft('m-1'),
      draft('m-2', { text: '广告' }),
      draft('m-3', { text: '\u0001' }),
      { channel: 'fax' },
    ];
    await db.a.write((tx) => recordBatch(gate, tx, env(), items));
    for (const step of GATE_STEPS)
      expect([step, await count('huiyin_gate_step_seconds', { step, le: '+Inf' })]).toEqual([step, 1]);
    const steps = async (step: string) => ({
      passed: await count('huiyin_gate_step_records_total', { step, outcome: 'passed' }),
      all: await count('huiyin_gate_step_records_total', { step }),
    });
    expect(await steps('validate')).toEqual({ passed: 4, all: 5 });
    expect(await steps('normalise')).toEqual({ passed: 3, all: 4 });
    expect(await steps('known')).toEqual({ passed: 2, all: 3 });
    expect(await steps('mask')).toEqual({ passed: 2, all: 2 });
    expect(await steps('spam')).toEqual({ passed: 1, all: 2 });
    expect(await steps('save')).toEqual({ passed: 2, all: 2 });
    expect(await count('huiyin_gate_step_records_total', { step: 'spam', outcome: 'spam_advertising' })).toBe(1);
    const outcomes = { recorded: 1, duplicate: 1, quarantined: 1, rejected: 1 };
    for (const [outcome, wanted] of Object.entries(outcomes))
      expect([outcome, await count('huiyin_gate_records_total', { channel: 'review', outcome })]).toEqual([
        outcome,
        wanted,
      ]);
  });
});
