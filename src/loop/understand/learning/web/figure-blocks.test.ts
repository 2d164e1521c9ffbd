// The published figures are read whole, in both languages: every table keeps its columns.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figureBlocks } from './figure-blocks.ts';

describe('the published figures', () => {
  it('are headings, words and tables', () => {
    expect(figureBlocks('# A\n\nwords\nmore\n\n## B\n\n| x | n |\n|---|--:|\n| a \\| b | 1 |\n')).toEqual([
      { kind: 'heading', level: 1, text: 'A' },
      { kind: 'words', text: 'words more' },
      { kind: 'heading', level: 2, text: 'B' },
      { kind: 'table', head: ['x', 'n'], rows: [['a | b', '1']], isNumber: [false, true] },
    ]);
  });

  it.each(['accuracy.md', 'accuracy.zh-CN.md'])('%s has no row that does not fit its table', (file) => {
    const blocks = figureBlocks(readFileSync(new URL(`../../../../../docs/${file}`, import.meta.url), 'utf8'));
    const tables = blocks.filter((block) => block.kind === 'table');
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) for (const row of table.rows) expect(row).toHaveLength(table.head.length);
    expect(blocks.filter((block) => block.kind === 'words' && block.text.includes('|---'))).toEqual([]);
  });
});
