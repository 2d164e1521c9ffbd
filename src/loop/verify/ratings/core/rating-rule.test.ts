// Proves what a score may do: given once, changed within a day, alarming once, and never twice for the same words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGE_MS } from './rating.contract.ts';
import { decideRating, type RatingFacts, readDraft, takesScore } from './rating-rule.ts';

const asked: RatingFacts = {
  state: 'asked',
  score: null,
  comment: null,
  expiresAtMs: 1_000_000_000,
  answeredAtMs: null,
  alarmed: false,
};

describe('a score', () => {
  it('is read strictly, its words kindly', () => {
    expect(readDraft('4', ' 好 \r\n谢谢 ')).toEqual({ ok: true, value: { score: 4, comment: '好 \n谢谢' } });
    expect(readDraft('5', undefined)).toEqual({ ok: true, value: { score: 5, comment: null } });
    for (const wrong of ['', '0', '6', '4.5', 4, null, ['4']]) expect(readDraft(wrong, '').ok).toBe(false);
    expect(readDraft('1', '字'.repeat(1001))).toEqual({ ok: false, reason: 'too_large_comment' });
  });

  it('is taken until the question closes, and may be changed for a day after the first answer', () => {
    expect(takesScore(asked, asked.expiresAtMs - 1)).toBe(true);
    expect(takesScore(asked, asked.expiresAtMs)).toBe(false);
    const answered = { ...asked, state: 'answered' as const, score: 4, answeredAtMs: asked.expiresAtMs - 1 };
    expect(takesScore(answered, answered.answeredAtMs + CHANGE_MS - 1)).toBe(true);
    expect(takesScore(answered, answered.answeredAtMs + CHANGE_MS)).toBe(false);
    expect(decideRating(answered, { score: 1, comment: null }, answered.answeredAtMs + CHANGE_MS)).toEqual({
      ok: false,
      reason: 'rating_settled',
    });
  });

  it('alarms when it is low, once', () => {
    const change = (facts: RatingFacts, score: number) => decideRating(facts, { score, comment: null }, 0);
    expect([1, 2, 3, 4, 5].map((score) => change(asked, score).ok && change(asked, score))).toMatchObject(
      [true, true, false, false, false].map((alarms) => ({ value: { alarms } })),
    );
    expect(change({ ...asked, alarmed: true }, 1)).toMatchObject({ value: { alarms: false } });
  });

  it('changes nothing when it is said again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.option(fc.string({ minLength: 1 })), (score, comment) => {
        const facts = { ...asked, state: 'answered' as const, score, comment, answeredAtMs: 0 };
        expect(decideRating(facts, { score, comment }, 1)).toMatchObject({ value: { isNew: false, newWords: false } });
        expect(decideRating(facts, { score, comment: null }, 1)).toMatchObject({ value: { isNew: false } });
      }),
    );
  });
});
