// Turns the pieces of a report into the parts of a PDF.
import type { Translate } from '../../../../../platform/i18n/translate.ts';
import { PDF_FONT as FONT } from '../../../../../platform/pages/pdf-writer.ts';
import type { Block, Tile } from '../page/blocks.ts';
import { chartSvg } from '../page/charts.ts';

const WIDTH = 595.28 - 2 * 48;
const SOFT = '#57524a';
const FAINT = '#6b655b';
const LINE = '#e7e3db';

/** @returns content for the writer of files */
export function fileBlocks(blocks: readonly Block[], t: Translate): object[] {
  return blocks.map((block) => part(block, t));
}

function part(block: Block, t: Translate): object {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, fontSize: 15, margin: [0, 22, 0, 8], headlineLevel: 2, color: '#0b5f58' };
    case 'subheading':
      return { text: block.text, fontSize: 11, margin: [0, 8, 0, 4] };
    case 'words':
      return { text: block.text, margin: [0, 0, 0, 8] };
    case 'note':
      return { text: block.text, color: SOFT, margin: [0, 0, 0, 6] };
    case 'tiles':
      return tiles(block.tiles, t);
    case 'chart':
      return {
        stack: [
          { text: legendOf(block.chart), margin: [0, 6, 0, 6] },
          { svg: chartSvg(block.chart, { width: WIDTH, fontFamily: FONT, fontSize: 10 }), width: WIDTH },
        ],
        unbreakable: true,
        margin: [0, 0, 0, 10],
      };
    case 'table':
      return table(block);
    case 'names':
      return { text: block.names.join('　·　'), margin: [0, 0, 0, 6] };
  }
}

function legendOf(chart: Extract<Block, { kind: 'chart' }>['chart']): object[] {
  const title = { text: chart.title };
  if (chart.chart !== 'bars') return [title];
  return [title, { text: `　■ ${chart.legend.now}　│ ${chart.legend.before}`, color: FAINT, fontSize: 8 }];
}

/** At most five side by side, in rows of equal width. */
function tiles(all: readonly Tile[], t: Translate): object {
  const perRow = Math.min(5, Math.max(1, all.length));
  const rows: object[][] = [];
  for (let start = 0; start < all.length; start += perRow) {
    const row: object[] = all.slice(start, start + perRow).map((tile) => tileBox(tile, t));
    while (row.length < perRow) row.push({ text: '' });
    rows.push(row);
  }
  return {
    table: { widths: Array.from({ length: perRow }, () => '*'), body: rows, dontBreakRows: true },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => LINE,
      vLineColor: () => LINE,
      paddingLeft: () => 8,
      paddingRight: () => 8,
      paddingTop: () => 6,
      paddingBottom: () => 6,
    },
    margin: [0, 2, 0, 10],
  };
}

function tileBox(tile: Tile, t: Translate): object {
  const under = [tile.range, tile.base, tile.before].filter((one) => one !== null);
  const isGone = tile.value === t('reports:hidden');
  return {
    stack: [
      { text: tile.label, color: SOFT, fontSize: 8.5 },
      { text: tile.value, fontSize: isGone ? 10 : 15, color: isGone ? FAINT : '#1f1c18' },
      ...under.map((text) => ({ text, color: FAINT, fontSize: 8 })),
    ],
  };
}

function table(block: Extract<Block, { kind: 'table' }>): object {
  const size = block.small ? 8 : 9;
  const align = (index: number) => (block.numbers.includes(index) ? 'right' : 'left');
  const total = (block.widths ?? block.head.map(() => 1)).reduce((sum, one) => sum + one, 0);
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      // Padding between columns is taken off before the rest is shared.
      widths: (block.widths ?? block.head.map(() => 1)).map((one) => ((WIDTH - 8 * block.head.length) * one) / total),
      body: [
        block.head.map((text, index) => ({ text, color: SOFT, fontSize: 8, alignment: align(index) })),
        ...block.rows.map((row) => row.map((text, index) => ({ text, fontSize: size, alignment: align(index) }))),
      ],
    },
    layout: {
      hLineWidth: (index: number) => (index === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => LINE,
      paddingLeft: (index: number) => (index === 0 ? 0 : 8),
      paddingRight: () => 0,
      paddingTop: () => 3.5,
      paddingBottom: () => 3.5,
    },
    margin: [0, 2, 0, 10],
  };
}
