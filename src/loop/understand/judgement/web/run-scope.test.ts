// A run never calls itself "all feedback" when something narrowed it.
import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { RunScope } from '../core/judgement.contract.ts';
import { scopeWords } from './run-scope.ts';

const t = ((key: string, values?: Record<string, string>) =>
  `${key}${values ? ` ${Object.values(values).join()}` : ''}`) as unknown as TFunction<
  ['pageunderstand', 'pagecollect']
>;
const say = (scope: Partial<RunScope>) =>
  scopeWords({ outdatedOnly: false, ...scope }, { t, theme: (key) => key, language: 'en', zone: 'Asia/Shanghai' });

describe('the title of a run', () => {
  it('names product and days', () => {
    expect(say({})).toBe('judging.all');
    expect(say({ productId: 'prod_1' })).toBe('judging.product');
    expect(say({ from: '2026-11-01T16:00:00Z', to: '2026-11-03T16:00:00Z' }).replace(/\s/gu, ' ')).toBe(
      'judging.between Nov 2 – 3, 2026',
    );
    expect(say({ to: '2026-11-03T16:00:00Z' })).toBe('judging.until Nov 3, 2026');
  });

  it('says how many words it leaves out', () => {
    expect(say({ words: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] })).toBe('judging.words a, b, c, d, e, f +2');
  });
});
