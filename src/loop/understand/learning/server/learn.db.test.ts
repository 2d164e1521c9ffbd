// What people decide becomes a version of the shop's engine, judges the voices like it again, and can be taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { addReceived, receivedEvent } from '../../../../../test/harness/received-feedback.ts';
import { type Env, systemEnv } from '../../../../ground/env.ts';
import { createStudy, type Study } from '../../../../text/adapt/study.ts';
import { createEngine } from '../../../../text/engine.ts';
import type { TextEngine } from '../../../../text/judge.contract.ts';
import { loadModel } from '../../../../text/node/load-engine.ts';
import { correctJudgement, judgementsOf, takeBackCorrection } from '../../judgement/server/door.ts';
import { judgementReactions } from '../../judgement/server/judgement.reactions.ts';
import { learn } from './learn.ts';
import { sweepNights } from './learning.jobs.ts';
import { learningReactions } from './learning.reactions.ts';
import { listReview, readProgress } from './review.reads.ts';
import { createShopEngines, type ShopEngines } from './shop-engines.ts';
import { chooseVersion } from './verbs/choose-version.ts';
import { decideReview } from './verbs/decide-review.ts';
import { setLearning } from './verbs/set-learning.ts';
import { skipReview } from './verbs/skip-review.ts';
import { undoReview } from './verbs/undo-review.ts';
import { listVersions, readLearning, readLesson } from './version.reads.ts';

const NOW = new Date('2026-03-02T02:00:00Z');
let db: TestDatabase;
let base: TextEngine;
let study: Study;
let shops: ShopEngines;
let env: Env;
let ids: string[];

/** Words the base knows nothing of: a shop's own way to complain. */
const ODD = Array.from({ length: 24 }, (_, at) => `这台机器又开始蜂鸣了第${at + 1}次`);

beforeAll(async () => {
  db = await testDatabase();
  const model = await loadModel();
  base = createEngine(model);
  study = createStudy(model);
  shops = createShopEngines({ base, make: async (shop) => createEngine(model, shop) });
  env = systemEnv(db.a, NOW, 'test');
  ids = await addReceived(db, [
    ...ODD.map((text) => ({ text })),
    { text: '质量很好，非常满意' },
    { text: '物流太慢了，等了两周' },
  ]);
  const [reaction] = judgementReactions({ engine: base, shops });
  await db.a.write((tx) => reaction!.run({ tx, events: [receivedEvent(db.workspaceA, ids)], now: NOW }));
});
afterAll(() => db.drop());

/** Delivers what was told since, as the runner does. */
let seen = 0;
async function hear(): Promise<void> {
  const events = await db.asOwner<{ seq: number; type: string; subject: string; data: object }>(
    `SELECT seq::int, type, subject, data FROM events WHERE seq > ${seen} AND type = 'judgement.corrected' ORDER BY seq`,
  );
  seen = events.at(-1)?.seq ?? seen;
  const [reaction] = learningReactions();
  const at = {
    id: 'evt',
    workspaceId: db.workspaceA,
    actor: { kind: 'system', id: 'system', name: 'test' },
    at: NOW,
  } as const;
  await db.a.write((tx) =>
    reaction!.run({ tx, events: events.map((event) => ({ ...at, ...event })) as never, now: NOW }),
  );
}
const teach = (cause: 'corrections' | 'by_hand' = 'corrections') =>
  learn({ engines: shops, study: async () => study }, db.a, { cause, byName: 'learning', now: NOW });
const sentiment = async (id: string) => (await db.a.read((tx) => judgementsOf(tx, [id]))).get(id)!;
const state = () => db.a.read((tx) => readLearning(tx, shops, NOW));
const versions = async () => (await db.a.read((tx) => listVersions(tx, base.version, { limit: 20 }))).items;

