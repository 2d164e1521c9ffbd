// A column never feeds two fields and a field is never fed twice.
import { describe, expect, it } from 'vitest';
import { fieldOf, samplesOf, setField } from './column-fields.ts';

describe('column fields', () => {
  const columns = { text: '内容', rating: '星级', product: '商品' };

  it('moves a field from one column to another', () => {
    const next = setField(columns, '标题', 'text');
    expect(next).toEqual({ text: '标题', rating: '星级', product: '商品' });
    expect(fieldOf(next, '内容')).toBeUndefined();
  });

  it('frees a column', () => {
    expect(setField(columns, '星级', null)).toEqual({ text: '内容', product: '商品' });
  });

  it('lets a column change its field', () => {
    expect(setField(columns, '内容', 'title')).toEqual({ title: '内容', rating: '星级', product: '商品' });
  });

  it('shows different values only, cut to a line', () => {
    const rows = ['好', '好', ' ', '坏', 'x'.repeat(99)].map((value, row) => ({
      row,
      fields: { 内容: value },
      feedback: [],
      errors: [],
    }));
    expect(samplesOf(rows, '内容')).toEqual(['好', '坏', `${'x'.repeat(60)}…`]);
  });
});
