// One next step for every state a case can be in.
import { describe, expect, it } from 'vitest';
import type { ClockView } from '../../clocks/core/clock.contract.ts';
import { CASE_STATUSES, type CaseView } from '../core/case.contract.ts';
import { offeredActions } from '../core/case.status.ts';
import { nextStep } from './next-step.ts';

const all = { work: true, reply: true, close: true };
const owner = { id: 'mem_1', name: 'Lin' };
const running = { kind: 'nrt', state: 'active' } as ClockView;
function facts(status: CaseView['status'], more: Partial<CaseView> = {}) {
  return {
    status,
    owner: null,
    firstReplyAt: null,
    clocks: [],
    actions: offeredActions(status),
    mergedIntoId: null,
    ...more,
  };
}

describe('the next step', () => {
  it.each([
    ['a new case wants an owner', facts('new'), 'assign_me'],
    ['an owned one an answer', facts('open', { owner }), 'reply'],
    ['a new message an answer again', facts('open', { owner, firstReplyAt: 'x', clocks: [running] }), 'reply'],
    ['an answered one to be settled', facts('open', { owner, firstReplyAt: 'x' }), 'resolve'],
    ['one that waits for the customer too', facts('pending', { owner }), 'resolve'],
    ['one on hold to go on', facts('on_hold', { owner }), 'continue'],
    ['a resolved one to be verified', facts('resolved', { owner }), 'verify'],
    ['a verified one nothing', facts('verified', { owner }), 'watch'],
    ['a merged one to be found', facts('open', { mergedIntoId: 'case_2' }), 'open_merged'],
  ] as const)('%s', (_, given, step) => expect(nextStep(given, all)).toBe(step));

  it('asks nothing of those who may only look', () => {
    for (const status of CASE_STATUSES)
      expect(nextStep(facts(status), { work: false, reply: false, close: false })).toBe('watch');
  });

  it('asks an agent not to verify', () =>
    expect(nextStep(facts('resolved'), { work: true, reply: true, close: false })).toBe('watch'));
});
