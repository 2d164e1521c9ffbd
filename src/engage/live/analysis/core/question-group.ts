// One question by many people: who asked, how it is worded, how long it waits, and when it makes room for others.
import type { LiveClass, QuestionGroup } from './analysis.contract.ts';
import type { GroupIndex } from './group-index.ts';
import type { CommentReading } from './words/comment-reader.ts';
import { likeness } from './words/grams.ts';

const HALF_LIFE_MS = 5 * 60_000;
export const MOST_ASKERS = 5000;
const MOST_VARIANTS = 8;
export const MOST_SAMPLES = 5;
/** Weights are told in steps, so that a waiting queue does not change at every look. */
const WAIT_STEP_MS = 10_000;
/** Asked within this after the answer, people had not heard it yet. */
const ECHO_MS = 10_000;
/** No piece of a text holds a line break. */
const BETWEEN = '\n';

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

export interface SavedGroup {
  seq: number;
  group: Omit<QuestionGroup, 'weight'>;
  /** Place of the leader among the variants. */
  leader: number;
  /** Text, count, pieces and weights as lists in one text each, mass: few things to write and to read. */
  variants: [string, number, string, string, number][];
  people: number[];
  again: number[];
  voters: number[];
  activity: number;
  activeAt: number;
  isChanged: boolean;
}

/** A group of one question nobody has joined yet. */
export function newGroup(seq: number, asked: Asked, at: number): Group {
  const { grams, weights, mass } = asked.reading;
  const leader: Variant = { text: asked.text, count: 0, grams, weights, mass };
  return {
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
}

/** Counts one more who asks. */
export function joinGroup(one: Group, asked: Asked, person: number, at: number): void {
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

export function savedGroup(one: Group): SavedGroup {
  return {
    seq: one.seq,
    group: one.group,
    leader: one.variants.indexOf(one.leader),
    variants: one.variants.map(({ text, count, grams, weights, mass }) => [
      text,
      count,
      grams.join(BETWEEN),
      weights.join(BETWEEN),
      mass,
    ]),
    people: [...one.people],
    again: [...one.againPeople],
    voters: [...one.voters],
    activity: one.activity,
    activeAt: one.activeAt,
    isChanged: one.isChanged,
  };
}

export function loadedGroup(one: SavedGroup): Group {
  const variants = one.variants.map(([text, count, grams, weights, mass]) => ({
    text,
    count,
    grams: grams.split(BETWEEN),
    weights: weights.split(BETWEEN).map(Number),
    mass,
  }));
  return {
    seq: one.seq,
    group: one.group,
    leader: variants[one.leader]!,
    variants,
    people: new Set(one.people),
    againPeople: new Set(one.again),
    voters: new Set(one.voters),
    activity: one.activity,
    activeAt: one.activeAt,
    isChanged: one.isChanged,
    view: null,
    viewStep: -1,
  };
}

function decayed(one: Group, now: number): number {
  return one.activity * 2 ** (-Math.max(0, now - one.activeAt) / HALF_LIFE_MS);
}

/** Questions that wait are kept longer than those that are done with. */
export function keeping(one: Group, now: number): number {
  const isDone = one.group.state === 'answered' || one.group.state === 'dismissed';
  return decayed(one, now) * (isDone ? 0.3 : 1) + (one.group.askers >= 5 && !isDone ? 5 : 0);
}

/** Waiting × askers, in steps; nothing for what is answered. */
export function urgency(one: Group, now: number): number {
  const { group } = one;
  if (group.state === 'answered' || group.state === 'dismissed') return 0;
  const waits = Math.floor(Math.max(0, now - group.firstAt) / WAIT_STEP_MS) * WAIT_STEP_MS + WAIT_STEP_MS;
  return Math.round(
    (waits / 1000) * (group.askers + group.votes) * 2 ** (-Math.floor((now - group.lastAt) / 60_000) / 5),
  );
}

export function viewOf(one: Group, now: number): QuestionGroup {
  const weight = urgency(one, now);
  if (one.view === null || one.view.weight !== weight) one.view = { ...one.group, weight };
  return one.view;
}

export function addVariant(one: Group, variant: Variant): void {
  const known = one.variants.find((other) => other.text === variant.text);
  if (known !== undefined) known.count += variant.count;
  else if (one.variants.length < MOST_VARIANTS) one.variants.push(variant);
}

/** The medoid: of the wordings, the one most like all that were said. */
export function chooseLeader(one: Group, index: GroupIndex): void {
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
