// The moments people put things off to.

export type SnoozeKey = 'hour' | 'evening' | 'tomorrow' | 'monday';

/** Moments after `now` in the reader's own zone: in an hour, today at six, tomorrow at nine, Monday at nine; soonest first. */
export function snoozeChoices(now: Date): { key: SnoozeKey; until: Date }[] {
  const at = (days: number, hour: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour, 0, 0);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const choices: { key: SnoozeKey; until: Date }[] = [
    { key: 'hour', until: new Date(now.getTime() + 3_600_000) },
    ...(now.getHours() < 17 ? [{ key: 'evening' as const, until: at(0, 18) }] : []),
    { key: 'tomorrow', until: at(1, 9) },
    ...(toMonday > 1 ? [{ key: 'monday' as const, until: at(toMonday, 9) }] : []),
  ];
  return choices.sort((one, other) => one.until.getTime() - other.until.getTime());
}
