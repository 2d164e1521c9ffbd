// Rules of a shelf that hold before anything is saved.

/** Place of the first number that was there before, or null. */
export function firstDouble(numbers: readonly number[]): number | null {
  const seen = new Set<number>();
  for (const [place, number] of numbers.entries()) {
    if (seen.has(number)) return place;
    seen.add(number);
  }
  return null;
}
