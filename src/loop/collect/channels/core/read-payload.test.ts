import { describe, expect, it } from 'vitest';
import { readPayload } from './read-payload.ts';

const plain = { channel: 'webhook', mapping: {} } as const;

describe('a delivered payload', () => {
  it('may be a draft, a list, an envelope, or an envelope around a list', () => {
    const draft = { text: '物流太慢', rating: 2 };
    const one = { channel: 'webhook', externalId: 'msg_1', ...draft };
    expect(readPayload(draft, plain, 'msg_1')).toEqual([one]);
    expect(readPayload({ type: 'review.created', data: draft }, plain, 'msg_1')).toEqual([one]);
    expect(readPayload({ items: [draft, draft] }, plain, 'm')).toMatchObject([
      { externalId: 'm:0' },
      { externalId: 'm:1' },
    ]);
    expect(readPayload({ type: 'x', data: [draft] }, plain, 'msg_1')).toEqual([one]);
    expect(readPayload([draft], plain, 'msg_1')).toEqual([one]);
  });

  it('keeps the names its sender gives', () => {
    expect(readPayload({ text: 'a', externalId: 'own', channel: 'review' }, plain, 'm')).toMatchObject([
      { externalId: 'own', channel: 'review' },
    ]);
  });

  it('is read by a mapping of paths', () => {
    const source = {
      channel: 'social',
      mapping: {
        text: 'comment.body',
        rating: 'score',
        personId: 'user.id',
        productName: 'item.title',
        externalId: 'id',
      },
    } as const;
    const payload = { id: 77, comment: { body: '好看' }, score: '5', user: { id: 9 }, item: { title: '丝巾' } };
    expect(readPayload(payload, source, 'm')).toEqual([
      {
        channel: 'social',
        externalId: '77',
        text: '好看',
        rating: 5,
        person: { externalId: '9' },
        product: { name: '丝巾' },
      },
    ]);
  });

  it('reaches no inherited property and stumbles over nothing', () => {
    const source = { channel: 'social', mapping: { text: 'constructor.name', personId: '__proto__.x' } } as const;
    expect(readPayload({}, source, 'm')).toEqual([{ channel: 'social', externalId: 'm' }]);
    expect(readPayload('words', plain, 'm')).toEqual(['words']);
    expect(readPayload(null, plain, 'm')).toEqual([null]);
    expect(readPayload([1, [2]], plain, 'm')).toEqual([1, [2]]);
  });
});
