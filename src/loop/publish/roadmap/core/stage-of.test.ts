import { describe, expect, it } from 'vitest';
import { ROADMAP_STAGES } from './roadmap.contract.ts';
import { mayTell, placeBetween, suggestedStage } from './stage-of.ts';

describe('the stage of an item', () => {
  it.each([
    ['open', { problems: ['acting'], cases: ['verified'] }, 'in_progress'],
    ['in_progress', { problems: ['watching'], cases: [] }, 'complete'],
    ['complete', { problems: ['solved'], cases: [] }, 'verified'],
    ['complete', { problems: ['solved', 'acting'], cases: [] }, 'in_progress'],
    ['open', { problems: [], cases: ['resolved', 'verified'] }, 'complete'],
    ['complete', { problems: [], cases: ['resolved'] }, null],
    ['planned', { problems: ['analysing'], cases: [] }, null],
    ['open', { problems: [], cases: [] }, null],
    ['open', { problems: ['something new'], cases: [] }, null],
  ] as const)('at %s with %j it is suggested to be %s', (now, linked, wanted) => {
    expect(suggestedStage(now, linked)).toBe(wanted);
  });

  it('tells in the changelog only what is done', () => {
    expect(ROADMAP_STAGES.filter(mayTell)).toEqual(['complete', 'verified']);
  });

  it('finds a place between, before and behind', () => {
    expect(placeBetween(1, 2)).toBe(1.5);
    expect(placeBetween(null, 2)).toBeLessThan(2);
    expect(placeBetween(2, null)).toBeGreaterThan(2);
    expect(placeBetween(null, null)).toBeGreaterThan(0);
  });
});
