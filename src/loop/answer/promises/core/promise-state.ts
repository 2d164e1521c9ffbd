// What can become of a promise, as a table.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { PromiseState } from './promise.contract.ts';

export type PromiseDeed = 'confirm' | 'keep' | 'miss' | 'withdraw' | 'move';
type Refusal = 'not_proposed' | 'not_made' | 'already_settled';

const TABLE: Record<PromiseState, Partial<Record<PromiseDeed, PromiseState>>> = {
  proposed: { confirm: 'made', withdraw: 'withdrawn' },
  made: { keep: 'kept', miss: 'missed', withdraw: 'withdrawn', move: 'made' },
  // Late is late, but a promise can still be kept; another date makes it a promise again.
  missed: { keep: 'kept', withdraw: 'withdrawn', move: 'made' },
  kept: {},
  withdrawn: {},
};

const NO: Record<PromiseDeed, Refusal> = {
  confirm: 'not_proposed',
  keep: 'not_made',
  miss: 'not_made',
  withdraw: 'already_settled',
  move: 'not_made',
};

export function nextState(from: PromiseState, deed: PromiseDeed): Result<PromiseState, Refusal> {
  const to = TABLE[from][deed];
  return to ? ok(to) : refuse(NO[deed]);
}
