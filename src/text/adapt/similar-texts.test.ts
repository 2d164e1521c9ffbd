import { expect, it } from 'vitest';
import { sha256 } from './sha256.ts';
import { similarTo } from './similar-texts.ts';

it('finds the texts a correction is about as well', () => {
  const candidates = ['屏幕漏光很严重', '屏幕很大很清楚', '快递很快', '我的屏幕也漏光', '屏幕漏光很严重！'].map(
    (text) => ({ text }),
  );
  const found = similarTo('屏幕漏光很严重', candidates).map(({ item }) => item.text);
  expect(found.slice(0, 2)).toEqual(['屏幕漏光很严重', '屏幕漏光很严重！']);
  expect(found).toContain('我的屏幕也漏光');
  expect(found).not.toContain('快递很快');
  expect(similarTo('', candidates)).toEqual([]);
});

it('knows SHA-256', () => {
  const hex = (text: string) =>
    Array.from(sha256(new TextEncoder().encode(text)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  expect(hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hex('a'.repeat(119))).toBe('31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb');
});
