// Decides what came of a resolution from what was seen and said of it; the one place where "it helped" is concluded.
import type { DisputedHow, EvidenceKind, VerifiedHow } from './gate.contract.ts';

export interface Evidence {
  kind: EvidenceKind;
  /** Who said it: a person, or a voice nobody is known behind; null where it is nobody's word. */
  reporter: string | null;
  score: number | null;
  atMs: number;
}

export interface RoundRules {
  byPerson: boolean;
  byRating: boolean;
  byCallback: boolean;
}

export interface RoundHistory {
  resolvedAtMs: number;
  /** Null when time alone does not verify. */
  windowEndsAtMs: number | null;
  /** Different people and nameless voices who reported it, and how many of them are known. */
  reporters: number;
  known: number;
  rules: RoundRules;
  /** In any order. */
  evidence: readonly Evidence[];
  /** Where nobody is known: whether the same was complained of again by others nobody knows; null before the window has passed. */
  saidAgain: boolean | null;
}

export type GateVerdict =
  | { verdict: 'verified'; how: VerifiedHow }
  | { verdict: 'disputed'; how: DisputedHow }
  | { verdict: 'wait'; untilMs: number | null; confirmations: number; needed: number }
  | { verdict: 'unclear' };

/** Ratings that say yes and those that say no; a 3 says neither. */
const YES_FROM = 4;
const NO_UP_TO = 2;

/** How many must say yes before the window ends: at least half of those who reported it. */
export function neededYes(reporters: number): number {
  return Math.max(1, Math.ceil(reporters / 2));
}

/** What one piece of evidence says: 1 it helped, -1 it did not, 0 neither. */
function signOf(evidence: Evidence, rules: RoundRules): -1 | 0 | 1 {
  switch (evidence.kind) {
    case 'confirmed':
      return rules.byPerson ? 1 : 0;
    case 'callback_fixed':
      return rules.byCallback ? 1 : 0;
    case 'rated':
      if ((evidence.score ?? 3) <= NO_UP_TO) return -1;
      return rules.byRating && (evidence.score ?? 3) >= YES_FROM ? 1 : 0;
    // A no is heard whatever the rules are: they only say what verifies early.
    case 'denied':
    case 'callback_not_fixed':
    case 'repeat':
      return -1;
    default:
      return 0;
  }
}

const DISPUTES: Partial<Record<EvidenceKind, DisputedHow>> = {
  denied: 'person',
  rated: 'rating',
  callback_not_fixed: 'callback',
  repeat: 'repeat',
};
const CONFIRMS: Partial<Record<EvidenceKind, VerifiedHow>> = {
  confirmed: 'person',
  rated: 'rating',
  callback_fixed: 'callback',
};

/**
 * The latest word of each reporter counts. One no disputes. Yes of at least half of the reporters verifies at once, else the end of the
 * window does, if nobody said no until then. Where nobody is known, silence proves less: the same complaint of other nameless people
 * within the window leaves it unclear.
 */
export function decideGate(history: RoundHistory, nowMs: number): GateVerdict {
  const latest = latestWords(history);
  const no = [...latest.values()].filter((word) => word.sign < 0).sort(byTime)[0];
  if (no) return { verdict: 'disputed', how: DISPUTES[no.evidence.kind] ?? 'person' };
  const yes = [...latest.values()].filter((word) => word.sign > 0).sort(byTime);
  const needed = neededYes(history.reporters);
  if (yes.length >= needed) return { verdict: 'verified', how: CONFIRMS[yes.at(-1)!.evidence.kind] ?? 'person' };
  const { windowEndsAtMs } = history;
  if (windowEndsAtMs === null || nowMs < windowEndsAtMs) {
    return { verdict: 'wait', untilMs: windowEndsAtMs, confirmations: yes.length, needed };
  }
  if (history.known > 0 || yes.length > 0) return { verdict: 'verified', how: 'window' };
  if (history.saidAgain === null) return { verdict: 'wait', untilMs: windowEndsAtMs, confirmations: 0, needed };
  return history.saidAgain ? { verdict: 'unclear' } : { verdict: 'verified', how: 'window' };
}

interface Word {
  evidence: Evidence;
  sign: -1 | 0 | 1;
}

function byTime(one: Word, other: Word): number {
  return one.evidence.atMs - other.evidence.atMs;
}

/** Each reporter's last word that is one at all; of two at the same instant the no counts. */
function latestWords(history: RoundHistory): Map<string, Word> {
  const latest = new Map<string, Word>();
  for (const evidence of history.evidence) {
    if (!(evidence.kind in DISPUTES) && !(evidence.kind in CONFIRMS)) continue;
    if (evidence.atMs < history.resolvedAtMs) continue;
    // A later complaint counts for the rate of repeats; it does not take back what the window has shown.
    if (evidence.kind === 'repeat' && history.windowEndsAtMs !== null && evidence.atMs >= history.windowEndsAtMs)
      continue;
    const word = { evidence, sign: signOf(evidence, history.rules) };
    const key = evidence.reporter ?? '';
    const before = latest.get(key);
    const later = before ? evidence.atMs - before.evidence.atMs : 1;
    if (later > 0 || (later === 0 && word.sign < before!.sign)) latest.set(key, word);
  }
  return latest;
}
