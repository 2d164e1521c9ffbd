// Takes events from many callers and writes them down in groups: one flush of the disk for all that came in meanwhile.
import type { LiveEvent } from '../../../stream/core/live-event.contract.ts';
import type { KnownIds } from '../../core/known-ids.ts';
import type { Prepared } from '../gate/room-gate.ts';
import type { Accepted } from '../hub.types.ts';
import type { ShowJournal } from '../journal/show-journal.ts';

export interface CommitQueue {
  /** Resolves when the events are on disk; rejects when they are not, and then none of this call was taken. */
  add(events: readonly Prepared[]): Promise<Accepted>;
  /** Number of the newest event on disk. */
  readonly lastSeq: number;
  /** Resolves when nothing waits. */
  drained(): Promise<void>;
}

/** A group is flushed together; a longer queue is flushed in several. */
const MOST_IN_GROUP = 20_000;

interface Waiting {
  events: readonly Prepared[];
  resolve: (accepted: Accepted) => void;
  reject: (error: unknown) => void;
}

export function createCommitQueue(options: {
  journal: ShowJournal;
  known: KnownIds;
  lastSeq: number;
  now: () => number;
  /** Told of durable events, in their order, before their callers are answered. */
  deliver: (events: readonly LiveEvent[], text: string) => void;
  /** Told how many were known already. */
  repeated: (count: number) => void;
  /** Holds the next group back while those who listen cannot keep up. */
  ready: () => Promise<void>;
}): CommitQueue {
  const { journal, known, now } = options;
  const queue: Waiting[] = [];
  let lastSeq = options.lastSeq;
  let pumping: Promise<void> | null = null;

  async function pump(): Promise<void> {
    // Whoever calls in the same turn shares the flush.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      await options.ready().catch(() => {});
      const group = takeGroup();
      const built = build(group);
      try {
        if (built.fresh.length > 0) await journal.append(lastSeq + 1, built.text);
      } catch (error) {
        known.forget(built.fresh.map((event) => event.id));
        for (const waiting of group) waiting.reject(error);
        continue;
      }
      lastSeq += built.fresh.length;
      if (built.fresh.length > 0) options.deliver(built.fresh, built.text);
      const repeated = built.answers.reduce((sum, answer) => sum + answer.repeated, 0);
      if (repeated > 0) options.repeated(repeated);
      for (const [index, waiting] of group.entries()) waiting.resolve(built.answers[index]!);
    }
    // In the same turn as the look at the queue: whoever comes next begins anew.
    pumping = null;
  }

  function takeGroup(): Waiting[] {
    let count = 0;
    let end = 0;
    while (end < queue.length && (end === 0 || count + queue[end]!.events.length <= MOST_IN_GROUP)) {
      count += queue[end]!.events.length;
      end += 1;
    }
    return queue.splice(0, end);
  }

  function build(group: readonly Waiting[]) {
    const fresh: LiveEvent[] = [];
    const lines: string[] = [];
    const at = now();
    const answers = group.map(({ events }) => {
      const recorded = events.map((event) => {
        if (known.has(event.id)) return null;
        known.add(event.id, at);
        event.seq = lastSeq + fresh.length + 1;
        event.rts = at;
        fresh.push(event);
        lines.push(JSON.stringify(event), '\n');
        return event;
      });
      const taken = recorded.filter((event) => event !== null).length;
      return { taken, repeated: events.length - taken, events: recorded };
    });
    return { fresh, text: lines.join(''), answers };
  }

  return {
    add(events) {
      if (events.length === 0) return Promise.resolve({ taken: 0, repeated: 0, events: [] });
      return new Promise((resolve, reject) => {
        queue.push({ events, resolve, reject });
        pumping ??= pump();
      });
    },
    get lastSeq() {
      return lastSeq;
    },
    async drained() {
      while (pumping) await pumping;
    },
  };
}
