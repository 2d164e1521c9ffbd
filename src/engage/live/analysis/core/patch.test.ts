import { describe, expect, it } from 'vitest';
import type { Bucket, RoomLine, RoomPatch, RoomState } from './analysis.contract.ts';
import { applyPatch } from './patch.contract.ts';

const line = (lineId: string, count = 1) => ({ lineId, count }) as RoomLine;
const bucket = (at: number, comments = 0) => ({ at, comments }) as Bucket;
const state = (lines: RoomLine[], buckets: Bucket[] = []) =>
  ({ version: 1, now: 0, lines, groups: [], alerts: [], buckets }) as unknown as RoomState;
const patch = (change: Partial<RoomPatch>): RoomPatch => ({ from: 1, to: 2, now: 5, ...change });

describe('applying a patch', () => {
  it('replaces in place, adds behind, drops by key', () => {
    const before = state([line('a'), line('b'), line('c')]);
    const after = applyPatch(before, patch({ lines: { put: [line('d'), line('b', 7)], drop: ['a'] } }));
    expect(after.lines).toEqual([line('b', 7), line('c'), line('d')]);
    expect(after).toMatchObject({ version: 2, now: 5 });
    expect(before.lines).toHaveLength(3);
  });

  it('keeps what did not change as it is', () => {
    const before = state([line('a')]);
    const after = applyPatch(before, patch({ endedAt: 9 }));
    expect(after.lines).toBe(before.lines);
    expect(after.endedAt).toBe(9);
  });

  it('drops old buckets and puts a late one in its place', () => {
    const before = state([], [bucket(0), bucket(10), bucket(30)]);
    const after = applyPatch(before, patch({ buckets: { put: [bucket(20, 4), bucket(30, 1)], dropBefore: 10 } }));
    expect(after.buckets.map((one) => one.at)).toEqual([10, 20, 30]);
    expect(after.buckets[2]!.comments).toBe(1);
  });
});
