import { describe, expect, it } from 'vitest';
import type { LiveBody, LiveEvent } from '../../stream/core/live-event.contract.ts';
import { barsOf, historyOf, percentileIn, WINDOW_MS, WindowCounter } from './windows.ts';

const at = (body: LiveBody, ts: number, uid: string): LiveEvent =>
  ({ ...body, ts, user: { uid }, v: 1, seq: 1, id: 'x', source: 's', roomId: 'r', sessionId: 's' }) as LiveEvent;

describe('windows', () => {
  it('count comments, people, paid orders and sales of whole five minutes', () => {
    const counter = new WindowCounter();
    const start = 10 * WINDOW_MS;
    counter.take(at({ type: 'comment', text: '1' }, start, 'a'));
    counter.take(at({ type: 'comment', text: '2' }, start + 1, 'a'));
    const amount = { minor: 990, currency: 'CNY' };
    counter.take(at({ type: 'order.paid', orderId: 'o', lines: [], amount }, start + 2, 'a'));
    expect(counter.finished()).toEqual([]);
    const again = new WindowCounter();
    again.restore(JSON.parse(JSON.stringify(counter.save())));
    for (const one of [counter, again]) {
      one.take(at({ type: 'comment', text: '3' }, start + WINDOW_MS, 'b'));
      expect(one.finished()).toEqual([
        { at: start, sums: { comments: 2, commenters: 1, orders: 1, gmvMinor: 990, follows: 0 } },
      ]);
    }
  });

  it('compare with earlier ones once there are enough', () => {
    const window = (comments: number) => ({ comments, commenters: 0, orders: 0, gmvMinor: 0, follows: 0 });
    expect(historyOf([window(1)])).toBeNull();
    const history = historyOf(Array.from({ length: 101 }, (_, n) => window(n)));
    expect(percentileIn(history, 'comments', 200)).toBe(1);
    expect(percentileIn(history, 'comments', -1)).toBe(0);
    expect(percentileIn(history, 'comments', 50)).toBeCloseTo(0.5, 1);
    expect(percentileIn(null, 'comments', 50)).toBeNull();
  });
});

describe('bars', () => {
  it('put thirty buckets together and say how much of them was a gap', () => {
    const bucket = (n: number) => ({
      at: WINDOW_MS + n * 10_000,
      comments: 2,
      people: 1,
      questions: 1,
      positive: 0,
      negative: 0,
      complaints: 0,
      waved: 0,
      orders: 1,
      gmvMinor: 5,
      online: null,
      likes: 0,
      productId: null,
      gap: n < 3 ? 1 : 0,
    });
    const bars = barsOf(Array.from({ length: 31 }, (_, n) => bucket(n)));
    expect(bars).toHaveLength(2);
    expect(bars[0]).toMatchObject({ at: WINDOW_MS, comments: 60, questions: 30, orders: 30, gmvMinor: 150 });
    expect(bars[0]!.gap).toBeCloseTo(0.1);
  });
});
