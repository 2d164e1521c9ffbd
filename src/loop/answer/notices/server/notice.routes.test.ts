// Proves that everybody who reported a case is told once for each resolution, whatever is replayed, merged or run at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { reportCase, resolve } from '../../../../../test/harness/reported-case.ts';
import { reopenCase } from '../../../act/cases/server/door.ts';
import { mergeCase } from '../../../act/cases/server/verbs/merge-case.ts';
import { sendReplyRoute } from '../../conversations/core/conversation.contract.ts';
import { settleTaskRoute } from '../../deliveries/core/delivery.contract.ts';
import type { AnswerDesk } from '../../desk/server/door.ts';
import { listNoticesRoute, previewNoticeRoute } from '../core/notice.contract.ts';
import { tellReporters } from './tell-reporters.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const list = async (caseId: string, query: object = {}) =>
  (await app.as.viewer.call(listNoticesRoute, { params: { id: caseId }, query })).body;
const mails = (caseId: string) =>
  app.db.asOwner<{ body_text: string; to_hint: string }>(
    'SELECT body_text, to_hint FROM mails WHERE subject_id = $1 ORDER BY id',
    [caseId],
  );
const later = (ms = 60_000) => {
  app.clock.now = new Date(app.clock.now.getTime() + ms);
};
const eventOf = async (caseId: string) =>
  (
    await app.db.asOwner<{ id: string; seq: string; at: Date }>(
      `SELECT id, seq, at FROM events WHERE subject = $1 AND type = 'case.resolved' ORDER BY seq DESC LIMIT 1`,
      [caseId],
    )
  )[0]!;
async function reopen(caseId: string): Promise<void> {
  later();
  const done = await app.env.db.write((tx) => reopenCase(tx, app.env, { caseId, reason: '又坏了', by: 'member' }));
  expect(done.ok).toBe(true);
  later();
}

