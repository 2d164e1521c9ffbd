// A version is taken only when nothing speaks against it.
import { describe, expect, it } from 'vitest';
import { decideVersion } from './decide-version.ts';

const report = { shadow: { lessons: 40, neutral: 0, base: 0.8, shop: 0.9 }, isLearned: true, isSelfTrained: false };

describe('a version', () => {
  it('is taken when held-out lessons agree', () => {
    expect(decideVersion(report, 'b', 'a', 40)).toEqual({ kind: 'take' });
  });

  it('is taken from few lessons, which cannot be held out', () => {
    expect(decideVersion({ ...report, shadow: null }, 'b', null, 3)).toEqual({ kind: 'take' });
  });

  it('is refused when the base agrees more with them', () => {
    expect(
      decideVersion({ ...report, shadow: { lessons: 40, neutral: 0, base: 0.9, shop: 0.8 } }, 'b', 'a', 40),
    ).toEqual({
      kind: 'refuse',
      reason: 'not_better',
    });
    expect(decideVersion({ ...report, isLearned: false }, 'b', 'a', 40)).toEqual({
      kind: 'refuse',
      reason: 'not_better',
    });
  });

  it('is refused when the lessons said nothing new', () => {
    expect(decideVersion({ ...report, shadow: null, isLearned: false }, 'b', null, 2)).toEqual({
      kind: 'refuse',
      reason: 'nothing_learned',
    });
  });

  it('is not made twice', () => {
    expect(decideVersion(report, 'a', 'a', 40)).toEqual({ kind: 'same' });
  });

  it('is kept aside while somebody has chosen another by hand', () => {
    expect(decideVersion(report, 'b', 'a', 40, { newest: null })).toEqual({ kind: 'aside' });
    expect(decideVersion(report, 'b', 'a', 40, { newest: 'b' })).toEqual({ kind: 'same' });
    expect(decideVersion({ ...report, isLearned: false }, 'b', 'a', 0, { newest: 'a' })).toEqual({ kind: 'same' });
  });

  it('gives way to the base once the last lesson is taken back', () => {
    expect(decideVersion({ ...report, isLearned: false }, 'b', 'a', 0)).toEqual({ kind: 'base' });
    expect(decideVersion({ ...report, isLearned: false }, 'b', null, 0)).toEqual({ kind: 'same' });
    expect(decideVersion({ ...report, isSelfTrained: true }, 'b', 'a', 0)).toEqual({ kind: 'take' });
  });
});
