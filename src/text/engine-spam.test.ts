// The cheap look for advertising says the same as a whole judgement where it matters.
import { beforeAll, describe, expect, it } from 'vitest';
import type { TextEngine } from './judge.contract.ts';
import { loadEngine } from './node/load-engine.ts';

let engine: TextEngine;
beforeAll(async () => {
  engine = await loadEngine();
});

describe('spam alone', () => {
  it.each([
    '兼职刷单日结300，加微信 vx8899001 领取，点击链接 http://t.cn/abcd 免费送手机',
    '质量很好，物流也快',
    '商家让我加微信返现，我没理',
    'Congratulations, you won a free iPhone, click http://win.example now',
    '哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈',
    '',
  ])('agrees on whether %s is certain', (text) => {
    const whole = engine.judge(text).spam;
    const alone = engine.spam(text);
    expect(alone.score >= 0.9).toBe(whole.score >= 0.9);
    if (alone.score > 0) expect(alone).toEqual(whole);
  });
});
