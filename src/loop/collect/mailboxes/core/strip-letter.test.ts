// Of a letter only the writer's own words stay, whichever mail program he uses.
import { describe, expect, it } from 'vitest';
import { htmlToText } from './html-text.ts';
import { LETTER_CASES } from './letters.cases.ts';
import { plainSubject, stripLetter } from './strip-letter.ts';

describe('a letter', () => {
  it('is stripped as the table says', () => {
    expect(LETTER_CASES.length).toBeGreaterThanOrEqual(60);
    const wrong = LETTER_CASES.flatMap(({ name, body, html, wanted }) => {
      const found = stripLetter(html ? htmlToText(body) : body).text;
      return found === wanted ? [] : [{ name, wanted, found }];
    });
    expect(wrong).toEqual([]);
  });

  it('is the same stripped twice', () => {
    for (const { name, body, html } of LETTER_CASES) {
      const once = stripLetter(html ? htmlToText(body) : body).text;
      expect([name, stripLetter(once).text]).toEqual([name, once]);
    }
  });

  it('of any size is read in reasonable steps', () => {
    const long = `${'> 旧的\n'.repeat(50_000)}${'新的话 '.repeat(20_000)}`;
    expect(stripLetter(long).text.length).toBeGreaterThan(10);
    expect(htmlToText('<'.repeat(30_000)).length).toBeGreaterThan(0);
    expect(htmlToText(`${'<div>'.repeat(30_000)}好`)).toBe('好');
  });
});

it.each([
  ['Re: 被子漏毛', '被子漏毛'],
  ['回复：答复: Re[2]: 被子', '被子'],
  ['FW: Fwd: kettle', 'kettle'],
  ['转发：回复:x', 'x'],
  ['Ready for pickup', 'Ready for pickup'],
  ['回复太慢', '回复太慢'],
])('the subject %s means %s', (given, wanted) => {
  expect(plainSubject(given)).toBe(wanted);
});
