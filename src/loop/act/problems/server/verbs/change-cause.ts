// Changes a cause: its words, its evidence, its bone, or whether it is confirmed or refuted.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { childrenOf } from '../../core/cause-tree.ts';
import { problemCauseChanged } from '../../core/problem-events.contract.ts';
import type { CauseStanding } from '../../core/problem-words.contract.ts';
import { categoriesOf } from '../cause.reads.ts';
import { causesOf, moveBelow, type StoredCause, saveCause } from '../cause.store.ts';
import { refuseUnknown, type UnknownNamed } from '../check-named.ts';
import { lockProblem, saveProblem } from '../problem.store.ts';

export interface ChangeCauseInput {
  problemId: string;
  causeId: string;
  text?: string | undefined;
  standing?: CauseStanding | undefined;
  note?: string | null | undefined;
  category?: string | undefined;
  feedbackIds?: string[] | undefined;
  caseIds?: string[] | undefined;
}

export async function changeCause(
  tx: Tx,
  env: Env,
  input: ChangeCauseInput,
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'unknown_category' | UnknownNamed>> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const row = await lockProblem(tx, input.problemId);
  const causes = row ? await causesOf(tx, row.id) : [];
  const cause = causes.find((one) => one.id === input.causeId);
  const categories = await categoriesOf(tx);
  const unknown = await refuseUnknown(tx, { feedbackIds: input.feedbackIds, caseIds: input.caseIds });
  // decide
  if (!row || !cause) return refuse('not_found');
  if (unknown) return unknown;
  // Only a cause on a bone changes bones; what hangs below goes along.
  const category = cause.parentId === null ? input.category : undefined;
  if (category !== undefined && !categories.some((one) => one.key === category)) return refuse('unknown_category');
  // save
  await saveCause(
    tx,
    cause.id,
    {
      text: input.text,
      standing: input.standing,
      note: input.note,
      feedback_ids: input.feedbackIds,
      case_ids: input.caseIds,
    } as Partial<StoredCause>,
    env.now,
  );
  if (category !== undefined) await moveBelow(tx, below(causes, cause.id), category);
  await saveProblem(tx, row.id, {}, env.now);
  // tell
  const data = { text: input.text ?? cause.text, standing: input.standing ?? cause.standing };
  await tell(tx, env, problemCauseChanged, {
    subject: row.id,
    data: { problemId: row.id, causeId: cause.id, what: 'changed', ...data },
  });
  return ok({ id: row.id });
}

function below(causes: readonly StoredCause[], id: string): string[] {
  const children = childrenOf(causes);
  const found = [id];
  for (let at = 0; at < found.length; at += 1) found.push(...(children.get(found[at]!) ?? []).map((one) => one.id));
  return found;
}
