import { expect, it } from 'vitest';
import { createOpinionTally } from './opinion-tally.ts';

it('says how many were asked about, answered and failed, and why the first failed', () => {
  const tally = createOpinionTally();
  expect(tally.sentence()).toBe('0 asked about: 0 answered, 0 failed');
  tally.note({ refusal: null });
  tally.note({ refusal: 'refused', status: 401 });
  tally.note({ refusal: 'unreachable' });
  expect(tally.sentence()).toBe('3 asked about: 1 answered, 2 failed (first: refused with HTTP 401)');
  tally.note({ refusal: 'budget_spent' });
  expect(tally.sentence()).toContain('1 left out: HUIYIN_LLM_PER_DAY is spent');
});
