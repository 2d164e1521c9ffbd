// What all TikTok messages have in common, and how their counts are read.
import { numberOf, type WireMessage } from './wire.ts';

/** What every event of a message begins with. */
export interface Common {
  id: string | undefined;
  ts: number;
}

/** The largest number a count may be; damaged frames hold anything. */
export function countOf(message: WireMessage, field: number): number | undefined {
  const value = numberOf(message, field);
  return value === undefined || value > 1e12 ? undefined : value;
}
