import { describe, expect, it } from 'vitest';
import { chooseReporters } from './choose-reporters.ts';

const three = [{ key: 'per_c' }, { key: 'per_a' }, { key: 'fb_x' }];

describe('whom a reply goes to', () => {
  it('is the one who spoke last unless somebody is named', () => {
    expect(chooseReporters(three, undefined)).toEqual({ ok: true, value: [{ key: 'per_c' }] });
    expect(chooseReporters(three, 'fb_x')).toEqual({ ok: true, value: [{ key: 'fb_x' }] });
  });

  it('is everybody once', () => {
    expect(chooseReporters([...three, { key: 'per_a' }], 'all')).toEqual({ ok: true, value: three });
  });

  it('is never a stranger, and never nobody', () => {
    expect(chooseReporters(three, 'per_z')).toMatchObject({ ok: false, reason: 'unknown_reporter' });
    expect(chooseReporters([], undefined)).toMatchObject({ ok: false, reason: 'unknown_reporter' });
    expect(chooseReporters([], 'all')).toMatchObject({ ok: false, reason: 'unknown_reporter' });
  });
});
