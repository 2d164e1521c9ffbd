// Scores become stars by one rule, their numbers carry honest intervals, and quotas never let one too many in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FormQuestion, formQuestion, formSettings, SCALES } from './form.contract.ts';
import { gatherSums, periodOf, questionResult, stepOf } from './form-results.ts';
import { isScreened } from './quota.ts';
import { readValue } from './read-value.ts';
import { netShare, scoreInterval, student95 } from './score-interval.ts';
import { isLow, ratingOf, starsOf, textOf, withoutWords, wordsOf } from './scoring.ts';
import { quotaLines, sumsOf } from './sums.ts';
import { isSampled, whyNotSend } from './trigger-rule.ts';

const words = { 'zh-CN': '问', en: 'ask' };
const ask = (id: string, part: object = {}): FormQuestion =>
  formQuestion.parse({ id, kind: 'nps', title: words, ...part });
const options = ['a', 'b', 'c'].map((id) => ({ id, text: words }));

describe('scores', () => {
  it('open a case exactly at NPS ≤ 6, CSAT ≤ 2, CES ≤ 3', () => {
    const low = (kind: 'nps' | 'csat' | 'ces') => {
      const [from, to] = SCALES[kind];
      return Array.from({ length: to - from + 1 }, (_, step) => from + step).filter((score) => isLow(kind, score));
    };
    expect(low('nps')).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(low('csat')).toEqual([1, 2]);
    expect(low('ces')).toEqual([1, 2, 3]);
  });

  it('never give more stars for less', () => {
    for (const kind of ['nps', 'csat', 'ces'] as const) {
      const [from, to] = SCALES[kind];
      for (let score = from; score < to; score += 1)
        expect(starsOf(kind, score)).toBeLessThanOrEqual(starsOf(kind, score + 1));
      expect([starsOf(kind, from), starsOf(kind, to)]).toEqual([1, 5]);
    }
  });

  it('count by the worst of them', () => {
    expect(ratingOf([])).toBeNull();
    expect(
      ratingOf([
        { question: 'a', kind: 'nps', score: 10 },
        { question: 'b', kind: 'ces', score: 2 },
      ])?.stars,
    ).toBe(2);
  });
});

describe('numbers', () => {
  it('of NPS are promoters less detractors among who answered, within honest ends', () => {
    const counts = new Map([
      [10, 5],
      [8, 3],
      [2, 2],
    ]);
    expect(scoreInterval('nps', counts)).toMatchObject({ value: 30, answered: 10, mean: 7.8 });
    expect(netShare(0, 0, 0)).toEqual({ value: null, low: -100, high: 100 });
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(200), (up, down, middle) => {
        fc.pre(up + down + middle > 0);
        const { value, low, high } = netShare(up, down, up + down + middle);
        expect(low).toBeLessThanOrEqual(value!);
        expect(high).toBeGreaterThanOrEqual(value!);
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(high).toBeLessThanOrEqual(100);
        // Nobody complained is not the same as nobody ever will.
        if (up === up + down + middle && up < 50) expect(low).toBeLessThan(100);
      }),
    );
  });

  it('of CSAT are the share of fours and fives with Wilson; of CES the mean within the scale', () => {
    const csat = scoreInterval(
      'csat',
      new Map([
        [5, 7],
        [4, 1],
        [1, 2],
      ]),
    );
    expect(csat.value).toBeCloseTo(0.8);
    expect(csat.low).toBeCloseTo(0.4902, 3);
    expect(csat.high).toBeCloseTo(0.9433, 3);
    const ces = scoreInterval(
      'ces',
      new Map([
        [6, 2],
        [7, 3],
      ]),
    );
    expect(ces.value).toBeCloseTo(6.6);
    expect(ces.high).toBe(7);
    expect(ces.low).toBeCloseTo(6.6 - 2.7764 * Math.sqrt(0.3 / 5), 3);
    expect(scoreInterval('ces', new Map([[6, 1]]))).toMatchObject({ low: 1, high: 7 });
  });

  it('use Student where few answered', () => {
    expect(student95(10)).toBeCloseTo(2.2281, 3);
    expect(student95(30)).toBeCloseTo(2.0423, 3);
    expect(student95(100_000)).toBeCloseTo(1.96, 3);
  });
});

describe('sums', () => {
  it('of many answers give the same as counting them one by one', () => {
    const questions = [
      ask('n', { jumps: [{ op: 'at_least', value: 9, to: 't' }] }),
      ask('s', { kind: 'multiple', options }),
      ask('t', { kind: 'long_text' }),
    ];
    const answer = fc.record({
      n: fc.integer({ min: 0, max: 10 }),
      s: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
      t: fc.option(fc.constant('words')),
      state: fc.constantFrom('completed', 'dropped', 'screened' as const),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 30 }), (given) => {
        const lines = given.flatMap(({ n, s, t, state }) => {
          const path = n >= 9 ? ['n', 't'] : ['n', 's', 't'];
          return sumsOf(questions, { n, s: { options: s }, t }, path, null, state);
        });
        const sums = gatherSums(lines.map((line) => ({ ...line, count: 1 })));
        const heard = given.filter((one) => one.state !== 'screened');
        const result = questionResult(questions[0]!, true, sums);
        expect(result.answered).toBe(heard.length);
        expect(result.bars[10]!.count).toBe(heard.filter((one) => one.n === 10).length);
        const choice = questionResult(questions[1]!, true, sums);
        const asked = heard.filter((one) => one.n < 9);
        expect(choice.reached).toBe(asked.length);
        expect(choice.bars[0]!.count).toBe(asked.filter((one) => one.s.includes('a')).length);
        expect(sums.get('')?.get('screened') ?? 0).toBe(given.length - heard.length);
      }),
    );
  });

  it('cut time by day, by week from Monday, by month', () => {
    expect([stepOf(35), stepOf(36), stepOf(190), stepOf(191)]).toEqual(['day', 'week', 'week', 'month']);
    expect(periodOf('2026-03-01', 'week')).toBe('2026-02-23');
    expect(periodOf('2026-03-02', 'week')).toBe('2026-03-02');
    expect(periodOf('2026-03-31', 'month')).toBe('2026-03-01');
  });
});

