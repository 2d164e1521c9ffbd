// Changes what a problem says, who owns it and who works on it.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { problemChanged } from '../../core/problem-events.contract.ts';
import type { Severity } from '../../core/problem-words.contract.ts';
import { refuseUnknown, type UnknownNamed } from '../check-named.ts';
import { lockProblem, saveMembers, saveProblem } from '../problem.store.ts';

export interface ProblemChange {
  problemId: string;
  title?: string | undefined;
  statement?: string | null | undefined;
  severity?: Severity | undefined;
  ownerId?: string | null | undefined;
  memberIds?: string[] | undefined;
  themes?: string[] | undefined;
  productIds?: string[] | undefined;
}

export async function changeProblem(
  tx: Tx,
  env: Env,
  input: ProblemChange,
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | UnknownNamed>> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const row = await lockProblem(tx, input.problemId);
  const unknown = await refuseUnknown(tx, {
    memberIds: [...(input.memberIds ?? []), input.ownerId],
    themes: input.themes,
    productIds: input.productIds,
  });
  // decide
  if (!row) return refuse('not_found');
  if (unknown) return unknown;
  const { problemId, ...fields } = input;
  const names = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (names.length === 0) return ok({ id: row.id });
  // save
  await saveProblem(
    tx,
    row.id,
    {
      title: input.title,
      statement: input.statement,
      severity: input.severity,
      owner_id: input.ownerId,
      themes: input.themes && [...new Set(input.themes)],
      product_ids: input.productIds && [...new Set(input.productIds)],
    } as Parameters<typeof saveProblem>[2],
    env.now,
  );
  if (input.memberIds) await saveMembers(tx, row.id, [...new Set(input.memberIds)]);
  // tell
  await tell(tx, env, problemChanged, { subject: row.id, data: { problemId, names } });
  return ok({ id: row.id });
}
