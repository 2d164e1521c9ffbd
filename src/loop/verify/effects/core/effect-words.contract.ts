// The closed lists of words about measured fixes.

/** `interim` before the review date, `review` at it, `later` afterwards. */
export const LOOKS = ['interim', 'review', 'later'] as const;
export type Look = (typeof LOOKS)[number];

/** What the counts are set against: all voices of the day, the day's orders, or nothing but the day itself. */
export const EXPOSURES = ['feedback', 'orders', 'days'] as const;
export type Exposure = (typeof EXPOSURES)[number];

/** Why a verdict cannot be given, or what to mind with it. */
export const REASONS = [
  'too_few_days_before',
  'too_few_days_after',
  'too_few_before',
  'too_few_expected',
  'model_failed',
  'groups_drifted',
  'placebo_moves',
  'interval_wide',
  'less_than_expected',
  'got_worse',
] as const;
export type Reason = (typeof REASONS)[number];
