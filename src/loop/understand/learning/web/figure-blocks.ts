// Reads the published figures: the few forms of Markdown they are written in, as blocks for the screen.

export type FigureBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'words'; text: string }
  | { kind: 'table'; head: string[]; rows: string[][]; isNumber: boolean[] };

/** Headings, paragraphs and tables in order; anything else is read as a paragraph. */
export function figureBlocks(markdown: string): FigureBlock[] {
  const blocks: FigureBlock[] = [];
  for (const part of markdown.split(/\n\s*\n/)) {
    const lines = part.split('\n').filter((line) => line.trim() !== '');
    const first = lines[0];
    if (first === undefined) continue;
    const heading = /^(#{1,3}) (.*)$/.exec(first);
    if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]!.length as 1 | 2 | 3, text: heading[2]!.trim() });
      lines.shift();
    }
    if (lines.length === 0) continue;
    const [head, rule, ...rows] = lines;
    if (head!.startsWith('|') && rule !== undefined && /^\|[\s:|-]+\|$/.test(rule))
      blocks.push({
        kind: 'table',
        head: cellsOf(head!),
        rows: rows.map(cellsOf),
        isNumber: cellsOf(rule).map((cell) => cell.endsWith('-:')),
      });
    else blocks.push({ kind: 'words', text: lines.join(' ') });
  }
  return blocks;
}

/** A line of a table; a stroke written as a sign is part of its cell. */
function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}
