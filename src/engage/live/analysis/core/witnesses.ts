// Counts how many independent people stand behind the same accusation: newcomers with copied words or names of one make are one.
import { nameForm } from './name-shape.ts';
import type { Hit } from './series.ts';

/** Shorter lines are what everybody says. */
const LEAST_LENGTH = 6;
const COPY = 0.55;
/** Names of one make need less of the wording in common. */
const COPY_BY_MAKE = 0.3;
const MOST_PAIRS = 60;

interface Voice {
  pairs: Set<string>;
  length: number;
  form: string;
}

/**
 * Distinct witnesses among `hits`. Whoever has a history in the room or bought counts for himself; nobody-in-particular counts once.
 * @param isCheap the accusation costs nothing to make ("fake"): a name of the same make is enough to be one voice
 */
export function witnessesOf(hits: readonly Hit[], isCheap: boolean): number {
  const known = new Set<number>();
  const seen = new Set<number>();
  const voices: Voice[] = [];
  for (const hit of hits) {
    if (!hit.isFresh) {
      known.add(hit.person);
      continue;
    }
    if (seen.has(hit.person)) continue;
    seen.add(hit.person);
    const voice = voiceOf(hit);
    if (!voices.some((other) => isOneVoice(voice, other, isCheap))) voices.push(voice);
  }
  let extra = 0;
  for (const person of seen) if (known.has(person)) extra += 1;
  return known.size + Math.max(0, voices.length - extra);
}

function voiceOf(hit: Hit): Voice {
  const bare = hit.text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < bare.length && at < MOST_PAIRS; at += 1) pairs.add(bare.slice(at, at + 2));
  return { pairs, length: bare.length, form: nameForm(hit.name) };
}

function isOneVoice(a: Voice, b: Voice, isCheap: boolean): boolean {
  const isOneMake = a.form !== '' && a.form === b.form;
  if (isOneMake && isCheap) return true;
  if (Math.min(a.length, b.length) < LEAST_LENGTH) return false;
  let shared = 0;
  for (const pair of a.pairs) if (b.pairs.has(pair)) shared += 1;
  const alike = shared / (a.pairs.size + b.pairs.size - shared);
  if (isCheap) return alike >= COPY;
  // A real fault has few wordings; it takes more than those to doubt who tells it.
  return isOneMake && alike >= COPY_BY_MAKE;
}
