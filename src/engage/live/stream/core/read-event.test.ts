// An event of a stranger is read whole or refused with the name of the field, whatever JSON he sends.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHAPES } from './event-shapes.ts';
import { isEventFault, readDecodedEvent, readOutsideEvent } from './read-event.contract.ts';

const ts = 1_764_000_000_000;

describe('readDecodedEvent', () => {
  it('takes what it knows and leaves the rest behind', () => {
    expect(
      readDecodedEvent({
        type: 'comment',
        id: '9007199254740993',
        ts,
        text: '3号链接多少钱',
        user: { uid: 42, name: '小雨', role: 'fan', follower: true, phone: '13800000000' },
        extra: 1,
        replyTo: null,
      }),
    ).toEqual({
      type: 'comment',
      id: '9007199254740993',
      ts,
      text: '3号链接多少钱',
      user: { uid: '42', name: '小雨', role: 'fan', follower: true },
    });
  });

  it.each([
    [null, '', 'wrong_type'],
    [[], '', 'wrong_type'],
    [{ ts }, 'type', 'missing'],
    [{ type: 5, ts }, 'type', 'wrong_type'],
    [{ type: 'dance', ts }, 'type', 'unknown'],
    [{ type: 'toString', ts }, 'type', 'unknown'],
    [{ type: 'comment', text: 'a' }, 'ts', 'missing'],
    [{ type: 'comment', text: 'a', ts: 1_764_000_000 }, 'ts', 'out_of_range'],
    [{ type: 'comment', text: 'a', ts: ts + 0.5 }, 'ts', 'wrong_type'],
    [{ type: 'comment', ts }, 'text', 'missing'],
    [{ type: 'comment', ts, text: '字'.repeat(501) }, 'text', 'too_long'],
    [{ type: 'comment', ts, text: '好', user: { role: 'king' } }, 'user.role', 'unknown'],
    [{ type: 'comment', ts, text: '好', user: 'me' }, 'user', 'wrong_type'],
    [{ type: 'like', ts, count: -1 }, 'count', 'out_of_range'],
    [
      {
        type: 'order.paid',
        ts,
        orderId: 'o',
        lines: [{ qty: 1 }, { qty: '2' }],
        amount: { minor: 1, currency: 'CNY' },
      },
      'lines.1.qty',
      'wrong_type',
    ],
    [
      { type: 'order.paid', ts, orderId: 'o', lines: [], amount: { minor: 1.5, currency: 'CNY' } },
      'amount.minor',
      'wrong_type',
    ],
    [
      { type: 'order.paid', ts, orderId: 'o', lines: [], amount: { minor: 1, currency: '元' } },
      'amount.currency',
      'unknown',
    ],
    [{ type: 'gift', ts, giftId: '1', name: '花', count: 1, free: 'no' }, 'free', 'wrong_type'],
    [{ type: 'system', ts, name: 'x', data: 'y'.repeat(20_000) }, 'data', 'too_long'],
  ])('names what is wrong with %j', (value, field, code) => {
    expect(readDecodedEvent(value)).toEqual({ field, code });
  });

  it('counts characters as people do', () => {
    const emoji = '🥰'.repeat(500);
    expect(readDecodedEvent({ type: 'comment', ts, text: emoji })).toMatchObject({ text: emoji });
    expect(readDecodedEvent({ type: 'comment', ts, text: `${emoji}!` })).toMatchObject({ code: 'too_long' });
  });

  it('takes out what cannot be stored', () => {
    expect(readDecodedEvent({ type: 'comment', ts, text: 'a\0b\ud800c' })).toMatchObject({ text: 'ab\ufffdc' });
  });

  it('never throws, and what it gave it takes again unchanged', () => {
    const types = Object.keys(SHAPES);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything({ maxDepth: 4 }),
          fc
            .record({ type: fc.constantFrom(...types), ts: fc.constant(ts) })
            .chain((base) =>
              fc
                .dictionary(
                  fc.constantFrom(...Object.keys(SHAPES[base.type as keyof typeof SHAPES]), 'user', 'id', '__proto__'),
                  fc.oneof(
                    fc.anything(),
                    fc.string(),
                    fc.nat(),
                    fc.constant('pin'),
                    fc.constant({ minor: 1, currency: 'CNY' }),
                  ),
                )
                .map((rest) => ({ ...rest, ...base })),
            ),
        ),
        (value) => {
          const read = readDecodedEvent(value);
          if (!isEventFault(read)) expect(readDecodedEvent(read)).toEqual(read);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('readOutsideEvent', () => {
  it.each(['system', 'host.answer', 'interaction.entry', 'interaction.result', 'moderation.action'])(
    'lets nobody outside say %s for the room',
    (type) => {
      const whole = {
        type,
        ts,
        name: 'desk',
        text: 'a',
        interactionId: 'i',
        kind: 'poll',
        targetId: 't',
        action: 'hide',
      };
      expect(isEventFault(readDecodedEvent(whole))).toBe(false);
      expect(readOutsideEvent(whole)).toEqual({ field: 'type', code: 'not_allowed' });
    },
  );

  it('takes comments, orders and pins', () => {
    expect(readOutsideEvent({ type: 'product.pin', ts, action: 'pin', productId: 'p1' })).toEqual({
      type: 'product.pin',
      ts,
      action: 'pin',
      productId: 'p1',
    });
  });
});