describe('a quota', () => {
  it('never lets one too many in, whoever comes', () => {
    const settings = formSettings.parse({
      quota: 10,
      answerQuota: {
        question: 'q',
        limits: [
          { value: 'a', max: 3 },
          { value: 'b', max: 4 },
        ],
      },
    });
    const choices = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 });
    fc.assert(
      fc.property(choices, (coming) => {
        const byValue: Record<string, number> = {};
        let completed = 0;
        for (const value of coming) {
          const answers = { q: { options: [value] } };
          if (isScreened(settings, { completed, byValue }, answers)) continue;
          completed += 1;
          for (const line of quotaLines(answers, ['q']))
            byValue[line.item.slice(2)] = (byValue[line.item.slice(2)] ?? 0) + 1;
        }
        expect(completed).toBeLessThanOrEqual(10);
        expect(byValue.a ?? 0).toBeLessThanOrEqual(3);
        expect(byValue.b ?? 0).toBeLessThanOrEqual(4);
        const wanted = Math.min(3, coming.filter((one) => one === 'a').length);
        if (coming.length <= 10) expect(byValue.a ?? 0).toBe(wanted);
      }),
    );
  });
});

describe('an answer', () => {
  const single = ask('s', { kind: 'single', options, other: true });
  const matrix = ask('m', { kind: 'matrix', required: true, rows: options, scale: 5 });
  it.each([
    [ask('n'), 11, 'answer_out_of_range'],
    [ask('n'), 2.5, 'answer_out_of_range'],
    [ask('n'), 'ten', 'answer_wrong_kind'],
    [ask('n', { required: true }), null, 'answer_required'],
    [ask('t', { kind: 'short_text' }), 'x'.repeat(201), 'too_large_text'],
    [ask('t', { kind: 'long_text', required: true }), '  ', 'answer_required'],
    [single, { options: ['z'] }, 'unknown_option'],
    [single, { options: ['a', 'b'] }, 'too_many_options'],
    [single, { options: ['other'], other: 'x'.repeat(201) }, 'too_large_text'],
    [ask('s', { kind: 'multiple', options, atMost: 2 }), { options: ['a', 'b', 'c'] }, 'too_many_options'],
    [matrix, { rows: { a: 6 } }, 'answer_out_of_range'],
    [matrix, { rows: { a: 1 } }, 'row_missing'],
    [matrix, { rows: { z: 1 } }, 'unknown_option'],
    [matrix, 3, 'answer_wrong_kind'],
  ] as const)('%#: is refused by name', (question, value, reason) => {
    expect(readValue(question, value as never)).toEqual({ ok: false, reason });
  });

  it('keeps its words apart from its choices', () => {
    const value = { options: ['other'], other: '别的原因' };
    expect(readValue(single, { options: ['other', 'other'], other: ' 别的原因 ' })).toEqual({ ok: true, value });
    expect(withoutWords(value)).toEqual({ options: ['other'] });
    expect(textOf(value)).toBe('别的原因');
    expect(withoutWords('words')).toBeNull();
    expect(wordsOf(['s', 't'], { s: value, t: 'words', u: 'not on the way' })).toEqual([
      { question: 's', text: '别的原因' },
      { question: 't', text: 'words' },
    ]);
  });
});

describe('an invitation', () => {
  const fine = {
    formOpen: true,
    triggerEnabled: true,
    once: true,
    answeredBefore: false,
    lastSentAt: null,
    coolDownDays: 30,
    hasAddress: true,
    now: new Date('2026-03-31T00:00:00Z'),
  };
  it.each([
    [{}, null],
    [{ triggerEnabled: false }, 'trigger_removed'],
    [{ formOpen: false }, 'form_not_open'],
    [{ answeredBefore: true }, 'answered_before'],
    [{ answeredBefore: true, once: false }, null],
    [{ lastSentAt: new Date('2026-03-02T00:00:00Z') }, 'cool_down'],
    [{ lastSentAt: new Date('2026-03-01T00:00:00Z') }, null],
    [{ hasAddress: false }, 'no_address'],
  ])('%j → %s', (change, reason) => {
    expect(whyNotSend({ ...fine, ...change })).toBe(reason);
  });

  it('falls into the sample in its share', () => {
    expect(isSampled('00000000', 0.001)).toBe(true);
    expect(isSampled('ffffffff', 1)).toBe(true);
    expect(isSampled('80000000', 0.5)).toBe(false);
  });
});
