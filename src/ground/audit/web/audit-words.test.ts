// Entries of the log become sentences with their blanks filled, and changes are told key by key.
import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { blanks, changesOf, deedText, isReveal, placeOf } from './audit-words.ts';

const t = ((key: string, values: Record<string, unknown>) =>
  `${key} ${values?.from ?? ''}>${values?.to ?? ''}`) as TFunction;

describe('an entry', () => {
  it('fills its blanks with plain values and counts its lists', () =>
    expect(blanks({ name: 'A', feedbackIds: ['x', 'y'], ids: { count: 40, first: [] }, deep: { a: 1 } })).toEqual({
      name: 'A',
      feedbackIdsCount: 2,
      idsCount: 40,
    }));
  it('says statuses in words', () =>
    expect(deedText(t, { type: 'case.status_changed', data: { from: 'new', to: 'open' } })).toContain('ui:status.new'));
  it('is a look behind a mask when it reveals', () => {
    expect(isReveal('feedback.revealed')).toBe(true);
    expect(isReveal('feedback.released')).toBe(false);
  });
  it('leads to its thing', () => {
    expect(placeOf('case_01h')).toBe('/cases/case_01h');
    expect(placeOf('mem_01h')).toBeNull();
    expect(placeOf(null)).toBeNull();
  });
});

it('tells only what changed', () =>
  expect(changesOf({ from: { role: 'agent', name: 'A' }, to: { role: 'admin', name: 'A' } })).toEqual([
    { key: 'role', from: 'agent', to: 'admin' },
  ]));
