// A period has as many days as it says, and a wrong address falls back to the usual one.
import { describe, expect, it } from 'vitest';
import { periodOf, todayIn } from './period.ts';

describe('the period', () => {
  it('is 30 days up to today when nothing is said', () => {
    expect(periodOf({}, '2026-11-22')).toEqual({ kind: '30', from: '2026-10-24', to: '2026-11-22' });
  });

  it('can be one’s own', () => {
    expect(periodOf({ from: '2026-01-01', to: '2026-01-31' }, '2026-11-22')).toEqual({
      kind: 'own',
      from: '2026-01-01',
      to: '2026-01-31',
    });
  });

  it('ignores days the wrong way round', () => {
    expect(periodOf({ from: '2026-02-01', to: '2026-01-31', days: '7' }, '2026-11-22').kind).toBe('7');
  });

  it('knows today where the workspace is', () => {
    expect(todayIn('Asia/Shanghai', Date.parse('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
  });
});
