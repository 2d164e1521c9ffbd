// Polls, quizzes, questions and coupons in a running show: by tap and by danmaku, final and hashed, the same after a restart.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { liveRoom, type TestLiveRoom } from '../../../../../test/harness/live-room.ts';
import { canonicalJson } from '../../draws/server/door.ts';
import type { InteractionDraft } from '../core/interaction-draft.contract.ts';
import * as contract from '../core/interaction-routes.contract.ts';
import { MOST_FROM_NETWORK } from '../core/network-rule.ts';
import { interactionsIn } from './rooms-open.ts';

let app: TestApp;
let live: TestLiveRoom;
beforeAll(async () => {
  app = await testApp();
  live = await liveRoom(app, { slug: 'plays' });
});
afterAll(() => app.close());

const room = () => interactionsIn(app.db.workspaceA, live.roomId)!;
const open = async (draft: Partial<InteractionDraft> & { kind: string; title: string }) =>
  (await app.as.host.call(contract.openInteractionRoute, { params: { id: live.roomId }, body: draft })).body;
const enter = (
  interactionId: string,
  uid: string,
  more: { choice?: string; answer?: string } = {},
  name = `m-${uid}`,
) =>
  room().enter({
    interactionId,
    viewer: { uid, name: `观众${uid}` },
    messageName: name,
    at: app.clock.now.getTime(),
    ...more,
  });
const viewOf = (id: string) =>
  room()
    .views()
    .find((view) => view.interactionId === id)!;
const close = (id: string) => app.as.host.call(contract.closeInteractionRoute, { params: { id } });
const settled = async () => {
  await live.settle();
  await room().drained();
};

describe('a poll', () => {
  it('counts taps and typed numbers, one person once, and closes at its time', async () => {
    const poll = await open({ kind: 'poll', title: '下一件上什么', options: ['白色', '黑色'], seconds: 30 } as never);
    expect(poll).toMatchObject({ state: 'open', people: 0 });
    expect(await enter(poll.interactionId, 'a', { choice: '1' })).toMatchObject({
      ok: true,
      value: { state: 'counted' },
    });
    expect(await enter(poll.interactionId, 'a', { choice: '1' })).toMatchObject({ ok: true });
    expect(await enter(poll.interactionId, 'a', { choice: '2' }, 'other')).toMatchObject({
      ok: true,
      value: { state: 'same', choice: '1' },
    });
    expect(await enter(poll.interactionId, 'b', { choice: '7' })).toMatchObject({
      ok: false,
      reason: 'no_such_choice',
    });
    await live.say('t1', '扣２');
    await live.say('t2', '黑色！');
    await live.say('t2', '1');
    await live.say('t3', '1号链接多少钱');
    await settled();
    expect(viewOf(poll.interactionId)).toMatchObject({ people: 3, options: [{ votes: 1 }, { votes: 2 }], rejected: 3 });

    app.clock.now = new Date(app.clock.now.getTime() + 31_000);
    expect(await enter(poll.interactionId, 'late', { choice: '1' })).toMatchObject({ ok: false, reason: 'late' });
    await settled();
    const final = viewOf(poll.interactionId);
    expect(final).toMatchObject({ state: 'final', people: 3, rejected: 4 });
    const shown = await app.product.app.inject({ method: 'GET', url: final.publicUrl! });
    const { result, resultHash } = shown.json();
    expect(createHash('sha256').update(canonicalJson(result)).digest('hex')).toBe(resultHash);
    expect(result).toMatchObject({ people: 3, rejected: { late: 1, second: 2, other: 1 } });
    expect((await close(poll.interactionId)).body).toMatchObject({ code: 'wrong_state' });
  });
});

describe('a quiz', () => {
  it('keeps the answer to itself until it is final, and names the first who knew, masked', async () => {
    const quiz = await open({ kind: 'quiz', title: '产地', options: ['云南', '福建'], answer: 2 } as never);
    expect(JSON.stringify(quiz)).not.toContain('"answer":"2"');
    await enter(quiz.interactionId, 'q1', { choice: '2' });
    await enter(quiz.interactionId, 'q2', { choice: '1' });
    const final = (await close(quiz.interactionId)).body;
    expect(final).toMatchObject({ state: 'final', answer: '2', prizes: [{ winners: ['观**1'] }] });
  });

  it('is refused when its answer is not among the options', async () => {
    const body = { kind: 'quiz', title: '产地', options: ['云南', '福建'], answer: 3 };
    const refused = await app.as.host.call(contract.openInteractionRoute, { params: { id: live.roomId }, body });
    expect(refused.body).toMatchObject({ code: 'unknown_answer' });
  });
});

