// A short name for a new question or option that no other one has.

/** `nps`, `nps_2`, `nps_3` … */
export function newId(stem: string, taken: readonly string[]): string {
  if (!taken.includes(stem)) return stem;
  for (let count = 2; ; count += 1) if (!taken.includes(`${stem}_${count}`)) return `${stem}_${count}`;
}
