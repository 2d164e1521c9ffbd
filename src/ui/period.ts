// A period of figures: so many days up to today, or any two days, kept in the address.

export const PERIODS = ['7', '30', '90'] as const;

export interface Period {
  /** one of the given numbers of days, or `own` for two days of one's own */
  kind: string;
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;
const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * @param today the day it is in the workspace's zone; a wrong address means the usual 30 days
 * @param kinds numbers of days to choose from
 */
export function periodOf(values: Record<string, string>, today: string, kinds: readonly string[] = PERIODS): Period {
  if (isDay(values.from) && isDay(values.to) && values.from <= values.to)
    return { kind: 'own', from: values.from, to: values.to };
  const kind = kinds.find((one) => one === values.days) ?? '30';
  const from = new Date(Date.parse(today) - (Number(kind) - 1) * DAY_MS).toISOString().slice(0, 10);
  return { kind, from, to: today };
}

/** Today in a zone, `YYYY-MM-DD`. */
export function todayIn(zone: string, now: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now);
}
