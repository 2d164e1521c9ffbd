// What everybody is shown of a flood: repeats counted, questions first, hidden lines gone, missed frames noticed, answers told.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../kit/seeded.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import { NOTHING_SEEN, seeFrame, seeOwnLine, seeSnapshot } from './apply-frame.ts';
import { createAskBook } from './ask-book.ts';
import { compactInteraction, LINE_FLAG } from './frame.contract.ts';
import { bytesOf, createLineMixer, looksLikeQuestion, sameWords } from './mix-lines.ts';
import { take, tickOf } from './pace.ts';
import { createRoomScreen, type Moment } from './room-screen.ts';
import { viewerMessage } from './viewer-message.contract.ts';

const LIMITS = { lines: 20, bytes: 2_000 };
let seq = 0;
function comment(text: string, more: Partial<LiveEvent> = {}): LiveEvent {
  seq += 1;
  return {
    v: 1,
    id: `own:r:${seq}`,
    source: 'own',
    roomId: 'r',
    sessionId: 's',
    type: 'comment',
    ts: 1_000,
    rts: 1_000,
    seq,
    trust: 'own',
    text,
    user: { uid: `u${seq}`, name: '小鹿' },
    ...more,
  } as LiveEvent;
}
const NO_SHELF: Moment['shelf'] = [];
const at = (now: number, more: Partial<Moment> = {}): Moment => ({
  now,
  online: 3,
  tick: 250,
  bytes: 2_000,
  shelf: NO_SHELF,
  interactions: [],
  ...more,
});

describe('the mix of lines', () => {
  it('counts the same words instead of repeating them, also after they were shown', () => {
    const mixer = createLineMixer(seeded(1));
    mixer.take({ id: 1, text: '多少钱？', name: null, flags: 0 }, 0);
    mixer.take({ id: 2, text: '多少钱', name: null, flags: 0 }, 10);
    expect(mixer.drain(20, LIMITS)).toEqual({ lines: [[1, '多少钱？', null, 0, 2]], again: [] });
    mixer.take({ id: 3, text: '多少钱!!', name: null, flags: 0 }, 300);
    expect(mixer.drain(320, LIMITS)).toEqual({ lines: [], again: [[1, 3]] });
    mixer.take({ id: 4, text: '多少钱', name: null, flags: 0 }, 9_000);
    expect(mixer.drain(9_020, LIMITS).lines).toEqual([[4, '多少钱', null, 0, 1]]);
  });

  it('keeps to its lines and bytes, and lets the shop speak all the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 300 }),
        fc.integer(),
        (texts, seed) => {
          const mixer = createLineMixer(seeded(seed));
          for (const [id, text] of texts.entries()) mixer.take({ id, text: `${id}${text}`, name: null, flags: 0 }, 0);
          const { lines } = mixer.drain(1, { lines: 20, bytes: 500 });
          const bytes = lines.reduce((sum, line) => sum + bytesOf(line[1]) + 24, 0);
          return lines.length <= 20 && bytes <= 500;
        },
      ),
    );
    const mixer = createLineMixer(seeded(2));
    mixer.take({ id: 1, text: '新品马上上架', name: null, flags: LINE_FLAG.staff }, 0);
    expect(mixer.drain(1, { lines: 20, bytes: 5 }).lines).toHaveLength(1);
  });

  it('shows questions far more often than small talk when not all fits', () => {
    const mixer = createLineMixer(seeded(3));
    let asked = 0;
    for (let round = 0; round < 200; round += 1) {
      for (let id = 0; id < 40; id += 1)
        mixer.take(
          { id: round * 100 + id, text: `${round} ${id}`, name: null, flags: id < 10 ? LINE_FLAG.question : 0 },
          round * 10_000,
        );
      asked += mixer.drain(round * 10_000, { lines: 10, bytes: 9_999 }).lines.filter((line) => line[3] & 1).length;
    }
    // A quarter of the lines; drawn without weights it would be 500.
    expect(asked).toBeGreaterThan(1_200);
  });

  it('knows a question by its words in both languages, and not every mark', () => {
    for (const text of ['这个多少钱', '会起球吗', 'what size should I take', 'Is it warm?'])
      expect(looksLikeQuestion(text)).toBe(true);
    for (const text of ['？', '好看', '666', 'nice']) expect(looksLikeQuestion(text)).toBe(false);
    expect(sameWords('ＯＫ！！哈哈哈哈')).toBe('ok哈哈');
  });
});

