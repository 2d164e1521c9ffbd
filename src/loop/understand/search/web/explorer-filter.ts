// The explorer's address as the question it stands for.

import type { CallOf } from '../../../../kit/route.ts';
import { CLASSES, INTENTS, SENTIMENTS } from '../../../../text/judge.contract.ts';
import { dayStart, nextDay } from '../../../../ui/zone-day.ts';
import { CHANNELS } from '../../../collect/intake/core/feedback.contract.ts';
import type { feedbackFacetsRoute } from '../core/search.contract.ts';

/** Keys of the address that narrow the list down. */
export const FILTER_KEYS = [
  'q',
  'channel',
  'theme',
  'sentiment',
  'class',
  'intent',
  'product',
  'person',
  'rating',
  'saidFrom',
  'saidTo',
  'case',
  'repeats',
] as const;

type Query = NonNullable<CallOf<typeof feedbackFacetsRoute>['query']>;

const words = (text: string | undefined) => (text ? text.split(',').filter(Boolean) : []);
const known = <T extends string>(all: readonly T[], text: string | undefined): T[] | undefined => {
  const kept = all.filter((one) => words(text).includes(one));
  return kept.length > 0 ? kept : undefined;
};
const some = (text: string | undefined) => (words(text).length > 0 ? words(text).slice(0, 30) : undefined);

/** What nobody can filter by (a mistyped address) is left out rather than refused. */
export function queryOf(values: Record<string, string>, zone: string): Query {
  const ratings = words(values.rating).filter((one) => /^[1-5]$/.test(one));
  return {
    ...(values.q?.trim() ? { q: values.q.trim().slice(0, 200) } : {}),
    channel: known(CHANNELS, values.channel),
    theme: some(values.theme),
    sentiment: known(SENTIMENTS, values.sentiment),
    class: known(CLASSES, values.class),
    intent: known(INTENTS, values.intent),
    product: some(values.product),
    person: values.person || undefined,
    rating: ratings.length > 0 ? ratings : undefined,
    from: dayStart(values.saidFrom ?? '', zone),
    to: values.saidTo ? dayStart(nextDayOrNothing(values.saidTo), zone) : undefined,
    hasCase: values.case === 'yes' ? 'true' : values.case === 'no' ? 'false' : undefined,
    duplicates: values.repeats === 'hide' ? 'false' : undefined,
  };
}

function nextDayOrNothing(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? nextDay(day) : '';
}

/** How many filters are set, the search words not counted. */
export function countFilters(values: Record<string, string>): number {
  return FILTER_KEYS.filter((key) => key !== 'q' && values[key]).length;
}
