import { describe, expect, it } from 'vitest';
import { sentimentTags, toneOf } from './judge-sentiment.ts';
import { HEAD_BUCKETS, SENTIMENT_BUCKETS, type TextModel } from './model.ts';
import { Reading } from './reading.ts';
import { Scorer } from './scorer.ts';
import { ToneDecision } from './tone-decision.ts';

const model: TextModel = {
  header: {
    format: 1,
    name: 'tiny',
    version: '0.0.1',
    sentiment: { weightScale: 0.01, ratioScale: 0.02, bias: 0, plattA: 1, plattB: 0 },
    heads: [{ name: 'tone.social', scale: 1, bias: -3, plattA: 1, plattB: 0, threshold: 0 }],
  },
  packed: new Uint16Array(SENTIMENT_BUCKETS).fill(128 << 8),
  rows: new Uint32Array(HEAD_BUCKETS + 1),
  entries: new Uint16Array(0),
};

const reading = new Reading();
const tags = sentimentTags(reading);
const scorer = new Scorer(model);

function read(text: string, words: number, decision = new ToneDecision(scorer)): ToneDecision {
  reading.run(text);
  scorer.run(reading.features, reading.clauseTo, reading.clauses);
  decision.read(reading, tags, toneOf(reading, tags, null), words, 0);
  return decision;
}

describe('the decision between for, against and neither', () => {
  it('follows the words where nothing was trained', () => {
    expect(read('质量很好', 4).neutral()).toBeLessThan(0);
    expect(read('质量很好', 4).side()).toBe(4);
    expect(read('东西在桌上', 0).neutral()).toBeGreaterThan(0);
  });

  it('keeps what was learned of posts about life away from voices about goods', () => {
    const weights = { neutral: [-1, 9], side: [9, 0, 0, 1], trust: [0] };
    const decision = read('质量很好', 1, new ToneDecision(scorer, weights));
    expect(decision.neutral()).toBeLessThan(-0.9);
    expect(decision.side()).toBeCloseTo(1, 3);
  });

  it('trusts a label the more the clearer it is', () => {
    const decision = new ToneDecision(scorer, { neutral: [], side: [], trust: [0, 1, 1, 0, 1] });
    expect(decision.trust(-1, 4)).toBeGreaterThan(decision.trust(-1, 0.2));
    expect(decision.trust(3, 0)).toBeGreaterThan(decision.trust(0.1, 0));
    expect(decision.trust(-1, -4)).toBe(decision.trust(-1, 4));
  });

  it('hears the shop as loudly in a post about life as in a voice about goods', () => {
    const before = read('质量很好', 1).neutral();
    const decision = new ToneDecision(scorer);
    decision.read(reading, tags, toneOf(reading, tags, null), 1, 0, 2);
    expect(decision.side()).toBe(1);
    expect(decision.neutral()).toBeLessThan(before);
  });
});
