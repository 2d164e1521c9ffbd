// What effects do when a corrective action goes live, gets another review day, or is withdrawn.
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { envInside } from '../../../act/cases/server/door.ts';
import { actionChanged, actionDone, actionWithdrawn } from '../../../act/problems/core/problem-events.contract.ts';
import { actionForMeasuring } from '../../../act/problems/server/door.ts';
import { effectPlan } from '../core/effect.contract.ts';
import { insertPlan, lockPlan, saveReviewDay, saveWatching } from './effect.store.ts';
import { askMeasure } from './verbs/ask-measure.ts';

export function effectReactions(): Reaction[] {
  return [
    {
      name: 'effects.watch_actions',
      on: [actionDone.type, actionChanged.type, actionWithdrawn.type],
      async run({ tx, events, now }) {
        const env = envInside(tx, now, 'effects');
        for (const event of events) {
          const { actionId } = (event.data ?? {}) as { actionId?: string };
          const action = actionId ? await actionForMeasuring(tx, actionId) : undefined;
          if (!action?.effectiveOn) continue;
          const { id, problemId, expected, effectiveOn, reviewOn } = action;
          if (action.state === 'withdrawn') {
            await saveWatching(tx, id, false);
            continue;
          }
          const { measure, direction, size } = expected;
          const plan = effectPlan.parse({ measure, direction, size });
          const row = { action_id: id, problem_id: problemId, effective_on: effectiveOn, review_on: reviewOn };
          const isNew = await insertPlan(tx, { ...row, plan, watching: true }, 'system', now);
          const stored = await lockPlan(tx, id);
          if (!isNew && stored?.review_on === reviewOn) continue;
          await saveReviewDay(tx, id, reviewOn);
          await askMeasure(tx, env, { actionId: id });
        }
      },
    },
  ];
}
