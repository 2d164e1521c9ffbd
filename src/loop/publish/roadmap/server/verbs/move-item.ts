// Moves an item to a stage and a place; what is done may be told in the changelog at once.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type RoadmapItem, type RoadmapStage, roadmapChanged } from '../../core/roadmap.contract.ts';
import { mayTell, placeBetween } from '../../core/stage-of.ts';
import { readItem } from '../roadmap.reads.ts';
import { insertEntry, lockItem, lockRoadmap, placesAround, saveStage } from '../roadmap.store.ts';

export interface MoveInput {
  itemId: string;
  stage: RoadmapStage;
  /** Stands before this item; at the end when null; where it was when left out and the stage stays. */
  before?: string | null | undefined;
  entry?: { 'zh-CN': string; en: string } | null | undefined;
}

export async function moveItem(
  env: Env,
  input: MoveInput,
): Promise<Result<RoadmapItem, 'forbidden' | 'not_found' | 'entry_not_due'>> {
  // permit
  if (!may(env.actor, 'roadmap.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await lockRoadmap(tx);
    const item = await lockItem(tx, input.itemId);
    if (!item) return refuse('not_found');
    const isNewStage = item.stage !== input.stage;
    const stays = !isNewStage && input.before === undefined;
    const around = await placesAround(tx, input.stage, input.before ?? null, item.id);
    // decide
    if (!around) return refuse('not_found');
    const { entry, stage } = input;
    if (entry && !mayTell(stage)) return refuse('entry_not_due');
    const position = stays ? item.position : placeBetween(around.before, around.after);
    // save
    const by = env.actor.name;
    await saveStage(tx, item.id, { stage, position, isNewStage }, by, env.now);
    const isTold = entry && (entry['zh-CN'] !== '' || entry.en !== '');
    if (isTold && mayTell(stage)) {
      const text = { 'zh-CN': entry['zh-CN'] || entry.en, en: entry.en || entry['zh-CN'] };
      await insertEntry(tx, { id: newId('cle'), itemId: item.id, stage, text }, by, env.now);
    }
    // tell
    await tell(tx, env, roadmapChanged, { subject: item.id, data: { itemId: item.id, what: 'moved', stage } });
    return ok((await readItem(tx, item.id))!);
  });
}
