import { describe, expect, it } from 'vitest';
import { identitiesOf, normalisePhone } from './identity.ts';

describe('identities', () => {
  it.each([
    ['+86 138 0013 8000', '13800138000'],
    ['0086-13800138000', '13800138000'],
    ['138-0013-8000', '13800138000'],
    ['+44 20 7946 0958', '442079460958'],
    ['8613', '8613'],
  ])('reads the number %s as %s', (given, wanted) => {
    expect(normalisePhone(given)).toBe(wanted);
  });

  it('puts the channel id first and shows no whole value', () => {
    const found = identitiesOf({ externalId: 'buyer-2291', email: ' Li.Na@Example.com ', phone: '13800138000' });
    expect(found.map((item) => [item.kind, item.value])).toEqual([
      ['external', 'buyer-2291'],
      ['email', 'li.na@example.com'],
      ['phone', '13800138000'],
    ]);
    for (const item of found) expect(item.hint).not.toContain(item.value);
  });

  it('gives nothing for a hint that names nobody', () => {
    expect(identitiesOf({ name: '小李' })).toEqual([]);
    expect(identitiesOf({ phone: '12' })).toEqual([]);
  });
});
