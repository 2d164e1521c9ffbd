// Everybody who was heard in the room, as small numbers: hashes instead of names, one bit for each thing done.
import type { LiveUser } from '../../stream/core/live-event.contract.ts';
import { hashed, hashText } from './hash.ts';
import { pack, unpack } from './pack.ts';

export const COMMENTED = 1;
export const ENGAGED = 2;
export const ENTERED = 4;
export const BUYER = 8;
export const COMPLAINED = 16;
export const INTENDED = 32;
export const NEWCOMER = 64;
/** Many names under one id: the source masks ids, names tell people apart. */
export const MASKED = 128;
export const LIKED = 256;
export const FOLLOWED = 512;
/** How often the name changed, in the three bits from here. */
const CHANGES_FROM = 12;
const CHANGES = 7 << CHANGES_FROM;

/** Nobody the source names. */
export const NOBODY = 0;
/** Beyond so many, people share places and counts are lower bounds. */
const MOST = 500_000;
const SHARED_FROM_NAMES = 4;
const NEVER = -2_147_483_648;

export interface SavedPeople {
  count: number;
  high: string;
  low: string;
  flags: string;
  seen: string;
  spoke: string;
  names: string;
  votedAt: number;
  voted: [number, number][];
  votedBefore: [number, number][];
}

/** Times are kept as milliseconds since the show began. */
export class People {
  /** Including {@link NOBODY}. */
  count = 1;
  private high = new Uint32Array(1024);
  private low = new Uint32Array(1024);
  private flags = new Uint16Array(1024);
  private seen = new Int32Array(1024);
  private spoke = new Int32Array(1024);
  private names = new Uint32Array(1024);
  /** Last votes in two generations: only the last half minute matters, so that nobody else needs room for one. */
  private voted = new Map<number, number>();
  private votedBefore = new Map<number, number>();
  private votedAt = NEVER;
  private slots = new Int32Array(4096);
  private mask = 4095;

  constructor(private readonly startedAt: number) {
    this.seen[0] = NEVER;
    this.spoke[0] = NEVER;
  }

  /** The number of a person; {@link NOBODY} without id and name. */
  of(user: LiveUser | undefined, at: number): number {
    if (user === undefined) return NOBODY;
    const { uid, name } = user;
    if (uid === undefined || uid === '') {
      if (name === undefined || name === '') return NOBODY;
      hashText(name, 7);
      return this.intern(hashed.high, hashed.low, at);
    }
    hashText(uid);
    const person = this.intern(hashed.high, hashed.low, at);
    if (name === undefined || name === '') return person;
    if ((this.flags[person]! & MASKED) !== 0) {
      hashText(name, 7);
      return this.intern(hashed.high, hashed.low, at);
    }
    hashText(name, 3);
    if (this.names[person] === 0) this.names[person] = hashed.low;
    else if (this.names[person] !== hashed.low) {
      this.names[person] = hashed.low;
      const changes = ((this.flags[person]! & CHANGES) >> CHANGES_FROM) + 1;
      this.flags[person] = (this.flags[person]! & ~CHANGES) | (changes << CHANGES_FROM);
      if (changes >= SHARED_FROM_NAMES) this.flags[person]! |= MASKED;
    }
    return person;
  }

  ofUid(uid: string, at: number): number {
    hashText(uid);
    return this.intern(hashed.high, hashed.low, at);
  }

  has(person: number, flag: number): boolean {
    return (this.flags[person]! & flag) !== 0;
  }

  /** True when the flag is new. */
  mark(person: number, flag: number): boolean {
    const before = this.flags[person]!;
    if ((before & flag) !== 0) return false;
    this.flags[person] = before | flag;
    return true;
  }

  /** When the person was first heard of (entry or word). */
  seenAt(person: number): number {
    return this.startedAt + this.seen[person]!;
  }

  /** When the person first spoke; null before. */
  spokeAt(person: number): number | null {
    const at = this.spoke[person]!;
    return at === NEVER ? null : this.startedAt + at;
  }

  /** True at the first word of a person, whose time is kept. */
  speak(person: number, at: number): boolean {
    if (this.spoke[person] !== NEVER) return false;
    this.spoke[person] = at - this.startedAt;
    return true;
  }

  /** True when the last vote of this person lies `gapMs` (always the same) back; the vote is remembered. */
  vote(person: number, at: number, gapMs: number): boolean {
    if (person === NOBODY) return true;
    const offset = at - this.startedAt;
    if (offset - this.votedAt >= gapMs) {
      this.votedBefore = offset - this.votedAt >= gapMs * 2 ? new Map() : this.voted;
      this.voted = new Map();
      this.votedAt = offset;
    }
    const last = this.voted.get(person) ?? this.votedBefore.get(person);
    if (last !== undefined && offset - last < gapMs) return false;
    this.voted.set(person, offset);
    return true;
  }

  save(): SavedPeople {
    const { count } = this;
    return {
      count,
      high: pack(this.high, count),
      low: pack(this.low, count),
      flags: pack(this.flags, count),
      seen: pack(this.seen, count),
      spoke: pack(this.spoke, count),
      names: pack(this.names, count),
      votedAt: this.votedAt,
      voted: [...this.voted],
      votedBefore: [...this.votedBefore],
    };
  }

  load(saved: SavedPeople): void {
    let room = 1024;
    while (room < saved.count) room *= 2;
    this.resize(room);
    this.count = saved.count;
    this.high.set(new Uint32Array(unpack(saved.high)));
    this.low.set(new Uint32Array(unpack(saved.low)));
    this.flags.set(new Uint16Array(unpack(saved.flags)));
    this.seen.set(new Int32Array(unpack(saved.seen)));
    this.spoke.set(new Int32Array(unpack(saved.spoke)));
    this.names.set(new Uint32Array(unpack(saved.names)));
    this.votedAt = saved.votedAt;
    this.voted = new Map(saved.voted);
    this.votedBefore = new Map(saved.votedBefore);
    this.reindex();
  }

  private intern(high: number, low: number, at: number): number {
    let slot = low & this.mask;
    for (; ; slot = (slot + 1) & this.mask) {
      const person = this.slots[slot]!;
      if (person === 0) break;
      if (this.low[person] === low && this.high[person] === high) return person;
    }
    if (this.count >= MOST) return 1 + (high % (MOST - 1));
    const person = this.count;
    this.count += 1;
    if (person >= this.high.length) this.resize(this.high.length * 2);
    this.high[person] = high;
    this.low[person] = low;
    this.seen[person] = Math.max(NEVER + 1, Math.min(2_147_483_647, at - this.startedAt));
    this.spoke[person] = NEVER;
    this.slots[slot] = person;
    if (this.count * 2 > this.slots.length) this.reindex();
    return person;
  }

  private reindex(): void {
    let size = this.slots.length;
    while (size < this.count * 4) size *= 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    for (let person = 1; person < this.count; person += 1) {
      let slot = this.low[person]! & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = person;
    }
  }

  private resize(room: number): void {
    const grown = <T extends Uint16Array | Uint32Array | Int32Array>(next: T, from: T): T => {
      next.set(from.subarray(0, Math.min(from.length, next.length)));
      return next;
    };
    this.high = grown(new Uint32Array(room), this.high);
    this.low = grown(new Uint32Array(room), this.low);
    this.flags = grown(new Uint16Array(room), this.flags);
    this.seen = grown(new Int32Array(room), this.seen);
    this.spoke = grown(new Int32Array(room), this.spoke);
    this.names = grown(new Uint32Array(room), this.names);
  }
}
