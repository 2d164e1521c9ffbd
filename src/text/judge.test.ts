import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { JUDGE_CASES } from './judge.cases.ts';
import type { JudgeContext, Judgement, TextEngine } from './judge.contract.ts';
import { loadEngine } from './node/load-engine.ts';

let engine: TextEngine;
beforeAll(async () => {
  engine = await loadEngine();
});

/** `text<5>` carries five stars, `text<live>` a channel. */
function readCase(line: string): { text: string; context: JudgeContext } {
  const mark = /<(\d|live)>$/u.exec(line);
  if (!mark) return { text: line, context: {} };
  const text = line.slice(0, mark.index);
  return mark[1] === 'live' ? { text, context: { channel: 'live' } } : { text, context: { rating: Number(mark[1]) } };
}

/** What of the expectation the judgement fails to meet. */
function misses(judgement: Judgement, wanted: string): string[] {
  return wanted.split(' ').filter((part) => !meets(judgement, part));
}

function meets(judgement: Judgement, part: string): boolean {
  const value = part.slice(2);
  if (part.startsWith('s:')) return judgement.sentiment.label === value;
  if (part.startsWith('s!')) return judgement.sentiment.label !== value;
  if (part.startsWith('c:')) return judgement.class === value;
  if (part.startsWith('c!')) return judgement.class !== value;
  if (part === 'i:none') return judgement.intents.length === 0;
  if (part.startsWith('i:')) return judgement.intents[0] === value;
  if (part.startsWith('i~')) return judgement.intents.some((intent) => intent === value);
  if (part.startsWith('u:')) return (judgement.urgency.reason ?? 'none') === value;
  if (part.startsWith('t:')) return judgement.themes.some((theme) => theme.theme === value);
  if (part === 'p:yes') return judgement.spam.score >= 0.5;
  if (part === 'p:no') return judgement.spam.score < 0.5;
  if (part.startsWith('a:')) {
    const side = value.endsWith('+') ? 1 : value.endsWith('-') ? -1 : null;
    const aspect = value.replace(/[+-]$/u, '');
    return judgement.aspects.some((item) => item.aspect === aspect && (side === null || item.polarity === side));
  }
  throw new Error(`unknown expectation ${part}`);
}

describe('worked judgements', () => {
  it('are at least 150', () => expect(JUDGE_CASES.length).toBeGreaterThanOrEqual(150));

  it.each(JUDGE_CASES)('%s → %s', (line, wanted) => {
    const { text, context } = readCase(line);
    const judgement = engine.judge(text, context);
    expect(misses(judgement, wanted)).toEqual([]);
  });
});

function checkShape(judgement: Judgement, text: string): void {
  const inside = (span: readonly [number, number]) => {
    expect(span[0]).toBeGreaterThanOrEqual(0);
    expect(span[1]).toBeGreaterThanOrEqual(span[0]);
    expect(span[1]).toBeLessThanOrEqual(text.length);
  };
  for (const item of judgement.aspects) inside(item.span);
  for (const item of judgement.themes) inside(item.span);
  for (const item of judgement.reasons) {
    if (item.span === null) continue;
    inside(item.span);
    expect(text.slice(item.span[0], item.span[1])).toBe(item.text);
  }
  if (judgement.urgency.span) inside(judgement.urgency.span);
  expect(judgement.intents.length).toBeLessThanOrEqual(2);
  expect(judgement.themes.length).toBeLessThanOrEqual(5);
  for (const value of [judgement.sentiment.probability, judgement.spam.score, judgement.abuse.score]) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
  expect(Math.abs(judgement.sentiment.score)).toBeLessThanOrEqual(1);
}

describe('the engine', () => {
  it('names itself with its version', () => {
    expect(engine.judge('好').engine).toBe(engine.version);
    expect(engine.version).toMatch(/^huiyin-text@\d+\.\d+\.\d+$/u);
  });

  it('judges a list as it judges one', () => {
    const list = JUDGE_CASES.slice(0, 40).map(([line]) => readCase(line));
    expect(engine.judgeMany(list)).toEqual(list.map((item) => engine.judge(item.text, item.context)));
  });

  it('never throws and keeps its spans inside any text', () => {
    const pieces = fc.constantFrom(
      '过敏',
      '没有',
      '好',
      '差',
      '，',
      '?',
      ' ',
      '\ud83d',
      '😀',
      '\u200b',
      'http://x',
      '@a ',
      'ABC',
      '１２',
      '退款',
      '不',
      "don't ",
      '但',
    );
    const wild = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 80 }).map((list) => list.join('')),
    );
    const stars = fc.option(fc.constantFrom(1, 2, 3, 4, 5, 0, 7, -1, 2.5), { nil: null });
    fc.assert(
      fc.property(wild, stars, (text, rating) => checkShape(engine.judge(text, { rating }), text)),
      { numRuns: 3000 },
    );
  });

  it.each([
    '过敏',
    'a',
    '1',
    ' ',
    '，',
    '不',
    '好吃到爆炸',
    '担心',
    '😀',
    '\ud800',
    'http://',
    '@',
    '[',
    'but ',
    '加微信',
    '价格错了',
    '‮',
    "don't ",
  ])('stays linear on a megabyte of %j', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    // A step that grew with the square of the length would run into the test's time limit.
    checkShape(engine.judge(text), text);
  });
});