describe('learning', () => {
  it('begins with the base and nothing to learn from', async () => {
    expect(await state()).toMatchObject({ isOn: true, engine: base.version, active: null, lessons: 0, state: 'idle' });
    expect(await teach()).toBe(false);
  });

  it('makes a version of a few corrections and judges those like them again', async () => {
    const odd = base.judge(ODD[0]!).sentiment.label;
    const other = odd === 'negative' ? 'positive' : 'negative';
    for (const id of ids.slice(0, 8)) await correctJudgement(env, { feedbackId: id, label: 'sentiment', value: other });
    await hear();
    expect(await state()).toMatchObject({ lessons: 8, fresh: 8, state: 'asked' });
    expect(await db.a.read((tx) => readLesson(tx, ids[0]!))).toMatchObject({ state: 'waiting' });
    expect(await teach()).toBe(true);
    const now = await state();
    expect(now).toMatchObject({
      lessons: 8,
      fresh: 0,
      state: 'idle',
      active: { number: 1, state: 'active', lessons: 8 },
    });
    expect(now.engine).toMatch(new RegExp(`^${base.version.replace(/[.+]/g, '\\$&')}\\+[0-9a-f]{8}$`));
    const lesson = (await db.a.read((tx) => readLesson(tx, ids[0]!)))!;
    expect(lesson).toMatchObject({ state: 'learned', version: { number: 1 } });
    expect(lesson.alike).toBeGreaterThan(10);
    expect((await sentiment(ids[10]!)).engine).toBe(now.engine);
    expect((await sentiment(ids[10]!)).sentiment).not.toBe(odd);
    // What has nothing to do with it was not touched.
    expect((await sentiment(ids.at(-1)!)).engine).toBe(base.version);
    // New voices are judged by the shop's own version.
    const [fresh] = await addReceived(db, [{ text: '这台机器又开始蜂鸣了真的是' }]);
    const [reaction] = judgementReactions({ engine: base, shops });
    await db.a.write((tx) => reaction!.run({ tx, events: [receivedEvent(db.workspaceA, [fresh!])], now: NOW }));
    expect(await sentiment(fresh!)).toMatchObject({ engine: now.engine });
  });

  it('keeps the other workspace apart', async () => {
    const engine = await db.b.read((tx) => shops.of(tx));
    expect(engine.version).toBe(base.version);
  });

  it('goes back to the base and to the version by hand', async () => {
    const [first] = await versions();
    expect(await chooseVersion(env, shops, { id: null })).toMatchObject({ ok: true, value: { engine: base.version } });
    expect(await chooseVersion(env, shops, { id: null })).toMatchObject({ reason: 'already_active' });
    expect((await versions())[0]).toMatchObject({ state: 'rolled_back', canReturn: true });
    expect(await chooseVersion(env, shops, { id: 'eng_none' })).toMatchObject({ reason: 'not_found' });
    expect(await chooseVersion(env, shops, { id: first!.id })).toMatchObject({ value: { engine: first!.engine } });
    expect(await setLearning(env, shops, { isOn: false, selfTraining: true })).toMatchObject({
      value: { isOn: false, engine: base.version },
    });
    expect(await setLearning(env, shops, { isOn: true, selfTraining: true })).toMatchObject({
      value: { engine: first!.engine, isHeld: true },
    });
    // Let go again, learning has nothing else to choose.
    await setLearning(env, shops, { isOn: true, selfTraining: true, isHeld: false });
    await teach('by_hand');
    expect(await state()).toMatchObject({ isHeld: false, engine: first!.engine });
  });

  it('keeps what was chosen by hand while it learns on beside it', async () => {
    const other = (await sentiment(ids[10]!)).sentiment;
    await chooseVersion(env, shops, { id: null });
    await correctJudgement(env, { feedbackId: ids[9]!, label: 'sentiment', value: other });
    await hear();
    expect(await teach()).toBe(true);
    expect(await state()).toMatchObject({ isHeld: true, engine: base.version, fresh: 0, lessons: 9 });
    expect((await versions())[0]).toMatchObject({ number: 2, state: 'aside', canReturn: true });
    await takeBackCorrection(env, { feedbackId: ids[9]!, label: 'sentiment' });
    await hear();
    expect(await teach()).toBe(true);
    expect(await teach()).toBe(false);
    expect(await state()).toMatchObject({ engine: base.version });
    await setLearning(env, shops, { isOn: true, selfTraining: true, isHeld: false });
    await teach('by_hand');
    expect(await state()).toMatchObject({ active: { state: 'active', lessons: 8 } });
  });

  it('forgets a lesson that is taken back, and what it changed with it', async () => {
    const before = base.judge(ODD[9]!).sentiment.label;
    for (const id of ids.slice(0, 8)) await takeBackCorrection(env, { feedbackId: id, label: 'sentiment' });
    await hear();
    expect(await teach()).toBe(true);
    expect(await state()).toMatchObject({ lessons: 0, active: null, engine: base.version });
    expect((await sentiment(ids[10]!)).sentiment).toBe(before);
    expect(await db.a.read((tx) => readLesson(tx, ids[0]!))).toMatchObject({ state: 'none' });
  });

  it('undoes at the next learning what a lesson did that was taken back while it was being learned', async () => {
    const before = (await sentiment(ids[10]!)).sentiment;
    const other = before === 'negative' ? 'positive' : 'negative';
    for (const id of ids.slice(0, 8)) await correctJudgement(env, { feedbackId: id, label: 'sentiment', value: other });
    await hear();
    const meanwhile = async () => {
      for (const id of ids.slice(0, 8)) await takeBackCorrection(env, { feedbackId: id, label: 'sentiment' });
      await hear();
      return study;
    };
    await learn({ engines: shops, study: meanwhile }, db.a, { cause: 'corrections', byName: 'learning', now: NOW });
    expect((await sentiment(ids[10]!)).sentiment).not.toBe(before);
    expect(await teach()).toBe(true);
    expect(await state()).toMatchObject({ lessons: 0, active: null, engine: base.version });
    for (const id of [ids[0]!, ids[10]!]) expect((await sentiment(id)).sentiment).toBe(before);
  });

  it('refuses a version the held-out lessons speak against, and says why', async () => {
    const words = ['很好用', '真不错', '喜欢', '满意', '推荐', '太差', '难用', '失望', '垃圾', '别买'];
    const odd = await addReceived(
      db,
      Array.from({ length: 40 }, (_, at) => ({ text: `${words[at % 10]}${at}，${words[at % 10]}${at * 7}` })),
    );
    const [reaction] = judgementReactions({ engine: base, shops });
    await db.a.write((tx) => reaction!.run({ tx, events: [receivedEvent(db.workspaceA, odd)], now: NOW }));
    // Whoever answers by lot teaches nothing.
    for (const [at, id] of odd.entries())
      await correctJudgement(env, {
        feedbackId: id,
        label: 'sentiment',
        value: (at * 7 + (at >> 2)) % 3 === 0 ? 'positive' : 'negative',
      });
    await hear();
    await teach('by_hand');
    const [last] = await versions();
    if (last!.state === 'refused') expect(last).toMatchObject({ reason: 'not_better', canReturn: false });
    else expect(last!.shadow!.shop).toBeGreaterThanOrEqual(last!.shadow!.base);
  });
});

