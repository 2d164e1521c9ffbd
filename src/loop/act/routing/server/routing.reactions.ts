// On judged feedback: the rules decide, batch by batch, and cases are opened or joined.
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { feedbackJudged, judgementCorrected } from '../../../understand/judgement/core/judgement.contract.ts';
import { envInside } from '../../cases/server/door.ts';
import { routeFeedback } from './verbs/route-feedback.ts';

/** One round of statements takes so many feedback; more would hold their rows in memory for no gain. */
const AT_ONCE = 2000;

export function routingReactions(): Reaction[] {
  return [
    {
      name: 'routing.open_cases',
      on: [feedbackJudged.type],
      async run({ tx, events, now }) {
        const env = envInside(tx, now, 'rules');
        const judged = events.map((event) => feedbackJudged.data.parse(event.data));
        for (const again of [false, true]) {
          const ids = judged.filter((data) => data.again === again).flatMap((data) => data.feedbackIds);
          for (let start = 0; start < ids.length; start += AT_ONCE) {
            // A better engine may find what an older one missed; only what is urgent is worth a case in hindsight.
            await routeFeedback(tx, env, { feedbackIds: ids.slice(start, start + AT_ONCE), onlyUrgent: again });
          }
        }
      },
    },
    {
      name: 'routing.heed_corrections',
      on: [judgementCorrected.type],
      async run({ tx, events, now }) {
        const ids = [...new Set(events.map((event) => judgementCorrected.data.parse(event.data).feedbackId))];
        await routeFeedback(tx, envInside(tx, now, 'rules'), { feedbackIds: ids, onlyUrgent: false });
      },
    },
  ];
}
