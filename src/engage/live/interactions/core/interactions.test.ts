// One person one vote, words typed in every way, late ones turned away, and results that do not depend on the order of counting.
import { describe, expect, it } from 'vitest';
import { interactionDraft } from './interaction-draft.contract.ts';
import { isWordTyped, optionTyped, questionTyped } from './match-keyword.ts';
import { createTally } from './tally.ts';

const poll = (extra: object = {}) =>
  interactionDraft.parse({ kind: 'poll', title: '下一件上什么', options: ['白色', '黑色'], ...extra });
const window = { opensMs: 1000, closesMs: 2000 };

describe('what was typed', () => {
  const options = [
    { key: '1', label: '白色' },
    { key: '2', label: '黑色' },
  ];
  it.each([
    ['1', '1'],
    ['２', '2'],
    [' 扣 2 ', '2'],
    ['扣１！！', '1'],
    ['222', '2'],
    ['选第2个', '2'],
    ['黑 色', '2'],
    ['黑色！', '2'],
    ['vote 1', '1'],
    ['3', null],
    ['12', null],
    ['1号链接多少钱', null],
    ['白色有货吗', null],
    ['', null],
  ])('%s means %s', (text, key) => {
    expect(optionTyped(text, options)).toBe(key);
  });

  it.each([
    ['福袋', true],
    ['福袋福袋福袋', true],
    ['扣福袋', true],
    ['福 袋！', true],
    ['福袋怎么抽', false],
    ['袋', false],
    ['', false],
  ])('%s is the word: %s', (text, is) => {
    expect(isWordTyped(text, '福袋')).toBe(is);
  });

  it('takes a question after its word', () => {
    expect(questionTyped('提问：有没有大码', '提问')).toBe('有没有大码');
    expect(questionTyped('#提问 有没有大码', '提问')).toBe('有没有大码');
    expect(questionTyped('提问', '提问')).toBeNull();
    expect(questionTyped('有没有大码', '提问')).toBeNull();
  });
});

describe('a tally', () => {
  it('counts each person once and says how many did not count', () => {
    const tally = createTally(poll(), window);
    expect(tally.take({ uid: 'a', choice: '1', at: 1100, seq: 1 })).toBe('counted');
    expect(tally.take({ uid: 'a', choice: '2', at: 1200, seq: 2 })).toBe('second');
    expect(tally.take({ uid: 'b', choice: '2', at: 2001, seq: 3 })).toBe('late');
    expect(tally.take({ uid: 'c', choice: '9', at: 1300, seq: 4 })).toBe('no_such_choice');
    expect(tally.take({ uid: undefined, choice: '1', at: 1300, seq: 5 })).toBe('nobody');
    expect(tally.people).toBe(1);
    expect(Object.fromEntries(tally.votes())).toEqual({ 1: 1, 2: 0 });
    expect(tally.rejected()).toEqual({ late: 1, second: 1, unsigned: 0, network: 0, other: 2 });
  });

  it('leaves out whom the rules leave out, says why, and never who takes part already', () => {
    const signed = createTally(poll({ signedOnly: true }), window);
    expect(signed.take({ uid: 'a', choice: '1', at: 1100, seq: 1 })).toBe('not_signed');
    expect(signed.take({ uid: 'a', choice: '1', at: 1100, seq: 2, isSigned: true })).toBe('counted');
    const open = createTally(poll({ secondVote: 'replaces' }), window);
    expect(open.take({ uid: 'a', choice: '1', at: 1100, seq: 1 })).toBe('counted');
    expect(open.take({ uid: 'b', choice: '1', at: 1100, seq: 2, isOverNetwork: true })).toBe('same_network');
    expect(open.take({ uid: 'a', choice: '2', at: 1200, seq: 3, isOverNetwork: true })).toBe('changed');
    expect([signed.rejected().unsigned, open.rejected().network, open.people]).toEqual([1, 1, 1]);
    const again = createTally(poll({ secondVote: 'replaces' }), window, open.save());
    expect(again.rejected()).toEqual(open.rejected());
  });

  it('lets a second vote take the place of the first only where the rules say so', () => {
    const tally = createTally(poll({ secondVote: 'replaces' }), window);
    tally.take({ uid: 'a', choice: '1', at: 1100, seq: 1 });
    expect(tally.take({ uid: 'a', choice: '2', at: 1200, seq: 2 })).toBe('changed');
    expect(Object.fromEntries(tally.votes())).toEqual({ 1: 0, 2: 1 });
    tally.freeze();
    expect(tally.take({ uid: 'a', choice: '1', at: 1300, seq: 3 })).toBe('late');
  });

  it('puts the question most people want first, and merges the same words', () => {
    const tally = createTally(interactionDraft.parse({ kind: 'qna', title: '问主播' }), window);
    tally.take({ uid: 'a', answer: '有大码吗？', at: 1100, seq: 1 });
    tally.take({ uid: 'b', answer: '几天发货', at: 1100, seq: 2 });
    tally.take({ uid: 'c', answer: '有大码吗', at: 1100, seq: 3 });
    tally.take({ uid: 'd', choice: 'q1', at: 1100, seq: 4 });
    expect(tally.take({ uid: 'd', choice: 'q1', at: 1100, seq: 5 })).toBe('second');
    expect(tally.questions().map(({ text, voters }) => [text, voters.size])).toEqual([
      ['有大码吗？', 3],
      ['几天发货', 1],
    ]);
    tally.mark('q1', { isAnswered: true });
    expect(tally.questions()[0]?.text).toBe('几天发货');
  });

  it('gives out no more coupons than there are, in the order of coming', () => {
    const draft = interactionDraft.parse({ kind: 'coupon', title: '十元券', value: '满 99 减 10', quantity: 2 });
    const tally = createTally(draft, { opensMs: 0, closesMs: null });
    expect(['a', 'b', 'a', 'c'].map((uid, seq) => tally.take({ uid, at: 5, seq }))).toEqual([
      'counted',
      'counted',
      'second',
      'sold_out',
    ]);
    expect(tally.placeOf('b')).toBe(2);
  });

  it('has the same lines in whatever order people came', () => {
    const [one, other] = [createTally(poll(), window), createTally(poll(), window)];
    for (const uid of ['a', 'b', 'c']) one.take({ uid, choice: '1', at: 1500, seq: 1 });
    for (const uid of ['c', 'a', 'b']) other.take({ uid, choice: '1', at: 1600, seq: 1 });
    expect(one.lines()).toEqual(other.lines());
  });
});
