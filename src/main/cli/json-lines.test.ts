import { expect, it } from 'vitest';
import { exactId, idFirst, readVoice, shown } from './json-lines.ts';

it('reads id and text by one rule', () => {
  expect(readVoice('{"id":"a","t":"好","text":"差"}', undefined)).toMatchObject({ id: 'a', text: '好' });
  expect(readVoice('\ufeff{"text":"差"}\r', undefined)).toMatchObject({ id: undefined, text: '差' });
  expect(readVoice('{"t":"好","body":"差"}', 'body')).toMatchObject({ text: '差' });
  expect(readVoice(' \t', undefined)).toBeNull();
});

it('says why a row cannot be used', () => {
  expect(readVoice({ fault: 'not_utf8' }, undefined)).toEqual({ id: undefined, fault: { error: 'not_utf8' } });
  expect(readVoice('{"t":', undefined)).toEqual({ id: undefined, fault: { error: 'not_json' } });
  expect(readVoice('7', undefined)).toEqual({ id: undefined, fault: { error: 'not_an_object' } });
  expect(readVoice('{"id":1,"x":2}', undefined)).toEqual({ id: 1, fault: { error: 'no_text', field: 't or text' } });
  expect(readVoice('{"id":1}', 'toString')).toEqual({ id: 1, fault: { error: 'no_text', field: 'toString' } });
});

it('shows a value in few characters', () => {
  expect(shown('maybe')).toBe('"maybe"');
  expect(shown(7)).toBe('7');
  expect(shown([1])).toBe('[…]');
  expect([...shown('😀'.repeat(99))]).toHaveLength(40);
});

it('keeps all digits of a long id', () => {
  const line = '{"t":"the \\"id\\": 1","inner":{"id":3},"id": 12345678901234567891}';
  const id = exactId(line, JSON.parse(line).id);
  expect(idFirst(id, { duplicateOf: id })).toBe('{"id":12345678901234567891,"duplicateOf":12345678901234567891}');
  expect(exactId('{"id":7}', 7)).toBe(7);
  expect(idFirst(undefined, { line: 1 })).toBe('{"line":1}');
});
