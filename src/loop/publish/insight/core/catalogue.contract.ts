// What can be asked of insight: by what one may divide, what one may measure, and which of them go together.

/** What one row of the counted set is: a voice, a case, an answer to "how did we do", a filled questionnaire. */
export const GRAINS = ['voice', 'case', 'rating', 'answer'] as const;
export type Grain = (typeof GRAINS)[number];

export interface Dimension {
  key: string;
  grains: readonly Grain[];
  /** Its values follow each other in time. */
  time?: boolean;
  /** One voice may stand under several values (themes), so that rows add up to more than the total. */
  many?: boolean;
  /** Kept in sums a day, so that any period is read in an instant. */
  summed?: boolean;
}

/** By what one may divide and filter. Names: `insight:dimension.<key>`. */
export const DIMENSIONS = [
  { key: 'day', grains: ['voice', 'case', 'rating', 'answer'], time: true, summed: true },
  { key: 'week', grains: ['voice', 'case', 'rating', 'answer'], time: true, summed: true },
  { key: 'month', grains: ['voice', 'case', 'rating', 'answer'], time: true, summed: true },
  { key: 'hour', grains: ['voice', 'case', 'rating'], summed: true },
  { key: 'channel', grains: ['voice', 'case', 'rating'], summed: true },
  { key: 'theme_group', grains: ['voice', 'case', 'rating'], many: true, summed: true },
  { key: 'theme', grains: ['voice', 'case', 'rating'], many: true, summed: true },
  { key: 'product', grains: ['voice', 'case', 'rating'], summed: true },
  { key: 'sentiment', grains: ['voice'], summed: true },
  { key: 'class', grains: ['voice'], summed: true },
  { key: 'intent', grains: ['voice'], many: true, summed: true },
  { key: 'aspect', grains: ['voice'], many: true, summed: true },
  { key: 'polarity', grains: ['voice'], many: true },
  { key: 'language', grains: ['voice'], summed: true },
  { key: 'rating', grains: ['voice'], summed: true },
  { key: 'tier', grains: ['voice', 'case', 'rating'], summed: true },
  { key: 'owner', grains: ['voice', 'case', 'rating'] },
  { key: 'team', grains: ['voice', 'case', 'rating'] },
  { key: 'priority', grains: ['voice', 'case', 'rating'] },
  { key: 'status', grains: ['voice', 'case', 'rating'] },
  { key: 'questionnaire', grains: ['answer'] },
] as const satisfies readonly Dimension[];
export type DimensionKey = (typeof DIMENSIONS)[number]['key'];
export const DIMENSION_KEYS = DIMENSIONS.map((one) => one.key) as [DimensionKey, ...DimensionKey[]];
export const TIME_KEYS: readonly string[] = ['day', 'week', 'month'];

/** `count`: whole numbers · `share`: 0-1 · `score`: -100 … 100 · `stars`: 1-5 · `span`: milliseconds. */
export type MeasureUnit = 'count' | 'share' | 'score' | 'stars' | 'span';

/** What the interval beside a value is: of Wilson, of Poisson, of Student, of the difference of two shares, or the middle half of the values. */
export type IntervalKind = 'wilson' | 'poisson' | 't' | 'difference' | 'quartiles' | 'none';

export interface Measure {
  key: string;
  grain: Grain;
  unit: MeasureUnit;
  interval: IntervalKind;
  /** Read from the sums a day where the question allows. */
  summed?: boolean;
  /** More of it is worse; what a table tints. */
  bad?: boolean;
}

/** What one may measure. Names and formulas: `metrics:<key>` (the dictionary). */
export const MEASURES = [
  { key: 'voices', grain: 'voice', unit: 'count', interval: 'poisson', summed: true },
  { key: 'people', grain: 'voice', unit: 'count', interval: 'none' },
  { key: 'negative_share', grain: 'voice', unit: 'share', interval: 'wilson', summed: true, bad: true },
  { key: 'net_sentiment', grain: 'voice', unit: 'score', interval: 'difference', summed: true },
  { key: 'average_rating', grain: 'voice', unit: 'stars', interval: 't', summed: true },
  { key: 'low_rating_share', grain: 'voice', unit: 'share', interval: 'wilson', summed: true, bad: true },
  { key: 'urgent_share', grain: 'voice', unit: 'share', interval: 'wilson', summed: true, bad: true },
  { key: 'complaint_share', grain: 'voice', unit: 'share', interval: 'wilson', summed: true, bad: true },
  { key: 'latent_share', grain: 'voice', unit: 'share', interval: 'wilson', summed: true, bad: true },
  { key: 'cased_share', grain: 'voice', unit: 'share', interval: 'wilson' },
  { key: 'cases', grain: 'case', unit: 'count', interval: 'poisson' },
  { key: 'first_response', grain: 'case', unit: 'span', interval: 'quartiles', bad: true },
  { key: 'resolution_time', grain: 'case', unit: 'span', interval: 'quartiles', bad: true },
  { key: 'in_time_share', grain: 'case', unit: 'share', interval: 'wilson' },
  { key: 'reopened_share', grain: 'case', unit: 'share', interval: 'wilson', bad: true },
  { key: 'verified_share', grain: 'case', unit: 'share', interval: 'wilson' },
  { key: 'repeat_share', grain: 'case', unit: 'share', interval: 'wilson', bad: true },
  { key: 'csat', grain: 'rating', unit: 'share', interval: 'wilson' },
  { key: 'rating_response', grain: 'rating', unit: 'share', interval: 'wilson' },
  { key: 'nps', grain: 'answer', unit: 'score', interval: 'difference' },
] as const satisfies readonly Measure[];
export type MeasureKey = (typeof MEASURES)[number]['key'];
export const MEASURE_KEYS = MEASURES.map((one) => one.key) as [MeasureKey, ...MeasureKey[]];

export function measureOf(key: string): Measure | undefined {
  return (MEASURES as readonly Measure[]).find((one) => one.key === key);
}

export function dimensionOf(key: string): Dimension | undefined {
  return (DIMENSIONS as readonly Dimension[]).find((one) => one.key === key);
}

/** The grain all these measures share and all these dimensions know; null where they do not go together. */
export function grainOf(measures: readonly string[], dimensions: readonly string[]): Grain | null {
  const found = measures.map(measureOf);
  const grain = found[0]?.grain;
  if (!grain || found.some((one) => one?.grain !== grain)) return null;
  return dimensions.every((key) => dimensionOf(key)?.grains.includes(grain)) ? grain : null;
}
