// The shipped two-level commerce taxonomy: what a voice can be about, with the words that give it away.
import { ASPECTS } from './judge.contract.ts';
import { FULFILMENT_LEAVES } from './taxonomy.fulfilment.ts';
import { GOODS_LEAVES } from './taxonomy.goods.ts';
import type { ThemeLeaf } from './taxonomy.leaf.ts';
import { SHOP_LEAVES } from './taxonomy.shop.ts';

/** Every leaf, grouped by parent in the order of {@link ASPECTS}. */
export const TAXONOMY: readonly ThemeLeaf[] = [...FULFILMENT_LEAVES, ...GOODS_LEAVES, ...SHOP_LEAVES].sort(
  (a, b) => ASPECTS.indexOf(a.parent) - ASPECTS.indexOf(b.parent),
);

const BY_KEY = new Map(TAXONOMY.map((leaf) => [leaf.key, leaf]));

/** The leaf of a key, or undefined when the shop has added a theme of its own. */
export function themeLeaf(key: string): ThemeLeaf | undefined {
  return BY_KEY.get(key);
}

/** Top level of a theme key. */
export function themeParent(key: string): string {
  const dot = key.indexOf('.');
  return dot < 0 ? key : key.slice(0, dot);
}
