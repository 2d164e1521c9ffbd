// What is exported opens as numbers and words, never as a formula.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from './export-table.ts';

describe('a cell of the export', () => {
  it('starts no formula and keeps its words', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvCell(text);
        const bare = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(bare).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
        expect(bare.endsWith(text)).toBe(true);
      }),
    );
  });

  it('writes numbers as they are, also below zero, and nothing for nothing', () => {
    expect([csvCell(-12.5), csvCell(null), csvCell('=1+1'), csvCell('a,"b"')]).toEqual([
      '-12.5',
      '',
      `'=1+1`,
      '"a,""b"""',
    ]);
  });
});
