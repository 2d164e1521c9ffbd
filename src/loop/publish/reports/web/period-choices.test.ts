import { describe, expect, it } from 'vitest';
import { lastMonth, lastQuarter } from './period-choices.ts';

describe('periods by name', () => {
  it.each([
    ['2026-03-15', '2025-10-01', '2025-12-31'],
    ['2026-04-01', '2026-01-01', '2026-03-31'],
    ['2026-12-31', '2026-07-01', '2026-09-30'],
    ['2026-07-01', '2026-04-01', '2026-06-30'],
  ])('the quarter before %s is %s – %s', (today, from, to) => {
    expect(lastQuarter(today)).toEqual({ from, to });
  });

  it('the month before', () => expect(lastMonth('2026-03-01')).toEqual({ from: '2026-02-01', to: '2026-02-28' }));
});
