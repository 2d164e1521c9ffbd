// Reasons stand with the label they explain.
import { describe, expect, it } from 'vitest';
import { reasonsFor } from './label-words.ts';

const reason = (label: string, weight: number) => ({ label, kind: 'rule', text: label, weight, span: null });

describe('reasons', () => {
  const all = [
    reason('theme.logistics.late', 0.4),
    reason('theme.logistics', 0.2),
    reason('sentiment.negative', -0.3),
    reason('sentiment.positive', 0.1),
  ];

  it('are found for one value', () => {
    expect(reasonsFor(all, 'themes', 'logistics.late').map((one) => one.weight)).toEqual([0.4]);
  });

  it('come weightiest first, whatever their sign', () => {
    expect(reasonsFor(all, 'sentiment').map((one) => one.label)).toEqual(['sentiment.negative', 'sentiment.positive']);
  });
});
