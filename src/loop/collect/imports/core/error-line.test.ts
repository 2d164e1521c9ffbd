// Proves that the error file cannot make a spreadsheet calculate, and that file names are only names.
import { describe, expect, it } from 'vitest';
import { csvLine, guardFormula, safeFileName } from './error-line.ts';

describe('error lines', () => {
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
});

describe('file names', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\evil.csv', 'evil.csv'],
    ['评价 2026.xlsx', '评价 2026.xlsx'],
    ['<script>.csv', '_script_.csv'],
    ['a\u0000b\r\n.csv', 'a_b__.csv'],
    ['invoice\u202efdp.csv', 'invoice_fdp.csv'],
    ['..', 'file'],
    ['', 'file'],
    ['con.csv', 'file'],
    ['.htaccess', 'htaccess'],
    ['a"; filename="x.exe', 'a__ filename=_x.exe'],
  ])('cleans %j', (given, wanted) => {
    expect(safeFileName(given)).toBe(wanted);
  });
  it('cuts long names and keeps their ending', () => {
    const name = safeFileName(`${'长'.repeat(300)}.csv.gz`);
    expect(name.length).toBe(120);
    expect(name.endsWith('.csv.gz')).toBe(true);
  });
});
