// Counts what came of asking a language model, so that one that never answers is not taken for one that agrees.
import type { SecondOpinion } from '../../text/llm/second-opinion.ts';

export interface OpinionTally {
  note(second: Pick<SecondOpinion, 'refusal' | 'status'>): void;
  /** For the last line of a command: `3 asked about: 2 answered, 1 failed (first: unreachable)`. */
  sentence(): string;
}

const WORDS = {
  timed_out: 'timed out',
  unreachable: 'unreachable',
  refused: 'refused',
  nonsense: 'answer not of the asked form',
};

export function createOpinionTally(): OpinionTally {
  let answered = 0;
  let failed = 0;
  let spent = 0;
  let first = '';
  return {
    note({ refusal, status }) {
      if (refusal === null) answered += 1;
      else if (refusal === 'budget_spent') spent += 1;
      else {
        failed += 1;
        first ||= status === undefined ? WORDS[refusal] : `${WORDS[refusal]} with HTTP ${status}`;
      }
    },
    sentence() {
      const asked = `${answered + failed} asked about: ${answered} answered, ${failed} failed`;
      const why = failed > 0 ? ` (first: ${first})` : '';
      return `${asked}${why}${spent > 0 ? `, ${spent} left out: HUIYIN_LLM_PER_DAY is spent` : ''}`;
    },
  };
}
