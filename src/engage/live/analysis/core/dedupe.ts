// Remembers which events are known, in two generations of hashes: nothing is taken twice, and memory stays bounded.
import type { DecodedEvent } from '../../stream/core/live-event.contract.ts';
import { hashed, hashText } from './hash.ts';

export interface DeduperOptions {
  /** How many ids are remembered at most; the newest half always is. */
  most?: number;
  /** How long an id is remembered at least, unless more than `most` / 2 come; milliseconds of event time. */
  forMs?: number;
}

const CONTENT_BUCKET_MS = 1000;

/** Takes each event once. Knows 100,000 to 200,000 ids of the last 10 to 20 minutes by default, in 3.2 MB. */
export class Deduper {
  private young: HashSet;
  private old: HashSet;
  private turnedAt = Number.NEGATIVE_INFINITY;
  private readonly half: number;
  private readonly forMs: number;

  constructor(options: DeduperOptions = {}) {
    this.half = Math.max(1, Math.floor((options.most ?? 200_000) / 2));
    this.forMs = options.forMs ?? 10 * 60_000;
    this.young = new HashSet(this.half);
    this.old = new HashSet(this.half);
  }

  /** True when `id` is new; it is known from now on. */
  take(id: string, at: number): boolean {
    if (this.young.size >= this.half || at - this.turnedAt >= this.forMs) {
      if (this.turnedAt !== Number.NEGATIVE_INFINITY) {
        const freed = this.old;
        this.old = this.young;
        freed.clear();
        this.young = freed;
      }
      this.turnedAt = at;
    }
    hashText(id);
    const { high, low } = hashed;
    if (this.old.has(high, low)) {
      this.young.add(high, low);
      return false;
    }
    return this.young.add(high, low);
  }
}

/**
 * The id of an event, its own or one made of what it says: type, person, words or counts, and the second it happened in.
 * A source that repeats itself after a reconnect gives the same id again; the same person saying the same a second later does not.
 */
export function contentId(event: DecodedEvent): string {
  if (event.id !== undefined && event.id !== '') return event.id;
  const { ts, user, ...rest } = event;
  const words = JSON.stringify(rest);
  hashText(`${user?.uid ?? ''}\u0001${user?.name ?? ''}\u0001${words}`);
  const who = `${hashed.high.toString(36)}${hashed.low.toString(36)}`;
  return `~${Math.floor(ts / CONTENT_BUCKET_MS).toString(36)}${who}`;
}

/** Open addressing over 64-bit hashes. */
class HashSet {
  size = 0;
  private readonly mask: number;
  private readonly slots: Uint32Array;

  constructor(room: number) {
    let size = 16;
    while (size < room * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Uint32Array(size * 2);
  }

  has(high: number, low: number): boolean {
    for (let slot = low & this.mask; ; slot = (slot + 1) & this.mask) {
      const a = this.slots[2 * slot]!;
      const b = this.slots[2 * slot + 1]!;
      if (a === 0 && b === 0) return false;
      if (a === high && b === low) return true;
    }
  }

  /** False when it is there already. */
  add(high: number, low: number): boolean {
    for (let slot = low & this.mask; ; slot = (slot + 1) & this.mask) {
      const a = this.slots[2 * slot]!;
      const b = this.slots[2 * slot + 1]!;
      if (a === high && b === low) return false;
      if (a === 0 && b === 0) {
        this.slots[2 * slot] = high;
        this.slots[2 * slot + 1] = low;
        this.size += 1;
        return true;
      }
    }
  }

  clear(): void {
    this.slots.fill(0);
    this.size = 0;
  }
}
