// Checks the clock engine against a minute-by-minute second opinion on random calendars and histories, and for what must always hold.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, anyInstant } from '../../../../kit/calendar/calendar.fixture.ts';
import { aroundTheClock, type Calendar } from '../../../../kit/calendar/calendar.ts';
import type { ClockEvent, ClockSpec } from './clock-history.contract.ts';
import { readByMinutes } from './run-clock.brute.fixture.ts';
import { runClock } from './run-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const anySpec: fc.Arbitrary<ClockSpec> = fc
  .record({
    kind: fc.constantFrom('frt', 'nrt', 'rt', 'stage') as fc.Arbitrary<ClockSpec['kind']>,
    minutes: fc.integer({ min: 1, max: 30 * 60 }),
    warn: fc.constantFrom(0, 15, 60),
  })
  .map(({ kind, minutes, warn }) => ({
    kind,
    ...(kind === 'stage' ? { stage: 'collect' } : {}),
    targetMs: minutes * MINUTE,
    warnMs: warn * MINUTE,
  }));

type Happening = (atMs: number, minutes: number) => ClockEvent;
const keys = ['frt', 'nrt', 'rt', 'stage:collect'];
const changeAll = (targetMs: number | null): Record<string, { targetMs: number } | null> =>
  Object.fromEntries(keys.map((key) => [key, targetMs === null ? null : { targetMs }]));

const anyHappening: fc.Arbitrary<Happening> = fc.constantFrom<Happening[]>(
  (atMs) => ({ type: 'customer_message', atMs }),
  (atMs) => ({ type: 'customer_message', atMs }),
  (atMs) => ({ type: 'reply', by: 'member', atMs }),
  (atMs) => ({ type: 'reply', by: 'member', atMs }),
  (atMs) => ({ type: 'reply', by: 'bot', atMs }),
  (atMs) => ({ type: 'status', to: 'pending', atMs }),
  (atMs) => ({ type: 'status', to: 'on_hold', atMs }),
  (atMs) => ({ type: 'status', to: 'open', atMs }),
  (atMs) => ({ type: 'status', to: 'open', atMs }),
  (atMs, minutes) => ({ type: 'snoozed', untilMs: atMs + minutes * MINUTE, atMs }),
  (atMs) => ({ type: 'unsnoozed', atMs }),
  (atMs) => ({ type: 'stage_entered', stage: 'collect', atMs }),
  (atMs) => ({ type: 'stage_entered', stage: 'classify', atMs }),
  (atMs) => ({ type: 'resolved', atMs }),
  (atMs) => ({ type: 'reopened', atMs }),
  (atMs) => ({ type: 'closed', atMs }),
  (atMs) => ({ type: 'verified', atMs }),
  (atMs) => ({ type: 'merged', atMs }),
  (atMs) => ({ type: 'unmerged', atMs }),
  (atMs, minutes) => ({ type: 'policy_changed', targets: changeAll((minutes + 1) * MINUTE), atMs }),
  (atMs) => ({ type: 'policy_changed', targets: changeAll(null), atMs }),
);

/** A history that opens in `collect` and then does up to ten things a case may or may not be ready for. */
const anyHistory: fc.Arbitrary<ClockEvent[]> = fc
  .tuple(
    anyInstant,
    fc.array(fc.tuple(anyHappening, fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 900 })), {
      maxLength: 10,
    }),
  )
  .map(([openedAt, happenings]) => {
    const history: ClockEvent[] = [{ type: 'opened', stage: 'collect', atMs: openedAt }];
    let atMs = openedAt;
    for (const [happening, gap, minutes] of happenings) {
      atMs += gap * MINUTE;
      history.push(happening(atMs, minutes));
    }
    return history;
  });

