import { describe, expect, it } from 'vitest';
import type { LiveBody, LiveEvent } from '../../stream/core/live-event.contract.ts';
import { deedEvent } from './deed-event.ts';
import type { OperatorDeed } from './desk.contract.ts';
import { boardAfter, EMPTY_BOARD } from './desk-board.ts';

const frame = { v: 1, id: 'x', source: 'desk', roomId: 'r', sessionId: 's', rts: 0, trust: 'own' } as const;
let seq = 0;
const told = (body: LiveBody, ts: number, productId?: string): LiveEvent => {
  seq += 1;
  return { ...frame, ...body, ts, seq, ...(productId ? { productId } : {}) } as LiveEvent;
};
const room = { shelf: [], groups: new Set(['a', 'b', 'c']), alerts: new Set(['w']) };
/** The deed as the analysis and the board hear of it. */
const done = (deed: OperatorDeed, now: number, onAir: string | null = null): LiveEvent => {
  const event = deedEvent({ ...room, id: 'deed', deed, by: { uid: 'm' }, now, onAir });
  if (event === null || typeof event === 'string') throw new Error('no event');
  seq += 1;
  return { ...frame, ...event, seq } as LiveEvent;
};

describe('the board', () => {
  it('keeps the queue in the order in which questions were handed over', () => {
    let board = boardAfter(EMPTY_BOARD, done({ do: 'queue', groupId: 'a', text: '可以机洗' }, 1));
    board = boardAfter(board, done({ do: 'queue', groupId: 'b' }, 2));
    board = boardAfter(board, done({ do: 'queue', groupId: 'a' }, 3));
    expect(board.queue).toEqual([
      { groupId: 'b', text: null, at: 2 },
      { groupId: 'a', text: null, at: 3 },
    ]);
    expect(boardAfter(board, done({ do: 'answer', groupId: 'b' }, 4)).queue.map((one) => one.groupId)).toEqual(['a']);
    expect(boardAfter(board, done({ do: 'merge', groupId: 'b', into: 'a' }, 4)).queue).toHaveLength(1);
  });

  it('ends a countdown when another product comes on air', () => {
    const board = boardAfter(EMPTY_BOARD, done({ do: 'countdown', seconds: 60 }, 1000, 'p1'));
    expect(board.countdown).toEqual({ until: 61_000, productId: 'p1' });
    expect(boardAfter(board, told({ type: 'product.pin', action: 'pin' }, 2, 'p1'))).toBe(board);
    expect(boardAfter(board, told({ type: 'product.pin', action: 'pin' }, 2, 'p2')).countdown).toBeNull();
  });

  it('shows a note until it is taken away', () => {
    const board = boardAfter(EMPTY_BOARD, done({ do: 'note', text: '说慢一点' }, 5));
    expect(board.note).toEqual({ text: '说慢一点', at: 5 });
    expect(boardAfter(board, done({ do: 'note', text: null }, 6)).note).toBeNull();
  });

  it('is left alone by what it does not keep', () => {
    expect(boardAfter(EMPTY_BOARD, told({ type: 'comment', text: '来了' }, 1))).toBe(EMPTY_BOARD);
    expect(boardAfter(EMPTY_BOARD, done({ do: 'acknowledge', alertId: 'w' }, 1))).toBe(EMPTY_BOARD);
  });
});

describe('a deed', () => {
  it('says no to a product that is not on the shelf', () => {
    const pin = { id: 'd', deed: { do: 'pin', productId: 'p9' }, by: {}, now: 1, ...room, onAir: null } as const;
    expect(deedEvent(pin)).toBe('unknown_product');
  });
});

describe('a deed', () => {
  const refused = (deed: OperatorDeed) =>
    deedEvent({ ...room, id: 'deed', deed, by: { uid: 'm' }, now: 1, onAir: null });

  it('about a question or an alarm that is not there is refused, and so is a question put to itself', () => {
    for (const what of ['answer', 'queue', 'dismiss', 'reopen'] as const)
      expect(refused({ do: what, groupId: 'gone' })).toBe('not_found');
    expect(refused({ do: 'acknowledge', alertId: 'gone' })).toBe('not_found');
    expect(refused({ do: 'close_alert', alertId: 'gone' })).toBe('not_found');
    expect(refused({ do: 'merge', groupId: 'a', into: 'gone' })).toBe('not_found');
    expect(refused({ do: 'merge', groupId: 'a', into: 'a' })).toBe('same_group');
    expect(refused({ do: 'merge', groupId: 'a', into: 'b' })).toMatchObject({ type: 'system' });
    expect(refused({ do: 'close_alert', alertId: 'w' })).toMatchObject({ type: 'system' });
  });
});
