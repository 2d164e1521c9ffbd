// The taxonomy of a workspace: the engine's leaves, what the workspace changed of them, and how both find themes in a text.

import { ASPECTS } from '../../../../text/judge.contract.ts';
import { TAXONOMY, themeParent } from '../../../../text/taxonomy.ts';

/** A stored change or addition. */
export interface ThemeRow {
  key: string;
  parent: string | null;
  zh: string;
  en: string;
  enabled: boolean;
  keywords: string[];
  mergedInto: string | null;
  own: boolean;
  version: number;
}

/** Names of shipped themes, from the sentences of each language. */
export type ShippedName = (key: string, language: 'zh-CN' | 'en') => string;

/** Every theme of the workspace, upper themes first within their group. */
export function mergedTaxonomy(rows: readonly ThemeRow[], nameOf: ShippedName): ThemeRow[] {
  const stored = new Map(rows.map((row) => [row.key, row]));
  const shippedParents = ASPECTS.filter((aspect) => TAXONOMY.some((leaf) => leaf.parent === aspect));
  const shipped = (key: string, parent: string | null): ThemeRow =>
    stored.get(key) ?? {
      key,
      parent,
      zh: nameOf(key, 'zh-CN'),
      en: nameOf(key, 'en'),
      enabled: true,
      keywords: [],
      mergedInto: null,
      own: false,
      version: 0,
    };
  const all: ThemeRow[] = [];
  for (const parent of shippedParents) {
    all.push(shipped(parent, null));
    for (const leaf of TAXONOMY) if (leaf.parent === parent) all.push(shipped(leaf.key, parent));
    for (const row of rows) if (row.own && row.parent === parent) all.push(row);
  }
  return all;
}

/** Turns the engine's themes and the folded text into the themes of the workspace. */
export interface ThemeFinder {
  /** Version of the taxonomy this was made from. */
  version: number;
  /** @param normalised the folded text of the judgement */
  find(shipped: readonly string[], normalised: string): string[];
}

const MOST = 5;

/** @param fold the engine's folding of width, case and script, applied to keywords once */
export function themeFinder(rows: readonly ThemeRow[], version: number, fold: (text: string) => string): ThemeFinder {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const words: { word: string; key: string }[] = [];
  for (const row of rows) {
    if (!row.enabled || row.mergedInto) continue;
    for (const keyword of row.keywords) {
      const word = fold(keyword);
      if (word !== '') words.push({ word, key: row.key });
    }
  }
  // A merged theme's own words still speak, for the theme that took it over.
  for (const row of rows) {
    if (!row.mergedInto) continue;
    for (const keyword of row.keywords) words.push({ word: fold(keyword), key: row.key });
  }
  const settle = (key: string): string | null => {
    let at = key;
    for (let step = 0; step < 10; step += 1) {
      const row = byKey.get(at);
      if (row?.mergedInto) at = row.mergedInto;
      else return (row?.enabled ?? true) && (byKey.get(themeParent(at))?.enabled ?? true) ? at : null;
    }
    return null;
  };
  if (rows.length === 0) return { version, find: (shipped) => [...shipped] };
  return {
    version,
    find(shipped, normalised) {
      const found: string[] = [];
      const add = (key: string) => {
        const settled = settle(key);
        if (settled && !found.includes(settled) && found.length < MOST) found.push(settled);
      };
      for (const { word, key } of words) if (normalised.includes(word)) add(key);
      for (const key of shipped) add(key);
      return found;
    },
  };
}

/** A key for a new leaf from its English name: `logistics` + `Wrong floor` → `logistics.wrong_floor`. */
export function keyFor(parent: string, english: string): string {
  const tail = english
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 38);
  return `${parent}.${tail || 'own'}`;
}
