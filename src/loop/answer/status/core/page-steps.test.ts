import { describe, expect, it } from 'vitest';
import type { PublicStage } from '../../../act/cases/core/case.contract.ts';
import { type HistoryEntry, publicSteps } from './page-steps.ts';

const at = (minute: number, type: string, to?: string): HistoryEntry => ({ type, data: { to }, atMs: minute });
const line = (now: PublicStage, history: HistoryEntry[]) =>
  publicSteps(0, now, history).map((step) => `${step.stage}@${step.atMs ?? '-'}`);

describe('steps of the status page', () => {
  it('begins with what was received and shows what comes', () => {
    expect(line('received', [])).toEqual(['received@0', 'in_progress@-', 'resolved@-', 'verified@-']);
  });

  it('follows the case, each stage once in a row', () => {
    expect(
      line('resolved', [
        at(1, 'case.triaged'),
        at(2, 'case.status_changed', 'open'),
        at(3, 'case.status_changed', 'pending'),
        at(4, 'case.status_changed', 'open'),
        at(5, 'case.status_changed', 'on_hold'),
        at(6, 'case.resolved'),
        at(6, 'case.status_changed', 'resolved'),
      ]),
    ).toEqual(['received@0', 'in_progress@1', 'waiting_for_you@3', 'in_progress@4', 'resolved@6', 'verified@-']);
  });

  it('shows a reopening as work again', () => {
    expect(line('in_progress', [at(1, 'case.resolved'), at(2, 'case.reopened')])).toEqual([
      'received@0',
      'resolved@1',
      'in_progress@2',
      'resolved@-',
      'verified@-',
    ]);
  });

  it('always ends its done steps where the case is, whatever the history says', () => {
    expect(line('waiting_for_you', [])).toEqual(['received@0', 'waiting_for_you@0', 'resolved@-', 'verified@-']);
    expect(line('verified', [at(1, 'case.resolved'), at(9, 'case.closed'), at(9, 'case.verified')])).toEqual([
      'received@0',
      'resolved@1',
      'verified@9',
    ]);
  });

  it('keeps a long history short', () => {
    const flips = Array.from({ length: 40 }, (_, index) =>
      at(index + 1, 'case.status_changed', index % 2 ? 'open' : 'pending'),
    );
    const steps = publicSteps(0, 'in_progress', flips);
    expect(steps.filter((step) => step.atMs !== null)).toHaveLength(7);
    expect(steps[0]).toEqual({ stage: 'received', atMs: 0 });
    expect(steps.findLast((step) => step.atMs !== null)).toEqual({ stage: 'in_progress', atMs: 40 });
  });

  it('never goes back in time and survives odd data', () => {
    expect(line('in_progress', [{ type: 'case.status_changed', data: null, atMs: 5 }, at(-9, 'case.triaged')])).toEqual(
      ['received@0', 'in_progress@0', 'resolved@-', 'verified@-'],
    );
  });
});
