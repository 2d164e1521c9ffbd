// Groups the same question by many people as it is asked: online leader clustering over shared pieces, kept small by decay.
import type { GroupState, LiveClass, QuestionGroup } from './analysis.contract.ts';
import { GroupIndex } from './group-index.ts';
import type { CommentReading } from './words/comment-reader.ts';
import { likeness } from './words/grams.ts';

const MOST_GROUPS = 2000;
const JOIN = 0.5;
const MERGE = 0.62;
const HALF_LIFE_MS = 5 * 60_000;
const MOST_ASKERS = 5000;
const MOST_VARIANTS = 8;
const MOST_SAMPLES = 5;
const MERGE_EVERY_MS = 10_000;
/** Weights are told in steps, so that a waiting queue does not change at every look. */
const WAIT_STEP_MS = 10_000;
/** Asked within this after the answer, people had not heard it yet. */
const ECHO_MS = 10_000;
/** Asked more rarely than this, a question that was answered makes room first. */
const SHOWN = 100;
const SHOWN_ANSWERED = 20;

export interface Variant {
  text: string;
  count: number;
  grams: readonly string[];
  weights: readonly number[];
  mass: number;
}

export interface Group {
  seq: number;
  group: Omit<QuestionGroup, 'weight'>;
  /** What it is compared by: the medoid. */
  leader: Variant;
  variants: Variant[];
  people: Set<number>;
  againPeople: Set<number>;
  voters: Set<number>;
  activity: number;
  activeAt: number;
  isChanged: boolean;
  view: QuestionGroup | null;
  viewStep: number;
}

export interface Asked {
  eventId: string;
  text: string;
  name: string | null;
  class: LiveClass;
  productId: string | null;
  reading: CommentReading;
}

export interface SavedGroups {
  seq: number;
  mergedAt: number | null;
  questions: number;
  spans: [number, number][];
  groups: {
    seq: number;
    group: Omit<QuestionGroup, 'weight'>;
    leader: number;
    variants: Variant[];
    people: number[];
    again: number[];
    voters: number[];
    activity: number;
    activeAt: number;
    isChanged: boolean;
  }[];
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
    this.join(found, asked, person, at);
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
    const open: Group[] = [];
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
      open.sort((a, b) => urgency(b, now) - urgency(a, now) || a.seq - b.seq);
      open.length = SHOWN - closed.length;
    }
    return [...open, ...closed].sort((a, b) => a.seq - b.seq).map((one) => viewOf(one, now));
  }

  save(): SavedGroups {
    return {
      seq: this.seq,
      mergedAt: this.mergedAt,
      questions: this.groups.size,
      spans: this.spans,
      groups: [...this.groups.values()].map((one) => ({
        seq: one.seq,
        group: one.group,
        leader: one.variants.indexOf(one.leader),
        variants: one.variants,
        people: [...one.people],
        again: [...one.againPeople],
        voters: [...one.voters],
        activity: one.activity,
        activeAt: one.activeAt,
        isChanged: one.isChanged,
      })),
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
      const group: Group = {
        seq: one.seq,
        group: one.group,
        leader: one.variants[one.leader]!,
        variants: one.variants,
        people: new Set(one.people),
        againPeople: new Set(one.again),
        voters: new Set(one.voters),
        activity: one.activity,
        activeAt: one.activeAt,
        isChanged: one.isChanged,
        view: null,
        viewStep: -1,
      };
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
    for (const one of this.index.candidates(reading.grams, kind, productId)) {
      if (one === except) continue;
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
    const { grams, weights, mass } = asked.reading;
    const leader: Variant = { text: asked.text, count: 0, grams, weights, mass };
    const one: Group = {
      seq,
      group: {
        groupId: `g${seq.toString(36).padStart(6, '0')}`,
        title: asked.text,
        class: asked.class,
        productId: asked.productId,
        askers: 0,
        count: 0,
        votes: 0,
        firstAt: at,
        lastAt: at,
        state: 'waiting',
        answeredAt: null,
        again: 0,
        samples: [],
      },
      leader,
      variants: [leader],
      people: new Set(),
      againPeople: new Set(),
      voters: new Set(),
      activity: 0,
      activeAt: at,
      isChanged: true,
      view: null,
      viewStep: -1,
    };
    this.groups.set(one.group.groupId, one);
    this.index.add(one);
    return one;
  }

  private join(one: Group, asked: Asked, person: number, at: number): void {
    const { group } = one;
    group.count += 1;
    group.lastAt = Math.max(group.lastAt, at);
    if (person === 0) group.askers = Math.max(1, group.askers);
    else if (!one.people.has(person)) {
      if (one.people.size < MOST_ASKERS) {
        one.people.add(person);
        group.askers = Math.max(group.askers, one.people.size);
      } else group.askers += 1;
      if (group.samples.length < MOST_SAMPLES)
        group.samples = [...group.samples, { eventId: asked.eventId, text: asked.text, name: asked.name, at }];
    }
    if (group.answeredAt !== null && at - group.answeredAt > ECHO_MS && !one.againPeople.has(person)) {
      if (one.againPeople.size < MOST_ASKERS) one.againPeople.add(person);
      group.again = one.againPeople.size;
    }
    one.activity = decayed(one, at) + 1;
    one.activeAt = Math.max(one.activeAt, at);
    one.isChanged = true;
    one.view = null;
    const { grams, weights, mass } = asked.reading;
    addVariant(one, { text: asked.text, count: 1, grams, weights, mass });
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

function decayed(one: Group, now: number): number {
  return one.activity * 2 ** (-Math.max(0, now - one.activeAt) / HALF_LIFE_MS);
}

/** Questions that wait are kept longer than those that are done with. */
function keeping(one: Group, now: number): number {
  const isDone = one.group.state === 'answered' || one.group.state === 'dismissed';
  return decayed(one, now) * (isDone ? 0.3 : 1) + (one.group.askers >= 5 && !isDone ? 5 : 0);
}

/** Waiting × askers, in steps; nothing for what is answered. */
function urgency(one: Group, now: number): number {
  const { group } = one;
  if (group.state === 'answered' || group.state === 'dismissed') return 0;
  const waits = Math.floor(Math.max(0, now - group.firstAt) / WAIT_STEP_MS) * WAIT_STEP_MS + WAIT_STEP_MS;
  return Math.round(
    (waits / 1000) * (group.askers + group.votes) * 2 ** (-Math.floor((now - group.lastAt) / 60_000) / 5),
  );
}

function viewOf(one: Group, now: number): QuestionGroup {
  const weight = urgency(one, now);
  if (one.view === null || one.view.weight !== weight) one.view = { ...one.group, weight };
  return one.view;
}

function addVariant(one: Group, variant: Variant): void {
  const known = one.variants.find((other) => other.text === variant.text);
  if (known !== undefined) known.count += variant.count;
  else if (one.variants.length < MOST_VARIANTS) one.variants.push(variant);
}

/** The medoid: of the wordings, the one most like all that were said. */
function chooseLeader(one: Group, index: GroupIndex): void {
  let best = one.leader;
  let bestSum = -1;
  for (const candidate of one.variants) {
    let sum = 0;
    for (const other of one.variants) sum += other.count * likeness(candidate, other);
    if (sum > bestSum + 1e-9) {
      bestSum = sum;
      best = candidate;
    }
  }
  if (best === one.leader) return;
  index.remove(one);
  one.leader = best;
  one.group.title = best.text;
  one.view = null;
  index.add(one);
}
