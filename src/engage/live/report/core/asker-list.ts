// Remembers who asked each question first, so that everybody who asked can be told when it is answered after the show.
import type { Verdict } from '../../analysis/core/analyser.contract.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';

/** One person's first asking. */
export interface Asker {
  eventId: string;
  uid: string | null;
  name: string | null;
  text: string;
  at: number;
  productId: string | null;
}

const MOST_ASKERS = 100;
const MOST_GROUPS = 3000;

export class AskerList {
  #groups = new Map<string, Map<string, Asker>>();

  take(event: LiveEvent, verdict: Verdict | null): void {
    if (event.type !== 'comment' && event.type !== 'superchat' && event.type !== 'question') return;
    const groupId = verdict?.eventId === event.id ? verdict.groupId : null;
    if (groupId === null || verdict === null) return;
    let group = this.#groups.get(groupId);
    if (!group) {
      if (this.#groups.size >= MOST_GROUPS) this.#dropOldest();
      group = new Map();
      this.#groups.set(groupId, group);
    }
    const who = event.user?.uid ?? event.user?.name ?? event.id;
    if (group.has(who) || group.size >= MOST_ASKERS) return;
    const { id: eventId, ts: at, text } = event;
    group.set(who, {
      eventId,
      uid: event.user?.uid ?? null,
      name: event.user?.name ?? null,
      text,
      at,
      productId: verdict.productId,
    });
  }

  /** Askers of the groups that are kept. */
  of(groupIds: readonly string[]): Record<string, Asker[]> {
    return Object.fromEntries(
      groupIds.flatMap((id) => (this.#groups.has(id) ? [[id, [...this.#groups.get(id)!.values()]]] : [])),
    );
  }

  #dropOldest(): void {
    const [oldest] = this.#groups.keys();
    if (oldest !== undefined) this.#groups.delete(oldest);
  }
}
