// Proves that what cases note becomes stored, readable clocks: one by one, in bulk, with changing facts, behind the walls.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { systemEnv } from '../../../../ground/env.ts';
import { newId } from '../../../../kit/ids.ts';
import {
  type CaseFacts,
  type ClockNote,
  clocksOf,
  nextDuesOf,
  noteClockEvent,
  noteClockEvents,
  simulate,
} from './door.ts';

let test: TestDatabase;
// A Monday, 10:00 in Shanghai.
const MONDAY = Date.parse('2026-03-02T02:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FACTS: CaseFacts = { channel: 'review', priority: 'medium', themeIds: ['logistics'], productIds: [], vip: false };
const at = (iso: string) => Date.parse(iso);

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.drop());

async function note(atMs: number, input: Partial<ClockNote> & { caseId: string }, db = test.a) {
  const env = systemEnv(db, new Date(atMs), 'test');
  return db.write((tx) => noteClockEvent(tx, env, { facts: null, event: null, ...input }));
}
const opened = (caseId: string, atMs = MONDAY, facts = FACTS) =>
  note(atMs, { caseId, facts, event: { type: 'opened', atMs, stage: 'collect' } });
const clocks = async (caseId: string, atMs: number) =>
  (await test.a.read((tx) => clocksOf(tx, [caseId], new Date(atMs)))).get(caseId) ?? [];

describe('a case opens', () => {
  it('seeds the calendars and the policy, starts the promised clocks and says which falls due first', async () => {
    const id = newId('case');
    const { nextDue } = await opened(id);
    // Medium: 4 working hours from 10:00 with the break from 12:00 to 13:30.
    expect(nextDue).toEqual({
      at: new Date('2026-03-02T07:30:00Z'),
      warnAt: new Date('2026-03-02T07:15:00Z'),
      kind: 'frt',
      state: 'on_time',
    });
    const views = await clocks(id, MONDAY + HOUR);
    expect(views.map((view) => [view.kind, view.stage, view.state, view.elapsedMs])).toEqual([
      ['frt', null, 'active', HOUR],
      ['rt', null, 'active', HOUR],
      ['stage', 'collect', 'active', HOUR],
    ]);
    const calendars = await test.asOwner<{ name: string; is_default: boolean }>(
      'SELECT name, is_default FROM calendars WHERE workspace_id = $1 ORDER BY id',
      [test.workspaceA],
    );
    expect(calendars.map((row) => [row.name, row.is_default])).toEqual([
      ['标准工作日', true],
      ['直播排班', false],
      ['7×24', false],
    ]);
  });

  it('is seeded once when many come first at the same time', async () => {
    const db = test.b;
    await Promise.all([1, 2, 3, 4].map(() => note(MONDAY, { caseId: newId('case'), facts: FACTS }, db)));
    const [{ count } = { count: 0 }] = await test.asOwner<{ count: string }>(
      'SELECT count(*) FROM clock_policies WHERE workspace_id = $1',
      [test.workspaceB],
    );
    expect(Number(count)).toBe(1);
  });
});

