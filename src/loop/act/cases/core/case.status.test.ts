// Proves the status table whole: every pair is listed here again by hand, every status can be reached, and no walk leaves the table.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASE_STATUSES, PUBLIC_STAGES } from './case.contract.ts';
import {
  actionTowards,
  isOpen,
  nextStatus,
  offeredActions,
  publicStageOf,
  reachable,
  STATUS_ACTIONS,
  STATUS_REFUSALS,
  STATUS_TABLE,
} from './case.status.ts';

// Written apart from the table on purpose: `to:` is where it leads, anything else the refusal.
const EXPECTED = `
new       | triage to:open | continue to:open | wait_for_customer to:pending | wait_for_third_party to:on_hold | resolve to:resolved | reopen not_resolved | verify not_resolved | close not_resolved | customer_wrote to:new | agent_replied to:open
open      | triage not_new | continue already_open | wait_for_customer to:pending | wait_for_third_party to:on_hold | resolve to:resolved | reopen not_resolved | verify not_resolved | close not_resolved | customer_wrote to:open | agent_replied to:open
pending   | triage not_new | continue to:open | wait_for_customer already_pending | wait_for_third_party to:on_hold | resolve to:resolved | reopen not_resolved | verify not_resolved | close not_resolved | customer_wrote to:open | agent_replied to:pending
on_hold   | triage not_new | continue to:open | wait_for_customer to:pending | wait_for_third_party already_on_hold | resolve to:resolved | reopen not_resolved | verify not_resolved | close not_resolved | customer_wrote to:on_hold | agent_replied to:on_hold
resolved  | triage not_new | continue case_settled | wait_for_customer case_settled | wait_for_third_party case_settled | resolve already_resolved | reopen to:open | verify to:verified | close to:closed | customer_wrote to:open | agent_replied to:resolved
verified  | triage not_new | continue case_settled | wait_for_customer case_settled | wait_for_third_party case_settled | resolve already_verified | reopen to:open | verify already_verified | close to:closed | customer_wrote to:open | agent_replied to:verified
closed    | triage not_new | continue case_settled | wait_for_customer case_settled | wait_for_third_party case_settled | resolve already_closed | reopen to:open | verify already_closed | close already_closed | customer_wrote case_closed | agent_replied case_closed
`;
const pairs = EXPECTED.trim()
  .split('\n')
  .flatMap((line) => {
    const [status, ...cells] = line.split('|').map((cell) => cell.trim());
    return cells.map((cell) => [status!, ...cell.split(' ')] as [string, string, string]);
  });

describe('case status', () => {
  it('is expected for every status and every action', () => {
    expect(pairs.length).toBe(CASE_STATUSES.length * STATUS_ACTIONS.length);
    expect(new Set(pairs.map(([status, action]) => `${status} ${action}`)).size).toBe(pairs.length);
  });

  it.each(pairs)('%s + %s → %s', (status, action, outcome) => {
    const next = nextStatus(status as never, action as never);
    if (outcome.startsWith('to:')) expect(next).toEqual({ ok: true, value: outcome.slice(3) });
    else expect(next).toEqual({ ok: false, reason: outcome });
  });

  it('reaches every status from new', () => {
    expect([...reachable()].sort()).toEqual([...CASE_STATUSES].sort());
  });

  it('uses every refusal it names', () => {
    const used = new Set(
      Object.values(STATUS_TABLE)
        .flatMap((row) => Object.values(row))
        .flatMap((outcome) => (typeof outcome === 'string' ? [] : [outcome.no])),
    );
    expect([...used].sort()).toEqual([...STATUS_REFUSALS].sort());
  });

  it('never gets stuck: from every status one can come back to open', () => {
    for (const status of CASE_STATUSES) {
      const ways = STATUS_ACTIONS.map((action) => nextStatus(status, action)).filter((next) => next.ok);
      expect(ways.length).toBeGreaterThan(0);
    }
  });

  it('offers exactly what the table allows, and shows the public only the five stages', () => {
    expect(offeredActions('new')).toEqual([
      'triage',
      'continue',
      'wait_for_customer',
      'wait_for_third_party',
      'resolve',
    ]);
    expect(offeredActions('resolved')).toEqual(['reopen', 'verify', 'close']);
    expect(offeredActions('closed')).toEqual(['reopen']);
    const shown = CASE_STATUSES.flatMap((status) => [publicStageOf(status, false), publicStageOf(status, true)]);
    expect(new Set(shown)).toEqual(new Set(PUBLIC_STAGES));
    expect(publicStageOf('closed', true)).toBe('verified');
    expect(publicStageOf('closed', false)).toBe('resolved');
    expect(publicStageOf('on_hold', false)).toBe('in_progress');
  });

  it('chooses the action that leads to a wanted status', () => {
    for (const status of ['open', 'pending', 'on_hold'] as const) {
      expect(nextStatus('new', actionTowards(status))).toEqual({ ok: true, value: status });
    }
  });

  it('holds on every walk: verified is only entered from resolved, closed only from resolved or verified', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUS_ACTIONS), { maxLength: 60 }), (walk) => {
        let status: (typeof CASE_STATUSES)[number] = 'new';
        for (const action of walk) {
          const next = nextStatus(status, action);
          if (!next.ok) continue;
          if (next.value === 'verified' && status !== 'verified') expect(status).toBe('resolved');
          if (next.value === 'closed') expect(['resolved', 'verified']).toContain(status);
          if (next.value === 'new') expect(status).toBe('new');
          if (!isOpen(status) && isOpen(next.value)) expect(['reopen', 'customer_wrote']).toContain(action);
          status = next.value;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
