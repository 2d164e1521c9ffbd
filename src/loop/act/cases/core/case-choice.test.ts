// One person stays one person; several themes become the most frequent one.
import { expect, it } from 'vitest';
import { chosenTheme, soleOf } from './case-choice.ts';

it('takes over a person only when all share him', () => {
  expect(soleOf(['a', 'a'])).toBe('a');
  expect(soleOf(['a', 'b'])).toBeNull();
  expect(soleOf(['a', null])).toBeNull();
  expect(soleOf([null, 'a'])).toBeNull();
  expect(soleOf([])).toBeNull();
});

it('takes the most frequent theme, the first among equals', () => {
  expect(chosenTheme(['x', 'y', 'y', null])).toBe('y');
  expect(chosenTheme(['x', 'y'])).toBe('x');
  expect(chosenTheme([null])).toBeNull();
});
