// How a feature declares the news it tells: a name in the past tense and the shape of what comes with it.
import type { z } from 'zod';

export interface EventDef<D = unknown> {
  /** `<noun>.<past>`, for example `case.opened`. */
  type: string;
  data: z.ZodType<D>;
}

export interface EventInput<D> {
  /** Id of the thing the event is about; null for an event about many. */
  subject: string | null;
  data: D;
}

/** Declares an event. */
export function defineEvent<D>(type: string, data: z.ZodType<D>): EventDef<D> {
  return { type, data };
}
