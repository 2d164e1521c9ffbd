// Decides whether a dead letter may be tried again, and by which way.
import { ok, type Result, refuse } from '../../../kit/result.ts';
import type { DeadLetterSource } from './dead-letter.contract.ts';

export type Replay =
  | { way: 'reaction'; name: string; eventId: string }
  | { way: 'job'; name: string; payload: unknown };

/** A letter or webhook in mid-air is not replayed here: its own room knows whether that would send it twice. */
export function replayOf(letter: {
  source: DeadLetterSource;
  name: string;
  payload: unknown;
  settled: boolean;
}): Result<Replay, 'already_settled' | 'not_replayable'> {
  if (letter.settled) return refuse('already_settled');
  if (letter.source === 'job') return ok({ way: 'job', name: letter.name, payload: letter.payload });
  const eventId = (letter.payload as { eventId?: unknown } | null)?.eventId;
  if (letter.source === 'reaction' && typeof eventId === 'string') {
    return ok({ way: 'reaction', name: letter.name, eventId });
  }
  return refuse('not_replayable');
}
