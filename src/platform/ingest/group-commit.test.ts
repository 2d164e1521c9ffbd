import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGroupCommit } from './group-commit.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a group commit', () => {
  it('saves in one go, in order, what comes within the wait, and answers each with its own', async () => {
    const groups: number[][] = [];
    const group = createGroupCommit<number, string>({
      flush: async (items) => {
        groups.push(items);
        return items.map((item) => `saved ${item}`);
      },
      maxWaitMs: 5,
    });
    const answers = [3, 1, 2].map((item) => group.add(item));
    await vi.advanceTimersByTimeAsync(4);
    expect(groups).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(groups).toEqual([[3, 1, 2]]);
    expect(await Promise.all(answers)).toEqual(['saved 3', 'saved 1', 'saved 2']);
  });

  it('does not wait when it is full and never grows beyond its limit', async () => {
    const groups: number[][] = [];
    const group = createGroupCommit<number, number>({
      flush: async (items) => {
        groups.push(items);
        return items;
      },
      maxItems: 3,
      maxWaitMs: 1000,
    });
    const answers = Array.from({ length: 7 }, (_, item) => group.add(item));
    await vi.advanceTimersByTimeAsync(0);
    expect(groups).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(groups[2]).toEqual([6]);
    expect(await Promise.all(answers)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('tells only those of a broken group, whether it throws now or later, and goes on', async () => {
    const group = createGroupCommit<string, string>({
      flush: (items) => {
        if (items.includes('now')) throw new Error('thrown at once');
        return items.includes('later') ? Promise.reject(new Error('rejected')) : Promise.resolve(items);
      },
      maxItems: 2,
    });
    const settled = Promise.allSettled(['now', 'b', 'later', 'd', 'e', 'f'].map((item) => group.add(item)));
    await vi.advanceTimersByTimeAsync(5);
    expect((await settled).map((one) => one.status)).toEqual([
      'rejected',
      'rejected',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });

  it('calls an answer too few a failure, not a success without an answer', async () => {
    const group = createGroupCommit<number, number>({ flush: async () => [1], maxItems: 2 });
    const settled = await Promise.allSettled([group.add(1), group.add(2)]);
    expect(settled.map((one) => one.status)).toEqual(['rejected', 'rejected']);
  });

  it('closes when everything added is saved, also what was still waiting and what is under way', async () => {
    const done: number[] = [];
    const group = createGroupCommit<number, number>({
      flush: async (items) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        done.push(...items);
        return items;
      },
      maxItems: 2,
      maxWaitMs: 10_000,
    });
    const answers = [1, 2, 3].map((item) => group.add(item));
    let closed = false;
    const closing = group.close().then(() => {
      closed = true;
    });
    await vi.advanceTimersByTimeAsync(49);
    expect([closed, done]).toEqual([false, []]);
    await vi.advanceTimersByTimeAsync(1);
    await closing;
    expect(done).toEqual([1, 2, 3]);
    expect(await Promise.all(answers)).toEqual([1, 2, 3]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
