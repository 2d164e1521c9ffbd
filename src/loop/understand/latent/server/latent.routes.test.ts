// What nobody said is noticed, once, with its evidence and its doubt, and becomes feedback of class latent.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { recordFeedbackRoute } from '../../../collect/intake/core/feedback.contract.ts';
import { recordSignalBatchRoute, recordSignalRoute } from '../../../collect/signals/core/signal-routes.contract.ts';
import * as contract from '../core/latent.contract.ts';
import { latentKeeper } from './door.ts';
import { sweepLatent } from './latent.jobs.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ startAt: '2026-03-02T02:00:00Z' });
});
afterAll(() => app.close());

const at = (daysAgo: number) => new Date(Date.parse('2026-03-02T02:00:00Z') - daysAgo * 86_400_000).toISOString();
let seq = 0;
const signal = (kind: string, daysAgo: number, more: object = {}) => {
  seq += 1;
  return { externalId: `s-${seq}`, kind, occurredAt: at(daysAgo), lines: [{ sku: 'DRESS', name: '连衣裙' }], ...more };
};
const record = async (items: object[]) => {
  const answer = await app.as.agent.call(recordSignalBatchRoute, { body: { items } });
  expect(answer.body.rejected).toBe(0);
  await app.settle();
};
const set = (key: contract.LatentRuleKey, settings: object, on = true) =>
  app.as.analyst.call(contract.setLatentRuleRoute, { params: { key }, body: { on, settings } });
const sweep = () => sweepLatent(app.db.database, app.product.rooms.gate, app.clock.now);
const latent = () =>
  app.db.asOwner<{
    external_id: string;
    text: string;
    meta: { latent: contract.LatentEvidence };
    person_id: string;
    class: string;
    sentiment: string;
  }>(
    `SELECT f.external_id, f.text, f.meta, f.person_id, j.class, j.sentiment FROM feedback f JOIN judgements j ON j.feedback_id = f.id
     WHERE f.channel = 'signal' ORDER BY f.id`,
  );

