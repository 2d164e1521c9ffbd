import { describe, expect, it } from 'vitest';
import { FEATURE_BUCKETS, FeatureReader, LATIN_BASE, PAIR_BASE } from './features.ts';
import { Normaliser } from './normalise.ts';

const normaliser = new Normaliser();
const reader = new FeatureReader();

function grams(text: string): number[] {
  normaliser.run(text);
  reader.run(normaliser.codes, normaliser.length);
  const out: number[] = [];
  for (let unit = 0; unit < reader.units; unit += 1) {
    for (let k = 0; k < reader.gramsAt(unit); k += 1) out.push(reader.gram[3 * unit + k]!);
  }
  return out;
}

describe('n-grams', () => {
  it('are one, two and three characters of a Chinese text', () => {
    expect(grams('质量很好')).toHaveLength(9);
    expect(reader.isLatin).toBe(false);
    expect(grams('质量很好').every((bucket) => bucket < LATIN_BASE)).toBe(true);
  });

  it('lie behind the others in a text of mostly Latin words', () => {
    const found = grams('Great phone, works well.');
    expect(reader.isLatin).toBe(true);
    expect(found.every((bucket) => bucket >= LATIN_BASE && bucket < PAIR_BASE)).toBe(true);
    expect(grams('这个 iPhone 很好用').every((bucket) => bucket < LATIN_BASE)).toBe(true);
  });

  it('are a word, its stem and the pair with the next word in a Latin text', () => {
    const found = grams('works well');
    expect(found).toHaveLength(5);
    expect([reader.reach(0), reader.reach(1), reader.reach(2)]).toEqual([0, 0, 1]);
  });

  it('join a Latin word with the next but one, and its stem over fillers with the next that says something', () => {
    const pairs = (text: string) => {
      grams(text);
      return Array.from(reader.pair.subarray(0, 2 * reader.units));
    };
    const [skip, content] = pairs('waste of my money');
    expect(reader.pairEnd[0]).toBe(3);
    expect([skip, content].every((bucket) => bucket! >= PAIR_BASE && bucket! < FEATURE_BUCKETS)).toBe(true);
    const [, other] = pairs('wasted the money');
    expect(other).not.toBe(0);
    const [sameSkip, same] = pairs('waste in my money');
    expect([sameSkip, same]).toEqual([skip, content]);
    expect(pairs('waste of').slice(0, 4)).toEqual([0, 0, 0, 0]);
  });

  it('share the stem of the forms of a word but not the word', () => {
    const [word, stem] = grams('works');
    const [other, sameStem] = grams('working');
    expect(stem).toBe(sameStem);
    expect(word).not.toBe(other);
  });

  it('tell the beginning of a Latin text from its end', () => {
    const long = grams(`broken ${'and then the other day '.repeat(8)}broken`);
    const last = long.length - 2;
    expect(long[0]).toBe(long[last]);
    expect(long[1]).not.toBe(long[last + 1]);
  });

  it('tell a negated word from the plain one until the clause ends', () => {
    const stems = (text: string) => grams(text).filter((_, at) => at % 3 === 1);
    const [, , good] = stems('it is good value here');
    expect(stems('it is good value here')[2]).toBe(good);
    expect(stems("isn't very good value here")[2]).not.toBe(good);
    expect(stems("can't, very good value here")[3]).toBe(good);
    expect(stems('nothing 1 2 3 4 5 good value here')[6]).toBe(good);
  });

  it('have the same lower bits whatever the script, so that the sparse heads see one n-gram', () => {
    const low = (bucket: number | undefined) => (bucket ?? 0) & ((1 << 18) - 1);
    expect(low(grams('iphone')[0])).toBe(low(grams('iphone好用呢')[0]));
  });
});

describe('the edges of a text', () => {
  const edges = (text: string) => {
    grams(text);
    return Array.from(reader.edge.subarray(0, reader.edges));
  };

  it('are its first and last words with their neighbours, marks at the end left aside', () => {
    const [first, last, firstTwo, lastTwo] = edges('请问有货吗？？');
    const other = edges('请问能退吗');
    expect(other[0]).toBe(first);
    expect(other[1]).toBe(last);
    expect(other[2]).toBe(firstTwo);
    expect(other[3]).not.toBe(lastTwo);
  });

  it('are fewer in a text of one unit, and none without any', () => {
    expect(edges('好')).toHaveLength(2);
    expect(edges('')).toHaveLength(0);
    expect(edges('？')).toHaveLength(2);
  });
});
