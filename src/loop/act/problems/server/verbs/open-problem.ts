// Opens a problem by hand: the one cause suspected behind cases, feedback or a theme.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { problemOpened } from '../../core/problem-events.contract.ts';
import type { Severity } from '../../core/problem-words.contract.ts';
import { refuseUnknown, type UnknownNamed } from '../check-named.ts';
import { gatherCases, isRefused } from '../gather-cases.ts';
import { insertCases, insertProblem, insertVoices, nextNumber, saveMembers } from '../problem.store.ts';

export interface OpenProblemInput {
  title: string;
  statement: string | null;
  severity: Severity;
  ownerId: string | null;
  themes: readonly string[];
  productIds: readonly string[];
  caseIds: readonly string[];
  feedbackIds: readonly string[];
}

export async function openProblem(
  tx: Tx,
  env: Env,
  input: OpenProblemInput,
): Promise<Result<{ id: string }, 'forbidden' | UnknownNamed | 'case_in_problem'>> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const unknown = await refuseUnknown(tx, { ...input, caseIds: [], feedbackIds: [], memberIds: [input.ownerId] });
  const gathered = await gatherCases(tx, null, input);
  // decide
  if (unknown) return unknown;
  if (isRefused(gathered)) return gathered;
  const id = newId('prob');
  // save
  const number = await nextNumber(tx);
  const row = {
    id,
    number,
    title: input.title,
    statement: input.statement,
    severity: input.severity,
    owner_id: input.ownerId,
    themes: [...new Set(input.themes)],
    product_ids: [...new Set(input.productIds)],
    opened_by: env.actor.id,
  };
  await insertProblem(tx, row, env.now);
  if (input.ownerId) await saveMembers(tx, id, [input.ownerId]);
  const caseIds = await insertCases(tx, id, gathered.caseIds, env.actor.id, env.now);
  await insertVoices(tx, id, gathered.feedbackIds, env.now);
  // tell
  await tell(tx, env, problemOpened, { subject: id, data: { problemId: id, number, title: input.title, caseIds } });
  return ok({ id });
}
