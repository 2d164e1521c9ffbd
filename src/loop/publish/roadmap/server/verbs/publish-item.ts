// Shows an item to everybody, or takes it off the public pages.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type RoadmapItem, roadmapChanged } from '../../core/roadmap.contract.ts';
import { readItem } from '../roadmap.reads.ts';
import { lockItem, savePublished } from '../roadmap.store.ts';

/** Publishing is for people: the product never does it by itself. Doing the same twice changes nothing. */
export async function publishItem(
  env: Env,
  input: { itemId: string; shown: boolean },
): Promise<Result<RoadmapItem, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'report.publish') || env.actor.kind === 'system') return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const item = await lockItem(tx, input.itemId);
    // decide
    if (!item) return refuse('not_found');
    if (item.isPublic === input.shown) return ok((await readItem(tx, item.id))!);
    // save
    await savePublished(tx, item.id, input.shown ? env.actor.name : null, env.now);
    // tell
    const data = {
      itemId: item.id,
      what: input.shown ? ('published' as const) : ('hidden' as const),
      stage: item.stage,
    };
    await tell(tx, env, roadmapChanged, { subject: item.id, data });
    return ok((await readItem(tx, item.id))!);
  });
}
