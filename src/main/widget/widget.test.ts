// Checks what of the widget needs no browser: its words exist in both languages, and they can be read on any colour.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkOn } from './look.ts';
import { sayIn, sayMoment } from './words.ts';

const source = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
  .join('\n');

describe('the words of the widget', () => {
  it('exist in both languages for every key the code names', () => {
    const keys = [...source.matchAll(/\b(?:say|button)\(\s*'([\w.]+)'/g)].map((match) => match[1]!);
    expect(keys.length).toBeGreaterThan(25);
    for (const key of keys)
      for (const lang of ['zh-CN', 'en'] as const) expect([key, sayIn(lang)(key)]).not.toEqual([key, '']);
  });

  it('stay silent about what nobody wrote', () => {
    expect(sayIn('en')('problem.never_heard_of')).toBe('');
    expect(sayIn('en')('stage')).toBe('');
  });

  it('say the hour today and the date on other days', () => {
    const say = sayIn('en');
    expect(sayMoment(say, 'en', new Date().toISOString())).toMatch(/^\d{2}:\d{2} today$/);
    expect(sayMoment(say, 'en', '2020-03-05T12:00:00Z')).toMatch(/Mar 5/);
  });
});

describe('the ink', () => {
  const luminance = (color: string) => {
    const full = color.length === 4 ? `#${[...color.slice(1)].map((one) => one + one).join('')}` : color;
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  it('can be read on every colour a shop may choose (WCAG AA)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const color = `#${value.toString(16).padStart(6, '0')}`;
        const [one, other] = [luminance(color), luminance(inkOn(color))];
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 4.5;
      }),
      { numRuns: 2000 },
    );
  });
});
