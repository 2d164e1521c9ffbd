// A promise has its own clock: warned of, missed, kept late or in time; what only sounds like one waits for a yes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { reportCase } from '../../../../../test/harness/reported-case.ts';
import { systemEnv, tell } from '../../../../ground/env.ts';
import { transcriptReceived } from '../../../collect/transcripts/core/transcript-events.contract.ts';
import { sendReplyRoute } from '../../conversations/core/conversation.contract.ts';
import { shareStatusLinkRoute } from '../../links/core/link.contract.ts';
import * as contract from '../core/promise.contract.ts';
import { promiseKeeper } from './door.ts';
import { sweepPromises } from './promise.jobs.ts';

const START = '2026-03-02T02:00:00Z';
let app: TestApp;
beforeAll(async () => {
  app = await testApp({ startAt: START });
});
afterAll(() => app.close());

const hours = (count: number) => {
  app.clock.now = new Date(Date.parse(START) + count * 3_600_000);
};
const make = (caseId: string, body: object = {}) =>
  app.as.agent.call(contract.makePromiseRoute, {
    params: { id: caseId },
    body: { text: '三天内把新的寄给您', due: { in: 10, unit: 'hours' }, ...body },
  });
const sweep = () => sweepPromises(app.db.database, app.clock.now);
const news = (caseId: string) =>
  app.db
    .asOwner<{ type: string }>(`SELECT type FROM events WHERE subject = $1 AND type LIKE 'promise.%' ORDER BY seq`, [
      caseId,
    ])
    .then((rows) => rows.map((row) => row.type));
const rings = () =>
  app.db.asOwner<{ kind: string; member_id: string }>(
    `SELECT kind, member_id FROM notifications WHERE kind LIKE 'promise_%' ORDER BY id`,
  );

describe('a promise', () => {
  it('is warned of, missed with an alarm, and kept late', async () => {
    hours(0);
    const { caseId, personIds } = await reportCase(app, [{ email: 'a@example.com' }]);
    const made = await make(caseId);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      state: 'made',
      dueAt: '2026-03-02T12:00:00.000Z',
      pressure: 'none',
      person: { id: personIds[0] },
    });
    expect(await sweep()).toBe(0);
    hours(8);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    hours(10);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    const seen = await app.as.viewer.call(contract.casePromisesRoute, { params: { id: caseId } });
    expect(seen.body.items).toMatchObject([{ state: 'missed', pressure: 'late' }]);
    const told = await rings();
    expect(new Set(told.map((one) => one.kind))).toEqual(new Set(['promise_due', 'promise_missed']));
    const late = await app.as.viewer.call(contract.listPromisesRoute, {});
    expect(late.body.counts).toMatchObject({ late: 1, open: 1 });
    const kept = await app.as.agent.call(contract.keepPromiseRoute, {
      params: { id: made.body.id },
      body: { note: '已寄出 SF123' },
    });
    expect(kept.body).toMatchObject({ state: 'kept', keptLate: true, note: '已寄出 SF123' });
    expect(await news(caseId)).toEqual(['promise.made', 'promise.due', 'promise.missed', 'promise.kept']);
  });

  it('kept in time is never alarmed; another date starts its clock anew', async () => {
    hours(0);
    const { caseId } = await reportCase(app, [{ email: 'b@example.com' }]);
    const one = await make(caseId);
    const two = await make(caseId, { text: '周五前退款', due: { at: '2026-03-02T06:00:00Z' } });
    await app.as.agent.call(contract.keepPromiseRoute, { params: { id: one.body.id }, body: { note: '寄了' } });
    hours(5);
    await sweep();
    expect(await news(caseId)).toEqual(['promise.made', 'promise.made', 'promise.kept', 'promise.missed']);
    const moved = await app.as.agent.call(contract.movePromiseRoute, {
      params: { id: two.body.id },
      body: { due: { in: 3, unit: 'days' }, note: '客户同意改到周四' },
    });
    expect(moved.body).toMatchObject({ state: 'made', pressure: 'none' });
    const gone = await app.as.agent.call(contract.withdrawPromiseRoute, {
      params: { id: two.body.id },
      body: { note: '客户取消了' },
    });
    expect(gone.body.state).toBe('withdrawn');
    hours(500);
    expect(await sweep()).toBe(0);
  });

  it('counts working time by the shop’s hours', async () => {
    hours(0);
    const { caseId } = await reportCase(app, [{ email: 'c@example.com' }]);
    const made = await make(caseId, { due: { in: 2, unit: 'working_days' } });
    expect(made.status).toBe(201);
    expect(Date.parse(made.body.dueAt)).toBeGreaterThan(Date.parse(START) + 24 * 3_600_000);
  });

  it('is shown to the customer in the words it was made in, proposals never', async () => {
    hours(0);
    const { caseId, personIds } = await reportCase(app, [{ email: 'd@example.com' }]);
    await make(caseId, { text: '给您换一件大一码的' });
    await app.as.agent.call(sendReplyRoute, { params: { id: caseId }, body: { text: '我们明天给您退差价。' } });
    await app.settle();
    const shared = await app.as.agent.call(shareStatusLinkRoute, {
      params: { id: caseId },
      body: { reporter: personIds[0] },
    });
    const page = await app.product.app.inject({ url: shared.body.path, headers: { 'accept-language': 'zh-CN' } });
    const section = page.body.split('id="commitments"')[1]!.split('</section>')[0]!;
    expect(section).toContain('给您换一件大一码的');
    expect(section).not.toContain('退差价');
  });
});

