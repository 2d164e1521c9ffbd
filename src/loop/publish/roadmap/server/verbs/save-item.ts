// Writes an item of the roadmap, new or changed; nobody outside sees a new one.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { MAX_ITEMS, type RoadmapDraft, type RoadmapItem, roadmapChanged } from '../../core/roadmap.contract.ts';
import { placeBetween } from '../../core/stage-of.ts';
import { labelsOf } from '../link-labels.reads.ts';
import { readItem } from '../roadmap.reads.ts';
import { insertItem, lockItem, lockRoadmap, placesAround, updateItem } from '../roadmap.store.ts';

/** @param itemId null for a new one; a changed one keeps its stage */
export async function saveItem(
  env: Env,
  itemId: string | null,
  draft: RoadmapDraft,
): Promise<Result<RoadmapItem, 'forbidden' | 'not_found' | 'unknown_link' | 'roadmap_full'>> {
  // permit
  if (!may(env.actor, 'roadmap.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const items = await lockRoadmap(tx);
    const before = itemId === null ? null : await lockItem(tx, itemId);
    const labels = await labelsOf(tx, draft.links);
    // decide
    if (before === undefined) return refuse('not_found');
    if (before === null && items >= MAX_ITEMS) return refuse('roadmap_full');
    const lost = draft.links.findIndex((link) => !labels.has(`${link.kind} ${link.id}`));
    if (lost >= 0) return refuse('unknown_link', [{ path: `links.${lost}`, code: 'unknown_link' }]);
    // save
    const id = itemId ?? newId('rmi');
    if (before) await updateItem(tx, id, draft, env.actor.name, env.now);
    else {
      const around = (await placesAround(tx, draft.stage, null, id))!;
      const position = placeBetween(around.before, around.after);
      await insertItem(tx, { ...draft, id, position }, env.actor.name, env.now);
    }
    // tell
    const stage = before?.stage ?? draft.stage;
    await tell(tx, env, roadmapChanged, {
      subject: id,
      data: { itemId: id, what: before ? 'edited' : 'created', stage },
    });
    return ok((await readItem(tx, id))!);
  });
}
