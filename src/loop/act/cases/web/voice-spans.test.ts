// Places under the words are where the engine and the gate put them.
import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { CaseFeedback } from '../core/case.contract.ts';
import { leadVoice, maskSpans, voiceSpans } from './voice-spans.ts';

const t = ((key: string) => key) as unknown as TFunction;
const voice = (text: string, title: string | null = null) => ({ text, title, judgement: null }) as CaseFeedback;

describe('places under the words', () => {
  it('finds what was masked', () => {
    expect(maskSpans(t, '打 [phone] 找我，单号[order]').map(({ start, end }) => [start, end])).toEqual([
      [2, 9],
      [15, 22],
    ]);
  });

  it('draws aspects that have a place by their polarity', () => {
    const judgement = {
      aspects: [
        { aspect: 'logistics', polarity: -1, span: [0, 2], confidence: 1 },
        { aspect: 'price', polarity: 1, span: null, confidence: 1 },
        { aspect: 'quality', polarity: 0, span: [3, 5], confidence: 1 },
      ],
    } as unknown as CaseFeedback['judgement'];
    expect(voiceSpans(t, { text: '物流，质量', judgement }).map((span) => span.kind)).toEqual(['negative', 'neutral']);
  });
});

describe('the voice shown first', () => {
  it('is the one the case is named after', () => {
    const voices = [voice('别的'), voice('物流太慢了，\n等了十天'), voice('最后')];
    expect(leadVoice(voices, '物流太慢了， 等了…')?.text).toContain('十天');
  });
  it('is the latest when the name was changed', () => {
    expect(leadVoice([voice('一'), voice('二')], '自己起的名字')?.text).toBe('二');
    expect(leadVoice([], 'x')).toBeUndefined();
  });
});
