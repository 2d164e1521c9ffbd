// The weekly meeting from its draft to the next one, and everything it refuses.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { getCaseTimelineRoute } from '../../../act/cases/core/case-routes.contract.ts';
import { fillShop } from '../../insight/server/insight-shop.fixture.ts';
import * as contract from '../core/review.contract.ts';
import { reviewKeeper } from './door.ts';
import { draftWhenDue } from './review.jobs.ts';

let app: TestApp;
let first: contract.PackView;
beforeAll(async () => {
  app = await testApp();
  await fillShop(app);
  app.clock.now = new Date('2026-03-04T04:00:00Z');
});
afterAll(() => app.close());

const code = (answer: { status: number; body: { code?: string } }) => [answer.status, answer.body.code];
const make = (body: object = {}, caller = app.as.manager) => caller.call(contract.makePackRoute, { body });
const get = async (id: string): Promise<contract.PackView> =>
  (await app.as.viewer.call(contract.getPackRoute, { params: { id } })).body;
const decide = (id: string, body: object, caller = app.as.manager) =>
  caller.call(contract.addDecisionRoute, { params: { id }, body });
const settle = (id: string, body: object, caller = app.as.manager) =>
  caller.call(contract.changeDecisionRoute, { params: { id }, body });

describe('a pack', () => {
  it('is made for the week that has ended, from facts that a recount gives as well', async () => {
    const made = await make();
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    first = made.body;
    expect(first).toMatchObject({
      weekFrom: '2026-02-23',
      weekTo: '2026-03-01',
      state: 'draft',
      decided: [],
      carried: [],
    });
    const [voices] = await app.db.asOwner<{ count: number }>(
      `SELECT count(*)::int AS count FROM judgements WHERE workspace_id = $1 AND NOT repeats AND day BETWEEN '2026-02-23' AND '2026-03-01'`,
      [app.db.workspaceA],
    );
    expect(first.facts.voices.value).toBe(voices!.count);
    const [cases] = await app.db.asOwner<{ opened: number }>(
      `SELECT count(*)::int AS opened FROM cases WHERE workspace_id = $1 AND (opened_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN '2026-02-23' AND '2026-03-01'`,
      [app.db.workspaceA],
    );
    expect(first.facts.cases.opened).toBe(cases!.opened);
    expect(first.facts.disputedCases.length).toBeGreaterThan(0);
    expect(first.facts.quotes.length).toBeGreaterThan(2);
    for (const quote of first.facts.quotes) expect(quote.text).not.toMatch(/1[3-9]\d{9}/);
  });

  it('stays one for its week while it is a draft', async () => {
    const again = await make({ day: '2026-02-25' });
    expect(again.body.id).toBe(first.id);
    expect(code(await make({ day: '2026-03-20' }))).toEqual([422, 'invalid_period']);
    expect(code(await make({}, app.as.viewer))).toEqual([403, 'forbidden']);
  });

  it('is of its own workspace', async () => {
    const params = { id: first.id };
    for (const spec of [contract.getPackRoute, contract.holdPackRoute])
      expect(code(await app.stranger.call(spec, { params }))).toEqual([404, 'not_found']);
    expect(code(await app.stranger.call(contract.changePackRoute, { params, body: { notes: 'x' } }))).toEqual([
      404,
      'not_found',
    ]);
    expect(code(await decide(first.id, { text: 'x' }, app.stranger))).toEqual([404, 'not_found']);
    expect((await app.stranger.call(contract.listPacksRoute)).body.items).toEqual([]);
  });
});

describe('a decision', () => {
  it('has an owner and a day, and leaves a note on the case it speaks of', async () => {
    const caseId = first.facts.disputedCases[0]!.id;
    const ownerId = app.as.agent.memberId;
    const done = await decide(first.id, { text: '换一家快递', ownerId, dueOn: '2026-03-03', caseId });
    expect(done.status, JSON.stringify(done.body)).toBe(201);
    expect(done.body.decided[0]).toMatchObject({
      text: '换一家快递',
      ownerId,
      dueOn: '2026-03-03',
      state: 'open',
      late: true,
      link: { kind: 'case', id: caseId },
    });
    const timeline = await app.as.agent.call(getCaseTimelineRoute, { params: { id: caseId } });
    expect(JSON.stringify(timeline.body)).toContain('case.note_added');
    expect((await decide(first.id, { text: '改包装' })).status).toBe(201);
  });

  it.each([
    ['nobody we know', { text: 'x', ownerId: 'mem_nobody' }, 422, 'unknown_member'],
    ['no such case', { text: 'x', caseId: 'case_none' }, 422, 'unknown_case'],
    ['no such problem', { text: 'x', problemId: 'prob_none' }, 422, 'unknown_problem'],
    ['no words', { text: ' ' }, 422, 'invalid'],
  ])('refuses %s', async (_name, body, status, reason) => {
    expect(code(await decide(first.id, body))).toEqual([status, reason]);
  });

  it('is dropped with a reason only', async () => {
    const [one] = (await get(first.id)).decided;
    expect(code(await settle(one!.id, { state: 'dropped' }))).toEqual([409, 'reason_needed']);
    expect(code(await settle(one!.id, { ownerId: 'mem_nobody' }))).toEqual([422, 'unknown_member']);
    expect(code(await settle('dec_none', { state: 'done' }))).toEqual([404, 'not_found']);
    expect(code(await settle(one!.id, { state: 'done' }, app.stranger))).toEqual([404, 'not_found']);
    const dropped = await settle(one!.id, { state: 'dropped', note: '快递已改善' });
    expect(dropped.body).toMatchObject({ state: 'dropped', note: '快递已改善' });
    expect((await settle(one!.id, { state: 'open' })).body.settledAt).toBeNull();
  });
});

