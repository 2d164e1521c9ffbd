// Many questions asked of the same data: Holm's correction keeps the chance of any false alarm at its level.

/**
 * Adjusted p values in the order given (S. Holm, Scand. J. Stat. 6, 1979): reject where the adjusted value is at most the level.
 * Holds whatever the tests have to do with each other.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = new Array<number>(pValues.length);
  let least = 0;
  order.forEach((index, rank) => {
    least = Math.max(least, Math.min(1, (pValues.length - rank) * pValues[index]!));
    adjusted[index] = least;
  });
  return adjusted;
}
