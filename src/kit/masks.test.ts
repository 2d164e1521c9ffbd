// Marks of masked data are found and said in the words of the reader; what else stands in brackets is left alone.
import { expect, it } from 'vitest';
import { MASKS, masksIn, sayMasks } from './masks.ts';

it('finds a mark of every kind', () => {
  for (const [kind, mask] of Object.entries(MASKS))
    expect(masksIn(`a ${mask} b`)).toEqual([{ start: 2, end: 2 + mask.length, kind }]);
});

it('says marks in the words of the reader and leaves other brackets alone', () => {
  const names: Record<string, string> = { phone: '电话', bank_card: '银行卡' };
  const say = (text: string) => sayMasks(text, (kind) => names[kind] ?? '');
  expect(say('我的[phone]和[card]，[捂脸] [me]')).toBe('我的[电话]和[银行卡]，[捂脸] [me]');
  expect(say('没有')).toBe('没有');
});
