// What a case opened from several voices takes over from them.

/** The value all share, or null when they differ or one has none. */
export function soleOf(values: readonly (string | null)[]): string | null {
  const [first] = values;
  return first && values.every((value) => value === first) ? first : null;
}

/** The most frequent theme; the one heard first among equals. */
export function chosenTheme(themes: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const theme of themes) if (theme !== null) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return (
    [...counts].reduce<[string, number] | null>((best, one) => (best && best[1] >= one[1] ? best : one), null)?.[0] ??
    null
  );
}
