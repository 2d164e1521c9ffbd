import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ASPECTS,
  CLASSES,
  EMOTIONS,
  INTENTS,
  LANGUAGES,
  PERSONAL_DATA_KINDS,
  SENTIMENTS,
  SPAM_REASONS,
  URGENCY_REASONS,
} from './judge.contract.ts';
import { PAIR_TOPICS, STATES } from './lexicon/states.ts';
import { TAXONOMY, themeLeaf, themeParent } from './taxonomy.ts';

type Names = Record<string, Record<string, string>> & { themes: Record<string, Record<string, string>> };

describe('the taxonomy', () => {
  it('has about sixty to ninety leaves, each once, under a known parent', () => {
    expect(TAXONOMY.length).toBeGreaterThanOrEqual(60);
    expect(TAXONOMY.length).toBeLessThanOrEqual(90);
    expect(new Set(TAXONOMY.map((leaf) => leaf.key)).size).toBe(TAXONOMY.length);
    for (const leaf of TAXONOMY) {
      expect(themeParent(leaf.key)).toBe(leaf.parent);
      expect(themeLeaf(leaf.key)).toBe(leaf);
    }
  });

  it('has words in both languages and pairs of known tags', () => {
    for (const leaf of TAXONOMY) {
      expect(leaf.zh.split('|').length, leaf.key).toBeGreaterThan(3);
      expect(leaf.en.split('|').length, leaf.key).toBeGreaterThan(3);
      for (const pair of leaf.pairs ?? []) {
        const [topic, state] = pair.split('+') as [string, string];
        expect(PAIR_TOPICS[topic], pair).toBeDefined();
        expect(STATES[state], pair).toBeDefined();
      }
    }
  });

  it.each(['zh-CN', 'en'])('has a name for every label in %s', (language) => {
    const names = JSON.parse(
      readFileSync(new URL(`../../locales/${language}/text.json`, import.meta.url), 'utf8'),
    ) as Names;
    for (const leaf of TAXONOMY) {
      const [parent, name] = leaf.key.split('.') as [string, string];
      expect(names.themes[parent]?.[name], leaf.key).toBeTruthy();
    }
    const lists: [string, readonly string[]][] = [
      ['class', CLASSES],
      ['sentiment', SENTIMENTS],
      ['intent', INTENTS],
      ['aspect', ASPECTS],
      ['urgency', URGENCY_REASONS],
      ['spam', SPAM_REASONS],
      ['emotion', EMOTIONS],
      ['language', LANGUAGES],
      ['personal', PERSONAL_DATA_KINDS],
    ];
    for (const [group, labels] of lists) for (const label of labels) expect(names[group]?.[label], label).toBeTruthy();
  });
});
