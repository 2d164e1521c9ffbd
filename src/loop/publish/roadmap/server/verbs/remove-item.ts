// Removes an item nobody outside can see.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { roadmapChanged } from '../../core/roadmap.contract.ts';
import { deleteItem, lockItem } from '../roadmap.store.ts';

export async function removeItem(
  env: Env,
  itemId: string,
): Promise<Result<null, 'forbidden' | 'not_found' | 'still_public'>> {
  // permit
  if (!may(env.actor, 'roadmap.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const item = await lockItem(tx, itemId);
    // decide
    if (!item) return refuse('not_found');
    if (item.isPublic) return refuse('still_public');
    // save
    await deleteItem(tx, itemId);
    // tell
    await tell(tx, env, roadmapChanged, { subject: itemId, data: { itemId, what: 'removed', stage: item.stage } });
    return ok(null);
  });
}