describe('what sounds like a promise', () => {
  it('in a reply is proposed once, and made when a member says so', async () => {
    hours(0);
    const { caseId } = await reportCase(app, [{ email: 'e@example.com' }]);
    await app.as.agent.call(sendReplyRoute, {
      params: { id: caseId },
      body: { text: '您好，我们会在2小时内给您回电。谢谢您的耐心。' },
    });
    await app.settle();
    const list = async () =>
      (await app.as.agent.call(contract.casePromisesRoute, { params: { id: caseId } })).body.items;
    const [one, ...rest] = await list();
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ state: 'proposed', source: 'reply', dueAt: '2026-03-02T04:00:00.000Z' });
    const confirmed = await app.as.agent.call(contract.confirmPromiseRoute, {
      params: { id: one.id },
      body: { text: '两小时内回电' },
    });
    expect(confirmed.body).toMatchObject({ state: 'made', text: '两小时内回电', dueAt: '2026-03-02T04:00:00.000Z' });
    const again = await app.as.agent.call(contract.confirmPromiseRoute, { params: { id: one.id }, body: {} });
    expect([again.status, again.body.code]).toEqual([409, 'not_proposed']);
    await app.as.agent.call(sendReplyRoute, { params: { id: caseId }, body: { text: '收到，谢谢您。' } });
    await app.settle();
    expect(await list()).toHaveLength(1);
  });

  it('in a call waits for its case, and goes with it', async () => {
    hours(0);
    const { caseId, feedbackIds, personIds } = await reportCase(app, [{ phone: '13800138011' }]);
    const env = systemEnv(app.db.a, app.clock.now, 'test');
    const heard = (feedbackId: string | null, text: string) => ({
      text,
      dueAt: null,
      saidAt: START,
      agent: '小张',
      feedbackId,
    });
    await app.db.a.write((tx) =>
      tell(tx, env, transcriptReceived, {
        subject: 'tr_1',
        data: {
          transcriptId: 'trs_1',
          feedbackIds,
          promises: [heard(feedbackIds[0]!, '我给您申请补发'), heard(null, '一定给您退款')],
        },
      }),
    );
    await app.settle();
    const items = (await app.as.agent.call(contract.casePromisesRoute, { params: { id: caseId } })).body.items;
    expect(items).toMatchObject([
      { state: 'proposed', source: 'transcript', person: { id: personIds[0] }, dueAt: null },
      { state: 'proposed', source: 'transcript' },
    ]);
    const confirm = (body: object) =>
      app.as.agent.call(contract.confirmPromiseRoute, { params: { id: items[0].id }, body });
    expect((await confirm({})).body.code).toBe('missing_due');
    expect((await confirm({ due: { at: '2020-01-01T00:00:00Z' } })).body.code).toBe('due_in_past');
    expect((await confirm({ due: { in: 1, unit: 'days' } })).body.state).toBe('made');
    const none = await app.as.agent.call(contract.withdrawPromiseRoute, { params: { id: items[1].id }, body: {} });
    expect(none.body.state).toBe('withdrawn');
  });
});

