// Adds an entry to the changelog of an item that is done, or removes one.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type RoadmapItem, roadmapChanged } from '../../core/roadmap.contract.ts';
import { mayTell } from '../../core/stage-of.ts';
import { readItem } from '../roadmap.reads.ts';
import { deleteEntry, insertEntry, lockItem } from '../roadmap.store.ts';

/** @param input.entry words to add, or the id of an entry to remove */
export async function changeEntries(
  env: Env,
  input: { itemId: string; entry: { add: { 'zh-CN': string; en: string } } | { remove: string } },
): Promise<Result<RoadmapItem, 'forbidden' | 'not_found' | 'entry_not_due'>> {
  // permit
  if (!may(env.actor, 'roadmap.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const item = await lockItem(tx, input.itemId);
    // decide
    if (!item) return refuse('not_found');
    const { entry } = input;
    if ('add' in entry && !mayTell(item.stage)) return refuse('entry_not_due');
    // save
    if ('remove' in entry) {
      if ((await deleteEntry(tx, item.id, entry.remove)) === 0) return refuse('not_found');
    } else if (mayTell(item.stage)) {
      const added = { id: newId('cle'), itemId: item.id, stage: item.stage, text: entry.add };
      await insertEntry(tx, added, env.actor.name, env.now);
    }
    // tell
    await tell(tx, env, roadmapChanged, {
      subject: item.id,
      data: { itemId: item.id, what: 'entry', stage: item.stage },
    });
    return ok((await readItem(tx, item.id))!);
  });
}
