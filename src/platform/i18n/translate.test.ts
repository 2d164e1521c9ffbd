import { describe, expect, it } from 'vitest';
import { languageOf, translator } from './translate.ts';

describe('languageOf', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['zh-Hant-TW', 'zh-CN'],
    ['fr, de', 'zh-CN'],
    ['en;q=0.3, zh;q=0.8', 'zh-CN'],
    ['zh;q=0.3, en;q=0.8', 'en'],
    ['fr;q=1, en;q=0.1', 'en'],
    ['en;q=0, zh;q=0.1', 'zh-CN'],
    ['zh;q=0, en;q=0.001', 'en'],
    ['en ; Q=0.2 , zh;q=0.9', 'zh-CN'],
    ['en;level=1;q=0.1,zh;q=0.2', 'zh-CN'],
    ['en;q=banana, zh;q=0.1', 'zh-CN'],
    ['*', 'zh-CN'],
    ['english', 'zh-CN'],
    [';;;,,,=q;q', 'zh-CN'],
    [`${'x'.repeat(10_000)},en`, 'en'],
  ])('reads %j as %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('translator', () => {
  it('fills in values as they are and falls back', () => {
    const t = translator('en');
    expect(t('problems:title.other', { code: '<b>' })).toBe('This cannot be done now (<b>)');
    expect(t('problems:title.no_such_key', undefined, 'spare')).toBe('spare');
    expect(translator('zh-CN')('problems:title.not_found')).toMatch(/[\u4e00-\u9fff]/);
  });
});
