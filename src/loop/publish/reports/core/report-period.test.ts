import { describe, expect, it } from 'vitest';
import { comparedPeriod, monthBefore, wholeMonths } from './report-period.ts';

describe('the period of a report', () => {
  it.each([
    ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
    ['2024-02-01', '2024-02-29', '2024-01-01', '2024-01-31'],
    ['2026-03-02', '2026-03-08', '2026-02-23', '2026-03-01'],
    ['2026-03-05', '2026-03-05', '2026-03-04', '2026-03-04'],
  ])('%s – %s is compared with %s – %s', (from, to, previousFrom, previousTo) => {
    expect(comparedPeriod(from, to)).toEqual({ from, to, previousFrom, previousTo });
  });

  it('is no period backwards or over three years', () => {
    expect(comparedPeriod('2026-03-02', '2026-03-01')).toBeNull();
    expect(comparedPeriod('2020-01-01', '2026-01-01')).toBeNull();
  });

  it('knows months and quarters', () => {
    expect(wholeMonths('2026-01-01', '2026-03-31')).toBe(3);
    expect(wholeMonths('2026-01-01', '2026-03-30')).toBeNull();
    expect(monthBefore('2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });
});