describe('the meeting', () => {
  it('is held by somebody, once, and then stays as it was', async () => {
    const params = { id: first.id };
    const hold = () => app.as.manager.call(contract.holdPackRoute, { params });
    expect(code(await hold())).toEqual([409, 'nobody_attended']);
    const change = (body: object) => app.as.manager.call(contract.changePackRoute, { params, body });
    expect(code(await change({ attendance: ['mem_nobody'] }))).toEqual([422, 'unknown_member']);
    expect((await change({ attendance: [app.as.agent.memberId], notes: '先看快递' })).body).toMatchObject({
      attended: 1,
      notes: '先看快递',
    });
    expect((await hold()).body).toMatchObject({ state: 'held', attended: 1, decisions: 2 });
    expect(code(await hold())).toEqual([409, 'already_held']);
    expect(code(await make({ day: '2026-02-25' }))).toEqual([409, 'already_held']);
    const [event] = await app.db.asOwner<{ data: object }>(
      `SELECT data FROM events WHERE type = 'review.held' AND workspace_id = $1`,
      [app.db.workspaceA],
    );
    expect(event!.data).toEqual({ packId: first.id, weekFrom: '2026-02-23', decisions: 2, attended: 1 });
  });

  it('hands open decisions to the next until they are done', async () => {
    app.clock.now = new Date('2026-03-10T04:00:00Z');
    const next: contract.PackView = (await make({ day: '2026-03-04' })).body;
    expect(next.carried.map((one) => one.text).sort()).toEqual(['换一家快递', '改包装']);
    await settle(next.carried[0]!.id, { state: 'done', note: '已换' });
    const seen = await get(next.id);
    expect(seen.carried.map((one) => one.state).sort()).toEqual(['done', 'open']);
    await app.as.manager.call(contract.changePackRoute, {
      params: { id: next.id },
      body: { attendance: [app.as.agent.memberId] },
    });
    await app.as.manager.call(contract.holdPackRoute, { params: { id: next.id } });
    app.clock.now = new Date('2026-03-18T04:00:00Z');
    const third: contract.PackView = (await make({ day: '2026-03-11' })).body;
    expect(third.carried.map((one) => one.state)).toEqual(['open']);
    expect((await app.as.viewer.call(contract.listPacksRoute, { query: { limit: 2 } })).body.items).toHaveLength(2);
  });
});

describe('a customer who is erased', () => {
  it('is in no pack any more, and was handed what they kept', async () => {
    const { quotes } = (await get(first.id)).facts;
    const quote = quotes.find((one) => one.personId !== null)!;
    const person = quote.personId!;
    const [section] = await app.db.a.read((tx) => reviewKeeper.export(tx, person));
    expect(section!.rows).toContainEqual(expect.objectContaining({ text: quote.text, week: '2026-02-23' }));
    for (let times = 0; times < 2; times += 1)
      await app.db.a.write((tx) => reviewKeeper.erase(tx, person, app.clock.now));
    const rows = await app.db.asOwner<{ facts: string }>('SELECT facts::text AS facts FROM review_packs');
    expect(rows.some((row) => row.facts.includes(person))).toBe(false);
    expect((await get(first.id)).facts.quotes.length).toBeLessThan(quotes.length);
  });
});

describe('the draft', () => {
  it('makes itself on the chosen day and hour, once, and tells nobody outside', async () => {
    const set = (body: object) => app.as.manager.call(contract.setReviewSettingsRoute, { body });
    expect((await app.as.viewer.call(contract.getReviewSettingsRoute)).body).toEqual({ weekday: 1, hour: 8 });
    expect(code(await app.as.viewer.call(contract.setReviewSettingsRoute, { body: { weekday: 2, hour: 9 } }))).toEqual([
      403,
      'forbidden',
    ]);
    expect((await set({ weekday: 1, hour: 9 })).status).toBe(200);
    const database = app.db.database;
    const at = (text: string) => draftWhenDue(database, app.db.workspaceA, new Date(text));
    // Monday 2026-02-23 in Shanghai: the week from the 16th had voices and no pack yet.
    expect(await at('2026-02-23T00:30:00Z')).toBe(false);
    expect(await at('2026-02-24T04:00:00Z')).toBe(false);
    const mails = async () =>
      (await app.db.asOwner<{ count: number }>('SELECT count(*)::int AS count FROM mails'))[0]!.count;
    const before = await mails();
    expect(await at('2026-02-23T01:30:00Z')).toBe(true);
    expect(await at('2026-02-23T01:45:00Z')).toBe(false);
    expect(await mails()).toBe(before);
    await set({ weekday: null, hour: 9 });
    expect(await at('2026-02-23T01:30:00Z')).toBe(false);
  });
});
