// What changes the sums of a day: judged, corrected or linked words, and everything that happens to a case of theirs.
import type { StoredEvent } from '../../../../platform/events/event.store.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { feedbackLinked, feedbackUnlinked } from '../../../understand/duplicates/core/duplicate.contract.ts';
import { feedbackJudged, judgementCorrected } from '../../../understand/judgement/core/judgement.contract.ts';
import { markCases, markDaysWith, markFeedback, markPerson } from './day-marks.store.ts';
import { countFirstTimes } from './first-times.store.ts';

/** News whose subject is a case whose voices may have moved on in the loop. */
const OF_CASES = [
  'case.opened',
  'case.feedback_joined',
  'case.feedback_left',
  'case.status_changed',
  'case.resolved',
  'case.reopened',
  'case.verified',
  'case.closed',
  'case.merged',
  'case.absorbed',
  'case.unmerged',
  'reply.sent',
  'reporters.told',
  'delivery_task.settled',
] as const;
/** News after which other cases may count as told to the world. */
const OF_PUBLISHING = ['report.published', 'report.withdrawn', 'roadmap.changed'] as const;

/** Marks days and counts first times. Two reactions, so that a long import of words does not keep cases waiting. */
export function insightReactions(): Reaction[] {
  return [
    {
      name: 'insight.words',
      on: [
        feedbackJudged.type,
        judgementCorrected.type,
        feedbackLinked.type,
        feedbackUnlinked.type,
        'person.tier_changed',
      ],
      most: 20,
      async run({ tx, events, now }) {
        const changed: string[] = [];
        for (const event of events) {
          if (event.type === feedbackJudged.type) {
            const { feedbackIds, again } = feedbackJudged.data.parse(event.data);
            changed.push(...feedbackIds);
            if (!again) await countFirstTimes(tx, feedbackIds, event.at);
          } else if (event.type === 'person.tier_changed') await markPerson(tx, event.subject!, now);
          else changed.push(event.subject!, ...otherOf(event));
        }
        if (changed.length > 0) await markFeedback(tx, changed, now);
      },
    },
    {
      name: 'insight.cases',
      on: [...OF_CASES, ...OF_PUBLISHING],
      async run({ tx, events, now }) {
        const left = events.filter((event) => event.type === 'case.feedback_left');
        await markFeedback(
          tx,
          left.flatMap((event) => (event.data as { feedbackIds?: string[] }).feedbackIds ?? []),
          now,
        );
        const cases = events.filter((event) => event.subject?.startsWith('case_'));
        await markCases(
          tx,
          cases.flatMap((event) => [event.subject!, ...mergedOf(event)]),
          now,
        );
        if (events.some((event) => (OF_PUBLISHING as readonly string[]).includes(event.type)))
          await markDaysWith(tx, 'verified', now);
      },
    },
  ];
}

function otherOf(event: StoredEvent): string[] {
  const { duplicateOfId } = event.data as { duplicateOfId?: string };
  return duplicateOfId ? [duplicateOfId] : [];
}

function mergedOf(event: StoredEvent): string[] {
  const { intoId, fromId } = event.data as { intoId?: string; fromId?: string };
  return [intoId, fromId].filter((id): id is string => id !== undefined);
}
