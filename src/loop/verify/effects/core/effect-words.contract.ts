// The closed lists of words about measured fixes.

/** `interim` before the review date, `review` at it, `later` afterwards. */
export const LOOKS = ['interim', 'review', 'later'] as const;
export type Look = (typeof LOOKS)[number];

/** What the counts are set against: all voices of the day, the day's orders, or nothing but the day itself. */
export const EXPOSURES = ['feedback', 'orders', 'days'] as const;
export type Exposure = (typeof EXPOSURES)[number];
