// Proves that the error file cannot make a spreadsheet calculate.
import { describe, expect, it } from 'vitest';
import { csvLine, guardFormula } from './error-line.ts';

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