describe('what is refused', () => {
  it('has its name, and strangers find nothing', async () => {
    hours(0);
    const { caseId } = await reportCase(app, [{ email: 'f@example.com' }]);
    const made = await make(caseId);
    const params = { id: made.body.id };
    const code = async (answer: Promise<{ body: { code: string } }>) => (await answer).body.code;
    expect(await code(make(caseId, { due: { at: '2020-01-01T00:00:00Z' } }))).toBe('due_in_past');
    expect(await code(make(caseId, { personId: 'per_nobody' }))).toBe('unknown_person');
    expect(await code(make('case_none'))).toBe('not_found');
    expect(await code(app.as.agent.call(contract.withdrawPromiseRoute, { params, body: {} }))).toBe('missing_note');
    await app.as.agent.call(contract.keepPromiseRoute, { params, body: { note: '好了' } });
    expect(await code(app.as.agent.call(contract.keepPromiseRoute, { params, body: { note: '好了' } }))).toBe(
      'not_made',
    );
    expect(
      await code(
        app.as.agent.call(contract.movePromiseRoute, { params, body: { due: { in: 1, unit: 'days' }, note: '改期' } }),
      ),
    ).toBe('not_made');
    expect(await code(app.as.agent.call(contract.withdrawPromiseRoute, { params, body: { note: '改口' } }))).toBe(
      'already_settled',
    );
    for (const [route, input] of [
      [contract.casePromisesRoute, { params: { id: caseId } }],
      [contract.makePromiseRoute, { params: { id: caseId }, body: { text: '偷偷答应', due: { in: 1, unit: 'days' } } }],
      [contract.keepPromiseRoute, { params, body: { note: '好了' } }],
      [contract.confirmPromiseRoute, { params, body: {} }],
      [contract.withdrawPromiseRoute, { params, body: { note: '不算' } }],
      [contract.movePromiseRoute, { params, body: { due: { in: 1, unit: 'days' }, note: '改期' } }],
    ] as const) {
      expect((await app.stranger.call(route, input)).status).toBe(404);
      if (route.method !== 'GET') expect((await app.as.viewer.call(route, input)).status).toBe(403);
    }
    expect((await app.stranger.call(contract.listPromisesRoute, {})).body.items).toEqual([]);
  });
});

describe('lists', () => {
  it('show what is due first, page by page, and one’s own', async () => {
    hours(0);
    const first = await app.as.agent.call(contract.listPromisesRoute, { query: { limit: 2 } });
    const rest = await app.as.agent.call(contract.listPromisesRoute, {
      query: { limit: 200, cursor: first.body.nextCursor },
    });
    const dues = [...first.body.items, ...rest.body.items].map((one: { dueAt: string }) => one.dueAt);
    expect(dues).toEqual([...dues].sort());
    expect(dues.length).toBe(first.body.counts.open);
    const kept = await app.as.agent.call(contract.listPromisesRoute, { query: { state: 'kept' } });
    expect(kept.body.items.length).toBeGreaterThan(0);
    expect((await app.as.agent.call(contract.listPromisesRoute, { query: { owner: 'me' } })).body.items).toEqual([]);
  });

  it('forget a customer who asks for it, not that there was a promise', async () => {
    const [row] = await app.db.asOwner<{ person_id: string }>(
      `SELECT person_id FROM promises WHERE state = 'kept' AND person_id IS NOT NULL LIMIT 1`,
    );
    expect(await app.db.a.read((tx) => promiseKeeper.export(tx, row!.person_id))).toHaveLength(1);
    const before = await app.db.asOwner('SELECT id FROM promises');
    await app.db.a.write((tx) => promiseKeeper.erase(tx, row!.person_id, new Date()));
    await app.db.a.write((tx) => promiseKeeper.erase(tx, row!.person_id, new Date()));
    expect(await app.db.asOwner('SELECT id FROM promises WHERE person_id = $1', [row!.person_id])).toEqual([]);
    expect(await app.db.asOwner('SELECT id FROM promises')).toHaveLength(before.length);
  });
});
