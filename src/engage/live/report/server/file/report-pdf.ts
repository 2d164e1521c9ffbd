// Writes a show's report as PDF: the same sections as the page, the Chinese font inside, the strip as vectors.
import type { Language, Translate } from '../../../../../platform/i18n/translate.ts';
import { PDF_FONT, pdfWriter } from '../../../../../platform/pages/pdf-writer.ts';
import type { Section, ShowReport } from '../page/sections.ts';

const INK = '#1f1c18';
const SOFT = '#57524a';
const LINE = '#e7e3db';
/** Points between the margins of a sheet that lies on its side. */
const WIDTH = 745;
/** Tables of so many rows stay on one sheet with their heading. */
const SHORT = 12;

/** @param when the file says it was made: the end of the show, so that the same show gives the same file */
export async function reportPdf(
  report: ShowReport,
  around: { language: Language; shop: string; when: Date; t: Translate },
): Promise<Buffer> {
  const { shop, language, t } = around;
  return pdfWriter()
    .createPdf({
      pageSize: 'A4',
      pageOrientation: 'landscape',
      pageMargins: [48, 48, 48, 48],
      version: '1.7',
      tagged: true,
      displayTitle: true,
      language,
      info: {
        title: `${report.title} · ${shop}`,
        author: shop,
        producer: 'Huiyin',
        creator: 'Huiyin',
        creationDate: around.when,
      },
      defaultStyle: { font: PDF_FONT, fontSize: 9, lineHeight: 1.3, color: INK },
      footer: (page: number, pages: number) => ({
        columns: [
          { text: `${shop} · ${report.title}`, color: SOFT, fontSize: 8 },
          { text: t('reports:page_number', { page, pages }), alignment: 'right', color: SOFT, fontSize: 8, width: 120 },
        ],
        margin: [48, 16, 48, 0],
      }),
      content: [
        { text: report.title, fontSize: 20, lineHeight: 1.2, headlineLevel: 1 },
        { text: report.lead, color: SOFT, margin: [0, 0, 0, 4] },
        ...(report.simulated ? [{ text: report.simulated, color: '#8a4b06' }] : []),
        ...report.sections.flatMap(sectionOf),
        { text: report.foot, color: SOFT, fontSize: 8, margin: [0, 12, 0, 0] },
      ],
      // A heading never stands alone at the foot of a page.
      pageBreakBefore: (node: { headlineLevel?: number }, rest: { getFollowingNodesOnPage(): unknown[] }) =>
        node.headlineLevel === 2 && rest.getFollowingNodesOnPage().length < 2,
    } as never)
    .getBuffer();
}

function sectionOf(section: Section): object[] {
  const head = { text: section.title, fontSize: 12, headlineLevel: 2, margin: [0, 12, 0, 3] };
  const small = (text: string) => ({ text, color: SOFT, fontSize: 8, margin: [0, 0, 0, 4] });
  switch (section.kind) {
    case 'figures':
      return [head, grid(section.cells.map((cell) => [cell.label, cell.value, cell.meaning]))];
    case 'timeline':
      return [whole([head, small(section.note), { svg: section.svg, width: WIDTH }, small(section.summary)])];
    case 'moments':
      if (section.moments.length === 0) return [head, small(section.empty)];
      return [
        head,
        small(section.note),
        ...section.moments.map((one) => ({
          stack: [
            { text: one.title, color: one.kind === 'best' ? '#067647' : '#b42318' },
            small(one.facts),
            ...one.lines.map((line) => ({ text: line.count > 1 ? `${line.text} ×${line.count}` : line.text })),
          ],
          margin: [0, 2, 0, 6],
          unbreakable: true,
        })),
      ];
    case 'notes':
      return [head, { ul: section.lines }];
    case 'table': {
      if (section.rows.length === 0) return [head, small(section.empty)];
      const parts = [head, ...(section.note ? [small(section.note)] : []), table(section)];
      return section.rows.length <= SHORT ? [whole(parts)] : parts;
    }
  }
}

/** Stays on one sheet. */
const whole = (stack: object[]): object => ({ stack, unbreakable: true });

/** Four to a row, lines between. */
function grid(cells: readonly (readonly string[])[]): object {
  const rows: object[][] = [];
  for (let at = 0; at < cells.length; at += 4) {
    const row: object[] = cells.slice(at, at + 4).map(([label, value, meaning]) => ({
      stack: [
        { text: label, color: SOFT, fontSize: 8 },
        { text: value, fontSize: 14 },
        { text: meaning, color: SOFT, fontSize: 7 },
      ],
    }));
    while (row.length < 4) row.push({ text: '' });
    rows.push(row);
  }
  return { table: { widths: ['*', '*', '*', '*'], body: rows, dontBreakRows: true }, layout: LINES };
}

function table(section: Extract<Section, { kind: 'table' }>): object {
  const cell = (value: string, at: number) => ({
    text: value,
    ...(section.numeric[at] ? { alignment: 'right', noWrap: true } : {}),
  });
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: section.numeric.map((isNumber) => (isNumber ? 'auto' : '*')),
      body: [
        section.head.map((name, at) => ({ ...cell(name, at), color: SOFT })),
        ...section.rows.map((row) => row.map(cell)),
      ],
    },
    layout: LINES,
  };
}

const LINES = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingTop: () => 4,
  paddingBottom: () => 4,
};
