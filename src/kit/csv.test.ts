// Proves that no file of ours makes a spreadsheet calculate, and that its words stay.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine, guardFormula } from './csv.ts';

describe('lines of a CSV file', () => {
  it.each([
    '=1+1',
    '+cmd|x',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    '\n=1',
    '\u0000=1',
    '=HYPERLINK("http://x","y")',
  ])('disarms %j', (value) => {
    expect(guardFormula(value)).toBe(`'${value}`);
  });
  it.each(['5', '-5', '+3.5', '好评', 'a=b', '', '13800138000'])('leaves %j', (value) => {
    expect(guardFormula(value)).toBe(value);
  });
  it('quotes what needs quoting', () => {
    expect(csvLine(['a', 'b,c', 'say "hi"', 'two\nlines', '=1,2', ' x '])).toBe(
      'a,"b,c","say ""hi""","two\nlines","\'=1,2"," x "\r\n',
    );
  });
  it('starts no formula and keeps its words, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvCell(text);
        const bare = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        if (!/^[-+]?\d+(\.\d+)?$/.test(bare)) expect(bare).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
        expect(bare.endsWith(text.replaceAll('\u0000', ''))).toBe(true);
      }),
    );
  });
  it('writes numbers as they are, also below zero, and nothing for nothing', () => {
    expect(csvLine([-12.5, null, '=1+1', 'a,"b"', '好'])).toBe(`-12.5,,'=1+1,"a,""b""",好\r\n`);
  });
});
