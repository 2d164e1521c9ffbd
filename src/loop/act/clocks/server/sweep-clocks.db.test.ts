// Proves that the sweep says everything once: at its moment, with two sweeps at once, after a crash, and never for a case at rest.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { systemEnv } from '../../../../ground/env.ts';
import { newId } from '../../../../kit/ids.ts';
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import type { EscalationStep } from '../core/clock.contract.ts';
import { type CaseFacts, type ClockNote, clocksOf, noteClockEvent, noteClockEvents } from './door.ts';
import { sweepBatch, sweepClocks } from './verbs/sweep-clocks.ts';

let test: TestDatabase;
const MONDAY = Date.parse('2026-03-02T02:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const URGENT: CaseFacts = { channel: 'review', priority: 'urgent', themeIds: [], productIds: [], vip: false };

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  // Earlier tests leave nothing to look at.
  await test.asOwner('UPDATE clocked_cases SET next_look_at = NULL');
});

async function note(caseId: string, atMs: number, event: ClockNote['event'], facts: CaseFacts | null = null) {
  const env = systemEnv(test.a, new Date(atMs), 'test');
  return test.a.write((tx) => noteClockEvent(tx, env, { caseId, facts, event }));
}
async function open(atMs = MONDAY): Promise<string> {
  const id = newId('case');
  await note(id, atMs, { type: 'opened', atMs }, URGENT);
  return id;
}
const sweep = (atMs: number) => sweepClocks(test.database, new Date(atMs));
async function told(caseId: string): Promise<string[]> {
  const rows = await test.asOwner<{ type: string; kind: string; action: string | null }>(
    `SELECT type, data->>'kind' AS kind, data->'action'->>'type' AS action FROM events
     WHERE subject = $1 AND type LIKE 'clock.%' ORDER BY seq`,
    [caseId],
  );
  return rows.map((row) => [row.type.slice('clock.'.length), row.kind, row.action].filter(Boolean).join(' '));
}

describe('a clock runs out', () => {
  it('warns, breaches and climbs, each at its moment and once', async () => {
    const id = await open();
    expect(await sweep(MONDAY + 14 * MINUTE)).toBe(0);
    expect(await told(id)).toEqual([]);
    await sweep(MONDAY + 15 * MINUTE);
    expect(await told(id)).toEqual(['warned frt', 'escalated frt notify_owner']);
    // The due instant itself is still in time.
    await sweep(MONDAY + 30 * MINUTE);
    await sweep(MONDAY + 30 * MINUTE + 1);
    await sweep(MONDAY + 30 * MINUTE + 2);
    expect(await told(id)).toEqual([
      'warned frt',
      'escalated frt notify_owner',
      'breached frt',
      'escalated frt notify_manager',
    ]);
    const [row] = await test.asOwner<{ state: string; misses: number }>(
      `SELECT state, misses FROM clocks WHERE case_id = $1 AND key = 'frt'`,
      [id],
    );
    expect(row).toEqual({ state: 'active_with_misses', misses: 1 });
  });

  it('says after a long pause what is true now: late, not due soon', async () => {
    const id = await open();
    await sweep(MONDAY + 2 * HOUR);
    expect(await told(id)).toEqual(
      ['escalated frt notify_owner', 'breached frt', 'escalated frt notify_manager'].sort(order),
    );
  });

  it('raises the priority a working day after the breach, and says which step it was', async () => {
    const id = await open();
    await sweep(MONDAY + HOUR);
    await sweep(MONDAY + 25 * HOUR);
    const steps = await test.asOwner<{ data: { step: number; on: string; round: number; dueAt: string } }>(
      `SELECT data FROM events WHERE subject = $1 AND data->'action'->>'type' = 'raise_priority' AND data->>'kind' = 'frt'`,
      [id],
    );
    expect(steps.map((row) => row.data)).toMatchObject([
      { step: 2, on: 'breach', round: 1, dueAt: '2026-03-02T02:30:00.000Z' },
    ]);
  });

  it('does not climb again when the priority it raised changes the promise', async () => {
    const id = newId('case');
    await note(id, MONDAY, { type: 'opened', atMs: MONDAY }, { ...URGENT, priority: 'high' });
    await sweep(MONDAY + 3 * HOUR);
    const before = await told(id);
    await note(id, MONDAY + 3 * HOUR, null, URGENT);
    await sweep(MONDAY + 3 * HOUR + MINUTE);
    expect((await told(id)).filter((line) => line.includes('frt'))).toEqual(
      before.filter((line) => line.includes('frt')),
    );
  });

  it('alarms anew in a new round', async () => {
    const id = await open();
    await sweep(MONDAY + HOUR);
    await note(id, MONDAY + HOUR, { type: 'resolved', atMs: MONDAY + HOUR });
    await note(id, MONDAY + 2 * HOUR, { type: 'reopened', atMs: MONDAY + 2 * HOUR });
    await sweep(MONDAY + 5 * HOUR);
    expect((await told(id)).filter((line) => line === 'breached frt')).toHaveLength(2);
  });

  it('alarms at once when something happened between the moment and the sweep', async () => {
    const id = await open();
    await note(id, MONDAY + 31 * MINUTE, { type: 'customer_message', atMs: MONDAY + 31 * MINUTE });
    await sweep(MONDAY + 31 * MINUTE);
    expect(await told(id)).toContain('breached frt');
  });
});

