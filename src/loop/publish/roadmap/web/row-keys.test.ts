import { describe, expect, it } from 'vitest';
import { stepOf, stepOfKey } from './row-keys.ts';

const stage = ['a', 'b', 'c'].map((id) => ({ id, stage: 'planned' as const }));

describe('a key on a row', () => {
  it.each([
    ['a', 'up', null],
    ['b', 'up', { stage: 'planned', before: 'a' }],
    ['a', 'down', { stage: 'planned', before: 'c' }],
    ['b', 'down', { stage: 'planned', before: null }],
    ['c', 'down', null],
    ['b', 'forward', { stage: 'in_progress', before: null }],
    ['b', 'back', { stage: 'under_review', before: null }],
  ] as const)('%s %s', (id, step, wanted) => {
    expect(stepOf(stage, { id, stage: 'planned' }, step)).toEqual(wanted);
  });

  it('knows the ends of the stages', () => {
    expect(stepOf([], { id: 'x', stage: 'open' }, 'back')).toBeNull();
    expect(stepOf([], { id: 'x', stage: 'closed' }, 'forward')).toBeNull();
  });

  it('moves only with Shift', () => {
    expect(stepOfKey({ key: 'ArrowUp', shiftKey: true })).toBe('up');
    expect(stepOfKey({ key: 'ArrowUp', shiftKey: false })).toBeNull();
    expect(stepOfKey({ key: 'a', shiftKey: true })).toBeNull();
  });
});
