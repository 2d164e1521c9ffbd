// Links what a customer says again in nearly the same words, after judging and out of its way.
import { appendEvents } from '../../../../platform/events/event.store.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { feedbackJudged } from '../../judgement/core/judgement.contract.ts';
import { feedbackLinked } from '../core/duplicate.contract.ts';
import { linkNear } from './link-near.ts';

/** Hears of judged feedback; a re-judgement changes no words and is passed over. */
export function duplicateReactions(): Reaction[] {
  return [
    {
      name: 'duplicates.near',
      on: [feedbackJudged.type],
      most: 5,
      async run({ tx, events, now }) {
        const fresh = events.map((event) => feedbackJudged.data.parse(event.data)).filter((data) => !data.again);
        const links = await linkNear(
          tx,
          fresh.flatMap((data) => data.feedbackIds),
          now,
        );
        await appendEvents(
          tx,
          links.map(({ feedbackId, duplicateOfId, kind }) => ({
            type: feedbackLinked.type,
            subject: feedbackId,
            data: { duplicateOfId, kind },
            actor: { kind: 'system', id: 'system', name: 'duplicates' },
            at: now,
          })),
        );
      },
    },
  ];
}
