import { describe, expect, it } from 'vitest';
import type { Hit } from './series.ts';
import { witnessesOf } from './witnesses.ts';

const hit = (person: number, text: string, name: string | null = null, isFresh = true): Hit => ({
  at: person * 1000,
  person,
  eventId: `e${person}`,
  text,
  name,
  isBuyer: false,
  isFresh,
});

describe('witnesses', () => {
  it('counts newcomers with one wording as one', () =>
    expect(
      witnessesOf(
        [hit(1, '这家全是假货大家快跑'), hit(2, '大家快跑这家全是假货'), hit(3, '这家全是假货大家快跑！')],
        true,
      ),
    ).toBe(1));

  it('counts names of one make as one where the word is cheap, and otherwise only with words in common', () => {
    const lines = [hit(1, '全是假货快跑别买', 'qzkf5521'), hit(2, '我收到的防伪码查不到', 'ploe7718')];
    expect(witnessesOf(lines, true)).toBe(1);
    expect(witnessesOf(lines, false)).toBe(2);
  });

  it('doubts newcomers who tell of one fault in one wording only when their names are of one make', () => {
    const told = '千万别买质量垃圾不给退货';
    expect(witnessesOf([hit(1, told, '芒果'), hit(2, told, '大豆豆')], false)).toBe(2);
    expect(witnessesOf([hit(1, told, '用户118904'), hit(2, told, '用户626254')], false)).toBe(1);
  });

  it('counts people with a history for themselves, whatever they write', () =>
    expect(witnessesOf([hit(1, '这是假货别买', null, false), hit(2, '这是假货别买', null, false)], true)).toBe(2));

  it('keeps apart newcomers who tell different things, and short lines that everybody writes', () => {
    expect(witnessesOf([hit(1, '专柜验了说是假的'), hit(2, '防伪码根本查不到啊')], true)).toBe(2);
    expect(witnessesOf([hit(1, '没声音了'), hit(2, '没声音了')], false)).toBe(2);
  });
});
