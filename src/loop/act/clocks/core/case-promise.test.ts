// Which promise a case falls under, and what its history must say when that changes.
import { describe, expect, it } from 'vitest';
import { aroundTheClock } from '../../../../kit/calendar/calendar.ts';
import {
  type HistoryEntry,
  type PolicyInForce,
  type PromiseBook,
  promiseChanges,
  promiseFor,
  sameFacts,
} from './case-promise.ts';
import type { CaseFacts } from './clock-policy.ts';
import { firstPolicy } from './first-policy.ts';
import { isLive, readCaseClocks, snoozedUntil } from './read-case-clocks.ts';

const HOUR = 3_600_000;
const FACTS: CaseFacts = { channel: 'review', priority: 'medium', themeIds: ['a', 'b'], productIds: [], vip: false };
const policy = (id: string, part: Partial<PolicyInForce> = {}): PolicyInForce => ({
  ...firstPolicy(id),
  id,
  removed: false,
  ...part,
});
const book = (...policies: PolicyInForce[]): PromiseBook => ({
  policies,
  calendars: [
    { id: 'cal_1', versionId: 'v1', isDefault: true },
    { id: 'cal_2', versionId: 'v2', isDefault: false },
  ],
});

describe('the promise of a case', () => {
  it('comes from the first matching policy on its calendar, else the default one', () => {
    const vip = policy('vip', { conditions: { vip: true }, calendarId: 'cal_2' as never });
    expect(promiseFor(book(vip, policy('all')), FACTS)).toMatchObject({
      policyId: 'all',
      calendarId: 'cal_1',
      versionId: 'v1',
    });
    expect(promiseFor(book(vip, policy('all')), { ...FACTS, vip: true })).toMatchObject({
      policyId: 'vip',
      versionId: 'v2',
    });
  });

  it('is empty when no policy matches', () => {
    expect(promiseFor(book(policy('off', { enabled: false })), FACTS)).toMatchObject({ policyId: null, specs: [] });
  });

  it('stays with a removed policy, also without its calendar, until the facts change', () => {
    const removed = policy('old', { removed: true, calendarId: 'cal_gone' as never });
    const current = { policyId: 'old', calendarId: 'cal_gone', versionId: 'v9', facts: FACTS };
    expect(promiseFor(book(policy('all'), removed), FACTS, current)).toMatchObject({
      policyId: 'old',
      versionId: 'v9',
    });
    expect(promiseFor(book(policy('all'), removed), { ...FACTS, vip: true }, current).policyId).toBe('all');
    expect(promiseFor(book(policy('all'), removed), FACTS).policyId).toBe('all');
  });

  it('changes by what differs only', () => {
    const from = {
      versionId: 'v1',
      specs: [
        { kind: 'frt' as const, targetMs: HOUR, warnMs: 0 },
        { kind: 'rt' as const, targetMs: HOUR, warnMs: 0 },
      ],
    };
    expect(promiseChanges(from, from, 5)).toEqual([]);
    const to = {
      versionId: 'v2',
      specs: [
        { kind: 'frt' as const, targetMs: HOUR, warnMs: 0 },
        { kind: 'stage' as const, stage: 'x', targetMs: HOUR, warnMs: 0 },
      ],
    };
    expect(promiseChanges(from, to, 5)).toEqual([
      { atMs: 5, type: 'calendar_changed', versionId: 'v2' },
      { atMs: 5, type: 'policy_changed', targets: { 'stage:x': { targetMs: HOUR, warnMs: 0 }, rt: null } },
    ]);
  });

  it('takes themes in any order for the same facts', () => {
    expect(sameFacts(FACTS, { ...FACTS, themeIds: ['b', 'a'] })).toBe(true);
    expect(sameFacts(FACTS, { ...FACTS, themeIds: ['b'] })).toBe(false);
    expect(sameFacts(FACTS, { ...FACTS, priority: 'high' })).toBe(false);
  });
});

describe('reading a stored history', () => {
  const calendarOf = () => aroundTheClock('Asia/Shanghai');
  const entries: HistoryEntry[] = [
    { atMs: 0, type: 'opened' },
    { atMs: HOUR, type: 'policy_changed', targets: { rt: { targetMs: 2 * HOUR, warnMs: 0 } } },
  ];
  const history = { firstSpecs: [{ kind: 'frt' as const, targetMs: HOUR, warnMs: 0 }], firstVersionId: 'v1', entries };

  it('does not show a promise before it was made, and counts it from then', () => {
    expect(readCaseClocks(history, calendarOf, HOUR - 1).map((reading) => reading.key)).toEqual(['frt']);
    const rt = readCaseClocks(history, calendarOf, 2 * HOUR).find((reading) => reading.key === 'rt');
    expect(rt).toMatchObject({ state: 'active', elapsedMs: HOUR, dueAt: 3 * HOUR });
  });

  it('knows when a case sleeps and whether it lives', () => {
    const asleep: HistoryEntry[] = [...entries, { atMs: HOUR, type: 'snoozed', untilMs: 9 * HOUR }];
    expect(snoozedUntil(asleep)).toBe(9 * HOUR);
    expect(snoozedUntil([...asleep, { atMs: 2 * HOUR, type: 'customer_message' }])).toBeNull();
    expect(isLive(entries)).toBe(true);
    expect(isLive([...entries, { atMs: 1, type: 'resolved' }])).toBe(false);
    expect(isLive([...entries, { atMs: 1, type: 'resolved' }, { atMs: 2, type: 'reopened' }])).toBe(true);
    expect(isLive([...entries, { atMs: 1, type: 'merged' }])).toBe(false);
    expect(isLive([...entries, { atMs: 1, type: 'merged' }, { atMs: 2, type: 'unmerged' }])).toBe(true);
  });
});
