// Plans a corrective action: what changes, what it is expected to do, and the day on which that is looked at.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { ExpectedEffect } from '../../core/problem.contract.ts';
import { isLive } from '../../core/problem.state.ts';
import { actionAdded } from '../../core/problem-events.contract.ts';
import { actionsOf, insertAction } from '../action.store.ts';
import { refuseExpected } from '../check-expected.ts';
import { refuseUnknown, type UnknownNamed } from '../check-named.ts';
import { lockProblem, saveProblem } from '../problem.store.ts';

export interface AddActionInput {
  problemId: string;
  title: string;
  change?: string | null | undefined;
  ownerId?: string | null | undefined;
  dueOn?: string | null | undefined;
  reviewOn: string;
  expected: ExpectedEffect;
}

const MOST_ACTIONS = 50;

export async function addAction(
  tx: Tx,
  env: Env,
  input: AddActionInput,
): Promise<
  Result<
    { id: string },
    'forbidden' | 'not_found' | 'problem_settled' | 'too_many_actions' | 'missing_measure' | UnknownNamed
  >
> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const row = await lockProblem(tx, input.problemId);
  const actions = row ? await actionsOf(tx, row.id) : [];
  const unknown =
    (await refuseUnknown(tx, { memberIds: [input.ownerId] })) ?? (await refuseExpected(tx, input.expected));
  // decide
  if (!row) return refuse('not_found');
  if (unknown) return unknown;
  if (!isLive(row.state)) return refuse('problem_settled');
  if (actions.length >= MOST_ACTIONS) return refuse('too_many_actions');
  // save
  const id = newId('act');
  await insertAction(
    tx,
    {
      id,
      problem_id: row.id,
      title: input.title,
      change: input.change ?? null,
      owner_id: input.ownerId ?? null,
      due_on: input.dueOn ?? null,
      expected: input.expected,
      review_on: input.reviewOn,
    },
    env.now,
  );
  await saveProblem(tx, row.id, {}, env.now);
  // tell
  await tell(tx, env, actionAdded, {
    subject: row.id,
    data: { problemId: row.id, actionId: id, title: input.title },
  });
  return ok({ id: row.id });
}
