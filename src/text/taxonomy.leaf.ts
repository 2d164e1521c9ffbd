// The shape of one leaf of the taxonomy, apart from the list so that its parts can share it.
import type { Aspect, Polarity } from './judge.contract.ts';

/** One leaf. Words are separated by `|`; a pair `topic+state` asks for both tags in one clause (see lexicon/states.ts). */
export interface ThemeLeaf {
  /** `parent.name`, stable; names for people are in locales under `text.themes`. */
  key: string;
  parent: Aspect;
  /** Which way the leaf itself speaks: late delivery -1, fast delivery 1, a question of stock 0. */
  leaning: Polarity;
  zh: string;
  en: string;
  pairs?: readonly string[];
}