describe('the clock engine', () => {
  it('agrees with a minute-by-minute reading of the rules', () => {
    fc.assert(
      fc.property(
        anySpec,
        anyCalendar,
        anyHistory,
        fc.integer({ min: 0, max: 2000 }),
        (spec, calendar, history, later) => {
          const nowMs = history.at(-1)!.atMs + later * MINUTE;
          const slow = readByMinutes(spec, calendar, history, nowMs);
          const fast = runClock(spec, calendar, history, nowMs);
          if (slow === null || fast === null) {
            expect(fast).toBe(slow);
            return;
          }
          const { state, round, startedAt, elapsedMs, breachedAt, misses } = fast;
          const { warnedAt, dueAt, ...rest } = slow;
          expect({ state, round, startedAt, elapsedMs, breachedAt, misses }).toEqual(rest);
          if (dueAt !== null) expect(fast.dueAt).toBe(dueAt);
          if (warnedAt !== null) expect(fast.warnAt).toBe(warnedAt);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('reads the past the same whatever has happened since', () => {
    fc.assert(
      fc.property(anySpec, anyCalendar, anyHistory, (spec, calendar, history) => {
        const cut = Math.floor(history.length / 2);
        const nowMs = history[cut]!.atMs;
        const known = history.filter((event) => event.atMs <= nowMs);
        expect(runClock(spec, calendar, history, nowMs)).toEqual(runClock(spec, calendar, known, nowMs));
      }),
      { numRuns: 200 },
    );
  });

  it('a frozen clock has no due instant, and never uses more than has passed', () => {
    fc.assert(
      fc.property(anySpec, anyCalendar, anyHistory, (spec, calendar, history) => {
        const nowMs = history.at(-1)!.atMs + HOUR;
        const reading = runClock(spec, calendar, history, nowMs);
        if (reading === null) return;
        if (reading.state === 'paused' || (reading.state === 'cancelled' && reading.endedAt === null))
          expect(reading.dueAt).toBeNull();
        expect(reading.elapsedMs).toBeLessThanOrEqual(nowMs - reading.startedAt);
        expect(reading.elapsedMs).toBeGreaterThanOrEqual(0);
        if (reading.state === 'hit') expect(reading.misses).toBe(0);
        if (reading.state === 'missed' || reading.state === 'active_with_misses')
          expect(reading.misses).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('changes by itself only where it said it would', () => {
    fc.assert(
      fc.property(anySpec, anyCalendar, anyHistory, (spec, calendar, history) => {
        const nowMs = history.at(-1)!.atMs;
        const reading = runClock(spec, calendar, history, nowMs);
        if (reading?.state !== 'active' || reading.dueAt === null) return;
        expect(runClock(spec, calendar, history, Math.max(nowMs, reading.dueAt))?.state).toBe('active');
        const late = runClock(spec, calendar, history, Math.max(nowMs, reading.dueAt) + 1);
        expect(late?.state).toBe('active_with_misses');
        expect(late?.breachedAt).toBe(reading.dueAt);
      }),
      { numRuns: 300 },
    );
  });

  it('says so when its calendar never opens, and does not alarm', () => {
    const week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    const never: Calendar = { ...aroundTheClock('UTC'), week };
    const reading = runClock({ kind: 'rt', targetMs: HOUR, warnMs: 0 }, never, [{ type: 'opened', atMs: 0 }], 1e10);
    expect(reading).toMatchObject({ state: 'active', dueAt: null, breachedAt: null });
    expect(reading?.reasons.at(-1)?.code).toBe('calendar_never_open');
  });

  it('tells its story in order', () => {
    const history: ClockEvent[] = [
      { type: 'opened', atMs: 0 },
      { type: 'reply', by: 'bot', atMs: MINUTE },
      { type: 'status', to: 'pending', atMs: 2 * MINUTE },
      { type: 'customer_message', atMs: 5 * MINUTE },
      { type: 'reply', by: 'member', atMs: 20 * MINUTE },
    ];
    const spec: ClockSpec = { kind: 'frt', targetMs: 10 * MINUTE, warnMs: 5 * MINUTE };
    const reading = runClock(spec, aroundTheClock('UTC'), history, HOUR);
    // 2 minutes before the pause, so the mark of 5 is reached at minute 8 and the target of 10 at minute 13.
    expect(reading?.reasons).toEqual([
      { atMs: 0, code: 'started' },
      { atMs: MINUTE, code: 'bot_reply_ignored' },
      { atMs: 2 * MINUTE, code: 'paused_pending' },
      { atMs: 5 * MINUTE, code: 'resumed' },
      { atMs: 8 * MINUTE, code: 'warned' },
      { atMs: 13 * MINUTE, code: 'breached' },
      { atMs: 20 * MINUTE, code: 'answered' },
    ]);
  });

  it('reads four clocks of 10,000 cases in a few seconds at most', () => {
    const day = [
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '18:00' },
    ];
    const calendar: Calendar = {
      ...aroundTheClock('Asia/Shanghai'),
      week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
    };
    const start = Date.parse('2026-02-02T09:00:00+08:00');
    const began = performance.now();
    for (let i = 0; i < 10_000; i += 1) {
      const at = start + i * 61_000;
      const history: ClockEvent[] = [
        { type: 'opened', stage: 'collect', atMs: at },
        { type: 'reply', by: 'member', atMs: at + HOUR },
        { type: 'status', to: 'pending', atMs: at + HOUR },
        { type: 'customer_message', atMs: at + 5 * HOUR },
        { type: 'reply', by: 'member', atMs: at + 6 * HOUR },
      ];
      for (const kind of ['frt', 'nrt', 'rt', 'stage'] as const)
        runClock(
          { kind, stage: 'collect', targetMs: 8 * HOUR, warnMs: 15 * MINUTE },
          calendar,
          history,
          at + 30 * HOUR,
        );
    }
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