describe('a refund without a word', () => {
  it('is noticed once the days of waiting are over, and not where something was said', async () => {
    await record([
      signal('refund', 10, { person: { externalId: 'quiet' }, orderNo: 'Q-1001', amountMinor: 12900, currency: 'CNY' }),
      signal('refund', 10, { person: { externalId: 'loud' }, orderNo: 'L-1001', amountMinor: 9900, currency: 'CNY' }),
      signal('refund', 3, { person: { externalId: 'fresh' }, orderNo: 'F-1001', amountMinor: 9900, currency: 'CNY' }),
      signal('refund', 10, { person: { externalId: 'small' }, orderNo: 'S-1001', amountMinor: 100, currency: 'CNY' }),
    ]);
    await app.as.agent.call(recordFeedbackRoute, {
      body: {
        channel: 'chat',
        text: '裙子有线头，我要退款',
        person: { externalId: 'loud' },
        product: { sku: 'DRESS' },
        occurredAt: at(11),
      },
    });
    await app.settle();
    expect(await sweep()).toBe(0);
    const trial = await app.as.manager.call(contract.tryLatentRuleRoute, {
      params: { key: 'silent_refund' },
      body: { settings: { days: 7, minAmountMinor: 1000 } },
    });
    expect(trial.body).toMatchObject({
      count: 1,
      people: 1,
      doubt: { state: 'unknown', of: 0, how: 'too_little_history' },
    });
    expect(await latent()).toEqual([]);
    expect((await set('silent_refund', { days: 7, minAmountMinor: 1000 })).body).toMatchObject({ on: true, found: 0 });
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    await app.settle();
    const [one, ...rest] = await latent();
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ class: 'latent', sentiment: 'neutral' });
    expect(one!.text).toContain('连衣裙');
    expect(one!.text).toContain('****1001');
    expect(one!.text).toContain('129');
    expect(one!.meta.latent).toMatchObject({
      rule: 'silent_refund',
      amountMinor: 12900,
      currency: 'CNY',
      doubt: { state: 'unknown' },
    });
    const [signalRow] = await app.db.asOwner<{ person_id: string; order_hash: string }>(
      `SELECT person_id, order_hash FROM signals WHERE id = $1`,
      [one!.meta.latent.signalIds[0]],
    );
    expect(one!.person_id).toBe(signalRow!.person_id);
    const [voice] = await app.db.asOwner<{ order_hash: string }>(
      `SELECT order_hash FROM feedback WHERE channel = 'signal'`,
    );
    expect(voice!.order_hash).toBe(signalRow!.order_hash);
    app.clock.now = new Date('2026-03-08T02:00:00Z');
    expect(await sweep()).toBe(1);
    app.clock.now = new Date('2026-03-02T02:00:00Z');
  });

  it('says how often such silence was explained later, once there is history', async () => {
    const history = Array.from({ length: 30 }, (_, index) =>
      signal('refund', 200 + index, {
        person: { externalId: `h-${index}` },
        orderNo: `H-${index}`,
        amountMinor: 5000,
        currency: 'CNY',
      }),
    );
    await record(history);
    for (let index = 0; index < 9; index += 1) {
      await app.as.agent.call(recordFeedbackRoute, {
        body: {
          channel: 'chat',
          text: '质量太差了，穿一次就破',
          rating: 1,
          person: { externalId: `h-${index}` },
          occurredAt: at(170 + index),
        },
      });
    }
    await app.settle();
    const trial = await app.as.manager.call(contract.tryLatentRuleRoute, {
      params: { key: 'silent_refund' },
      body: { settings: { days: 7, minAmountMinor: 1000 } },
    });
    expect(trial.body.doubt).toMatchObject({ state: 'known', strength: 0.3, of: 30, how: 'explained_later' });
    expect(trial.body.doubt.low).toBeLessThan(0.3);
    expect(trial.body.doubt.high).toBeGreaterThan(0.3);
  });
});

describe('a customer who falls silent after a complaint', () => {
  it('is noticed when he had a rhythm before', async () => {
    await record([
      ...[70, 62, 55, 48].map((day) => signal('view', day, { person: { externalId: 'gone' } })),
      ...[70, 62, 55, 48, 10].map((day) => signal('view', day, { person: { externalId: 'back' } })),
      signal('view', 60, { person: { externalId: 'rare' } }),
    ]);
    for (const externalId of ['gone', 'back', 'rare']) {
      await app.as.agent.call(recordFeedbackRoute, {
        body: { channel: 'chat', text: '客服态度太差了，非常生气', person: { externalId }, occurredAt: at(45) },
      });
    }
    await app.settle();
    await set('drop_off', { days: 30, rhythmDays: 14, minVisits: 3 });
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    const found = await app.as.agent.call(contract.listLatentFindingsRoute, { query: { rule: 'drop_off' } });
    expect(found.body.items).toMatchObject([{ rule: 'drop_off', doubt: { state: 'unknown' } }]);
    expect(found.body.items[0].signalIds).toHaveLength(4);
  });
});

