import { describe, expect, it } from 'vitest';
import { fitSentiment, scorePacked, sentimentMatrix } from './fit-sentiment.ts';
import { keepFrequent } from './linear.ts';
import type { LabelledText } from './sentiment-rows.ts';

const row = (text: string, y: 1 | -1, at: number): LabelledText => ({
  text,
  y,
  source: 'made',
  fold: at % 9,
  kind: '',
});
const rows: LabelledText[] = Array.from({ length: 60 }, (_, at) => [
  row(`第${'一二三四五六'[at % 6]}次买，很好，非常满意`, 1, at),
  row(`第${'一二三四五六'[at % 6]}次买，太差，非常失望`, -1, at),
  row(`bought ${at % 6} of them, great and lovely`, 1, at),
  row(`bought ${at % 6} of them, awful and broken`, -1, at),
]).flat();
const all = rows.map((_, at) => at);

describe('the sentiment fit', () => {
  const matrix = sentimentMatrix(rows);
  const fitted = fitSentiment(rows, matrix, all, all);

  it('separates what it has seen in both scripts, on one scale', () => {
    const scores = scorePacked(matrix, fitted);
    expect([...scores].map(Math.sign)).toEqual(rows.map((item) => item.y));
    expect(fitted.head.latin?.weightScale).toBeGreaterThan(0);
  });

  it('leaves one script alone when nothing of it was read', () => {
    const chinese = all.filter((at) => !rows[at]!.text.startsWith('bought'));
    const alone = fitSentiment(rows, matrix, chinese, chinese);
    const scores = scorePacked(matrix, alone);
    expect(scores[0]).toBeGreaterThan(0);
    expect(scores[2]).toBeCloseTo(0);
  });

  it('gives the same weights for the same rows', () => {
    const again = fitSentiment(rows, matrix, all, all);
    expect(Buffer.from(again.packed.buffer).equals(Buffer.from(fitted.packed.buffer))).toBe(true);
  });
});

describe('rare buckets', () => {
  it('are left out of a matrix, with its rows kept in place', () => {
    const matrix = {
      start: Uint32Array.of(0, 2, 3, 5),
      cols: Uint32Array.of(1, 2, 2, 3, 2),
      rows: 3,
      buckets: 4,
    };
    const kept = keepFrequent(matrix, 2);
    expect([...kept.cols]).toEqual([2, 2, 2]);
    expect([...kept.start]).toEqual([0, 1, 2, 3]);
  });
});
