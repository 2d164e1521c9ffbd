import { describe, expect, it } from 'vitest';
import { isTooDeep, MAX_JSON_DEPTH, plainJson, plainText } from './plain-json.ts';

const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

describe('isTooDeep', () => {
  it('counts lists and objects, at the limit and one beyond', () => {
    expect(isTooDeep(nested(MAX_JSON_DEPTH))).toBe(false);
    expect(isTooDeep(nested(MAX_JSON_DEPTH + 1))).toBe(true);
    expect(isTooDeep({ a: [{ b: 1 }] }, 3)).toBe(false);
    expect(isTooDeep({ a: [{ b: 1 }] }, 2)).toBe(true);
    for (const flat of ['words', 1, null, undefined, Buffer.from('abc')]) expect(isTooDeep(flat, 0)).toBe(false);
  });

  it('is not broken by depth itself', () => {
    expect(isTooDeep(nested(100_000))).toBe(true);
  });
});

describe('plainJson', () => {
  it('takes NUL and half characters out of values and keys and leaves the rest as it is', () => {
    const given = { 'a\0b': ['\ud83d', '好\0', { 'k\udc00': 1 }], n: 1, t: true, z: null, whole: '😀' };
    expect(plainJson(given)).toEqual({ ab: ['\ufffd', '好', { 'k\ufffd': 1 }], n: 1, t: true, z: null, whole: '😀' });
  });

  it('gives nobody a prototype', () => {
    const out = plainJson(JSON.parse('{"__proto__\\u0000":{"x":1}}')) as object;
    expect((out as { x?: number }).x).toBeUndefined();
    expect(Object.getPrototypeOf(out)).toBe(Object.prototype);
  });

  it('does not copy what is sound', () => {
    const sound = { list: [1, 'a'] };
    expect(plainJson(sound)).toBe(sound);
    expect(plainText('好')).toBe('好');
  });
});
