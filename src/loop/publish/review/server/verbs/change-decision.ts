// Changes a decision or settles it; what is dropped says why, so that the next meeting can ask.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type DecisionState, reviewDecided } from '../../core/review.contract.ts';
import { areMembers } from '../review.reads.ts';
import { lockDecision, saveDecision } from '../review.store.ts';

export async function changeDecision(
  env: Env,
  input: {
    id: string;
    text?: string | undefined;
    ownerId?: string | null | undefined;
    dueOn?: string | null | undefined;
    state?: DecisionState | undefined;
    note?: string | null | undefined;
  },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'unknown_member' | 'reason_needed'>> {
  // permit
  if (!may(env.actor, 'review.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const decision = await lockDecision(tx, input.id);
    if (!decision) return refuse('not_found');
    // decide
    if (input.ownerId && !(await areMembers(tx, [input.ownerId]))) return refuse('unknown_member');
    const state = input.state ?? decision.state;
    const note = input.note === undefined ? decision.note : input.note || null;
    if (state === 'dropped' && !note) return refuse('reason_needed');
    // save
    await saveDecision(
      tx,
      decision.id,
      { text: input.text, ownerId: input.ownerId, dueOn: input.dueOn, state, note },
      env.now,
    );
    // tell
    const data = { packId: decision.packId, decisionId: decision.id };
    await tell(tx, env, reviewDecided, { subject: decision.packId, data });
    return ok({ id: decision.id });
  });
}
