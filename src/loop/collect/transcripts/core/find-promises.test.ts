// Promises are found with their due time, and courtesies are not taken for promises.
import { describe, expect, it } from 'vitest';
import { dueTime } from './due-time.ts';
import { findPromises } from './find-promises.ts';
import { PROMISE_CASES } from './promises.cases.ts';

const zone = 'Asia/Shanghai';
const saidAt = new Date('2026-03-02T10:00:00+08:00');
const local = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('a line of an agent', () => {
  it('is read as the table says', () => {
    expect(PROMISE_CASES.length).toBeGreaterThanOrEqual(80);
    const wrong = PROMISE_CASES.flatMap(([text, wanted]) => {
      const [promise] = findPromises(text, saidAt, zone);
      const found = promise === undefined ? false : promise.dueAt === null ? null : local(promise.dueAt);
      return found === wanted ? [] : [{ text, wanted, found }];
    });
    expect(wrong).toEqual([]);
  });

  it('may hold several, and only those', () => {
    const text = '好的亲。我们今天给您退差价。请您稍等！专员会在2小时内联系您，谢谢。还有其他问题吗？';
    expect(findPromises(text, saidAt, zone).map((one) => one.text)).toEqual([
      '我们今天给您退差价',
      '专员会在2小时内联系您，谢谢',
    ]);
  });
});

it('a due time knows summer time, the end of the year and the weekend', () => {
  const berlin = dueTime('within 24 hours', new Date('2026-03-28T12:00:00Z'), 'Europe/Berlin');
  expect(berlin?.toISOString()).toBe('2026-03-29T12:00:00.000Z');
  expect(local(dueTime('1月5日前', new Date('2026-12-30T02:00:00Z'), zone)!)).toBe('2027-01-05 23:59');
  expect(local(dueTime('1个工作日内', new Date('2026-03-06T02:00:00Z'), zone)!)).toBe('2026-03-09 23:59');
  expect(dueTime('没有时间', saidAt, zone)).toBeNull();
  expect(dueTime('2月31日', saidAt, zone)).toBeNull();
});
