// The page of figures: every bar with what was measured, then the tables of each part, in either language.
import { BARS, type Bar, meets } from './bars.ts';
import type { Figure, Part, Table, Words } from './evaluate.contract.ts';

export type Tongue = keyof Words;

const WORDS = {
  title: { en: 'What the language engine gets right', zh: '语言引擎的准确率' },
  made: {
    en: 'Written by `npm run evaluate`; nothing here is typed by hand. Percent unless a unit is given. Fold 8 was neither learned from nor tuned on by hand; thresholds of the trained heads were set on it.',
    zh: '由 `npm run evaluate` 写成，没有一处手填。不写单位的都是百分数。第 8 折不用于学习，也不用于人工调参；训练出的各头在它上面定阈值。',
  },
  engine: { en: 'Engine', zh: '引擎' },
  what: { en: 'what', zh: '项目' },
  figure: { en: 'figure', zh: '实测' },
  bar: { en: 'bar', zh: '及格' },
  aim: { en: 'aim', zh: '目标' },
  met: { en: 'met', zh: '达到' },
  rows: { en: 'rows', zh: '行数' },
  note: { en: 'note', zh: '说明' },
  unmeasured: { en: 'not measured', zh: '未测' },
  yes: { en: 'yes', zh: '是' },
  no: { en: '**no**', zh: '**否**' },
  aimed: { en: 'aim', zh: '达目标' },
  bars: { en: 'The bars', zh: '各项标准' },
} as const;

export interface Measured {
  engine: string;
  parts: readonly Part[];
}

/** Markdown in one language. */
export function reportPage({ engine, parts }: Measured, tongue: Tongue): string {
  const say = (words: Words) => words[tongue];
  const found = new Map(parts.flatMap((part) => part.figures.map((figure) => [figure.bar, figure])));
  const lines = [
    `# ${say(WORDS.title)}`,
    '',
    say(WORDS.made),
    '',
    `${say(WORDS.engine)}: \`${engine}\``,
    '',
    `## ${say(WORDS.bars)}`,
    '',
  ];
  lines.push(row([WORDS.what, WORDS.figure, WORDS.bar, WORDS.aim, WORDS.met, WORDS.rows, WORDS.note].map(say)));
  lines.push('|---|--:|--:|--:|:-:|--:|---|');
  for (const bar of BARS) lines.push(barLine(bar, found.get(bar.key), say));
  for (const part of parts) {
    if (part.tables.length + part.notes.length === 0) continue;
    lines.push('', `## ${say(part.title)}`);
    for (const note of part.notes) lines.push('', say(note));
    for (const table of part.tables) lines.push('', ...tableLines(table, say));
  }
  return `${lines.join('\n')}\n`;
}

function barLine(bar: Bar, figure: Figure | undefined, say: (words: Words) => string): string {
  const value = figure?.value ?? null;
  const met =
    value === null
      ? '-'
      : !meets(bar, value)
        ? say(WORDS.no)
        : meets(bar, value, bar.aim)
          ? say(WORDS.aimed)
          : say(WORDS.yes);
  const sign = bar.isCeiling ? '≤ ' : '';
  return row([
    say(bar.name),
    value === null ? say(WORDS.unmeasured) : withUnit(value, bar),
    sign + withUnit(bar.bar, bar),
    sign + withUnit(bar.aim, bar),
    met,
    figure?.rows === undefined ? '' : number(figure.rows),
    figure?.note === undefined ? '' : say(figure.note),
  ]);
}

function tableLines(table: Table, say: (words: Words) => string): string[] {
  return [
    `### ${say(table.title)}`,
    '',
    row(table.head.map(say)),
    `|---|${table.head
      .slice(1)
      .map(() => '--:|')
      .join('')}`,
    ...table.rows.map((cells) =>
      row(cells.map((cell) => (typeof cell === 'number' ? number(cell) : typeof cell === 'string' ? cell : say(cell)))),
    ),
  ];
}

function withUnit(value: number, bar: Bar): string {
  return bar.unit === '%' || bar.unit === 'points'
    ? value.toFixed(1)
    : `${number(value)} ${bar.unit}`.replace(' /s', '/s');
}

const number = (value: number) => (Number.isInteger(value) ? value.toLocaleString('en-US') : String(value));
const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** One line a bar, for the terminal. */
export function barLines({ parts }: Measured): string[] {
  const found = new Map(parts.flatMap((part) => part.figures.map((figure) => [figure.bar, figure])));
  return BARS.flatMap((bar) => {
    const figure = found.get(bar.key);
    if (figure === undefined) return [];
    const value = figure.value === null ? 'not measured' : withUnit(figure.value, bar);
    const met = figure.value === null ? ' ' : meets(bar, figure.value) ? '+' : '-';
    return [
      `${met} ${bar.name.en.padEnd(58)} ${value.padStart(12)}  bar ${withUnit(bar.bar, bar)}  ${figure.note?.en ?? ''}`,
    ];
  });
}