describe('a case at rest', () => {
  it.each([
    ['closed', { type: 'closed' }],
    ['merged', { type: 'merged' }],
    ['resolved', { type: 'resolved' }],
    ['waiting for the customer', { type: 'status', to: 'pending' }],
    ['on hold', { type: 'status', to: 'on_hold' }],
  ] as const)('is never alarmed: %s', async (_, event) => {
    const id = await open();
    await note(id, MONDAY + MINUTE, { ...event, atMs: MONDAY + MINUTE });
    await sweep(MONDAY + 100 * HOUR);
    expect(await told(id)).toEqual([]);
  });

  it('is never alarmed even when the sweep was already asked to look', async () => {
    const id = await open();
    await note(id, MONDAY + MINUTE, { type: 'merged', atMs: MONDAY + MINUTE });
    await test.asOwner('UPDATE clocked_cases SET next_look_at = $2 WHERE case_id = $1', [id, new Date(MONDAY)]);
    expect(await sweep(MONDAY + HOUR)).toBe(1);
    expect(await told(id)).toEqual([]);
  });

  it('runs on when the snooze is over, and says that its clocks moved', async () => {
    const id = await open();
    const untilMs = MONDAY + HOUR;
    await note(id, MONDAY + MINUTE, { type: 'snoozed', untilMs, atMs: MONDAY + MINUTE });
    await sweep(untilMs);
    const [moved] = await test.asOwner(`SELECT 1 FROM events WHERE type = 'clock.moved' AND data->'caseIds' ? $1`, [
      id,
    ]);
    expect(moved).toBeDefined();
    await sweep(untilMs + 15 * MINUTE);
    expect(await told(id)).toContain('warned frt');
  });
});

