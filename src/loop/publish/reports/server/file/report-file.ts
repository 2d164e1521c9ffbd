// Writes a report as PDF: the same pieces as the page, with the Chinese font inside and the charts as vectors.
import { type Language, translator } from '../../../../../platform/i18n/translate.ts';
import { PDF_FONT, pdfWriter } from '../../../../../platform/pages/pdf-writer.ts';
import { sayDate } from '../../../../../platform/pages/when.ts';
import { reportBlocks } from '../page/report-blocks.ts';
import type { PageSurroundings } from '../page/report-page.ts';
import { periodWords } from '../period-words.ts';
import type { ShownReport } from '../report.reads.ts';
import { fileBlocks } from './file-blocks.ts';

/** @returns the bytes of the file */
export async function reportFile(
  shown: ShownReport,
  around: Pick<PageSurroundings, 'shop' | 'language' | 'now'>,
): Promise<Buffer> {
  const { language, shop } = around;
  const t = translator(language);
  const { report } = shown;
  const title = report.texts.title[language];
  const lead = [
    shop.name,
    periodWords(report, language),
    shown.publishedAt
      ? t('reports:published', { when: sayDate(shown.publishedAt, around.now, language, shop.timeZone) })
      : null,
    t('reports:version', { version: shown.version }),
  ].filter(Boolean);
  const blocks = reportBlocks({ report, thanks: shown.thanks, digest: shown.digest }, language);
  return pdfWriter()
    .createPdf({
      pageSize: 'A4',
      pageMargins: [48, 56, 48, 56],
      version: '1.7',
      tagged: true,
      displayTitle: true,
      language,
      // The file is the same whenever the same version is asked for.
      info: {
        title: `${title} · ${shop.name}`,
        author: shop.name,
        producer: 'Huiyin',
        creator: 'Huiyin',
        creationDate: shown.publishedAt ?? around.now,
      },
      defaultStyle: { font: PDF_FONT, fontSize: 10, lineHeight: 1.35, color: '#1f1c18' },
      footer: (page: number, pages: number) => ({
        columns: [
          { text: `${shop.name} · ${title}`, color: '#6b655b', fontSize: 8 },
          {
            text: t('reports:page_number', { page, pages }),
            alignment: 'right',
            color: '#6b655b',
            fontSize: 8,
            width: 120,
          },
        ],
        margin: [48, 20, 48, 0],
      }),
      content: [
        { text: title, fontSize: 22, lineHeight: 1.2, margin: [0, 0, 0, 6], headlineLevel: 1 },
        { text: lead.join(' · '), color: '#57524a', margin: [0, 0, 0, 4] },
        ...stateLine(shown, t, language, around),
        ...fileBlocks(blocks, t),
      ],
      // A heading never stands alone at the foot of a page.
      pageBreakBefore: (node: { headlineLevel?: number }, rest: { getFollowingNodesOnPage(): unknown[] }) =>
        node.headlineLevel === 2 && rest.getFollowingNodesOnPage().length === 0,
    } as never)
    .getBuffer();
}

function stateLine(
  shown: ShownReport,
  t: ReturnType<typeof translator>,
  language: Language,
  around: Pick<PageSurroundings, 'shop' | 'now'>,
): object[] {
  const line = (text: string) => [{ text, color: '#8a4b06', margin: [0, 4, 0, 4] }];
  if (shown.state === 'draft') return line(t('reports:banner.draft'));
  if (shown.state === 'superseded') return line(t('reports:banner.superseded', { version: shown.version }));
  if (shown.state === 'withdrawn') {
    const when = sayDate(shown.withdrawnAt!, around.now, language, around.shop.timeZone);
    return line(t('reports:banner.withdrawn', { when, reason: shown.withdrawnReason }));
  }
  if (shown.reason === null) return [];
  return line(t('reports:banner.correction', { version: shown.version, reason: shown.reason }));
}
