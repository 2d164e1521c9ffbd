// How urgent a case is and, part by part, why: reach, severity, customer value and trend, divided by the effort it takes.
import { type Effort, PRIORITIES, type Priority, type PriorityPart } from './case.contract.ts';

export interface PriorityFacts {
  /** Different known people in the case. */
  people: number;
  /** Voices of people we do not know; two of them count as one person. */
  unknownVoices: number;
  urgent: boolean;
  /** Fewest stars, 1-5. */
  minRating: number | null;
  /** Most negative sentiment, −1 … 1. */
  worstSentiment: number | null;
  vip: boolean;
  /** How often the theme was heard in the last 7 days and in the 7 before; null when not known. */
  trend: { last7: number; before7: number } | null;
  effort: Effort | null;
  /** The rule that opened the case asked for at least this. */
  floor: Priority | null;
}

export interface PriorityReading {
  /** 0-100. */
  score: number;
  level: Priority;
  parts: PriorityPart[];
}

export const WEIGHTS = { reach: 20, severity: 55, value: 12.5, trend: 12.5 } as const;
const EFFORT_DIVISOR: Record<Effort, number> = { small: 0.8, medium: 1, large: 1.25 };
/** Lowest score of each level. */
const LEVELS: readonly (readonly [Priority, number])[] = [
  ['urgent', 55],
  ['high', 35],
  ['medium', 18],
  ['low', 6],
];
/** So many people make reach complete; below, it grows with the logarithm. */
const FULL_REACH = 100;
/** Below so many voices a week a doubling says nothing. */
const QUIET_WEEK = 5;
const SEVERITY_OF_STARS = [0.7, 0.5, 0.2, 0, 0];
const SEVERITY_OF_SENTIMENT = 0.5;

/** Works out the priority of a case from what is known of it. The level is never below `floor`, and never below urgent for an urgent voice. */
export function readPriority(facts: PriorityFacts): PriorityReading {
  const parts = [reach(facts), severity(facts), value(facts), trend(facts)];
  const divisor = effort(facts);
  const sum = parts.reduce((total, part) => total + part.value * part.weight, 0);
  const score = Math.min(100, round(sum / divisor.value));
  const byScore = LEVELS.find(([, least]) => score >= least)?.[0] ?? 'none';
  const level = [facts.floor, facts.urgent ? ('urgent' as const) : null].reduce<Priority>(
    (most, floor) => (floor ? higher(most, floor) : most),
    byScore,
  );
  return { score, level, parts: [...parts, divisor] };
}

/** The more pressing of two priorities. */
export function higher(one: Priority, other: Priority): Priority {
  return PRIORITIES.indexOf(one) >= PRIORITIES.indexOf(other) ? one : other;
}

/** The next level up; urgent stays urgent. */
export function raised(priority: Priority): Priority {
  return PRIORITIES[Math.min(PRIORITIES.indexOf(priority) + 1, PRIORITIES.length - 1)]!;
}

function reach({ people, unknownVoices }: PriorityFacts): PriorityPart {
  const heads = people + unknownVoices / 2;
  const value = Math.min(1, Math.log2(1 + heads) / Math.log2(1 + FULL_REACH));
  const whyKey = unknownVoices > 0 ? 'reach_unknown' : 'reach';
  return part('reach', value, WEIGHTS.reach, whyKey, { people, unknown: unknownVoices });
}

function severity({ urgent, minRating, worstSentiment }: PriorityFacts): PriorityPart {
  if (urgent) return part('severity', 1, WEIGHTS.severity, 'severity_urgent', {});
  const stars = minRating === null ? 0 : (SEVERITY_OF_STARS[Math.max(1, Math.floor(minRating)) - 1] ?? 0);
  const mood = worstSentiment === null ? 0 : Math.max(0, -worstSentiment) * SEVERITY_OF_SENTIMENT;
  if (stars === 0 && mood === 0) return part('severity', 0, WEIGHTS.severity, 'severity_none', {});
  return stars >= mood
    ? part('severity', stars, WEIGHTS.severity, 'severity_stars', { stars: minRating! })
    : part('severity', mood, WEIGHTS.severity, 'severity_sentiment', { score: round(worstSentiment!) });
}

function value({ vip, people }: PriorityFacts): PriorityPart {
  if (vip) return part('value', 1, WEIGHTS.value, 'value_vip', {});
  return part('value', 0, WEIGHTS.value, people > 0 ? 'value_standard' : 'value_unknown', {});
}

function trend({ trend: counts }: PriorityFacts): PriorityPart {
  if (!counts) return part('trend', 0, WEIGHTS.trend, 'trend_unknown', {});
  const growth = (counts.last7 - counts.before7) / Math.max(counts.before7, QUIET_WEEK);
  const whyKey = growth > 0.1 ? 'trend_up' : growth < -0.1 ? 'trend_down' : 'trend_flat';
  return part('trend', Math.min(1, Math.max(0, growth)), WEIGHTS.trend, whyKey, { ...counts });
}

function effort({ effort: size }: PriorityFacts): PriorityPart {
  const divisor = size ? EFFORT_DIVISOR[size] : 1;
  return { part: 'effort', value: divisor, weight: 1, whyKey: size ? `effort_${size}` : 'effort_unset', whyValues: {} };
}

function part(
  name: PriorityPart['part'],
  value: number,
  weight: number,
  whyKey: string,
  whyValues: PriorityPart['whyValues'],
): PriorityPart {
  return { part: name, value: round(value), weight, whyKey, whyValues };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
