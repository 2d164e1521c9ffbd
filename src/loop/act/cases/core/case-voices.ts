// Sorts voices into the cases they belong to and adds them up, so that a thousand of them cost a handful of statements.
import type { Priority } from './case.contract.ts';
import { higher } from './case.priority.ts';
import { type CaseVoice, keyOfVoice } from './case-voice.contract.ts';

/** What the voices of a case add up to, as its row holds it. */
export interface Sum {
  voices: number;
  unknown_voices: number;
  people: number;
  urgent: boolean;
  min_rating: number | null;
  worst_sentiment: number | null;
  vip: boolean;
  last_voice_at: Date;
  priority_floor: Priority | null;
}

/** Voices by the case they belong to, in the order in which they came. */
export function gather(voices: readonly CaseVoice[]): Map<string, CaseVoice[]> {
  const groups = new Map<string, CaseVoice[]>();
  for (const voice of voices) {
    const key = keyOfVoice(voice);
    const group = groups.get(key);
    if (group) group.push(voice);
    else groups.set(key, [voice]);
  }
  return groups;
}

/** Adds voices to what a case amounts to; without a case yet, they are all there is. */
export function addUp(before: Sum | null, voices: readonly CaseVoice[]): Sum {
  const known = voices.some((voice) => voice.personId !== null);
  const sum: Sum = before
    ? { ...before }
    : {
        voices: 0,
        unknown_voices: 0,
        // Voices of one call share the person.
        people: known ? 1 : 0,
        urgent: false,
        min_rating: null,
        worst_sentiment: null,
        vip: false,
        last_voice_at: voices[0]!.occurredAt,
        priority_floor: null,
      };
  for (const voice of voices) {
    sum.voices += 1;
    if (voice.personId === null) sum.unknown_voices += 1;
    sum.urgent ||= voice.urgent;
    sum.vip ||= voice.vip;
    sum.min_rating = least(sum.min_rating, voice.rating);
    sum.worst_sentiment = least(sum.worst_sentiment, voice.sentimentScore);
    if (voice.occurredAt > sum.last_voice_at) sum.last_voice_at = voice.occurredAt;
    if (voice.floor) sum.priority_floor = sum.priority_floor ? higher(sum.priority_floor, voice.floor) : voice.floor;
  }
  return sum;
}

function least(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
