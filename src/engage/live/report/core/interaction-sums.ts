// Follows polls, quizzes, draws and check-ins through a show: when they ran, how many took part, what came of them.
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import type { InteractionSum } from './show-record.contract.ts';

export class InteractionSums {
  #byId = new Map<string, InteractionSum & { who: Set<string> }>();

  take(event: LiveEvent): void {
    if (event.type === 'interaction.entry') {
      const one = this.#byId.get(event.interactionId);
      if (one) one.who.add(event.user?.uid ?? event.id);
      return;
    }
    if (
      event.type !== 'interaction.open' &&
      event.type !== 'interaction.update' &&
      event.type !== 'interaction.close' &&
      event.type !== 'interaction.result'
    )
      return;
    const one = this.#byId.get(event.interactionId) ?? {
      interactionId: event.interactionId,
      kind: event.kind,
      openedAt: event.ts,
      closedAt: null,
      people: 0,
      tallies: {},
      resultHash: null,
      who: new Set<string>(),
    };
    if (event.tallies) one.tallies = event.tallies;
    if (event.resultHash) one.resultHash = event.resultHash;
    if (event.type === 'interaction.close') one.closedAt = event.ts;
    this.#byId.set(event.interactionId, one);
  }

  /** In the order they were opened. */
  sums(): InteractionSum[] {
    return [...this.#byId.values()]
      .sort((a, b) => a.openedAt - b.openedAt)
      .map(({ who, ...one }) => ({ ...one, people: who.size }));
  }
}
