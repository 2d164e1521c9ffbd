import { describe, expect, it } from 'vitest';
import { sayWhen } from './when.ts';

const now = new Date('2026-03-10T04:00:00Z');
const zh = (at: string) => sayWhen(new Date(at), now, 'zh-CN', 'Asia/Shanghai');
const en = (at: string) => sayWhen(new Date(at), now, 'en', 'Asia/Shanghai');

describe('when', () => {
  it('is a distance within a day', () => {
    expect(zh('2026-03-10T01:00:00Z')).toBe('3小时前');
    expect(en('2026-03-10T06:00:00Z')).toBe('in 2 hours');
    expect(zh('2026-03-10T03:59:40Z')).toBe('刚刚');
    expect(en('2026-03-10T03:45:00Z')).toBe('15 minutes ago');
  });

  it('is a date with its zone beyond, with the year when it is another one', () => {
    expect(zh('2026-03-01T04:05:00Z')).toMatch(/^3月1日\s?12:05（GMT\+8）$/);
    expect(en('2026-03-12T04:05:00Z')).toContain('March 12');
    expect(en('2026-03-12T04:05:00Z')).toContain('GMT+8');
    expect(en('2025-12-31T20:00:00Z')).toMatch(/^January 1\D+04:00 \(GMT\+8\)$/);
    expect(en('2025-12-30T20:00:00Z')).toContain('2025');
  });
});
