import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../kit/seeded.ts';
import { DuplicateIndex } from './duplicates/duplicate-index.ts';
import { ADVERSARIES, flood, wildString } from './fuzz.cases.ts';
import type { TextEngine } from './judge.contract.ts';
import { duplicateKey, nearDuplicateSketch } from './near-duplicates.ts';
import { loadEngine } from './node/load-engine.ts';
import { normalise } from './normalise.ts';
import { parseSearch } from './parse-search.ts';
import { maskPersonalData } from './personal-data.ts';
import { quoteFinder } from './quoting.ts';
import { searchTokens } from './search-tokens.ts';

let engine: TextEngine;
beforeAll(async () => {
  engine = await loadEngine();
});

describe('whatever is written', () => {
  // `bench/text-fuzz.ts` does the same with a million strings and with the clock.
  it('is read without a fault: 20,000 wild strings', () => {
    const dice = seeded(1122);
    const index = new DuplicateIndex();
    for (let number = 0; number < 20_000; number += 1) {
      const text = wildString(dice);
      const { sentiment, spam } = engine.judge(text);
      const { masked, found } = maskPersonalData(text);
      let last = 0;
      for (const { start, end } of found) {
        if (start < last || end <= start || end > text.length) throw new Error(`places in ${JSON.stringify(text)}`);
        last = end;
      }
      if (found.length === 0 && masked !== text) throw new Error(`mask of ${JSON.stringify(text)}`);
      if (!(sentiment.probability >= 0 && sentiment.probability <= 1 && spam.score >= 0)) throw new Error(text);
      engine.spam(text);
      searchTokens(text);
      parseSearch(text);
      nearDuplicateSketch(text);
      duplicateKey(text);
      quoteFinder([text])(text);
      index.add(text);
    }
    expect(index.size).toBe(20_000);
  });

  it.each(ADVERSARIES)('is read to the end when it is a long run of %s', (_, unit) => {
    // A step that grew with the square of the length would run into the test's time limit.
    const text = flood(unit, 250_000);
    expect(normalise(text).text.length).toBeLessThanOrEqual(text.length);
    expect(engine.judge(text).sentiment.probability).toBeGreaterThanOrEqual(0);
    engine.spam(text);
    expect(maskPersonalData(text).masked.length).toBeGreaterThan(0);
    expect(searchTokens(text).length).toBeLessThan(25_000);
    expect([0, 16]).toContain(nearDuplicateSketch(text).length);
    new DuplicateIndex().add(text);
  });

  it('keeps the places of what is found across the pieces a long text is read in', () => {
    const filler = '质量很好'.repeat(8190);
    const text = `${filler}电话13812345678，${filler}邮箱a@b.com`;
    expect(maskPersonalData(text).masked).toBe(`${filler}电话[phone]，${filler}邮箱[email]`);
  });
});