describe('the screen of a room', () => {
  it('says nothing twice, says what is new, and gives a newcomer everything', () => {
    const screen = createRoomScreen({ slug: 'r', title: '夏夜', startedAt: 0, isSimulated: false }, seeded(4));
    screen.take([comment('有货吗'), { ...comment(''), type: 'like', count: 5 } as LiveEvent], false);
    const first = screen.frame(at(1_000))!;
    expect(first).toMatchObject({ n: 1, o: 3, l: 5, p: null });
    expect(first.c?.[0]?.[3]).toBe(LINE_FLAG.question);
    expect(screen.frame(at(1_250))).toBeNull();
    // A sign of life when nothing happens.
    expect(screen.frame(at(7_000))).toEqual({ n: 2, t: 7_000 });
    expect(screen.snapshot(at(7_100))).toMatchObject({ snap: 1, n: 2, o: 3, l: 5, room: { title: '夏夜' } });
    expect(screen.snapshot(at(7_100)).c).toHaveLength(1);
  });

  it('takes a hidden line away with its repeats, counts the reason, and shows nothing of it to newcomers', () => {
    const screen = createRoomScreen({ slug: 'r', title: '', startedAt: 0, isSimulated: false }, seeded(5));
    const bad = comment('加我微信低价');
    screen.take([bad, comment('好看')], false);
    screen.frame(at(1_000));
    screen.take(
      [
        {
          ...comment(''),
          type: 'moderation.action',
          targetId: bad.id,
          action: 'hide',
          reasonCode: 'advertising',
        } as LiveEvent,
      ],
      false,
    );
    expect(screen.frame(at(1_500))).toMatchObject({ x: [bad.seq] });
    const snapshot = screen.snapshot(at(1_600));
    expect(snapshot.c.map((line) => line[1])).toEqual(['好看']);
    expect(snapshot.hidden).toEqual({ advertising: 1 });
  });

  it('sends an interaction when it changed, at most about once a second', () => {
    const screen = createRoomScreen({ slug: 'r', title: '', startedAt: 0, isSimulated: false }, seeded(6));
    const view = {
      interactionId: 'i1',
      kind: 'poll',
      state: 'open',
      version: 1,
      title: '选哪个颜色',
      options: [{ key: '1', label: '红', votes: 0 }],
      people: 0,
      rejected: 0,
      opensAt: null,
      closesAt: null,
      keyword: null,
      answer: null,
      rulesHash: null,
      commitment: null,
      resultHash: null,
      prizes: [],
      questions: [],
      publicUrl: null,
    } as never;
    const first = screen.frame(at(2_000, { interactions: [view] }))!;
    expect(first.i).toEqual([compactInteraction(view)]);
    expect(Object.keys(first.i![0]!)).not.toContain('prizes');
    const voted = { ...(view as object), version: 2, people: 1 } as never;
    expect(screen.frame(at(2_250, { interactions: [voted] }))).toBeNull();
    expect(screen.frame(at(3_000, { interactions: [voted] }))?.i?.[0]?.people).toBe(1);
  });

  it('puts the shelf’s own title and price on what is on air', () => {
    const screen = createRoomScreen({ slug: 'r', title: '', startedAt: 0, isSimulated: false }, seeded(7));
    screen.take([{ ...comment(''), type: 'product.pin', action: 'pin', productId: 'p1' } as LiveEvent], false);
    const shelf = [{ productId: 'p1', index: 3, title: '开衫', price: { minor: 19900, currency: 'CNY' } }] as never;
    expect(screen.frame(at(1_000, { shelf }))?.p).toEqual({
      id: 'p1',
      index: 3,
      title: '开衫',
      price: { minor: 19900, currency: 'CNY' },
    });
  });
});

