// What problems do when cases are made one: the case that stands for both takes the place of the other.
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { caseMerged } from '../../cases/core/case-events.contract.ts';
import { insertCases, problemsOfCases } from './problem.store.ts';

export function problemReactions(): Reaction[] {
  return [
    {
      name: 'problems.follow_merges',
      on: [caseMerged.type],
      async run({ tx, events, now }) {
        for (const event of events) {
          if (event.subject === null) continue;
          const { intoId } = caseMerged.data.parse(event.data);
          const problemId = (await problemsOfCases(tx, [event.subject])).get(event.subject);
          // One that already belongs to a problem stays with it.
          if (problemId) await insertCases(tx, problemId, [intoId], 'system', now);
        }
      },
    },
  ];
}
