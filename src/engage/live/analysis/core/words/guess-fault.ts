// Decides when a line no list has read is taken for a hint at a fault, and when it is plain enough to be one.
import type { FaultReading } from '../../../../../text/short/live-head.ts';
import type { ShortReading } from '../../../../../text/short/short.contract.ts';
import type { LiveClass } from '../analysis.contract.ts';
import { isLatin } from './asking-form.ts';
import type { WordFinds } from './choose-class.ts';
import type { LeanReader } from './lean.ts';

/** Classes of lines in which no list read anything that was meant. */
const OPEN: ReadonlySet<LiveClass> = new Set(['other', 'greeting', 'buy.intent', 'buy.done']);
/** P(positive) up to which an unread line has a bad tone. */
const LEAST_BAD = 0.35;
/** English of the chat is often read as neither. */
const LEAST_BAD_LATIN = 0.55;
/** Log odds of a guess that may support, and of one that stands for itself. */
const LEAN = 6;
const LEAN_LATIN = 4;
const PLAIN = 9;
const PLAIN_LATIN = 7;
/** P(positive) of what stands for itself. */
const PLAINLY_BAD = 0.25;

export function isUnread(kind: LiveClass): boolean {
  return OPEN.has(kind);
}

export interface Guess {
  class: LiveClass;
  matter: string;
  /** Shown as one. */
  isPlain: boolean;
  /** To alarms it stays a hint, however plain. */
  isHint: boolean;
}

/**
 * What the trained head makes of an unread line, null when it says too little. A danger no list names is a hint, however sure it is.
 * @param kind what the lists took the line for: one that greets or buys must be plain to be heard otherwise
 */
export function guessByHead(told: FaultReading | null, kind: LiveClass): Guess | null {
  if (told === null) return null;
  if (told.level !== 'plain' && (told.level !== 'hint' || kind !== 'other')) return null;
  const isPlain = told.level === 'plain' && !told.class.startsWith('risk.');
  return { class: told.class as LiveClass, matter: told.matter, isPlain, isHint: !isPlain };
}

/** What an unread line leans to, null when its tone is not bad or its words say too little. */
export function guessFault(lean: LeanReader, finds: WordFinds, short: ShortReading): Guess | null {
  const latin = isLatin(finds);
  if (short.sentiment > 0 || short.probability > (latin ? LEAST_BAD_LATIN : LEAST_BAD)) return null;
  const found = lean.read(finds.codes, finds.length, finds.masked);
  if (found === null || found.score < (latin ? LEAN_LATIN : LEAN)) return null;
  return {
    class: found.class,
    matter: found.class === 'complain.quality' ? 'quality/other' : '',
    isPlain:
      short.probability <= PLAINLY_BAD &&
      found.score >= (latin ? PLAIN_LATIN : PLAIN) &&
      found.class.startsWith('complain.'),
    isHint: true,
  };
}
