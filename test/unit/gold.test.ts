// Guards the form of the gold: known labels, whole counts, and texts that training never sees.
import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/text/train/labels/compact-lines.ts';
import { CONVERSATIONS, keyOf, RECORDINGS, recordingsFolder } from '../../src/text/train/labels/find-texts.ts';
import { dataFolder, foldOf, readSet } from '../../src/text/train/read-sets.ts';
import { faultsOf, type GoldLabels, LEAST, PARTS } from '../gold/gold.contract.ts';
import { readPass, readWiderPass } from '../gold/gold-files.ts';
import { cohensKappa, interval, MEASURES, type Pair } from '../gold/kappa.ts';
import { pairPasses } from '../gold/pairs.ts';
import { pick, pickWider } from '../gold/pick.ts';
import { GOLD_FOLD, resolveTexts } from '../gold/sources.ts';

const first = readPass('first') ?? [];
const second = readPass('second') ?? [];
const wider = readWiderPass('first');
const widerSecond = readWiderPass('second');
const data = dataFolder() !== null && recordingsFolder() !== null;

describe('gold files', () => {
  it.each([
    ['first', first],
    ['second', second],
    ['wider first', wider],
    ['wider second', widerSecond],
  ])('hold only known labels and each key once: %s pass', (_, rows) => {
    expect(rows.flatMap((row) => faultsOf(row).map((fault) => `${row.key}: ${fault}`))).toEqual([]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });

  it('hold no text, only where it is found and what was decided', () => {
    const fields = new Set([...first, ...second].flatMap((row) => Object.keys(row)));
    const allowed = ['part', 'set', 'key', 'row', 'cat', 'sentiment', 'aspects', 'intents', 'urgency', 'hard'];
    expect([...fields].filter((field) => !allowed.includes(field))).toEqual([]);
  });

  it('hold enough rows of each part', () => {
    for (const part of PARTS)
      expect(first.filter((row) => row.part === part).length).toBeGreaterThanOrEqual(LEAST[part]);
    expect(first.length).toBeGreaterThanOrEqual(1500);
  });

  it('label in the second pass only what the first holds', () => {
    expect(pairPasses(first, second).pairs).toHaveLength(second.length);
    expect(pairPasses(wider, widerSecond).pairs).toHaveLength(wider.length);
  });

  it('hold no text twice, the wider gold included', () => {
    const keys = [...first, ...wider].map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.skipIf(!data)('are found in the shared data, in the gold fold alone (skipped when ../shared is absent)', () => {
    const { found, missing } = resolveTexts([...first, ...wider]);
    expect(missing).toEqual([]);
    const whole = found.filter((row) => !RECORDINGS.includes(row.set) && !CONVERSATIONS.includes(row.set));
    expect(whole.filter((row) => foldOf(row.text) !== GOLD_FOLD)).toEqual([]);
    for (const set of CONVERSATIONS) {
      const folds = new Map(readSet(set).map((row) => [keyOf(row.t), foldOf(row.t)]));
      expect(found.filter((row) => row.set === set && folds.get(row.row!) !== GOLD_FOLD)).toEqual([]);
    }
  });

  it.skipIf(!data)('are what the seeded choice gives (skipped when ../shared is absent)', () => {
    expect(
      pick()
        .map((row) => row.key)
        .sort(),
    ).toEqual(first.map((row) => row.key).sort());
    expect(
      pickWider()
        .map((row) => row.key)
        .sort(),
    ).toEqual(wider.map((row) => row.key).sort());
  });
});

describe('label lines', () => {
  it('are read into labels', () => {
    expect(readLine('20 - ql-,pr0 ca sf !itch, but mild')).toEqual({
      n: 20,
      labels: {
        sentiment: 'negative',
        aspects: [
          { aspect: 'quality', polarity: -1 },
          { aspect: 'price', polarity: 0 },
        ],
        intents: ['complain', 'ask'],
        urgency: { level: 'urgent', reason: 'safety' },
        hard: 'itch, but mild',
      },
    });
    expect(readLine('3 x staff').labels).toBeNull();
    expect(() => readLine('4 - zz- c')).toThrow('"zz" is no code');
    expect(() => readLine('4 - ql-')).toThrow('four or five fields');
  });
});

describe('agreement', () => {
  it("is Cohen's kappa", () => {
    // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed 0.7, chance 0.5.
    const table: [string, string, number][] = [
      ['y', 'y', 20],
      ['y', 'n', 5],
      ['n', 'y', 10],
      ['n', 'n', 15],
    ];
    const pairs = table.flatMap(([a, b, times]) => Array.from({ length: times }, () => [a, b] as const));
    expect(cohensKappa(pairs)).toBeCloseTo(0.4, 10);
    expect(cohensKappa([['y', 'y']])).toBeNull();
  });

  it('is whole with oneself and has an interval that holds it otherwise', () => {
    const labels = (index: number): GoldLabels => ({
      sentiment: index % 3 === 0 ? 'positive' : 'negative',
      aspects: [],
      intents: index % 2 === 0 ? ['ask'] : ['complain'],
      urgency: { level: 'none', reason: null },
    });
    const same = Array.from({ length: 40 }, (_, index): Pair => [labels(index), labels(index)]);
    expect(MEASURES.sentiment!(same)).toBe(1);
    expect(MEASURES.urgency!(same)).toBeNull();
    const near = Array.from(
      { length: 60 },
      (_, index): Pair => [labels(index), labels(index % 5 === 0 ? index + 1 : index)],
    );
    const value = MEASURES['main intent']!(near)!;
    const [low, high] = interval(near, MEASURES['main intent']!, 200, 1)!;
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  });
});
