// Proves that edits of policies and calendars reach the cases under way, in batches, through crashes, and keep what was used.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { type Env, systemEnv } from '../../../../ground/env.ts';
import { aroundTheClock } from '../../../../kit/calendar/calendar.ts';
import { newId } from '../../../../kit/ids.ts';
import type { Tx, WorkspaceDb } from '../../../../platform/database/database.ts';
import { listCalendars } from './calendar.reads.ts';
import { type CaseFacts, clocksOf, noteClockEvent, noteClockEvents } from './door.ts';
import { listClockUpdates, listPolicies } from './policy.reads.ts';
import { bringPromises } from './verbs/bring-promises.ts';
import { changeCalendar } from './verbs/change-calendar.ts';
import { changePolicy } from './verbs/change-policy.ts';
import { createPolicy } from './verbs/create-policy.ts';
import { removePolicy } from './verbs/remove-policy.ts';
import { reorderPolicies } from './verbs/reorder-policies.ts';
import { setDefaultCalendar } from './verbs/set-default-calendar.ts';

let test: TestDatabase;
const MONDAY = Date.parse('2026-03-02T02:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FACTS: CaseFacts = { channel: 'review', priority: 'medium', themeIds: [], productIds: [], vip: false };
const PAGE = { limit: 200 };

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.drop());

const envAt = (atMs: number, db: WorkspaceDb = test.a): Env => systemEnv(db, new Date(atMs), 'test');
async function open(facts = FACTS): Promise<string> {
  const id = newId('case');
  await test.a.write((tx) =>
    noteClockEvent(tx, envAt(MONDAY), { caseId: id, facts, event: { type: 'opened', atMs: MONDAY, stage: 'collect' } }),
  );
  return id;
}
const policies = async () => (await test.a.read((tx) => listPolicies(tx, PAGE))).items;
const newestUpdate = async () => (await test.a.read((tx) => listClockUpdates(tx, PAGE))).items[0]!;
const frtOf = async (id: string, atMs: number) =>
  (await test.a.read((tx) => clocksOf(tx, [id], new Date(atMs)))).get(id)!.find((clock) => clock.kind === 'frt')!;
const nothing = async (_: Tx) => {};
async function bring(atMs: number, limit = 200, db: WorkspaceDb = test.a) {
  const { id } = await newestUpdate();
  while (!(await bringPromises(db, id, new Date(atMs), nothing, limit)));
}

