// The states of a problem and of a corrective action as tables: where each deed leads, or the named reason why not.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { ActionState, ProblemState } from './problem-words.contract.ts';

/** What members do with a problem. `judged_improved` happens by itself once every fix was seen to work. */
export const PROBLEM_DEEDS = ['analyse', 'act', 'watch', 'solve', 'close', 'reopen', 'judged_improved'] as const;
export type ProblemDeed = (typeof PROBLEM_DEEDS)[number];

export const PROBLEM_STATE_REFUSALS = [
  'already_analysing',
  'already_acting',
  'already_watching',
  'already_solved',
  'already_closed',
  'problem_settled',
  'problem_not_settled',
] as const;
export type ProblemStateRefusal = (typeof PROBLEM_STATE_REFUSALS)[number];

type Outcome = ProblemState | { no: ProblemStateRefusal };
const no = (reason: ProblemStateRefusal): Outcome => ({ no: reason });

const working = (state: 'open' | 'analysing' | 'acting' | 'watching'): Record<ProblemDeed, Outcome> => ({
  analyse: state === 'analysing' ? no('already_analysing') : 'analysing',
  act: state === 'acting' ? no('already_acting') : 'acting',
  watch: state === 'watching' ? no('already_watching') : 'watching',
  solve: 'solved',
  // What proved to be no problem is closed without having been solved.
  close: 'closed',
  reopen: no('problem_not_settled'),
  judged_improved: 'solved',
});

const settled = (already: ProblemStateRefusal, close: Outcome): Record<ProblemDeed, Outcome> => ({
  analyse: no('problem_settled'),
  act: no('problem_settled'),
  watch: no('problem_settled'),
  solve: no(already),
  close,
  reopen: 'analysing',
  judged_improved: no(already),
});

export const PROBLEM_TABLE: Record<ProblemState, Record<ProblemDeed, Outcome>> = {
  open: working('open'),
  analysing: working('analysing'),
  acting: working('acting'),
  watching: working('watching'),
  solved: settled('already_solved', 'closed'),
  closed: settled('already_closed', no('already_closed')),
};

/** The state a deed leads to, or why it may not happen. */
export function nextProblemState(state: ProblemState, deed: ProblemDeed): Result<ProblemState, ProblemStateRefusal> {
  const outcome = PROBLEM_TABLE[state][deed];
  return typeof outcome === 'string' ? ok(outcome) : refuse(outcome.no);
}

/** The deeds a member may choose now, in the order of work. */
export function offeredDeeds(state: ProblemState): Exclude<ProblemDeed, 'judged_improved'>[] {
  const deeds = PROBLEM_DEEDS.filter((deed) => deed !== 'judged_improved');
  return deeds.filter((deed) => typeof PROBLEM_TABLE[state][deed] === 'string');
}

/** Whether somebody still works on it. */
export function isLive(state: ProblemState): boolean {
  return state !== 'solved' && state !== 'closed';
}

export const ACTION_DEEDS = ['finish', 'confirm', 'withdraw'] as const;
export type ActionDeed = (typeof ACTION_DEEDS)[number];

export const ACTION_STATE_REFUSALS = ['action_not_planned', 'action_not_done', 'action_withdrawn'] as const;
export type ActionStateRefusal = (typeof ACTION_STATE_REFUSALS)[number];

/** `finish`: it went live; `confirm`: it worked; `withdraw`: it is not done, or was undone. */
export const ACTION_TABLE: Record<ActionState, Record<ActionDeed, ActionState | { no: ActionStateRefusal }>> = {
  planned: { finish: 'done', confirm: { no: 'action_not_done' }, withdraw: 'withdrawn' },
  done: { finish: { no: 'action_not_planned' }, confirm: 'effective', withdraw: 'withdrawn' },
  effective: { finish: { no: 'action_not_planned' }, confirm: { no: 'action_not_done' }, withdraw: 'withdrawn' },
  withdrawn: {
    finish: { no: 'action_withdrawn' },
    confirm: { no: 'action_withdrawn' },
    withdraw: { no: 'action_withdrawn' },
  },
};

export function nextActionState(state: ActionState, deed: ActionDeed): Result<ActionState, ActionStateRefusal> {
  const outcome = ACTION_TABLE[state][deed];
  return typeof outcome === 'string' ? ok(outcome) : refuse(outcome.no);
}

/** Whether everything done against a problem is known to have worked; withdrawn actions are left out, none at all is not enough. */
export function allWorked(actions: readonly { state: ActionState }[]): boolean {
  const kept = actions.filter((one) => one.state !== 'withdrawn');
  return kept.length > 0 && kept.every((one) => one.state === 'effective');
}
