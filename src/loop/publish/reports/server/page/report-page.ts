// Draws the page of one report and the list of all of them.
import { type Language, type Translate, translator } from '../../../../../platform/i18n/translate.ts';
import { type Html, html } from '../../../../../platform/pages/html.ts';
import { documentOf, inLanguage, type PageFrame, type PageLink } from '../../../../../platform/pages/page-frame.ts';
import { sayDate } from '../../../../../platform/pages/when.ts';
import { periodWords } from '../period-words.ts';
import type { PublicRow, ShownReport } from '../report.reads.ts';
import { blocksPage, REPORT_STYLE } from './blocks-page.ts';
import { reportBlocks } from './report-blocks.ts';

export interface PageSurroundings {
  shop: { name: string; slug: string; timeZone: string };
  language: Language;
  now: Date;
  origin: string;
  nav: readonly PageLink[];
}

/** @returns the whole document */
export function reportPage(shown: ShownReport, path: string, around: PageSurroundings): string {
  const { language, shop, now } = around;
  const t = translator(language);
  const { report } = shown;
  const title = report.texts.title[language];
  const isPresent = shown.state === 'published';
  const isPublic = shown.state !== 'draft';
  const base = `/p/${shop.slug}/reports`;
  const query = isPublic && !isPresent ? `?version=${shown.version}` : '';
  const published = shown.publishedAt
    ? t('reports:published', { when: sayDate(shown.publishedAt, now, language, shop.timeZone) })
    : null;
  const file = isPublic
    ? inLanguage(`${base}/${shown.id}/report.pdf${query}`, language)
    : `${path.replace(/\/page$/, '/file')}?lang=${language}`;
  return documentOf(
    {
      ...frameOf(around, t, `${path}${query}`),
      title: t('reports:title', { title, shop: shop.name }),
      indexable: isPresent,
      description: `${shop.name} · ${title}`,
    },
    html`<main id="main" class="report">${REPORT_STYLE}
${banner(t, shown, around, `${base}/${shown.id}`)}
<h1>${title}</h1>
<p class="lead">${[periodWords(report, language), published, t('reports:version', { version: shown.version })].filter(Boolean).join(' · ')}</p>
<p class="deeds">${isPublic ? html`<a href="${inLanguage(base, language)}">${t('reports:action.back')}</a>` : null}<a href="${file}">${t('reports:action.pdf')}</a></p>
${blocksPage(reportBlocks({ report, thanks: shown.thanks, digest: shown.digest }, language), language)}
${versions(t, shown, around, `${base}/${shown.id}`)}
</main>`,
  );
}

/** @returns the whole document */
export function reportsPage(rows: readonly PublicRow[], around: PageSurroundings): string {
  const { language, shop, now } = around;
  const t = translator(language);
  const path = `/p/${shop.slug}/reports`;
  const items = rows.map((row) => {
    const when = sayDate(row.publishedAt, now, language, shop.timeZone);
    const state = row.state === 'withdrawn' ? t('reports:state.withdrawn') : t('reports:published', { when });
    return html`<li><h2><a href="${inLanguage(`${path}/${row.id}`, language)}">${row.title[language]}</a></h2><p class="quiet">${periodWords(row, language)} · ${state}</p></li>`;
  });
  return documentOf(
    {
      ...frameOf(around, t, path),
      title: t('reports:title', { title: t('reports:list_title'), shop: shop.name }),
      indexable: true,
      description: t('reports:list_lead'),
    },
    html`<main id="main">${REPORT_STYLE}<h1>${t('reports:list_title')}</h1><p class="lead">${t('reports:list_lead')}</p>
${rows.length > 0 ? html`<ul class="list">${items}</ul>` : html`<p>${t('reports:empty.list')}</p>`}</main>`,
  );
}

function frameOf(around: PageSurroundings, t: Translate, path: string): PageFrame {
  return {
    language: around.language,
    shop: around.shop.name,
    title: t('reports:list_title'),
    path,
    nav: around.nav,
    home: inLanguage(`/p/${around.shop.slug}`, around.language),
    origin: around.origin,
    wide: true,
    foot: null,
  };
}

function banner(t: Translate, shown: ShownReport, around: PageSurroundings, address: string): Html | null {
  if (shown.state === 'draft') return html`<p class="banner" role="note">${t('reports:banner.draft')}</p>`;
  if (shown.state === 'withdrawn') {
    const when = sayDate(shown.withdrawnAt!, around.now, around.language, around.shop.timeZone);
    return html`<p class="banner" role="note">${t('reports:banner.withdrawn', { when, reason: shown.withdrawnReason })}</p>`;
  }
  if (shown.state === 'superseded') {
    return html`<p class="banner" role="note">${t('reports:banner.superseded', { version: shown.version })} <a href="${inLanguage(address, around.language)}">${t('reports:banner.superseded_link')}</a></p>`;
  }
  if (shown.reason === null) return null;
  return html`<p class="banner" role="note">${t('reports:banner.correction', { version: shown.version, reason: shown.reason })}</p>`;
}

function versions(t: Translate, shown: ShownReport, around: PageSurroundings, address: string): Html | null {
  if (shown.versions.length < 2) return null;
  const lines = shown.versions.map((one) => {
    const when = sayDate(one.publishedAt, around.now, around.language, around.shop.timeZone);
    const words = t('reports:version_line', { version: one.version, when, state: t(`reports:state.${one.state}`) });
    const line =
      one.version === shown.version
        ? html`${words}`
        : html`<a href="${inLanguage(`${address}?version=${one.version}`, around.language)}">${words}</a>`;
    return html`<li>${line}${one.reason ? html` · ${one.reason}` : null}</li>`;
  });
  return html`<h2 id="versions">${t('reports:heading.versions')}</h2><ul class="versions">${lines}</ul>`;
}
