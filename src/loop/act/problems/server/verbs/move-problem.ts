// Moves a problem on through its states; solving by hand, closing unsolved and reopening want a reason.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { nextProblemState, type ProblemDeed, type ProblemStateRefusal } from '../../core/problem.state.ts';
import { problemReopened, problemSolved, problemStateChanged } from '../../core/problem-events.contract.ts';
import { lockProblem, type StoredProblem, saveProblem } from '../problem.store.ts';

export async function moveProblem(
  tx: Tx,
  env: Env,
  input: { problemId: string; deed: ProblemDeed; reason: string | null },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'missing_reason' | ProblemStateRefusal>> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const row = await lockProblem(tx, input.problemId);
  // decide
  if (!row) return refuse('not_found');
  const next = nextProblemState(row.state, input.deed);
  if (!next.ok) return next;
  if (input.reason === null && wantsReason(row, input.deed)) return refuse('missing_reason');
  const how = input.deed === 'judged_improved' ? 'measured' : 'by_hand';
  // save
  const solved = next.value === 'solved';
  await saveProblem(
    tx,
    row.id,
    {
      state: next.value,
      state_at: env.now,
      ...(solved ? { solved_at: env.now, solved_how: how, solved_reason: input.reason } : {}),
      ...(next.value === 'closed' ? { closed_at: env.now } : {}),
      ...(input.deed === 'reopen'
        ? {
            solved_at: null,
            solved_how: null,
            solved_reason: null,
            closed_at: null,
            reopened_count: row.reopened_count + 1,
          }
        : {}),
    },
    env.now,
  );
  // tell
  const said = { problemId: row.id, reason: input.reason };
  await tell(tx, env, problemStateChanged, { subject: row.id, data: { ...said, from: row.state, to: next.value } });
  if (solved) await tell(tx, env, problemSolved, { subject: row.id, data: { ...said, how } });
  if (input.deed === 'reopen') await tell(tx, env, problemReopened, { subject: row.id, data: said });
  return ok({ id: row.id });
}

function wantsReason(row: StoredProblem, deed: ProblemDeed): boolean {
  return deed === 'solve' || deed === 'reopen' || (deed === 'close' && row.state !== 'solved');
}
