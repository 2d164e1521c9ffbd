// A rise is named by what stands out, not by what customers always say.
import { describe, expect, it } from 'vitest';
import { describeVoices } from './describe-voices.ts';

const usual = Array.from({ length: 60 }, (_, at) => `包装很好，物流也快，第${at}次购买`);

describe('describing voices', () => {
  it('names what stands out and picks the voice nearest to all', () => {
    const voices = [
      '包装很好，但是瓶口漏液',
      '瓶口漏液，弄得到处都是',
      '收到就瓶口漏液了，失望',
      '好',
      '又是瓶口漏液',
      '瓶口漏液，不会再买',
      '瓶口漏液，客服不理',
    ];
    const { phrases, best } = describeVoices(voices, usual);
    expect(phrases.join(' ')).toContain('漏液');
    expect(phrases.join(' ')).not.toContain('包装很好');
    expect(voices[best]).toContain('瓶口漏液');
  });

  it('says nothing of nothing', () => {
    expect(describeVoices([], usual)).toEqual({ phrases: [], best: -1 });
    expect(describeVoices(['就这样'], []).phrases).toEqual([]);
  });
});