describe('questions and coupons', () => {
  it('puts the most wanted question first, hides only with a reason, and counts that', async () => {
    const qna = await open({ kind: 'qna', title: '问主播', keyword: '提问' });
    const id = qna.interactionId;
    await enter(id, 'n1', { answer: '有大码吗，电话13812345678' });
    await live.say('n2', '提问 几天发货');
    await settled();
    const [first] = viewOf(id).questions;
    expect(first!.text).not.toContain('13812345678');
    const second = viewOf(id).questions.find((one) => one.text === '几天发货')!;
    await enter(id, 'n3', { choice: second.questionId });
    await enter(id, 'n3', { choice: second.questionId }, 'again');
    expect(viewOf(id).questions[0]).toMatchObject({ text: '几天发货', votes: 2 });
    const mark = (body: object) =>
      app.as.host.call(contract.markQuestionRoute, { params: { id, questionId: first!.questionId }, body });
    expect((await mark({ hidden: 'negative' })).status).toBe(422);
    expect((await mark({ hidden: 'personal_data' })).body.questions).toHaveLength(1);
    await close(id);
    const shown = (await app.product.app.inject({ method: 'GET', url: `/live/results/${id}` })).json();
    expect(shown.result.hidden).toEqual({ personal_data: 1 });
  });

  it('gives each person one code, and no more than there are', async () => {
    const coupon = await open({ kind: 'coupon', title: '十元券', value: '满 99 减 10', quantity: 2 } as never);
    const one = await enter(coupon.interactionId, 'c1');
    const again = await enter(coupon.interactionId, 'c1', {}, 'again');
    expect(one.ok && one.value.code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    expect(again).toMatchObject({ ok: true, value: { state: 'same', code: one.ok && one.value.code } });
    await enter(coupon.interactionId, 'c2');
    expect(await enter(coupon.interactionId, 'c3')).toMatchObject({ ok: false, reason: 'sold_out' });
  });
});

describe('a restart and the end of the show', () => {
  it('comes back from the journal as it was, and takes nothing from strangers', async () => {
    const poll = await open({ kind: 'poll', title: '再来一轮', options: ['A', 'B'] } as never);
    for (let at = 0; at < 20; at += 1) await enter(poll.interactionId, `r${at}`, { choice: at % 4 === 0 ? '2' : '1' });
    await live.say('typed', '2');
    await settled();
    const before = viewOf(poll.interactionId);
    expect(
      (await app.stranger.call(contract.closeInteractionRoute, { params: { id: poll.interactionId } })).status,
    ).toBe(404);
    await app.product.rooms.hub.close();
    expect(interactionsIn(app.db.workspaceA, live.roomId)).toBeNull();
    await app.product.rooms.hub.start();
    const { version: _before, ...was } = before;
    expect(viewOf(poll.interactionId)).toMatchObject(was);
    expect(viewOf(poll.interactionId).people).toBe(21);
  });
});

describe('one person with many pseudonyms', () => {
  it('counts no more than so many of one network in a minute, tells the operator, and comes to the same after a restart', async () => {
    const poll = await open({ kind: 'poll', title: '同一个网络', options: ['A', 'B'] } as never);
    const id = poll.interactionId;
    const vote = (uid: string, network: string | null) =>
      room().enter({
        interactionId: id,
        viewer: { uid, name: null },
        network,
        messageName: `m-${uid}`,
        choice: '1',
        at: app.clock.now.getTime(),
      });
    const many = await Promise.all(
      Array.from({ length: MOST_FROM_NETWORK + 5 }, (_, at) => vote(`n${at}`, '203.0.113.7')),
    );
    expect(many.filter((answer) => answer.ok)).toHaveLength(MOST_FROM_NETWORK);
    expect(many.at(-1)).toMatchObject({ ok: false, reason: 'same_network' });
    expect((await vote('other', '203.0.113.8')).ok).toBe(true);
    expect((await vote('proxied', null)).ok).toBe(true);
    // Who takes part already is told so, however full his network is.
    expect(await vote('n0', '203.0.113.7')).toMatchObject({ ok: true, value: { choice: '1' } });
    const typed = { text: '扣1', network: '203.0.113.7', at: app.clock.now.getTime() };
    expect(room().isTypedOver({ ...typed, viewerUid: 'typist' })).toBe(true);
    expect(room().isTypedOver({ ...typed, viewerUid: 'typist', text: '你好' })).toBe(false);
    expect(room().isTypedOver({ ...typed, viewerUid: 'typist', network: '203.0.113.9' })).toBe(false);
    const seen = { people: MOST_FROM_NETWORK + 2, uncounted: { network: 5, unsigned: 0 } };
    expect(viewOf(id)).toMatchObject(seen);
    await app.product.rooms.hub.close();
    await app.product.rooms.hub.start();
    expect(viewOf(id)).toMatchObject(seen);
    await close(id);
    const shown = (await app.product.app.inject({ method: 'GET', url: `/live/results/${id}` })).json();
    expect(shown.result.rejected).toMatchObject({ network: 5, unsigned: 0 });
  });

  it('counts only whom the shop vouched for, where the rules say so', async () => {
    const poll = await open({ kind: 'poll', title: '老客投票', options: ['A', 'B'], signedOnly: true } as never);
    expect(poll.signedOnly).toBe(true);
    const id = poll.interactionId;
    const base = { interactionId: id, choice: '2', at: app.clock.now.getTime() };
    const stranger = await room().enter({ ...base, viewer: { uid: 'g1', name: null }, messageName: 'mm-1' });
    expect(stranger).toMatchObject({ ok: false, reason: 'not_signed' });
    const known = await room().enter({
      ...base,
      viewer: { uid: 'a1', name: null, isSigned: true },
      messageName: 'mm-2',
    });
    expect(known).toMatchObject({ ok: true });
    // A line is of the person who typed it: one of another platform is vouched for by nobody.
    const line = { type: 'comment' as const, text: '扣2', ts: app.clock.now.getTime(), user: { uid: 'typist' } };
    await room().room.accept([line], { source: 'own', trust: 'own' });
    await settled();
    expect(viewOf(id)).toMatchObject({ people: 1, rejected: 2, uncounted: { unsigned: 2 } });
    await close(id);
  });
});
