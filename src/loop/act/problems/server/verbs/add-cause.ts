// Adds a cause: on a bone of the fishbone, or as the answer to why another came about.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { DEEPEST, depthOf, MOST_CAUSES } from '../../core/cause-tree.ts';
import { problemCauseChanged } from '../../core/problem-events.contract.ts';
import type { CauseStanding } from '../../core/problem-words.contract.ts';
import { categoriesOf } from '../cause.reads.ts';
import { causesOf, insertCause } from '../cause.store.ts';
import { refuseUnknown, type UnknownNamed } from '../check-named.ts';
import { lockProblem, saveProblem } from '../problem.store.ts';

export interface AddCauseInput {
  problemId: string;
  text: string;
  parentId: string | null;
  category?: string | undefined;
  standing?: CauseStanding | undefined;
  note?: string | null | undefined;
  feedbackIds?: string[] | undefined;
  caseIds?: string[] | undefined;
}

type Refusal =
  | 'forbidden'
  | 'not_found'
  | 'unknown_cause'
  | 'unknown_category'
  | 'cause_too_deep'
  | 'too_many_causes'
  | UnknownNamed;

export async function addCause(tx: Tx, env: Env, input: AddCauseInput): Promise<Result<{ id: string }, Refusal>> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const row = await lockProblem(tx, input.problemId);
  const causes = row ? await causesOf(tx, row.id) : [];
  const categories = await categoriesOf(tx);
  const unknown = await refuseUnknown(tx, { feedbackIds: input.feedbackIds, caseIds: input.caseIds });
  // decide
  if (!row) return refuse('not_found');
  if (unknown) return unknown;
  const parent = causes.find((one) => one.id === input.parentId);
  if (input.parentId !== null && !parent) return refuse('unknown_cause');
  const category = parent?.category ?? input.category;
  if (!category || (!parent && !categories.some((one) => one.key === category))) return refuse('unknown_category');
  if (causes.length >= MOST_CAUSES) return refuse('too_many_causes');
  if (depthOf(causes, input.parentId) >= DEEPEST) return refuse('cause_too_deep');
  // save
  const id = newId('cause');
  const standing = input.standing ?? 'suspected';
  await insertCause(
    tx,
    {
      id,
      problem_id: row.id,
      parentId: input.parentId,
      category,
      text: input.text,
      standing,
      note: input.note ?? null,
      feedback_ids: input.feedbackIds ?? [],
      case_ids: input.caseIds ?? [],
    },
    env.now,
  );
  await saveProblem(tx, row.id, {}, env.now);
  // tell
  await tell(tx, env, problemCauseChanged, {
    subject: row.id,
    data: { problemId: row.id, causeId: id, what: 'added', text: input.text, standing },
  });
  return ok({ id: row.id });
}
