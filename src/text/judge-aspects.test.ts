// Proves what is said of the parts of a deal: side, place in the original text and chance, with heads fitted on a handful of lines.
import { describe, expect, it } from 'vitest';
import { ClauseHeads, splitHeads } from './clause-heads.ts';
import { ASPECTS } from './judge.contract.ts';
import { HEAD_BUCKETS, type SparseHead, type TextModel } from './model.ts';
import { loadEngine } from './node/load-engine.ts';
import { Reading } from './reading.ts';

const head = (name: string, scale = 0.01): SparseHead => ({ name, scale, bias: 0, plattA: 1, plattB: 0, threshold: 0 });

/** A model whose heads weigh the n-grams of one word each. */
function modelOf(words: Record<string, string>): TextModel {
  const reading = new Reading();
  const byRow = new Map<number, number[]>();
  Object.values(words).forEach((word, index) => {
    reading.run(word);
    const { features } = reading;
    for (let unit = 0; unit < features.units; unit += 1) {
      for (let k = 0; k < features.gramsAt(unit); k += 1) {
        const row = features.gram[3 * unit + k]! & (HEAD_BUCKETS - 1);
        byRow.set(row, [...(byRow.get(row) ?? []), (index << 8) | (100 + 128)]);
      }
    }
  });
  const rows = new Uint32Array(HEAD_BUCKETS + 1);
  const entries: number[] = [];
  for (let row = 0; row < HEAD_BUCKETS; row += 1) {
    entries.push(...(byRow.get(row) ?? []));
    rows[row + 1] = entries.length;
  }
  return {
    header: {
      format: 1,
      name: 'test',
      version: '0',
      sentiment: { weightScale: 1, ratioScale: 1, bias: 0, plattA: 1, plattB: 0 },
      heads: Object.keys(words).map((name) => head(name)),
    },
    packed: new Uint16Array(0),
    rows,
    entries: Uint16Array.from(entries),
  };
}

describe('heads of clauses', () => {
  const model = modelOf({ spam: '加微信', 'aspect.logistics': '物流', 'aspect.smell': '好闻' });

  it('are taken out of the shared store, and the others stay as they were', () => {
    const { mine, rest } = splitHeads(model, 'aspect.');
    expect(mine.heads.map(({ name }) => name)).toEqual(['aspect.logistics', 'aspect.smell']);
    expect(rest.header.heads.map(({ name }) => name)).toEqual(['spam']);
    expect(mine.entries.length + rest.entries.length).toBe(model.entries.length);
    expect(rest.rows[HEAD_BUCKETS]).toBe(rest.entries.length);
  });

  it('score each clause by its own words', () => {
    const reading = new Reading();
    const heads = new ClauseHeads(splitHeads(model, 'aspect.').mine);
    reading.run('物流很快，味道好闻');
    heads.run(reading);
    expect(heads.clauses).toBe(2);
    expect(heads.of(0, 0)).toBeGreaterThan(heads.of(1, 0));
    expect(heads.of(1, 1)).toBeGreaterThan(heads.of(0, 1));
    expect(heads.whole(0)).toBeGreaterThan(0);
  });

  it('point at the words that carried them', () => {
    const reading = new Reading();
    const heads = new ClauseHeads(splitHeads(model, 'aspect.').mine);
    const text = '昨天下单今天到的物流真让人惊喜';
    reading.run(text);
    heads.run(reading);
    const stretch = heads.stretch(reading, 0, 0)!;
    expect(text.slice(stretch.from, stretch.to)).toContain('物流');
    expect(heads.stretch(reading, 0, 1)).toBeNull();
  });
});

describe('aspects of the shipped engine', async () => {
  const engine = await loadEngine();
  const said = (text: string) => engine.judge(text).aspects.map(({ aspect, polarity }) => `${aspect} ${polarity}`);

  it.each([
    ['质量很好，物流太慢了', ['quality 1', 'logistics -1']],
    ['the shipping was slow but great quality', ['logistics -1', 'quality 1']],
    ['客服态度很差', ['service -1']],
    ['Terrible customer service', ['service -1']],
  ])('hears both sides of "%s"', (text, wanted) => {
    for (const one of wanted) expect(said(text)).toContain(one);
  });

  it('keeps places inside the original text, in order, with a chance', () => {
    const text = '【家人们】Ｐｒｉｃｅ ｔｏｏ ｈｉｇｈ，包裝破了！物流很慢👎，香味很好聞';
    const { aspects } = engine.judge(text);
    expect(aspects.length).toBeGreaterThan(1);
    let last = 0;
    for (const { aspect, span, confidence } of aspects) {
      expect(ASPECTS).toContain(aspect);
      expect(span[0]).toBeGreaterThanOrEqual(last);
      expect(span[1]).toBeGreaterThan(span[0]);
      expect(span[1]).toBeLessThanOrEqual(text.length);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      last = span[0];
    }
  });

  it('names a part and a side once', () => {
    const { aspects } = engine.judge('物流慢，物流真慢，快递慢，物流太慢了，发货也慢');
    const cells = aspects.map(({ aspect, polarity }) => `${aspect}${polarity}`);
    expect(new Set(cells).size).toBe(cells.length);
  });

  it('finds nothing in chatter', () => {
    expect(engine.judge('').aspects).toEqual([]);
    expect(engine.judge('！！！').aspects).toEqual([]);
  });
});
