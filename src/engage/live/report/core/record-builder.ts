// Follows an analyser through a show, event by event, and ends with everything that is kept of it.
import type { Analyser } from '../../analysis/core/analyser.contract.ts';
import { BUCKET_MS } from '../../analysis/core/bucket.contract.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import { type Asker, AskerList } from './asker-list.ts';
import { SecondIndex } from './second-index.ts';
import { ShowCollector, type ShowHead } from './show-collector.ts';
import type { ShowRecord } from './show-record.contract.ts';

/** What lies in a show's record file. */
export interface KeptShow {
  record: ShowRecord;
  /** Who asked each question; never sent to a browser. */
  askers: Record<string, Asker[]>;
  /** See `SecondIndex`. */
  seconds: number[];
  events: number;
}

export class RecordBuilder {
  #analyser: Analyser;
  #collector: ShowCollector;
  #askers = new AskerList();
  #seconds: SecondIndex;
  #patchAt: number;
  #events = 0;
  #lastSeq = 0;

  /** @param analyser of the same show, before its first event */
  constructor(head: Omit<ShowHead, 'bucketMs'>, analyser: Analyser) {
    this.#analyser = analyser;
    this.#collector = new ShowCollector({ ...head, bucketMs: BUCKET_MS });
    this.#seconds = new SecondIndex(head.startedAt);
    this.#patchAt = head.startedAt + BUCKET_MS;
  }

  /** Before the analyser takes the event. @returns whether a bucket was closed, a good moment to let others work */
  before(event: LiveEvent): boolean {
    if (event.ts < this.#patchAt) return false;
    this.#takePatch();
    this.#patchAt = Math.max(this.#patchAt + BUCKET_MS, event.ts);
    return true;
  }

  /** After the analyser took the event. */
  after(event: LiveEvent): void {
    this.#collector.event(event);
    this.#askers.take(event, this.#analyser.verdict());
    this.#seconds.take(event.ts, event.seq);
    this.#lastSeq = event.seq;
    this.#events += 1;
  }

  finish(): KeptShow {
    this.#takePatch();
    const record = this.#collector.record(this.#analyser.state(), this.#analyser.sums());
    return {
      record,
      askers: this.#askers.of(record.groups.map((one) => one.groupId)),
      seconds: this.#seconds.list(this.#lastSeq),
      events: this.#events,
    };
  }

  #takePatch(): void {
    const patch = this.#analyser.patch();
    if (patch) this.#collector.patch(patch);
  }
}
