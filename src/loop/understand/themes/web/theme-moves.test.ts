// The history says all that a save did, and names the language whose name was changed.
import { describe, expect, it } from 'vitest';
import { movesOf } from './theme-moves.ts';

const before = { zh: '试穿请求', en: 'Fitting', enabled: true, keywords: ['试穿'] };

describe('a change', () => {
  it('of the English name alone is told as one, in both languages', () => {
    const change = { change: 'renamed', before, after: { ...before, en: 'Try-on' } };
    expect(movesOf(change, 'zh')).toEqual(['renamedEn']);
    expect(movesOf(change, 'en')).toEqual(['renamed']);
  });

  it('of name and keywords at once tells both', () => {
    const change = { change: 'renamed', before, after: { ...before, zh: '试穿', keywords: [] } };
    expect(movesOf(change, 'zh')).toEqual(['renamed', 'keywords']);
    expect(movesOf(change, 'en')).toEqual(['renamedZh', 'keywords']);
  });

  it('without a before is what it says', () => {
    expect(movesOf({ change: 'added', before: null, after: before }, 'zh')).toEqual(['added']);
    expect(movesOf({ change: 'merged', before, after: { ...before, mergedInto: 'x' } }, 'zh')).toEqual(['merged']);
  });
});
