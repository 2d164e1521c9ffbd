// Judges what the gate let in.

import { appendEvents } from '../../../../platform/events/event.store.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import type { TextEngine } from '../../../../text/judge.contract.ts';
import { feedbackReceived } from '../../../collect/intake/core/feedback-events.contract.ts';
import { feedbackJudged } from '../core/judgement.contract.ts';
import { judgeNew } from './verbs/judge-new.ts';

const ACTOR = { kind: 'system', id: 'system', name: 'judgement' } as const;

/** The reaction that judges every feedback as it is received. */
export function judgementReactions(deps: { engine: TextEngine }): Reaction[] {
  return [
    {
      name: 'judgement.judge',
      on: [feedbackReceived.type],
      // Up to 1,000 feedback an event: a short transaction keeps other reactions and corrections from waiting.
      most: 5,
      async run({ tx, events, now }) {
        const ids = events.flatMap((event) => feedbackReceived.data.parse(event.data).feedbackIds);
        await judgeNew(tx, deps.engine, ids, now, (feedbackIds) =>
          appendEvents(tx, [
            {
              type: feedbackJudged.type,
              subject: null,
              data: { feedbackIds, engine: deps.engine.version, again: false },
              actor: ACTOR,
              at: now,
            },
          ]),
        );
      },
    },
  ];
}
