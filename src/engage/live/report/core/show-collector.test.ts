import { describe, expect, it } from 'vitest';
import type { QuestionGroup, RoomLine, RoomPatch, RoomState } from '../../analysis/core/analysis.contract.ts';
import type { DecodedEvent, LiveEvent } from '../../stream/core/live-event.contract.ts';
import { bucket } from './bucket.fixture.ts';
import { ShowCollector } from './show-collector.ts';

let last = 0;
const at = (event: DecodedEvent): LiveEvent => numbered(event, ++last);
const numbered = (event: DecodedEvent, seq: number): LiveEvent => ({
  ...event,
  v: 1,
  id: `own:r:${seq}`,
  source: 'own',
  roomId: 'r',
  sessionId: 's',
  rts: event.ts,
  seq,
  trust: 'own',
});
const patch = (given: Partial<RoomPatch>): RoomPatch => ({ from: 0, to: 1, now: 0, ...given });
const line = (given: Partial<RoomLine>): RoomLine => ({
  lineId: 'l',
  eventId: 'e',
  text: '质量真好',
  name: null,
  role: null,
  count: 1,
  people: 1,
  class: 'praise',
  sentiment: 1,
  productId: null,
  firstAt: 0,
  lastAt: 0,
  weight: 1,
  isQuestion: false,
  groupId: null,
  ...given,
});
const group = (given: Partial<QuestionGroup>): QuestionGroup => ({
  groupId: 'g',
  title: '有货吗',
  class: 'ask.stock',
  productId: null,
  askers: 1,
  count: 1,
  votes: 0,
  firstAt: 0,
  lastAt: 0,
  state: 'waiting',
  answeredAt: null,
  again: 0,
  samples: [],
  weight: 0,
  ...given,
});
const ended = (endedAt: number | null) =>
  ({ endedAt, words: [], figures: { session: { comments: 3 } }, health: {} }) as unknown as RoomState;
const collector = () =>
  new ShowCollector({ roomId: 'r', showId: 's', title: 'T', isSimulated: false, startedAt: 0, bucketMs: 10_000 });

describe('the record of a show', () => {
  it('knows what was on air, to the second', () => {
    const one = collector();
    one.event(at({ type: 'product.list', ts: 0, items: [{ productId: 'a', index: 1, title: 'Scarf' }] }));
    one.event(at({ type: 'product.pin', ts: 1000, productId: 'a', action: 'pin' }));
    one.event(at({ type: 'product.pin', ts: 1500, productId: 'a', action: 'explain.start' }));
    one.event(at({ type: 'product.pin', ts: 5000, productId: 'b', action: 'pin', title: 'Hat', index: 2 }));
    one.event(at({ type: 'product.pin', ts: 8000, productId: 'b', action: 'unpin' }));
    one.event(at({ type: 'product.pin', ts: 9000, productId: 'a', action: 'pin' }));
    expect(one.record(ended(12_000), []).air).toEqual([
      { productId: 'a', index: 1, title: 'Scarf', price: null, from: 1000, to: 5000 },
      { productId: 'b', index: 2, title: 'Hat', price: null, from: 5000, to: 8000 },
      { productId: 'a', index: 1, title: 'Scarf', price: null, from: 9000, to: 12_000 },
    ]);
  });

  it('keeps the last word on every bucket, group and alarm, unanswered questions first', () => {
    const one = collector();
    one.patch(patch({ buckets: { put: [bucket(0), bucket(10_000)], dropBefore: 0 } }));
    one.patch(patch({ buckets: { put: [bucket(10_000, { comments: 99 })], dropBefore: 10_000 } }));
    one.patch(
      patch({ groups: { put: [group({ groupId: 'a', askers: 9 }), group({ groupId: 'b', askers: 3 })], drop: [] } }),
    );
    one.patch(patch({ groups: { put: [group({ groupId: 'a', askers: 9, state: 'answered' })], drop: ['b'] } }));
    const record = one.record(ended(null), []);
    expect(record.buckets.map((each) => each.comments)).toEqual([10, 99]);
    expect(record.groups.map((each) => [each.groupId, each.state])).toEqual([
      ['b', 'waiting'],
      ['a', 'answered'],
    ]);
  });

  it('quotes what was said in a moment, without waves and hidden lines', () => {
    const one = collector();
    for (let start = 0; start < 60_000; start += 10_000)
      one.patch(patch({ buckets: { put: [bucket(start, { positive: 5 })], dropBefore: 0 } }));
    one.patch(
      patch({
        lines: {
          put: [
            line({ eventId: 'e1', firstAt: 20_000, count: 4 }),
            line({ eventId: 'e2', firstAt: 21_000, text: '水军好评', weight: 0.1, count: 90 }),
            line({ eventId: 'e3', firstAt: 22_000, text: '被隐藏', count: 50 }),
            line({ eventId: 'e4', firstAt: 23_000, text: '不好', sentiment: -1 }),
          ],
          drop: [],
        },
      }),
    );
    one.patch(
      patch({ lines: { put: [line({ eventId: 'e3', firstAt: 22_000, text: '被隐藏', hidden: 'abuse' })], drop: [] } }),
    );
    const [best] = one.record(ended(60_000), []).moments;
    expect(best!.lines.map((each) => each.text)).toEqual(['质量真好']);
  });

  it('counts events by type, people of an interaction once, and hidden lines by reason', () => {
    const one = collector();
    one.event(at({ type: 'interaction.open', ts: 0, interactionId: 'i', kind: 'poll' }));
    for (const uid of ['x', 'x', 'y'])
      one.event(at({ type: 'interaction.entry', ts: 1, interactionId: 'i', choice: '1', user: { uid } }));
    one.event(at({ type: 'interaction.close', ts: 2, interactionId: 'i', kind: 'poll', tallies: { '1': 2 } }));
    one.event(at({ type: 'moderation.action', ts: 3, targetId: 't', action: 'hide', reasonCode: 'abuse' }));
    one.event(at({ type: 'host.answer', ts: 4, groupId: 'g', text: '有货' }));
    const record = one.record(ended(null), []);
    expect(record.events).toMatchObject({ 'interaction.entry': 3, 'interaction.open': 1 });
    expect(record.interactions).toEqual([
      { interactionId: 'i', kind: 'poll', openedAt: 0, closedAt: 2, people: 2, tallies: { '1': 2 }, resultHash: null },
    ]);
    expect(record.hidden).toEqual({ abuse: 1 });
    expect(record.answers).toEqual([{ at: 4, groupId: 'g', text: '有货' }]);
    expect(record.endedAt).toBe(4);
  });

  it('finds the burst of a word from when it stood out', () => {
    const one = collector();
    for (let tick = 0; tick < 30; tick += 1) {
      one.patch(patch({ buckets: { put: [bucket(tick * 10_000, { comments: 20 })], dropBefore: 0 } }));
      if (tick === 10) one.patch(patch({ words: [{ word: '断货', count: 5, people: 5, lift: 3 }] }));
      const said = tick > 10 && tick < 14 ? 10 : 0;
      for (let times = 0; times < said; times += 1)
        one.event(at({ type: 'comment', ts: tick * 10_000, text: '又断货了' }));
    }
    expect(one.record(ended(null), []).bursts[0]).toMatchObject({
      word: '断货',
      from: 110_000,
      to: 140_000,
      count: 30,
    });
  });
});
