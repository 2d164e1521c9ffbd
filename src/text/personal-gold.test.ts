import { describe, expect, it } from 'vitest';
import { count, readGold } from '../../test/gold/personal/personal-gold.ts';
import { findPersonalData } from './personal-data.ts';

describe('the gold of personal data', () => {
  const lines = [...readGold('design'), ...readGold('measure')];

  it('has at least 500 lines, and spans to find as well as look-alikes to leave', () => {
    expect(lines.length).toBeGreaterThanOrEqual(1000);
    expect(lines.filter((line) => line.wanted.length === 0).length).toBeGreaterThanOrEqual(400);
  });

  it.each(['both halves', 'the half that was only counted'])('is found to 98 % and right to 97 %: %s', (half) => {
    const { recall, precision } = count(half === 'both halves' ? lines : readGold('measure'), findPersonalData);
    expect(recall).toBeGreaterThanOrEqual(98);
    expect(precision).toBeGreaterThanOrEqual(97);
  });
});
