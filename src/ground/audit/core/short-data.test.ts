import { describe, expect, it } from 'vitest';
import { shortData } from './short-data.ts';

describe('data of an audit row', () => {
  it('keeps what is short and counts what is long', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `fb_${index}`);
    expect(shortData({ reason: 'x', few: ['a'], feedbackIds: ids })).toEqual({
      reason: 'x',
      few: ['a'],
      feedbackIds: { count: 1000, first: ids.slice(0, 5) },
    });
  });

  it.each([[null], ['text'], [3], [[1, 2]]])('makes an object of %j', (value) => {
    expect(shortData(value)).toEqual({ value });
  });
});
