// Decides which rule, if any, a judged feedback falls under, and which case it belongs to.
import type { BuiltInRule, RuleActions, RuleConditions, RuleDraft, RuleSettings } from './rule.contract.ts';

/** What rules may ask about a feedback. */
export interface Judged {
  feedbackId: string;
  channel: string;
  themes: readonly string[];
  class: string;
  intents: readonly string[];
  rating: number | null;
  /** -1 … 1. */
  sentimentScore: number;
  productId: string | null;
  personId: string | null;
  vip: boolean;
  occurredAt: Date;
}

export interface Rule {
  id: string;
  builtIn: BuiltInRule | null;
  enabled: boolean;
  conditions: RuleConditions;
  actions: RuleActions;
}

/** The rules every workspace starts with, in their order. */
export const DEFAULT_RULES: readonly (RuleDraft & { builtIn: BuiltInRule })[] = [
  {
    builtIn: 'urgent',
    name: 'urgent',
    enabled: true,
    conditions: { classes: ['urgent'] },
    actions: { priority: 'urgent', teamId: null, assign: 'auto' },
  },
  {
    builtIn: 'low_rating',
    name: 'low_rating',
    enabled: true,
    conditions: { maxRating: 2 },
    actions: { priority: null, teamId: null, assign: 'none' },
  },
  {
    builtIn: 'complaint',
    name: 'complaint',
    enabled: true,
    conditions: { intents: ['complain'], maxSentiment: -0.5 },
    actions: { priority: null, teamId: null, assign: 'none' },
  },
];

/** The first enabled rule whose conditions all hold. */
export function matchRule<R extends Rule>(rules: readonly R[], judged: Judged): R | null {
  return rules.find((rule) => rule.enabled && holds(rule.conditions, judged)) ?? null;
}

/** Whether all given conditions hold; a theme condition takes a leaf or a whole branch. */
export function holds(conditions: RuleConditions, judged: Judged): boolean {
  const { channels, themes, classes, intents, maxRating, minRating, maxSentiment, productIds, vip, known } = conditions;
  return (
    (!channels || channels.includes(judged.channel)) &&
    (!themes ||
      judged.themes.some((theme) => themes.some((wanted) => theme === wanted || theme.startsWith(`${wanted}.`)))) &&
    (!classes || (classes as readonly string[]).includes(judged.class)) &&
    (!intents || judged.intents.some((intent) => (intents as readonly string[]).includes(intent))) &&
    (maxRating === undefined || (judged.rating !== null && judged.rating <= maxRating)) &&
    (minRating === undefined || (judged.rating !== null && judged.rating >= minRating)) &&
    (maxSentiment === undefined || judged.sentimentScore <= maxSentiment) &&
    (!productIds || (judged.productId !== null && productIds.includes(judged.productId))) &&
    (vip === undefined || judged.vip === vip) &&
    (known === undefined || (judged.personId !== null) === known)
  );
}

/** Why a matching feedback opens no case after all. */
export type PassedOver = 'too_old' | 'unknown_person';

/** @param day calendar day of the workspace on which the feedback was said */
export function caseKeyOf(
  judged: Judged,
  settings: RuleSettings,
  now: Date,
  day: (at: Date) => string,
): { personId: string; theme: string | null } | { groupKey: string; theme: string | null } | PassedOver {
  const ageMs = now.getTime() - judged.occurredAt.getTime();
  if (settings.maxAgeDays !== null && ageMs > settings.maxAgeDays * 86_400_000) return 'too_old';
  const theme = judged.themes[0] ?? null;
  if (judged.personId) return { personId: judged.personId, theme };
  if (settings.unknownPeople === 'ignore') return 'unknown_person';
  // An urgent voice must not drown among a hundred annoyed ones: it has a group of its own.
  const urgent = judged.class === 'urgent' ? '|urgent' : '';
  return { groupKey: `${judged.productId ?? ''}|${theme ?? ''}|${day(judged.occurredAt)}${urgent}`, theme };
}

/** Calendar day in a zone as `YYYY-MM-DD`; an unknown zone reads as UTC. */
export function dayIn(timeZone: string): (at: Date) => string {
  const known = new Map<number, string>();
  const format = formatter(timeZone);
  return (at) => {
    // Zones differ by quarters of an hour at least: one answer serves fifteen minutes.
    const slot = Math.floor(at.getTime() / 900_000);
    let day = known.get(slot);
    if (!day) {
      day = format.format(at);
      known.set(slot, day);
    }
    return day;
  };
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, ...parts });
  } catch {
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', ...parts });
  }
}
