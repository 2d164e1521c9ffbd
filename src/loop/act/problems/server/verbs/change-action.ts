// Changes a corrective action. What it is expected to do was said beforehand and stays once it went live.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { ExpectedEffect } from '../../core/problem.contract.ts';
import { actionChanged } from '../../core/problem-events.contract.ts';
import { lockAction, type StoredAction, saveAction } from '../action.store.ts';
import { refuseExpected } from '../check-expected.ts';
import { refuseUnknown, type UnknownNamed } from '../check-named.ts';
import { lockProblem, saveProblem } from '../problem.store.ts';
import { dayOf, planReview } from '../review.jobs.ts';

export interface ChangeActionInput {
  problemId: string;
  actionId: string;
  title?: string | undefined;
  change?: string | null | undefined;
  ownerId?: string | null | undefined;
  dueOn?: string | null | undefined;
  reviewOn?: string | undefined;
  expected?: ExpectedEffect | undefined;
}

export async function changeAction(
  tx: Tx,
  env: Env,
  input: ChangeActionInput,
): Promise<
  Result<
    { id: string },
    | 'forbidden'
    | 'not_found'
    | 'action_not_planned'
    | 'action_withdrawn'
    | 'invalid_review_day'
    | 'missing_measure'
    | UnknownNamed
  >
> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const problem = await lockProblem(tx, input.problemId);
  const row = problem && (await lockAction(tx, input.actionId));
  const unknown =
    (await refuseUnknown(tx, { memberIds: [input.ownerId] })) ?? (await refuseExpected(tx, input.expected));
  const today = await dayOf(tx, env.now);
  // decide
  if (!row || row.problem_id !== input.problemId) return refuse('not_found');
  if (unknown) return unknown;
  if (row.state === 'withdrawn') return refuse('action_withdrawn');
  if (input.expected && row.state !== 'planned') return refuse('action_not_planned');
  const moved = input.reviewOn !== undefined && input.reviewOn !== row.review_on;
  if (moved && row.state !== 'planned' && input.reviewOn! <= today) return refuse('invalid_review_day');
  const { problemId, actionId, ...fields } = input;
  const names = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (names.length === 0) return ok({ id: row.problem_id });
  // save
  await saveAction(
    tx,
    row.id,
    {
      title: input.title,
      change: input.change,
      owner_id: input.ownerId,
      due_on: input.dueOn,
      review_on: input.reviewOn,
      expected: input.expected,
      review_told_at: moved ? null : undefined,
    } as Partial<StoredAction>,
    env.now,
  );
  if (moved && row.state === 'done') await planReview(tx, { id: row.id, review_on: input.reviewOn! }, env.now);
  await saveProblem(tx, row.problem_id, {}, env.now);
  // tell
  const title = input.title ?? row.title;
  await tell(tx, env, actionChanged, { subject: row.problem_id, data: { problemId, actionId, title, names } });
  return ok({ id: row.problem_id });
}