describe('what a page knows', () => {
  const snapshot = {
    n: 7,
    t: 1,
    snap: 1,
    room: {},
    c: [[1, 'a', null, 0, 1]],
    o: 2,
    l: 3,
    p: null,
    s: 1,
    i: [],
    h: [],
    tick: 250,
    hidden: {},
  } as never;
  it('notices a missing frame and ignores an old one', () => {
    const sight = seeSnapshot(NOTHING_SEEN, snapshot);
    expect(seeFrame(sight, { n: 8, t: 2, c: [[2, 'b', null, 0, 1]] }).hole).toBe(false);
    expect(seeFrame(sight, { n: 9, t: 2 }).hole).toBe(true);
    expect(seeFrame(sight, { n: 7, t: 2, o: 99 }).sight).toBe(sight);
  });
  it('shows one’s own line once, in its place', () => {
    let sight = seeOwnLine(seeSnapshot(NOTHING_SEEN, snapshot), [5, '我问', null, 1, 1]);
    sight = seeFrame(sight, {
      n: 8,
      t: 2,
      c: [
        [3, 'b', null, 0, 1],
        [5, '我问', null, 1, 2],
      ],
    }).sight;
    expect(sight.lines.map((line) => [line[0], line[4]])).toEqual([
      [1, 1],
      [3, 1],
      [5, 2],
    ]);
  });
});

describe('the book of asks', () => {
  it('tells everybody whose words belong to the answered group, and him again when he comes back', () => {
    const book = createAskBook();
    book.take([
      comment('会起球吗', { user: { uid: 'anna' } }),
      comment('起不起球呀？', { user: { uid: 'bo' } }),
      comment('好看', { user: { uid: 'cy' } }),
    ]);
    book.learn(
      [{ groupId: 'g1', text: '会起球吗' } as never],
      [{ groupId: 'g1', title: '会起球吗', samples: [{ text: '起不起球呀' }] } as never],
    );
    expect(
      book
        .answer('g1', '不起球')
        .map((one) => one.uid)
        .sort(),
    ).toEqual(['anna', 'bo']);
    expect(book.asksOf('anna')).toEqual([{ text: '会起球吗', answer: '不起球' }]);
    expect(book.asksOf('cy')).toEqual([]);
  });
});

describe('what a viewer may send', () => {
  it('fills his allowance again with time', () => {
    const own = { left: 5, at: 0 };
    const rule = { perSecond: 1, burst: 5 };
    for (let said = 0; said < 5; said += 1) expect(take(own, 0, rule)).toBe(0);
    expect(take(own, 0, rule)).toBe(1_000);
    expect(take(own, 1_000, rule)).toBe(0);
  });
  it('has limits that count letters as people do', () => {
    const read = (text: string) => viewerMessage.safeParse({ n: 'abcd', k: 'say', text });
    expect(read('好'.repeat(100)).success).toBe(true);
    expect(read('好'.repeat(101)).error?.issues[0]?.message).toBe('too_long');
    expect(read(' \n ').error?.issues[0]?.message).toBe('empty');
    expect(read('a\u0000b\nc').data).toMatchObject({ text: 'a b c' });
  });
  it('cannot look like nothing, turn the line about or climb over the lines above', () => {
    const read = (text: string) => viewerMessage.safeParse({ n: 'abcd', k: 'say', text });
    for (const unseen of ['\u200b\u200b', '\u200d', '\u202e\u202c', '\u0301\u0301'])
      expect(read(unseen).error?.issues[0]?.message).toBe('empty');
    expect(read('好\u202e看\u200b').data).toMatchObject({ text: '好看' });
    expect(read('👩\u200d👧').data).toMatchObject({ text: '👩\u200d👧' });
    expect(read(`q${'\u0331'.repeat(50)}`).data).toMatchObject({ text: `q${'\u0331'.repeat(3)}` });
  });
  it('is ticked slower in a stadium', () => {
    expect([1_999, 2_000, 50_000, 50_001].map(tickOf)).toEqual([250, 500, 500, 1_000]);
  });
});
