// The slash opens templates only where a word begins, and the nearest shortcut stands first.
import { describe, expect, it } from 'vitest';
import { fitting, slashWord } from './template-picker.part.tsx';

describe('slashWord', () => {
  it.each([
    ['/', ''],
    ['您好 /退款', '退款'],
    ['line\n/ship', 'ship'],
    ['1/2', null],
    ['http://a', null],
    ['/退款 ', null],
    ['', null],
  ])('of %j is %j', (text, word) => expect(slashWord(text)).toBe(word));
});

it('puts the shortcut that begins so before the name that contains it', () => {
  const templates = [
    { name: 'About refunds', shortcut: 'money' },
    { name: 'Sorry', shortcut: 'refund' },
    { name: 'Hello', shortcut: null },
  ];
  expect(fitting(templates, 'Refund').map((one) => one.name)).toEqual(['Sorry', 'About refunds']);
});