describe('a case goes on', () => {
  it('answers, waits and resolves', async () => {
    const id = newId('case');
    await opened(id);
    const replied = await note(MONDAY + HOUR, {
      caseId: id,
      event: { type: 'reply', by: 'member', atMs: MONDAY + HOUR },
    });
    expect(replied.nextDue?.kind).toBe('rt');
    const paused = await note(MONDAY + HOUR, {
      caseId: id,
      event: { type: 'status', to: 'pending', atMs: MONDAY + HOUR },
    });
    expect(paused.nextDue).toBeNull();
    const back = await note(MONDAY + 26 * HOUR, {
      caseId: id,
      event: { type: 'customer_message', atMs: MONDAY + 26 * HOUR },
    });
    expect(back.nextDue?.kind).toBe('nrt');
    await note(MONDAY + 27 * HOUR, { caseId: id, event: { type: 'resolved', atMs: MONDAY + 27 * HOUR } });
    const views = await clocks(id, MONDAY + 30 * HOUR);
    expect(views.map((view) => [view.kind, view.state])).toEqual([
      ['frt', 'hit'],
      ['nrt', 'cancelled'],
      ['rt', 'hit'],
      ['stage', 'hit'],
    ]);
  });

  it('moves to another promise when its priority rises, keeps the time used and can explain it', async () => {
    const id = newId('case');
    await opened(id);
    const { nextDue } = await note(MONDAY + 20 * MINUTE, { caseId: id, facts: { ...FACTS, priority: 'urgent' } });
    expect(nextDue?.at).toEqual(new Date('2026-03-02T02:30:00Z'));
    const [frt] = await clocks(id, MONDAY + 20 * MINUTE);
    expect(frt).toMatchObject({ targetMs: 30 * MINUTE, elapsedMs: 20 * MINUTE });
    expect(frt?.reasons.map((reason) => reason.code)).toEqual(['started', 'policy_changed']);
    expect((await clocks(id, MONDAY + 31 * MINUTE))[0]?.breachedAt).toBe('2026-03-02T02:30:00.000Z');
  });

  it('counts notes that come out of order from the latest one', async () => {
    const id = newId('case');
    await opened(id);
    await note(MONDAY + 2 * HOUR, { caseId: id, event: { type: 'status', to: 'pending', atMs: MONDAY + 2 * HOUR } });
    await note(MONDAY + 3 * HOUR, { caseId: id, event: { type: 'reply', by: 'bot', atMs: MONDAY + HOUR } });
    const rows = await test.asOwner<{ at: Date }>('SELECT at FROM clock_histories WHERE case_id = $1 ORDER BY seq', [
      id,
    ]);
    expect(rows.map((row) => row.at.getTime())).toEqual([MONDAY, MONDAY + 2 * HOUR, MONDAY + 2 * HOUR]);
  });

  it('wakes by itself when the snooze runs out, without anybody noting it', async () => {
    const id = newId('case');
    await opened(id);
    const until = at('2026-03-02T03:00:00Z');
    const { nextDue } = await note(MONDAY, { caseId: id, event: { type: 'snoozed', untilMs: until, atMs: MONDAY } });
    expect(nextDue).toBeNull();
    const later = await test.a.read((tx) => nextDuesOf(tx, [id], new Date(until + MINUTE)));
    expect(later.get(id)?.at).toEqual(new Date('2026-03-02T08:30:00Z'));
  });
});

describe('many cases at once', () => {
  it('notes 1,000 opened cases in a few statements', async () => {
    const env = systemEnv(test.a, new Date(MONDAY), 'test');
    const ids = Array.from({ length: 1000 }, () => newId('case'));
    const notes: ClockNote[] = ids.map((caseId, index) => ({
      caseId,
      facts: { ...FACTS, priority: index % 2 ? 'urgent' : 'low' },
      event: { type: 'opened', atMs: MONDAY, stage: 'collect' },
    }));
    const started = performance.now();
    const dues = await test.a.write((tx) => noteClockEvents(tx, env, notes));
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(dues.size).toBe(1000);
    expect(dues.get(ids[1]!)?.at).toEqual(new Date(MONDAY + 30 * MINUTE));
    const [{ count } = { count: 0 }] = await test.asOwner<{ count: string }>(
      'SELECT count(*) FROM clocks WHERE case_id = ANY($1)',
      [ids],
    );
    expect(Number(count)).toBe(3000);
  });

  it('takes several notes about one case in their order', async () => {
    const env = systemEnv(test.a, new Date(MONDAY + HOUR), 'test');
    const id = newId('case');
    const dues = await test.a.write((tx) =>
      noteClockEvents(tx, env, [
        { caseId: id, facts: FACTS, event: { type: 'opened', atMs: MONDAY } },
        { caseId: id, facts: null, event: { type: 'reply', by: 'member', atMs: MONDAY + MINUTE } },
      ]),
    );
    expect(dues.get(id)?.kind).toBe('rt');
  });
});

describe('behind the walls', () => {
  it('shows another workspace nothing', async () => {
    const id = newId('case');
    await opened(id);
    expect((await test.b.read((tx) => clocksOf(tx, [id], new Date(MONDAY)))).size).toBe(0);
  });

  it('keeps histories append only', async () => {
    await expect(
      test.a.write((tx) => tx.run({ text: 'DELETE FROM clock_histories', values: [] } as never)),
    ).rejects.toThrow(/permission denied/);
  });

  it('simulates a promise without keeping anything', async () => {
    const simulation = await test.a.read((tx) => simulate(tx, { ...FACTS, priority: 'urgent' }, new Date(MONDAY)));
    expect(simulation.policyName).toBe('标准时限');
    expect(simulation.clocks.find((clock) => clock.kind === 'nrt')?.dueAt).toEqual(new Date(MONDAY + HOUR));
    expect(simulation.clocks.find((clock) => clock.stage === 'classify')?.targetMs).toBe(48 * HOUR);
  });
});
