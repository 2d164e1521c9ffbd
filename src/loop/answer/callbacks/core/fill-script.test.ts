// A script shows no braces to the caller, and saves none that nobody knows.
import { expect, it } from 'vitest';
import { fillScript, unknownIn } from './fill-script.ts';

it('fills what is known and stands in for what is missing', () => {
  const text = '您好，{{person.name}}，我是{{shop.name}}的{{agent.name}}，关于 {{ product.name }}。';
  expect(fillScript(text, { 'person.name': '林\n小满', 'shop.name': '云朵' }, { 'agent.name': '客服' })).toBe(
    '您好，林 小满，我是云朵的客服，关于 …。',
  );
});

it('names what nobody knows', () => {
  expect(unknownIn('{{person.name}} {{person.age}} {{')).toEqual(['person.age', '{{']);
  expect(unknownIn('没有变量')).toEqual([]);
});
