// Removes a saved question: one's own, or a shared one by whoever may edit insight.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { insightViewRemoved } from '../../core/insight-events.contract.ts';
import { deleteView, lockView } from '../view.store.ts';

/** Somebody else's own question does not exist for the caller. */
export async function removeInsightView(env: Env, id: string): Promise<Result<null, 'not_found' | 'forbidden'>> {
  // permit
  if (!may(env.actor, 'insight.read')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const view = await lockView(tx, id);
    // decide
    const isMine = view?.memberId === env.actor.id;
    if (!view || (!isMine && !view.shared)) return refuse('not_found');
    if (!isMine && !may(env.actor, 'insight.edit')) return refuse('forbidden');
    // save
    await deleteView(tx, id);
    // tell
    await tell(tx, env, insightViewRemoved, { subject: id, data: {} });
    return ok(null);
  });
}
