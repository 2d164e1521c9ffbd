// Checks that what an overlay asks can be read: it stands still, gives way in turn, and what is taken away is gone at once.
import { describe, expect, it } from 'vitest';
import { type FrameLine, LINE_FLAG } from '../../engage/live/viewer/core/frame.contract.ts';
import { createAskedSlots } from './asked-slots.ts';

const ask = (id: number, count = 1): FrameLine => [id, `question ${id}`, null, LINE_FLAG.question, count];
const ids = (slots: readonly ({ id: number } | null)[]) => slots.map((one) => one?.id ?? null);

describe('the questions of an overlay', () => {
  it('shows the most asked first, and no statements', () => {
    const slots = createAskedSlots();
    expect(ids(slots([ask(1), ask(2, 9), [3, 'nice', null, 0, 40], ask(4)], 0))).toEqual([2, 4, 1]);
  });

  it('stands long enough to be read however many come in, then gives way one at a time', () => {
    const slots = createAskedSlots();
    slots([ask(1), ask(2), ask(3)], 0);
    const flood = Array.from({ length: 50 }, (_, at) => ask(10 + at));
    expect(ids(slots(flood, 5_900))).toEqual([3, 2, 1]);
    expect(ids(slots(flood, 6_100))).toEqual([59, 2, 1]);
    expect(ids(slots(flood, 6_400))).toEqual([59, 58, 1]);
  });

  it('counts on while it stands, leaves after a while, and is gone at once when the shop takes it away', () => {
    const slots = createAskedSlots();
    slots([ask(1), ask(2)], 0);
    expect(slots([ask(1, 5), ask(2)], 1000).find((one) => one?.id === 1)?.count).toBe(5);
    expect(ids(slots([ask(2)], 1200, [1]))).toEqual([2, null, null]);
    expect(ids(slots([ask(2)], 26_000))).toEqual([null, null, null]);
  });
});