describe('sizes that do not fit', () => {
  it('the second exchange is noticed at once, the same evidence never again', async () => {
    await set('size_exchange', { times: 2, days: 90 });
    const swap = (daysAgo: number) =>
      signal('exchange', daysAgo, {
        person: { externalId: 'picky' },
        lines: [{ sku: 'JEANS', name: '牛仔裤', size: 'M', sizeTo: 'L' }],
      });
    await record([swap(20)]);
    const before = (await latent()).length;
    await record([swap(5)]);
    const after = await latent();
    expect(after.length).toBe(before + 1);
    expect(after.at(-1)!.text).toContain('牛仔裤');
    await record([swap(1)]);
    expect(await sweep()).toBe(0);
    await record([swap(0.5)]);
    expect((await latent()).length).toBe(before + 2);
    const used = await app.db.asOwner<{ item: string }>(
      `SELECT item FROM latent_evidence WHERE rule = 'size_exchange'`,
    );
    expect(used).toHaveLength(4);
  });

  it('a product that comes back more often than the shop’s others is named once a month', async () => {
    const orders = Array.from({ length: 160 }, (_, index) =>
      signal('order_placed', 10, {
        orderNo: `P-${index}`,
        lines: [{ sku: index < 40 ? 'TIGHT' : `OK-${index % 4}`, name: index < 40 ? '紧身裤' : '别的' }],
      }),
    );
    const backs = Array.from({ length: 12 }, (_, index) =>
      signal('return', 6, { orderNo: `P-${index}`, reason: '尺码偏小', lines: [{ sku: 'TIGHT', name: '紧身裤' }] }),
    );
    await record([...orders, ...backs]);
    await set('product_size', { days: 30, minOrders: 30 });
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    const [one] = (await app.as.agent.call(contract.listLatentFindingsRoute, { query: { rule: 'product_size' } })).body
      .items;
    expect(one.text).toContain('30%');
    expect(one.doubt).toMatchObject({ state: 'known', how: 'share_above_shop', strength: 0.3, of: 40 });
  });
});

describe('the rules themselves', () => {
  it('are off at first, keep their thresholds in range, and belong to one shop', async () => {
    const foreign = await app.stranger.call(contract.listLatentRulesRoute);
    expect(foreign.body.items.map((rule: { on: boolean; found: number }) => [rule.on, rule.found])).toEqual(
      Array.from({ length: 5 }, () => [false, 0]),
    );
    expect((await app.stranger.call(contract.listLatentFindingsRoute)).body.items).toEqual([]);
    const wild = await set('silent_refund', { days: 9000, minAmountMinor: 0 });
    expect([wild.status, wild.body.code, wild.body.errors[0].path]).toEqual([422, 'invalid_settings', 'settings.days']);
    const trial = await app.as.analyst.call(contract.tryLatentRuleRoute, {
      params: { key: 'cart_leave' },
      body: { settings: { times: 1 } },
    });
    expect(trial.body.code).toBe('invalid_settings');
    expect(
      (
        await app.as.agent.call(contract.setLatentRuleRoute, {
          params: { key: 'drop_off' },
          body: { on: false, settings: {} },
        })
      ).status,
    ).toBe(403);
    expect((await app.as.viewer.call(contract.listLatentRulesRoute)).status).toBe(403);
  });

  it('carts left behind are noticed unless bought in the end', async () => {
    const cart = (person: string, daysAgo: number) =>
      signal('add_to_cart', daysAgo, { person: { externalId: person }, lines: [{ sku: 'BAG', name: '包' }] });
    await set('cart_leave', { times: 3, days: 14 });
    await record([cart('c1', 6), cart('c1', 4), cart('c2', 6), cart('c2', 4), cart('c2', 3)]);
    await app.as.agent.call(recordSignalRoute, {
      body: signal('order_placed', 2, { person: { externalId: 'c2' }, lines: [{ sku: 'BAG' }] }),
    });
    await app.settle();
    const before = (await latent()).filter((one) => one.external_id.startsWith('cart_leave')).length;
    await record([cart('c1', 1)]);
    expect((await latent()).filter((one) => one.external_id.startsWith('cart_leave')).length).toBe(before + 1);
  });

  it('let go of a customer who asks for it', async () => {
    const [row] = await app.db.asOwner<{ person_id: string }>(
      'SELECT person_id FROM latent_findings WHERE person_id IS NOT NULL LIMIT 1',
    );
    expect(await app.db.a.read((tx) => latentKeeper.export(tx, row!.person_id))).toHaveLength(1);
    await app.db.a.write((tx) => latentKeeper.erase(tx, row!.person_id, new Date()));
    expect(await app.db.a.read((tx) => latentKeeper.export(tx, row!.person_id))).toEqual([]);
  });
});
