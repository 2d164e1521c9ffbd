// Every text colour must be readable (WCAG AA) on every ground it is really put on, in both themes.
import { describe, expect, it } from 'vitest';
import { type Palette, palettes, STAGES, tokensCss } from './tokens.ts';

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

type Plain = Exclude<keyof Palette, 'stage'>;
const grounds: Plain[] = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'chosen'];
const pairs: [Plain, Plain[]][] = [
  ['text', [...grounds, 'accentSoft', 'negativeSoft', 'positiveSoft', 'warningSoft', 'neutralSoft']],
  ['textSecondary', [...grounds, 'accentSoft', 'negativeSoft', 'positiveSoft', 'warningSoft']],
  ['textTertiary', [...grounds, 'accentSoft']],
  ['accent', ['canvas', 'surface', 'raised', 'hover', 'accentSoft']],
  ['accentHover', ['canvas', 'surface', 'raised', 'hover']],
  ['onAccent', ['accent', 'accentHover']],
  ['onUrgent', ['urgent']],
  ['onNegative', ['negative']],
  ['negative', ['canvas', 'surface', 'raised', 'hover', 'chosen', 'accentSoft', 'negativeSoft']],
  ['positive', ['canvas', 'surface', 'raised', 'hover', 'chosen', 'accentSoft', 'positiveSoft']],
  ['warning', ['canvas', 'surface', 'raised', 'hover', 'chosen', 'accentSoft', 'warningSoft']],
  ['neutral', ['canvas', 'surface', 'raised', 'hover', 'neutralSoft']],
];

for (const [name, palette] of Object.entries(palettes)) {
  describe(`contrast in the ${name} theme`, () => {
    for (const [ink, papers] of pairs) {
      it.each(papers)(`${ink} on %s reaches 4.5`, (paper) => {
        expect(contrast(palette[ink], palette[paper])).toBeGreaterThanOrEqual(4.5);
      });
    }
    it.each(STAGES)('stage %s is readable as text and as a mark', (stage) => {
      for (const paper of ['canvas', 'surface', 'raised', 'hover', 'chosen', 'accentSoft'] as const)
        expect(contrast(palette.stage[stage], palette[paper])).toBeGreaterThanOrEqual(4.5);
    });
    it('draws borders of fields so that they can be found', () => {
      expect(contrast(palette.lineStrong, palette.surface)).toBeGreaterThanOrEqual(1.5);
    });
  });
}

describe('the six hues', () => {
  it.each(Object.entries(palettes))('are six different colours in %s', (_name, palette) => {
    expect(new Set(Object.values(palette.stage)).size).toBe(6);
  });
});

describe('tokensCss', () => {
  it('carries both themes and kebab-case names', () => {
    const css = tokensCss();
    expect(css).toContain('--text-secondary:#57524a');
    expect(css).toContain(':root[data-theme=dark]');
    expect(css).toContain('--stage-verify:');
  });
});
