// A search keeps a branch together, and a period has as many days as it says.
import { describe, expect, it } from 'vitest';
import type { ThemeView } from '../core/theme.contract.ts';
import { branchesOf, periodOf } from './theme-tree-rows.ts';

const theme = (key: string, zh: string, keywords: string[] = []): ThemeView => ({
  key,
  parent: key.includes('.') ? (key.split('.')[0] ?? null) : null,
  zh,
  en: key,
  enabled: true,
  keywords,
  mergedInto: null,
  own: false,
  version: 0,
  counts: null,
});
const items = [
  theme('logistics', '物流'),
  theme('logistics.late', '到货慢'),
  theme('logistics.fast', '到货快'),
  theme('price', '价格'),
  theme('price.error', '价格标错', ['标价']),
];

describe('the tree', () => {
  it('has every theme once', () => {
    expect(branchesOf(items, '').map((branch) => branch.leaves.length)).toEqual([2, 1]);
  });

  it('keeps only fitting leaves, found by keyword too', () => {
    expect(branchesOf(items, '标价').map(({ parent, leaves }) => [parent.key, leaves.map((leaf) => leaf.key)])).toEqual(
      [['price', ['price.error']]],
    );
  });

  it('keeps all leaves of a fitting upper theme', () => {
    expect(branchesOf(items, '物流')[0]?.leaves).toHaveLength(2);
  });
});

describe('a period', () => {
  it('includes both its days', () => {
    expect(periodOf('2026-11-22', 7)).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  });
});
