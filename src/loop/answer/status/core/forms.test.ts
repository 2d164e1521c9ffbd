import { describe, expect, it } from 'vitest';
import { cameFromOwnPage } from '../../../../platform/pages/own-page.ts';
import { checkAnswer } from './check-answer.ts';

describe('what a reporter typed', () => {
  it.each([
    ['  还没有收到\r\n请帮我看看  ', '还没有收到\n请帮我看看'],
    ['a\u0000b\u0007c\td', 'abc\td'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['😀'.repeat(2000), '😀'.repeat(2000)],
  ])('keeps the words of %j', (given, wanted) => {
    expect(checkAnswer(given)).toEqual({ ok: true, value: wanted });
  });

  it.each([[''], [' \n '], ['\u0000'], [undefined], [null], [3], [['a', 'b']], [{ a: 1 }]])(
    'finds nothing in %j',
    (given) => {
      expect(checkAnswer(given)).toMatchObject({ ok: false, reason: 'missing_text' });
    },
  );

  it('has a limit', () => {
    expect(checkAnswer('字'.repeat(2001))).toMatchObject({ ok: false, reason: 'too_large_text' });
  });
});

describe('where a form came from', () => {
  const hosts = ['shop.example', 'localhost:4600'];
  it.each([
    [{ site: 'same-origin', origin: 'https://evil.example' }, true],
    [{ site: 'cross-site', origin: 'https://shop.example' }, false],
    [{ site: 'same-site', origin: undefined }, false],
    [{ site: 'none', origin: undefined }, false],
    [{ site: undefined, origin: 'https://shop.example' }, true],
    [{ site: undefined, origin: 'http://localhost:4600' }, true],
    [{ site: undefined, origin: 'http://localhost' }, false],
    [{ site: undefined, origin: 'null' }, false],
    [{ site: undefined, origin: 'https://shop.example.evil.example' }, false],
    [{ site: undefined, origin: 'https://user@shop.example' }, false],
    [{ site: undefined, origin: undefined }, true],
  ])('%j → %s', (headers, own) => {
    expect(cameFromOwnPage(headers, hosts)).toBe(own);
  });
});
