// Groups the same question by many people as it is asked: online leader clustering over shared pieces, kept small by decay.
import type { GroupState, LiveClass, QuestionGroup } from './analysis.contract.ts';
import { GroupIndex } from './group-index.ts';
import {
  type Asked,
  addVariant,
  chooseLeader,
  type Group,
  joinGroup,
  keeping,
  loadedGroup,
  MOST_ASKERS,
  MOST_SAMPLES,
  newGroup,
  type SavedGroup,
  savedGroup,
  urgency,
  type Variant,
  viewOf,
} from './question-group.ts';
import { likeness } from './words/grams.ts';

const MOST_GROUPS = 2000;
const JOIN = 0.5;
const MERGE = 0.62;
const MERGE_EVERY_MS = 10_000;
/** Asked more rarely than this, a question that was answered makes room first. */
const SHOWN = 100;
const SHOWN_ANSWERED = 20;

export interface SavedGroups {
  seq: number;
  mergedAt: number | null;
  questions: number;
  spans: [number, number][];
  groups: SavedGroup[];
  exact: [string, string][];
}

export class GroupBook {
  /** Groups ever made. */
  seq = 0;
  readonly groups = new Map<string, Group>();
  /** When answered, and milliseconds from first ask to first answer. */
  spans: [number, number][] = [];
  private mergedAt: number | null = null;
  private index = new GroupIndex();
  /** Words asked before lead straight to their group. */
  private exact = new Map<string, string>();

  /** @param onMerge told when a group goes into another. */
  constructor(private readonly onMerge: (from: string, to: string) => void) {}

  /** Joins a question to its group or opens one. */
  take(asked: Asked, person: number, at: number): Group {
    if (this.mergedAt === null) this.mergedAt = at;
    else if (at - this.mergedAt >= MERGE_EVERY_MS) {
      this.mergedAt = at;
      this.mergeAlike();
    }
    const { reading, productId } = asked;
    const exactKey = `${reading.key}|${asked.class}|${productId ?? ''}`;
    let found = this.groups.get(this.exact.get(exactKey) ?? '') ?? null;
    if (found === null) {
      found = this.nearest(reading, asked.class, productId, JOIN, null) ?? this.open(asked, at);
      this.exact.set(exactKey, found.group.groupId);
      if (this.exact.size > MOST_GROUPS * 4) this.forgetExact();
    }
    joinGroup(found, asked, person, at);
    return found;
  }

  get(groupId: string): Group | null {
    return this.groups.get(groupId) ?? null;
  }

  /** Sets the state; the first answer is remembered for the time to answer. */
  setState(one: Group, state: GroupState, at: number): boolean {
    const { group } = one;
    if (group.state === state && state !== 'answered') return false;
    const first = state === 'answered' && group.answeredAt === null;
    group.state = state;
    if (state === 'answered') {
      group.answeredAt = at;
      one.againPeople.clear();
      group.again = 0;
    }
    if (state === 'waiting') group.answeredAt = null;
    one.view = null;
    if (first) {
      this.spans.push([at, at - group.firstAt]);
      if (this.spans.length > MOST_GROUPS) this.spans.shift();
    }
    return first;
  }

  vote(one: Group, person: number, votes: number | null): void {
    if (votes !== null) one.group.votes = Math.max(one.group.votes, votes);
    else if (person === 0 || !one.voters.has(person)) {
      if (person !== 0 && one.voters.size < MOST_ASKERS) one.voters.add(person);
      one.group.votes += 1;
    } else return;
    one.view = null;
  }

  /** Puts `from` into `to`. */
  merge(from: Group, to: Group): void {
    const a = to.group;
    const b = from.group;
    a.count += b.count;
    a.votes += b.votes;
    a.firstAt = Math.min(a.firstAt, b.firstAt);
    a.lastAt = Math.max(a.lastAt, b.lastAt);
    for (const person of from.people) if (to.people.size < MOST_ASKERS) to.people.add(person);
    a.askers = Math.max(a.askers, b.askers, to.people.size);
    a.samples = [...a.samples, ...b.samples].sort((x, y) => x.at - y.at).slice(0, MOST_SAMPLES);
    to.activity += from.activity;
    for (const variant of from.variants) addVariant(to, variant);
    chooseLeader(to, this.index);
    to.view = null;
    this.remove(from);
    for (const [key, groupId] of this.exact) if (groupId === b.groupId) this.exact.set(key, a.groupId);
    this.onMerge(b.groupId, a.groupId);
  }