describe('the queue', () => {
  it('asks about doubtful voices once, can be answered, skipped and undone', async () => {
    await db.asOwner(
      `UPDATE judgements SET is_doubtful = true, confidence = 0.51 + (random() * 0.1) WHERE feedback_id = ANY($1)`,
      [[...ids.slice(12, 24), ids.at(-1)!, ids.at(-2)!]],
    );
    const asked = { source: 'doubt', memberId: 'mem_one', limit: 50 } as const;
    const page = await db.a.read((tx) => listReview(tx, asked));
    // The odd ones are near-copies of one another: one of them stands for all.
    expect(page.items.length).toBeLessThan(10);
    expect(page.items.some((item) => item.alike > 5)).toBe(true);
    const one = page.items[0]!;
    const member: Env = { ...env, actor: { ...env.actor, id: 'mem_one' } as never };
    const said = one.judgement.sentiment;
    expect(await decideReview(member, { feedbackId: one.feedbackId, sentiment: said })).toMatchObject({
      value: { agrees: true },
    });
    expect(await db.a.read((tx) => readProgress(tx, 'mem_one', NOW))).toMatchObject({ today: 1, mine: 1 });
    const after = await db.a.read((tx) => listReview(tx, asked));
    expect(after.items.some((item) => item.feedbackId === one.feedbackId)).toBe(false);
    expect(await undoReview(member, { feedbackId: one.feedbackId })).toMatchObject({ ok: true });
    expect(await undoReview(member, { feedbackId: one.feedbackId })).toMatchObject({ reason: 'not_found' });
    expect(await skipReview(member, { feedbackId: one.feedbackId })).toMatchObject({ ok: true });
    const left = await db.a.read((tx) => listReview(tx, asked));
    expect(left.items.some((item) => item.feedbackId === one.feedbackId)).toBe(false);
    const others = await db.a.read((tx) => listReview(tx, { ...asked, memberId: 'mem_two' }));
    expect(others.items.length + others.items.reduce((sum, item) => sum + item.alike, 0)).toBeGreaterThan(
      left.items.length,
    );
    expect(await skipReview(member, { feedbackId: 'fb_none' })).toMatchObject({ reason: 'not_found' });
  });

  it('leaves alone what a colleague decided, and counts no skipped voice', async () => {
    const as = (id: string): Env => ({ ...env, actor: { ...env.actor, id, name: id } as never });
    const [mei, lin] = [as('mem_mei'), as('mem_lin')];
    const page = await db.a.read((tx) => listReview(tx, { source: 'doubt', memberId: 'mem_mei', limit: 50 }));
    const feedbackId = page.items[0]!.feedbackId;
    const standing = async () => (await db.a.read((tx) => judgementsOf(tx, [feedbackId]))).get(feedbackId)!;
    const waiting = async (id: string) => (await db.a.read((tx) => readProgress(tx, id, NOW))).waiting;

    // Skipped by one, answered by another, the skip taken back: the answer stands.
    const before = await waiting('mem_mei');
    await skipReview(mei, { feedbackId });
    expect(await waiting('mem_mei')).toBe(before - 1);
    expect(await waiting('mem_lin')).toBe(before);
    await decideReview(lin, { feedbackId, sentiment: 'negative' });
    expect(await undoReview(mei, { feedbackId })).toMatchObject({ ok: true });
    expect(await standing()).toMatchObject({ sentiment: 'negative', corrected: ['sentiment'] });

    // A second answer says whose word it met; an undo takes back no one else's.
    const met = { ok: false, reason: 'set_by_another', values: { name: 'mem_lin', label: 'negative' } };
    expect(await decideReview(mei, { feedbackId, sentiment: 'positive' })).toMatchObject(met);
    expect(await undoReview(mei, { feedbackId })).toMatchObject(met);
    expect(await standing()).toMatchObject({ sentiment: 'negative', corrected: ['sentiment'] });
    expect(await decideReview(lin, { feedbackId, sentiment: 'neutral' })).toMatchObject({ ok: true });
    expect(await undoReview(lin, { feedbackId })).toMatchObject({ ok: true });
    expect((await standing()).corrected).toEqual([]);
  });

  it('is paged without asking twice', async () => {
    const asked = { source: 'doubt', memberId: 'mem_two', limit: 4 } as const;
    const seenIds: string[] = [];
    let cursor: string | undefined;
    for (let turn = 0; turn < 20; turn += 1) {
      const page = await db.a.read((tx) => listReview(tx, { ...asked, cursor }));
      seenIds.push(...page.items.map((item) => item.feedbackId));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(new Set(seenIds).size).toBe(seenIds.length);
    expect(seenIds.length).toBeGreaterThan(1);
  });

  it('draws yesterday’s voices by lot once a night', async () => {
    const next = new Date('2026-03-03T02:00:00Z');
    expect(await sweepNights(db.database, base.version, next)).toBeGreaterThan(0);
    expect(await sweepNights(db.database, base.version, next)).toBe(0);
    const page = await db.a.read((tx) => listReview(tx, { source: 'sample', memberId: 'mem_two', limit: 50 }));
    expect(page.items.length).toBeGreaterThan(0);
    expect(page.items.length).toBeLessThanOrEqual(10);
  });
});
