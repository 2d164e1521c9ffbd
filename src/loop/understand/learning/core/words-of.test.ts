// A text is looked for by its pairs and words, each once.
import { expect, it } from 'vitest';
import { wordsOf } from './words-of.ts';

it('gives pairs of characters and words, each once, and no single character', () => {
  expect(wordsOf('漏光漏光, Screen leaks 好')).toEqual(['漏光', '光漏', 'screen', 'leaks']);
});