describe('once only', () => {
  it('holds with two sweeps at once over many cases', async () => {
    const env = systemEnv(test.a, new Date(MONDAY), 'test');
    const ids = Array.from({ length: 300 }, () => newId('case'));
    await test.a.write((tx) =>
      noteClockEvents(
        tx,
        env,
        ids.map((caseId) => ({ caseId, facts: URGENT, event: { type: 'opened' as const, atMs: MONDAY } })),
      ),
    );
    const now = new Date(MONDAY + 40 * MINUTE);
    await Promise.all([1, 2, 3].map(() => sweepClocks(test.database, now)));
    await sweepClocks(test.database, now);
    const rows = await test.asOwner<{ times: string; cases: string }>(
      `SELECT count(*) AS times, count(DISTINCT subject) AS cases FROM events WHERE type = 'clock.breached' AND subject = ANY($1)`,
      [ids],
    );
    expect(rows[0]).toEqual({ times: '300', cases: '300' });
  });

  it('holds after a crash in the middle: nothing lost, nothing twice', async () => {
    const id = await open();
    const now = new Date(MONDAY + 40 * MINUTE);
    const dying: WorkspaceDb = {
      ...test.a,
      write: (fn) =>
        test.a.write(async (tx) => {
          await fn(tx);
          throw new Error('the process died before the commit');
        }),
    };
    await expect(sweepBatch(dying, now)).rejects.toThrow('died');
    expect(await told(id)).toEqual([]);
    await sweepBatch(test.a, now);
    await sweepBatch(test.a, now);
    expect((await told(id)).filter((line) => line === 'breached frt')).toHaveLength(1);
  });

  it('passes over a case somebody holds and comes back for it', async () => {
    const id = await open();
    const now = new Date(MONDAY + 40 * MINUTE);
    await test.a.write(async (tx) => {
      await noteClockEvent(tx, systemEnv(test.a, now, 'test'), {
        caseId: id,
        facts: null,
        event: { type: 'reply', by: 'bot', atMs: now.getTime() },
      });
      expect(await sweepBatch(test.a, now)).toBe(0);
    });
    expect(await sweepBatch(test.a, now)).toBe(1);
    expect(await told(id)).toContain('breached frt');
  });

  it('goes on with the others when one history cannot be read', async () => {
    const [broken, sound] = [await open(), await open()];
    await test.asOwner(`UPDATE clocked_cases SET first_specs = '[["frt",-5,0]]' WHERE case_id = $1`, [broken]);
    await test.asOwner('ALTER TABLE clock_histories DISABLE TRIGGER USER');
    await test.asOwner(
      `UPDATE clock_histories SET event = '{"type":"opened","atMs":-99999999999999}' WHERE case_id = $1`,
      [broken],
    );
    await sweep(MONDAY + 40 * MINUTE);
    expect(await told(sound)).toContain('breached frt');
    expect(await sweep(MONDAY + 41 * MINUTE)).toBe(0);
  });
});

describe('edited ladders', () => {
  it('do not climb the steps that were climbed', async () => {
    const id = await open();
    await sweep(MONDAY + 40 * MINUTE);
    const count = (await told(id)).length;
    const ladder: EscalationStep[] = [
      { on: 'breach', afterMs: MINUTE, action: { type: 'notify_manager' } },
      { on: 'warn', afterMs: 0, action: { type: 'notify_owner' } },
      { on: 'breach', afterMs: 15 * MINUTE, action: { type: 'reassign_team', teamId: 'team_x' } },
    ];
    await test.asOwner('UPDATE clock_policies SET escalation = $2 WHERE workspace_id = $1', [
      test.workspaceA,
      JSON.stringify(ladder),
    ]);
    await test.asOwner('UPDATE clocked_cases SET next_look_at = $2 WHERE case_id = $1', [id, new Date(MONDAY)]);
    await sweep(MONDAY + 41 * MINUTE);
    expect(await told(id)).toHaveLength(count);
    await sweep(MONDAY + 45 * MINUTE);
    expect((await told(id)).slice(count)).toEqual(['escalated frt reassign_team']);
    const views = await test.a.read((tx) => clocksOf(tx, [id], new Date(MONDAY + 45 * MINUTE)));
    expect(views.get(id)?.[0]?.misses).toBe(1);
  });
});

/** The order in which one look says things. */
function order(one: string, other: string): number {
  const place = (line: string) => (line.startsWith('breached') ? 0 : line.includes('notify_owner') ? 1 : 2);
  return place(one) - place(other);
}
