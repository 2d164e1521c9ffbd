// Decides whether a reporter may say now that it is solved, or that it is not.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { PublicStage } from '../../../act/cases/core/case.contract.ts';

/** @param input.before what he said of this resolution earlier */
export function mayJudge(input: {
  stage: PublicStage;
  before: boolean | null;
  solved: boolean;
}): Result<'new' | 'nothing_new', 'not_resolved'> {
  const settled = input.stage === 'resolved' || input.stage === 'verified';
  // A second press of "no" finds the case open again: what he asked for has been done.
  if (!settled) return input.solved ? refuse('not_resolved') : ok('nothing_new');
  return ok(input.before === input.solved ? 'nothing_new' : 'new');
}
