// The days of a report are said as people say them, in both languages.
import { expect, it } from 'vitest';
import { periodWords } from './period-words.ts';

it('says two dates as words, and the year once', () => {
  const days = { from: '2026-08-25', to: '2026-09-23' };
  expect(periodWords(days, 'zh-CN')).toBe('2026年8月25日至9月23日');
  expect(periodWords(days, 'en').replace(/\s/g, ' ')).toBe('Aug 25 – Sep 23, 2026');
  expect(periodWords({ from: '2025-12-29', to: '2026-01-04' }, 'zh-CN')).toBe('2025年12月29日至2026年1月4日');
});
