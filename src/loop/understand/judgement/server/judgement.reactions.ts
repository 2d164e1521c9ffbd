// Judges what the gate let in.

import { appendEvents } from '../../../../platform/events/event.store.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { feedbackReceived } from '../../../collect/intake/core/feedback-events.contract.ts';
import { feedbackJudged } from '../core/judgement.contract.ts';
import { engineFor, type JudgingDeps } from './engine-of-shop.ts';
import { judgeNew } from './verbs/judge-new.ts';

const ACTOR = { kind: 'system', id: 'system', name: 'judgement' } as const;

/** The reaction that judges every feedback as it is received. */
export function judgementReactions(deps: JudgingDeps): Reaction[] {
  return [
    {
      name: 'judgement.judge',
      on: [feedbackReceived.type],
      // Up to 1,000 feedback an event: a short transaction keeps other reactions and corrections from waiting.
      most: 5,
      async run({ tx, events, now }) {
        const ids = events.flatMap((event) => feedbackReceived.data.parse(event.data).feedbackIds);
        const engine = await engineFor(deps, tx);
        await judgeNew(tx, engine, ids, now, (feedbackIds) =>
          appendEvents(tx, [
            {
              type: feedbackJudged.type,
              subject: null,
              data: { feedbackIds, engine: engine.version, again: false },
              actor: ACTOR,
              at: now,
            },
          ]),
        );
      },
    },
  ];
}
