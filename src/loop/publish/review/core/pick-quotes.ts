// Which voices are read aloud: a rule, not a taste, so that nobody can choose the pleasant ones.
import type { z } from 'zod';
import type { packQuote } from './review.contract.ts';

export type Quote = z.output<typeof packQuote>;
export interface Candidate extends Quote {
  /** -1 … 1. */
  score: number;
}

const MOST = 8;
const SHORTEST = 6;
const LONGEST = 240;

/**
 * One voice for each rising theme (the most unhappy), one of the urgent ones, the one that has waited longest without an
 * answer, one that was disputed, and one that praises; each feedback once, words of readable length first.
 * @param rising theme keys, the most risen first
 */
export function pickQuotes(candidates: readonly Candidate[], rising: readonly string[]): Quote[] {
  const picked: Quote[] = [];
  const used = new Set<string>();
  const take = (
    why: Quote['why'],
    fits: (one: Candidate) => boolean,
    order: (a: Candidate, b: Candidate) => number,
  ) => {
    const found = candidates
      .filter((one) => one.why === why && fits(one) && !used.has(one.feedbackId))
      .sort(
        (a, b) =>
          Number(isReadable(b)) - Number(isReadable(a)) || order(a, b) || (a.feedbackId < b.feedbackId ? -1 : 1),
      )[0];
    if (!found || picked.length >= MOST) return;
    used.add(found.feedbackId);
    const { score: _score, ...quote } = found;
    picked.push(quote);
  };
  const saddest = (a: Candidate, b: Candidate) => a.score - b.score;
  const oldest = (a: Candidate, b: Candidate) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
  for (const theme of rising) take('rising', (one) => one.theme === theme, saddest);
  take('urgent', () => true, saddest);
  take('waiting', () => true, oldest);
  take('disputed', () => true, oldest);
  take(
    'praise',
    () => true,
    (a, b) => b.score - a.score,
  );
  return picked;
}

function isReadable(one: Candidate): boolean {
  return one.text.length >= SHORTEST && one.text.length <= LONGEST;
}
