// Every number a screen shows has its entry, with words in both languages, and no entry is for nothing.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OVERVIEW_METRICS } from '../../../understand/overview/core/overview.contract.ts';
import { MEASURES, measureOf } from './catalogue.contract.ts';
import { METRICS } from './dictionary.contract.ts';
import { LEAKS } from './insight.contract.ts';

const root = path.resolve(import.meta.dirname, '../../../../..');
const keys = METRICS.map((metric) => metric.key) as string[];
const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Figures of the verifying room under the names of its contracts. */
const OF_VERIFY = { csat: 'csat', response: 'rating_response', repeats: 'repeat_share', verified: 'verified_share' };

describe('the dictionary', () => {
  it('has each metric once', () => expect(new Set(keys).size).toBe(keys.length));

  it('knows every figure of the overview, the explorer, the funnel and the verifying room', () => {
    const used = [
      ...OVERVIEW_METRICS.map(snake),
      ...MEASURES.map((one) => one.key),
      ...LEAKS,
      ...Object.values(OF_VERIFY),
    ];
    expect(used.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('gives a measure the unit it is drawn in', () => {
    for (const metric of METRICS) {
      const measure = measureOf(metric.key);
      if (measure) expect(metric.unit, metric.key).toBe(measure.unit);
    }
  });

  it.each(['zh-CN', 'en'])('says all of it in %s', (language) => {
    const words = JSON.parse(readFileSync(path.join(root, 'locales', language, 'metrics.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    expect(Object.keys(words).sort()).toEqual([...keys].sort());
    for (const [key, entry] of Object.entries(words))
      for (const field of ['name', 'formula', 'numerator', 'denominator', 'filter', 'window', 'caveat'])
        expect(entry[field], `${key}.${field}`).toBeTruthy();
    for (const metric of METRICS)
      if (metric.unit === 'share' && measureOf(metric.key)) expect(words[metric.key]!.denominator).not.toBe('–');
  });

  it('is named by every number that says so on a screen', () => {
    const screens = [
      'loop/understand/overview/web/main-figures.tsx',
      'loop/publish/review/web/pack-figures.tsx',
      'loop/publish/insight/web/funnel.part.tsx',
    ];
    const named = screens.flatMap((file) =>
      [...readFileSync(path.join(root, 'src', file), 'utf8').matchAll(/metric="([a-z_]+)"/g)].map((match) => match[1]!),
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
  });
});
