// The one source of colour, type and spacing; the antd theme, the style sheet and the charts are all derived from it.

/** The six stages a voice travels through, in order; their hues are the same wherever a stage is drawn. */
export const STAGES = ['collect', 'understand', 'act', 'answer', 'verify', 'publish'] as const;
export type Stage = (typeof STAGES)[number];

/** Every colour a theme has. Names say the job, never the hue. Values are `#rrggbb`. */
export interface Palette {
  /** behind everything */
  canvas: string;
  /** lists, panes, cards */
  surface: string;
  /** what floats above: menus, dialogs, toasts */
  raised: string;
  /** wells: inputs at rest, code, skeletons */
  sunken: string;
  /** a row under the pointer */
  hover: string;
  /** a row that is selected or current */
  chosen: string;
  /** hairline */
  line: string;
  /** border of something one can press or type in */
  lineStrong: string;
  text: string;
  textSecondary: string;
  textTertiary: string;
  /** the next thing to do, and focus; nothing else */
  accent: string;
  accentHover: string;
  accentSoft: string;
  onAccent: string;
  negative: string;
  negativeSoft: string;
  neutral: string;
  neutralSoft: string;
  positive: string;
  positiveSoft: string;
  warning: string;
  warningSoft: string;
  urgent: string;
  onUrgent: string;
  /** Words on a filled button that removes or ends something. */
  onNegative: string;
  stage: Record<Stage, string>;
}

export const light: Palette = {
  canvas: '#faf9f6',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f3f1ec',
  hover: '#f7f5f1',
  chosen: '#efece5',
  line: '#e7e3db',
  lineStrong: '#cbc5b9',
  text: '#1f1c18',
  textSecondary: '#57524a',
  textTertiary: '#6b655b',
  accent: '#0f766e',
  accentHover: '#0b5f58',
  accentSoft: '#e4f2ef',
  onAccent: '#ffffff',
  negative: '#b42318',
  negativeSoft: '#fdeeec',
  neutral: '#667085',
  neutralSoft: '#f6f6f8',
  positive: '#067647',
  positiveSoft: '#e7f5ee',
  warning: '#8a4b06',
  warningSoft: '#fdf3e3',
  urgent: '#b42318',
  onUrgent: '#ffffff',
  onNegative: '#ffffff',
  stage: {
    collect: '#2d6bb2',
    understand: '#7654b0',
    act: '#ad4f0a',
    answer: '#a63a72',
    verify: '#4a7715',
    publish: '#7d6615',
  },
};

export const dark: Palette = {
  canvas: '#131210',
  surface: '#1a1916',
  raised: '#23211d',
  sunken: '#100f0d',
  hover: '#211f1b',
  chosen: '#2a2823',
  line: '#312e28',
  lineStrong: '#4d483f',
  text: '#f1eee8',
  textSecondary: '#bfb8ac',
  textTertiary: '#a19a8e',
  accent: '#2dd4bf',
  accentHover: '#5ce3d2',
  accentSoft: '#12332f',
  onAccent: '#06231f',
  negative: '#fb8a80',
  negativeSoft: '#3a1714',
  neutral: '#a5abb8',
  neutralSoft: '#23252a',
  positive: '#4fd08f',
  positiveSoft: '#102e20',
  warning: '#f2b35c',
  warningSoft: '#35250d',
  urgent: '#c9362b',
  onUrgent: '#ffffff',
  onNegative: '#2a0d0a',
  stage: {
    collect: '#7fb2f0',
    understand: '#b9a0f2',
    act: '#f0a263',
    answer: '#ee8fbd',
    verify: '#a3cc6b',
    publish: '#dcc364',
  },
};

export const palettes = { light, dark };
export type ThemeName = keyof typeof palettes;

/** Distances in px; the index is the step people say aloud ("space 3"). */
export const space = [0, 4, 8, 12, 16, 24, 32, 48] as const;

/** Sizes in px with their line height. */
export const type = {
  family:
    '-apple-system, "Segoe UI", Roboto, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif',
  mono: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
  small: { size: 12, line: 18 },
  body: { size: 14, line: 22 },
  lead: { size: 16, line: 24 },
  title: { size: 20, line: 28 },
  figure: { size: 28, line: 36 },
} as const;

export const radius = 8;
/** Height of a list row, px. */
export const rowHeight = 44;
/** Below this width panes become pages, px. */
export const narrow = 900;
/** How long things move, ms; everything is still when the reader asks for less motion. */
export const motion = { quick: 120, calm: 180, echo: 600 } as const;

/** The only shadow: under what floats. */
export const floating: Record<ThemeName, string> = {
  light: '0 1px 2px rgb(31 28 24 / 6%), 0 12px 32px rgb(31 28 24 / 14%)',
  dark: '0 1px 2px rgb(0 0 0 / 40%), 0 12px 32px rgb(0 0 0 / 55%)',
};

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function declarations(name: ThemeName): string {
  const { stage, ...plain } = palettes[name];
  const lines = Object.entries(plain).map(([key, value]) => `--${kebab(key)}:${value}`);
  for (const key of STAGES) lines.push(`--stage-${key}:${stage[key]}`);
  lines.push(`--floating:${floating[name]}`, `color-scheme:${name}`);
  return lines.join(';');
}

/** The tokens as CSS custom properties for both themes, switched by `data-theme` on the root element. */
export function tokensCss(): string {
  const fixed = [
    `--family:var(--quotes,) ${type.family}`,
    `--mono:${type.mono}`,
    `--radius:${radius}px`,
    `--quick:${motion.quick}ms`,
    `--calm:${motion.calm}ms`,
    ...space.map((px, step) => `--space-${step}:${px}px`),
  ].join(';');
  return `:root{${fixed};${declarations('light')}}\n:root[data-theme=dark]{${declarations('dark')}}\n`;
}
