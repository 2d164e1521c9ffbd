import { describe, expect, it } from 'vitest';
import { checkNickname } from './nickname.ts';

describe('a name to be thanked by', () => {
  it.each(['小满', '云朵姐姐', 'Mia', 'Anne-Marie', '阿一 2号', '大橘*为重', '李', 'Ümit'])('may be %s', (name) => {
    expect(checkNickname(name)).toEqual({ ok: true, value: name });
  });

  it('is shown with single spaces and composed letters', () => {
    expect(checkNickname('  Zoe\u0308 \n  Li ')).toEqual({ ok: true, value: 'Zoë Li' });
  });

  it.each([
    ['', 'missing_nickname'],
    ['   ', 'missing_nickname'],
    [undefined, 'missing_nickname'],
    ['啊'.repeat(21), 'too_large_nickname'],
    ['小满13800138000', 'personal_nickname'],
    ['138 0013 8000', 'personal_nickname'],
    ['mia@example.com', 'personal_nickname'],
    ['see www.example.com', 'personal_nickname'],
    ['<b>x</b>', 'invalid_nickname'],
    ['***', 'invalid_nickname'],
    ['小满\u202e', 'invalid_nickname'],
    ['傻 逼', 'indecent_nickname'],
    ['F.u.c.k', 'indecent_nickname'],
    ['官方客服', 'reserved_nickname'],
    ['Support Team', 'reserved_nickname'],
  ])('may not be %s (%s)', (name, reason) => {
    expect(checkNickname(name)).toMatchObject({ ok: false, reason });
  });
});
