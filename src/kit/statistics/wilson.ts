// The interval that belongs beside every share: Wilson's score interval for a proportion.

export interface Share {
  /** 0-1; null when nothing was counted. */
  share: number | null;
  /** Lower and upper end, 0-1; 0 and 1 when nothing was counted. */
  low: number;
  high: number;
  count: number;
  of: number;
}

/** Two-sided 95 % point of the normal distribution. */
export const Z95 = 1.959963984540054;

/**
 * Wilson's score interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927): honest for small counts and for shares near 0 and 1.
 * @param count how many of `of` it holds for
 * @param z how wide: 1.96 for 95 %
 */
export function wilson(count: number, of: number, z: number = Z95): Share {
  if (of <= 0) return { share: null, low: 0, high: 1, count: 0, of: 0 };
  const share = count / of;
  const z2 = z * z;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (z / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  // At the ends the formula is exact; rounding must not push it past them.
  return {
    share,
    low: count === 0 ? 0 : Math.max(0, middle - half),
    high: count === of ? 1 : Math.min(1, middle + half),
    count,
    of,
  };
}
