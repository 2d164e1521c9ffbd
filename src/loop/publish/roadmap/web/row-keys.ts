// What a key on a row of the roadmap means: another place in its stage, or the stage before or after.
import { ROADMAP_STAGES, type RoadmapItem, type RoadmapStage } from '../core/roadmap.contract.ts';

export type Step = 'up' | 'down' | 'forward' | 'back';

const KEYS: Record<string, Step> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'forward', ArrowLeft: 'back' };

/** With Shift, so that reading with the arrows moves nothing. */
export function stepOfKey(event: { key: string; shiftKey: boolean }): Step | null {
  return event.shiftKey ? (KEYS[event.key] ?? null) : null;
}

/** @returns where the item goes; null at an end */
export function stepOf(
  stage: readonly Pick<RoadmapItem, 'id' | 'stage'>[],
  item: Pick<RoadmapItem, 'id' | 'stage'>,
  step: Step,
): { stage: RoadmapStage; before: string | null } | null {
  if (step === 'forward' || step === 'back') {
    const next = ROADMAP_STAGES[ROADMAP_STAGES.indexOf(item.stage) + (step === 'forward' ? 1 : -1)];
    return next ? { stage: next, before: null } : null;
  }
  const index = stage.findIndex((one) => one.id === item.id);
  if (step === 'up') return index <= 0 ? null : { stage: item.stage, before: stage[index - 1]!.id };
  if (index < 0 || index >= stage.length - 1) return null;
  return { stage: item.stage, before: stage[index + 2]?.id ?? null };
}
