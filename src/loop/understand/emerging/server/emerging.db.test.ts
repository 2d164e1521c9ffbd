// A rise of complaints about one part of one product is found once, kept up to date, dismissed and ended.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { addProduct } from '../../../../../test/harness/judged-feedback.ts';
import { addReceived, receivedEvent } from '../../../../../test/harness/received-feedback.ts';
import { systemEnv } from '../../../../ground/env.ts';
import { loadEngine } from '../../../../text/node/load-engine.ts';
import { judgementReactions } from '../../judgement/server/judgement.reactions.ts';
import { listEmerging } from './emerging.reads.ts';
import { sweepShop } from './sweep.ts';
import { dismissEmerging } from './verbs/dismiss-emerging.ts';
import { reviveEmerging } from './verbs/revive-emerging.ts';

const TODAY = new Date('2026-03-02T02:00:00Z');
const DAY_MS = 86_400_000;
let db: TestDatabase;
let productId: string;

beforeAll(async () => {
  db = await testDatabase();
  productId = await addProduct(db, '保湿精华');
  const rows = [];
  for (let back = 100; back >= 1; back -= 1) {
    const occurredAt = new Date(TODAY.getTime() - back * DAY_MS);
    for (let at = 0; at < 4; at += 1)
      rows.push({ text: `质量不错，会回购，第${back}天第${at}条`, occurredAt, productId });
    if (back % 14 === 0) rows.push({ text: `包装破损，盒子压坏了，第${back}天`, occurredAt, productId });
    if (back <= 5)
      for (let at = 0; at < 5; at += 1)
        rows.push({ text: `包装破损，瓶口漏液，${back}号收到第${at}瓶`, occurredAt, productId });
  }
  const ids = await addReceived(db, rows);
  const [reaction] = judgementReactions({ engine: await loadEngine() });
  await db.a.write((tx) => reaction!.run({ tx, events: [receivedEvent(db.workspaceA, ids)], now: TODAY }));
});
afterAll(() => db.drop());

const rising = async (state: 'rising' | 'dismissed' | 'over' = 'rising') =>
  (await db.a.read((tx) => listEmerging(tx, { state, limit: 50 }))).items;
const told = async () =>
  (await db.asOwner<{ type: string }>(`SELECT type FROM events WHERE type LIKE 'emerging.%' ORDER BY seq`)).map(
    (one) => one.type,
  );
const env = (now = TODAY) => systemEnv(db.a, now, 'test');

describe('a rise', () => {
  it('is found with its days, its words and how sure it is, once a day', async () => {
    expect(await sweepShop(db.a, TODAY)).toBeGreaterThan(0);
    expect(await sweepShop(db.a, TODAY)).toBeNull();
    const found = (await rising()).find((one) => one.aspect === 'packaging')!;
    expect(found).toMatchObject({ product: { id: productId, name: '保湿精华' }, polarity: -1, lastDay: '2026-03-01' });
    expect(found.observed).toBeGreaterThan(found.expected * 2);
    expect(found.falseAYear).toBeLessThan(0.1);
    expect(found.phrases.join(' ')).toContain('漏液');
    expect(found.title).toContain('包装破损');
    expect(found.feedbackIds.length).toBeGreaterThan(10);
    expect((await told()).filter((type) => type === 'emerging.found')).toHaveLength((await rising()).length);
  });

  it('is the same one the next day', async () => {
    const before = await rising();
    await sweepShop(db.a, new Date(TODAY.getTime() + DAY_MS));
    const ids = (await rising()).map((one) => one.id);
    expect(ids).toEqual(expect.arrayContaining(before.map((one) => one.id)));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('can be dismissed with a reason and brought back, and is over when it no longer stands out', async () => {
    const one = (await rising()).find((row) => row.aspect === 'packaging')!;
    expect(await dismissEmerging(env(), { id: one.id, reason: '换了快递' })).toMatchObject({
      ok: true,
      value: { state: 'dismissed', reason: '换了快递' },
    });
    expect(await dismissEmerging(env(), { id: one.id, reason: null })).toMatchObject({ reason: 'not_rising' });
    await sweepShop(db.a, new Date(TODAY.getTime() + 2 * DAY_MS));
    expect((await rising()).some((row) => row.aspect === 'packaging')).toBe(false);
    expect(await reviveEmerging(env(), { id: one.id })).toMatchObject({ ok: true, value: { state: 'rising' } });
    expect(await reviveEmerging(env(), { id: one.id })).toMatchObject({ reason: 'not_dismissed' });
    expect(await dismissEmerging(env(), { id: 'emg_none', reason: null })).toMatchObject({ reason: 'not_found' });
    await sweepShop(db.a, new Date(TODAY.getTime() + 60 * DAY_MS));
    expect(await rising()).toEqual([]);
    expect((await rising('over')).map((row) => row.id)).toContain(one.id);
    expect(await told()).toEqual(expect.arrayContaining(['emerging.dismissed', 'emerging.revived', 'emerging.ended']));
  });

  it('is not seen by another shop', async () => {
    expect(await sweepShop(db.b, TODAY)).toBe(0);
    expect((await db.b.read((tx) => listEmerging(tx, { state: 'rising', limit: 50 }))).items).toEqual([]);
  });
});
