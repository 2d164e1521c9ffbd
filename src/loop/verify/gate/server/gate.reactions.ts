// The gate listens with one ear, so that what happened is heard in the order it happened.
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { envInside } from '../../../act/cases/server/door.ts';
import { feedbackJudged } from '../../../understand/judgement/core/judgement.contract.ts';
import { HEARD } from './follow-cases.ts';
import { noteRepeats } from './verbs/note-repeats.ts';

export function gateReactions(): Reaction[] {
  return [
    {
      name: 'gate.follow',
      on: [...Object.keys(HEARD), feedbackJudged.type],
      most: 50,
      async run({ tx, events, now }) {
        const env = envInside(tx, now, 'gate');
        for (const event of events) {
          if (event.type === feedbackJudged.type) {
            await noteRepeats(tx, env, feedbackJudged.data.parse(event.data).feedbackIds);
          } else if (event.subject !== null) {
            await HEARD[event.type]?.(tx, env, event, event.subject);
          }
        }
      },
    },
  ];
}