describe('notices', () => {
  it('tell each reporter once, by his own way, in his language', async () => {
    const { caseId, personIds } = await reportCase(app, [
      { email: 'one@example.com', name: '小满' },
      { email: 'one@example.com', name: '小满', channel: 'widget' },
      { email: 'two@example.com', name: 'Mia', locale: 'en' },
      { channel: 'hotline', phone: '13800138001' },
      { channel: 'review', unknown: true },
      { channel: 'review', unknown: true },
    ]);
    later();
    await resolve(app, caseId);
    await app.settle();
    const told = await list(caseId);
    expect(told.total).toBe(5);
    expect(told.states).toEqual({ kept: 2, task_open: 3 });
    expect(new Set(told.items.map((item: { resolution: number }) => item.resolution))).toEqual(new Set([1]));
    expect(told.items.filter((item: { person: object | null }) => item.person).length).toBe(3);
    const letters = await mails(caseId);
    expect(letters.map((letter) => letter.to_hint).sort()).toEqual(['o***@example.com', 't***@example.com']);
    expect(letters.find((letter) => letter.to_hint[0] === 'o')!.body_text).toMatch(
      /^小满，您好：[\s\S]*\/s\/[\w-]{32}/,
    );
    expect(letters.find((letter) => letter.to_hint[0] === 't')!.body_text).toMatch(/^Dear Mia,[\s\S]*\/s\/[\w-]{32}/);
    const page = await list(caseId, { limit: 2 });
    const rest = await list(caseId, { limit: 10, cursor: page.nextCursor });
    expect([...page.items, ...rest.items]).toEqual(told.items);
    const task = told.items.find((item: { delivery: { way: string } }) => item.delivery.way === 'task');
    await app.as.agent.call(settleTaskRoute, { params: { id: task.delivery.id }, body: { outcome: 'done' } });
    expect((await list(caseId)).states).toEqual({ kept: 2, task_open: 2, task_done: 1 });
    expect(personIds[0]).toBe(personIds[1]);
  });

  it('are not repeated by a replay, nor by many at once', async () => {
    const { caseId } = await reportCase(app, [{ email: 'r1@example.com' }, { email: 'r2@example.com' }]);
    later();
    await resolve(app, caseId, '{{person.name}}，换好了：{{status.link}} {{person.age}}');
    await app.settle();
    const event = await eventOf(caseId);
    await app.product.work.reactions.replay('notices.tell_reporters', event.id);
    await Promise.all([1, 2, 3].map(() => app.product.work.reactions.replay('notices.tell_reporters', event.id)));
    await app.settle();
    expect((await list(caseId)).total).toBe(2);
    const letters = await mails(caseId);
    expect(letters).toHaveLength(2);
    // Words given on resolving are sent whatever they hold: what is unknown stays as it was written.
    expect(letters[0]!.body_text).toMatch(/^林小满，换好了：http\S+\/s\/[\w-]{32} \{\{person\.age\}\}/);
  });

  it('are told once by many transactions in parallel', async () => {
    const { caseId } = await reportCase(app, [{ email: 'p1@example.com' }, { email: 'p2@example.com' }]);
    later();
    await resolve(app, caseId, null, false);
    const event = await eventOf(caseId);
    const { sealer } = app.product.tools;
    const desk: AnswerDesk = { sealer, keepMail: true, linkDays: 10, publicUrl: () => 'https://shop.example' };
    const resolution = { caseId, seq: Number(event.seq), tell: true, message: null, at: event.at };
    await Promise.all(
      Array.from({ length: 5 }, () => app.env.db.write((tx) => tellReporters(tx, app.env, desk, resolution))),
    );
    expect((await list(caseId)).total).toBe(2);
    expect(await mails(caseId)).toHaveLength(2);
  });

  it('leave nothing when their transaction breaks, and all when it is run again', async () => {
    const { caseId } = await reportCase(app, [{ email: 'k1@example.com' }, { email: 'k2@example.com' }]);
    later();
    await resolve(app, caseId, null, false);
    const event = await eventOf(caseId);
    const { sealer } = app.product.tools;
    const desk: AnswerDesk = { sealer, keepMail: true, linkDays: 10, publicUrl: () => 'https://shop.example' };
    const resolution = { caseId, seq: Number(event.seq), tell: true, message: null, at: event.at };
    const crash = app.env.db.write(async (tx) => {
      await tellReporters(tx, app.env, desk, resolution);
      throw new Error('lights out');
    });
    await expect(crash).rejects.toThrow('lights out');
    expect([(await list(caseId)).total, (await mails(caseId)).length]).toEqual([0, 0]);
    await app.env.db.write((tx) => tellReporters(tx, app.env, desk, resolution));
    expect([(await list(caseId)).total, (await mails(caseId)).length]).toEqual([2, 2]);
  });

  it('are told again after a reopening, once for each resolution; a reopened case tells nothing late', async () => {
    const { caseId } = await reportCase(app, [{ email: 'again@example.com' }]);
    later();
    await resolve(app, caseId);
    await app.settle();
    await reopen(caseId);
    await resolve(app, caseId);
    await app.settle();
    expect((await list(caseId)).items.map((item: { resolution: number }) => item.resolution)).toEqual([2, 1]);
    await reopen(caseId);
    await resolve(app, caseId);
    await reopen(caseId);
    await app.settle();
    expect((await list(caseId)).total).toBe(2);
    expect(await mails(caseId)).toHaveLength(2);
  });

  it('reach those who came with a merged case, each once', async () => {
    const one = await reportCase(app, [{ email: 'm1@example.com' }, { email: 'm2@example.com' }]);
    const two = await reportCase(app, [{ email: 'm2@example.com' }, { email: 'm3@example.com' }]);
    later();
    const merged = await app.env.db.write((tx) => mergeCase(tx, app.env, { caseId: one.caseId, intoId: two.caseId }));
    expect(merged.ok).toBe(true);
    later();
    await resolve(app, two.caseId);
    await app.settle();
    const told = await list(two.caseId);
    expect(told.total).toBe(3);
    expect((await mails(two.caseId)).map((letter) => letter.to_hint)).toHaveLength(3);
    expect((await list(one.caseId)).total).toBe(0);
  });

  it('count a reply given in the act of resolving as the telling', async () => {
    const { caseId } = await reportCase(app, [{ email: 'act1@example.com' }, { email: 'act2@example.com' }]);
    later();
    const reply = await app.as.agent.call(sendReplyRoute, {
      params: { id: caseId },
      body: { text: '已经给您换了一件。', nextStatus: 'resolved' },
    });
    expect(reply.status).toBe(201);
    await app.settle();
    const told = await list(caseId);
    expect(told.total).toBe(2);
    expect(told.items.map((item: { messageId: string }) => item.messageId)).toContain(reply.body.replies[0].id);
    expect(await mails(caseId)).toHaveLength(2);
    const single = await reportCase(app, [{ email: 'act3@example.com' }]);
    later();
    await app.as.agent.call(sendReplyRoute, {
      params: { id: single.caseId },
      body: { text: '好了。', nextStatus: 'resolved' },
    });
    await app.settle();
    expect((await list(single.caseId)).total).toBe(1);
    expect(await mails(single.caseId)).toHaveLength(1);
    expect((await mails(single.caseId))[0]!.body_text).toContain('解决了吗');
  });

  it('stay quiet when asked to', async () => {
    const { caseId } = await reportCase(app, [{ email: 'quiet@example.com' }]);
    later();
    await resolve(app, caseId, null, false);
    await app.settle();
    expect((await list(caseId)).total).toBe(0);
    expect(await mails(caseId)).toHaveLength(0);
  });

  it('go on by job where reporters are many', async () => {
    const many = Array.from({ length: 230 }, (_, index) => ({ email: `many${index}@example.com` }));
    const { caseId } = await reportCase(app, many);
    later();
    await resolve(app, caseId);
    await app.settle();
    expect((await list(caseId)).total).toBe(230);
    expect(await mails(caseId)).toHaveLength(230);
    const told = await app.db.asOwner<{ data: { count: number } }>(
      `SELECT data FROM events WHERE subject = $1 AND type = 'reporters.told' ORDER BY seq`,
      [caseId],
    );
    expect(told.map((event) => event.data.count)).toEqual([200, 30]);
  });

  it('can be seen beforehand, and only by this shop', async () => {
    const { caseId } = await reportCase(app, [
      { email: 'see@example.com', name: 'Ada', locale: 'en' },
      { channel: 'review', unknown: true },
    ]);
    const preview = (caller = app.as.agent, body: object = {}) =>
      caller.call(previewNoticeRoute, { params: { id: caseId }, body });
    expect((await preview()).body).toMatchObject({ reporters: 2, ways: { email: 1, task: 1, page: 0 }, unknown: [] });
    expect((await preview(app.as.agent, { message: 'Hi {{person.name}} {{x}}' })).body).toMatchObject({
      text: expect.stringContaining('Hi '),
      unknown: ['x'],
    });
    expect((await preview(app.stranger)).status).toBe(404);
    expect((await preview(app.nobody)).status).toBe(401);
    const strange = await app.stranger.call(listNoticesRoute, { params: { id: caseId } });
    expect(strange.status).toBe(404);
    expect((await app.db.asOwner('SELECT 1 FROM notices WHERE case_id = $1', [caseId])).length).toBe(0);
  });
});