  /** Groups on show, in the order of their making; unchanged ones are the same objects as before. */
  views(now: number): QuestionGroup[] {
    let open: Group[] = [];
    const closed: Group[] = [];
    for (const one of this.groups.values()) {
      if (one.group.state === 'dismissed') continue;
      (one.group.state === 'answered' ? closed : open).push(one);
    }
    if (closed.length > SHOWN_ANSWERED) {
      closed.sort((a, b) => (b.group.answeredAt ?? 0) - (a.group.answeredAt ?? 0) || a.seq - b.seq);
      closed.length = SHOWN_ANSWERED;
    }
    if (open.length + closed.length > SHOWN) {
      const ranked = open.map((one) => ({ one, urgency: urgency(one, now) }));
      ranked.sort((a, b) => b.urgency - a.urgency || a.one.seq - b.one.seq);
      open = ranked.slice(0, SHOWN - closed.length).map(({ one }) => one);
    }
    return [...open, ...closed].sort((a, b) => a.seq - b.seq).map((one) => viewOf(one, now));
  }

  save(): SavedGroups {
    return {
      seq: this.seq,
      mergedAt: this.mergedAt,
      questions: this.groups.size,
      spans: this.spans,
      groups: [...this.groups.values()].map(savedGroup),
      exact: [...this.exact],
    };
  }

  load(saved: SavedGroups): void {
    this.seq = saved.seq;
    this.mergedAt = saved.mergedAt;
    this.spans = saved.spans;
    this.groups.clear();
    this.index = new GroupIndex();
    for (const one of saved.groups) {
      const group = loadedGroup(one);
      this.groups.set(group.group.groupId, group);
      this.index.add(group);
    }
    this.exact = new Map(saved.exact);
  }

  private nearest(
    reading: Pick<Variant, 'grams' | 'weights' | 'mass'>,
    kind: LiveClass,
    productId: string | null,
    least: number,
    except: Group | null,
  ): Group | null {
    let best: Group | null = null;
    let bestLikeness = least;
    for (const one of this.index.candidates(reading, kind, productId, least)) {
      if (one === except) continue;
      // Weights so unlike leave no room for enough in common.
      const { mass } = one.leader;
      if (Math.min(mass, reading.mass) < bestLikeness * Math.max(mass, reading.mass)) continue;
      const alike = likeness(reading, one.leader);
      if (alike > bestLikeness || (alike === bestLikeness && (best === null || one.seq < best.seq))) {
        best = one;
        bestLikeness = alike;
      }
    }
    return best;
  }

  private open(asked: Asked, at: number): Group {
    if (this.groups.size >= MOST_GROUPS) this.makeRoom(at);
    const seq = this.seq;
    this.seq += 1;
    const one = newGroup(seq, asked, at);
    this.groups.set(one.group.groupId, one);
    this.index.add(one);
    return one;
  }

  /** Every ten seconds: groups that were joined choose their medoid, and those that became alike go together. */
  private mergeAlike(): void {
    for (const one of [...this.groups.values()]) {
      if (!one.isChanged || !this.groups.has(one.group.groupId)) continue;
      one.isChanged = false;
      chooseLeader(one, this.index);
      const twin = this.nearest(one.leader, one.group.class, one.group.productId, MERGE, one);
      if (twin === null || twin.group.state !== one.group.state) continue;
      if (twin.seq < one.seq) this.merge(one, twin);
      else this.merge(twin, one);
    }
  }

  private makeRoom(now: number): void {
    const ranked = [...this.groups.values()].sort((a, b) => keeping(a, now) - keeping(b, now) || a.seq - b.seq);
    for (const one of ranked.slice(0, MOST_GROUPS / 10)) this.remove(one);
    this.forgetExact();
  }

  private remove(one: Group): void {
    this.groups.delete(one.group.groupId);
    this.index.remove(one);
  }

  private forgetExact(): void {
    let excess = this.exact.size - MOST_GROUPS * 2;
    for (const [key, groupId] of this.exact) {
      if (excess > 0 || !this.groups.has(groupId)) {
        this.exact.delete(key);
        excess -= 1;
      }
    }
  }
}
