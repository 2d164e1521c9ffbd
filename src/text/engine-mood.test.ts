// Insults beside angry complaints, emotions beside the side of a text, and spans that keep their "no".
import { beforeAll, describe, expect, it } from 'vitest';
import type { TextEngine } from './judge.contract.ts';
import { loadEngine } from './node/load-engine.ts';

let engine: TextEngine;
beforeAll(async () => {
  engine = await loadEngine();
});

describe('abuse', () => {
  it.each(['操你妈', '去死吧你们', '主播傻逼', 'fuck you', 'You are an idiot, go to hell'])(
    'is heard in %s',
    (text) => {
      expect(engine.judge(text).abuse.score).toBeGreaterThanOrEqual(0.5);
    },
  );

  it.each([
    '面膜里有虫！恶心死了',
    '这手机真垃圾',
    '主播小心骗子',
    'this is total crap, refund me',
    'damn good coffee',
  ])('is not what an angry or happy customer says: %s', (text) => {
    expect(engine.judge(text).abuse.score).toBeLessThan(0.5);
  });
});

describe('emotion', () => {
  it.each([
    ['The charger burned my hand', ['fear', 'anger']],
    ['They lied to me twice', ['anger']],
    ['Love it!! best buy', ['joy']],
    ['質量好差，我要退貨', ['anger']],
    ['太喜欢了，收到特别开心', ['joy']],
    ['什么时候发货', ['neutral']],
  ] as const)('of %s is one of %j', (text, wanted) => {
    expect(wanted).toContain(engine.judge(text).emotion);
  });

  it('never contradicts the side', () => {
    for (const text of ['没有那么差', '质量好差', 'Worst purchase ever', '一点也不差', 'Smells like chemicals']) {
      const { sentiment, emotion } = engine.judge(text);
      if (sentiment.label === 'positive') expect(['joy', 'surprise', 'neutral']).toContain(emotion);
      if (sentiment.label === 'negative') expect(emotion).not.toBe('joy');
    }
  });
});

describe('aspects', () => {
  it('keep the "no" of what they show and leave the comma behind', () => {
    const text = '用了两周没有过敏，皮肤变好了';
    const shown = engine.judge(text).aspects.map(({ span }) => text.slice(...span));
    expect(shown.some((words) => words.startsWith('没有过敏'))).toBe(true);
    expect(shown.some((words) => /[，,]$/u.test(words))).toBe(false);
  });

  it('are none of a bare number', () => {
    for (const text of ['666', '99', '2333']) expect(engine.judge(text, { channel: 'live' }).aspects).toEqual([]);
  });
});