describe('a policy is edited', () => {
  it('reaches running cases batch by batch, keeps the time used and leaves finished ones alone', async () => {
    const ids = [await open(), await open(), await open()];
    const done = await open();
    await test.a.write((tx) =>
      noteClockEvents(tx, envAt(MONDAY), [{ caseId: done, facts: null, event: { type: 'resolved', atMs: MONDAY } }]),
    );
    const [policy] = await policies();
    const { id, position, updatedAt, ...draft } = policy!;
    expect(position).toBe(1);
    expect(updatedAt).toBeTruthy();
    const changed = await changePolicy(envAt(MONDAY + HOUR), {
      policyId: id,
      draft: { ...draft, targets: { ...draft.targets, frtMs: 2 * HOUR } },
    });
    expect(changed.ok).toBe(true);
    expect(await newestUpdate()).toMatchObject({ state: 'running', lookedAt: 0 });
    await bringPromises(test.a, (await newestUpdate()).id, new Date(MONDAY + HOUR), nothing, 2);
    expect(await newestUpdate()).toMatchObject({ state: 'running', total: 3, lookedAt: 2, changed: 2 });
    await bring(MONDAY + HOUR, 2);
    expect(await newestUpdate()).toMatchObject({ state: 'done', total: 3, lookedAt: 3, changed: 3 });
    for (const caseId of ids) {
      const frt = await frtOf(caseId, MONDAY + HOUR);
      expect(frt).toMatchObject({ targetMs: 2 * HOUR, elapsedMs: HOUR, dueAt: '2026-03-02T04:00:00.000Z' });
    }
    const [{ count } = { count: '' }] = await test.asOwner<{ count: string }>(
      'SELECT count(*) FROM clock_histories WHERE case_id = $1',
      [done],
    );
    expect(count).toBe('2');
  });

  it('counts a promise made later from the day it was made', async () => {
    const id = await open();
    const [policy] = await policies();
    const { id: policyId, position: _position, updatedAt: _updatedAt, ...draft } = policy!;
    const stages = [...draft.stages, { stage: 'audit', teamId: null, targetMs: HOUR }];
    await test.a.write((tx) =>
      noteClockEvents(tx, envAt(MONDAY), [
        { caseId: id, facts: null, event: { type: 'stage_entered', stage: 'audit', atMs: MONDAY } },
      ]),
    );
    await changePolicy(envAt(MONDAY + HOUR), { policyId, draft: { ...draft, stages } });
    await bring(MONDAY + HOUR);
    const clock = (await test.a.read((tx) => clocksOf(tx, [id], new Date(MONDAY + HOUR + 30 * MINUTE))))
      .get(id)!
      .find((one) => one.stage === 'audit');
    expect(clock).toMatchObject({ state: 'active', elapsedMs: 30 * MINUTE, misses: 0 });
    await changePolicy(envAt(MONDAY + HOUR), { policyId, draft });
    await bring(MONDAY + HOUR + 40 * MINUTE);
    const rows = await test.asOwner<{ state: string }>(
      `SELECT state FROM clocks WHERE case_id = $1 AND stage = 'audit'`,
      [id],
    );
    expect(rows).toEqual([{ state: 'cancelled' }]);
  });

  it('goes on where it stopped after a crash', async () => {
    const [policy] = await policies();
    const { id, position: _position, updatedAt: _updatedAt, ...draft } = policy!;
    await changePolicy(envAt(MONDAY), { policyId: id, draft: { ...draft, warnMs: 10 * MINUTE } });
    const update = await newestUpdate();
    const dying: WorkspaceDb = {
      ...test.a,
      write: (fn) =>
        test.a.write(async (tx) => {
          await fn(tx);
          throw new Error('died');
        }),
    };
    await bringPromises(test.a, update.id, new Date(MONDAY), nothing, 2);
    await expect(bringPromises(dying, update.id, new Date(MONDAY), nothing, 2)).rejects.toThrow('died');
    expect(await newestUpdate()).toMatchObject({ lookedAt: 2 });
    await bring(MONDAY, 2);
    const end = await newestUpdate();
    expect(end.lookedAt).toBe(end.total);
    const twice = await test.asOwner(
      `SELECT case_id FROM clock_histories WHERE event->'targets'->'frt'->>'warnMs' = '600000' GROUP BY case_id HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
  });

  it('is overtaken by a later edit', async () => {
    const [policy] = await policies();
    const { id, position: _position, updatedAt: _updatedAt, ...draft } = policy!;
    await changePolicy(envAt(MONDAY), { policyId: id, draft: { ...draft, warnMs: 11 * MINUTE } });
    const first = await newestUpdate();
    await changePolicy(envAt(MONDAY), { policyId: id, draft: { ...draft, warnMs: 15 * MINUTE } });
    expect(await bringPromises(test.a, first.id, new Date(MONDAY), nothing)).toBe(true);
    const all = (await test.a.read((tx) => listClockUpdates(tx, PAGE))).items;
    expect(all.find((one) => one.id === first.id)?.state).toBe('superseded');
    await bring(MONDAY);
  });

  it('tells cases whose clocks moved', async () => {
    const id = await open();
    const [policy] = await policies();
    const { id: policyId, position: _position, updatedAt: _updatedAt, ...draft } = policy!;
    await changePolicy(envAt(MONDAY), {
      policyId,
      draft: { ...draft, targets: { ...draft.targets, frtMs: 3 * HOUR } },
    });
    await bring(MONDAY);
    const moved = await test.asOwner(`SELECT 1 FROM events WHERE type = 'clock.moved' AND data->'caseIds' ? $1`, [id]);
    expect(moved).toHaveLength(1);
  });
});

describe('the list of policies changes', () => {
  it('puts VIP cases under a new policy once it stands first, and keeps them there when it is removed', async () => {
    const vip = await open({ ...FACTS, vip: true });
    const draft = {
      name: 'VIP',
      enabled: true,
      calendarId: null,
      conditions: { vip: true },
      targets: { frtMs: 10 * MINUTE },
      stages: [],
      warnMs: 0,
      escalation: [],
    };
    const made = await createPolicy(envAt(MONDAY), draft);
    if (!made.ok) throw new Error(made.reason);
    await bring(MONDAY);
    expect((await frtOf(vip, MONDAY)).targetMs).toBe(3 * HOUR);
    const ids = (await policies()).map((policy) => policy.id);
    await reorderPolicies(envAt(MONDAY), { ids: ids.reverse() });
    expect((await policies()).map((policy) => [policy.name, policy.position])).toEqual([
      ['VIP', 1],
      ['标准时限', 2],
    ]);
    await bring(MONDAY);
    expect(await frtOf(vip, MONDAY)).toMatchObject({ targetMs: 10 * MINUTE, policyId: made.value.id });
    await removePolicy(envAt(MONDAY), { policyId: made.value.id });
    // A later edit of another policy does not move them either; changed facts do.
    const [other] = await policies();
    const { id, position: _position, updatedAt: _updatedAt, ...otherDraft } = other!;
    await changePolicy(envAt(MONDAY), { policyId: id, draft: { ...otherDraft, warnMs: 12 * MINUTE } });
    await bring(MONDAY);
    expect((await frtOf(vip, MONDAY)).targetMs).toBe(10 * MINUTE);
    await test.a.write((tx) => noteClockEvent(tx, envAt(MONDAY), { caseId: vip, facts: FACTS, event: null }));
    expect((await frtOf(vip, MONDAY)).targetMs).toBe(3 * HOUR);
  });
});

describe('a calendar is edited', () => {
  it('counts running clocks by the new hours from then on and keeps the old ones for the past', async () => {
    const id = await open();
    const noon = Date.parse('2026-03-02T04:00:00Z');
    const calendar = (await test.a.read((tx) => listCalendars(tx, PAGE))).items.find((one) => one.isDefault)!;
    const before = await frtOf(id, noon);
    expect(before.dueAt).toBe('2026-03-02T06:30:00.000Z');
    const changed = await changeCalendar(envAt(noon), {
      calendarId: calendar.id,
      name: calendar.name,
      hours: aroundTheClock('Asia/Shanghai'),
    });
    expect(changed.ok).toBe(true);
    await bring(noon);
    expect(await frtOf(id, noon)).toMatchObject({ dueAt: '2026-03-02T05:00:00.000Z', elapsedMs: 2 * HOUR });
    expect((await frtOf(id, MONDAY + HOUR)).elapsedMs).toBe(HOUR);
    const versions = await test.asOwner('SELECT id FROM calendar_versions WHERE calendar_id = $1', [calendar.id]);
    expect(versions).toHaveLength(2);
  });

  it('does nothing to cases when only the name changes', async () => {
    const calendar = (await test.a.read((tx) => listCalendars(tx, PAGE))).items.find((one) => one.isDefault)!;
    const before = await newestUpdate();
    await changeCalendar(envAt(MONDAY), { calendarId: calendar.id, name: '工作日', hours: calendar.hours });
    expect((await newestUpdate()).id).toBe(before.id);
  });

  it('moves cases to another default calendar', async () => {
    const id = await open();
    const stream = (await test.a.read((tx) => listCalendars(tx, PAGE))).items.find((one) => one.name === '直播排班')!;
    await setDefaultCalendar(envAt(MONDAY), { calendarId: stream.id });
    await bring(MONDAY);
    // Open 10:00-14:00 and again from 19:00: three hours from 10:00 end at 13:00.
    expect((await frtOf(id, MONDAY)).dueAt).toBe('2026-03-02T05:00:00.000Z');
  });
});
