// Decides what a score may do: whether it may still be given or changed, whether it says anything new, whether it alarms.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { CHANGE_MS, LOW_SCORE, MAX_COMMENT, type RatingState } from './rating.contract.ts';

export interface RatingFacts {
  state: RatingState;
  score: number | null;
  comment: string | null;
  expiresAtMs: number;
  answeredAtMs: number | null;
  alarmed: boolean;
}

export interface RatingDraft {
  score: number;
  /** Trimmed; null when nothing was written. */
  comment: string | null;
}

export interface RatingChange {
  isNew: boolean;
  /** The comment says something that was not said before. */
  newWords: boolean;
  /** The case is to be opened again and its people called: once for each rating. */
  alarms: boolean;
}

/** Reads what was sent with the form. @returns the draft, or what is wrong with it */
export function readDraft(
  score: unknown,
  comment: unknown,
): Result<RatingDraft, 'missing_score' | 'too_large_comment'> {
  const number = typeof score === 'string' && /^[1-5]$/.test(score) ? Number(score) : null;
  if (number === null) return refuse('missing_score');
  const text = (typeof comment === 'string' ? comment : '')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take away
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim();
  if ([...text].length > MAX_COMMENT) return refuse('too_large_comment');
  return ok({ score: number, comment: text || null });
}

/** Whether this rating still takes a score at `nowMs`: before its time is over, or within a day of the first answer. */
export function takesScore(facts: Pick<RatingFacts, 'state' | 'expiresAtMs' | 'answeredAtMs'>, nowMs: number): boolean {
  if (facts.answeredAtMs !== null) return nowMs < facts.answeredAtMs + CHANGE_MS;
  return facts.state === 'asked' && nowMs < facts.expiresAtMs;
}

/** What a score changes. Saying the same twice changes nothing; a comment left out keeps the one that was there. */
export function decideRating(
  facts: RatingFacts,
  draft: RatingDraft,
  nowMs: number,
): Result<RatingChange, 'rating_settled'> {
  if (!takesScore(facts, nowMs)) return refuse('rating_settled');
  const newWords = draft.comment !== null && draft.comment !== facts.comment;
  return ok({
    isNew: draft.score !== facts.score || newWords,
    newWords,
    alarms: draft.score <= LOW_SCORE && !facts.alarmed,
  });
}
