// Draws the public list of a shop's draws: every one that was ever opened, the void ones counted for all to see.
import { translator } from '../../../../../platform/i18n/translate.ts';
import { html } from '../../../../../platform/pages/html.ts';
import { documentOf, inLanguage } from '../../../../../platform/pages/page-frame.ts';
import { sayDate } from '../../../../../platform/pages/when.ts';
import { publicPathOf } from '../draw.reads.ts';
import type { DrawRow } from '../draw.store.ts';
import { DRAW_STYLE, type DrawVisit } from './draw-page.ts';

/** @returns the whole document */
export function drawsPage(
  rows: readonly DrawRow[],
  counts: { voided: number; drawn: number },
  key: string | null,
  visit: DrawVisit,
): string {
  const { language, shop, now } = visit;
  const t = translator(language);
  return documentOf(
    {
      language,
      shop: shop.name,
      title: `${t('draws:list.title')} · ${shop.name}`,
      description: t('draws:list.lead'),
      path: `/p/${shop.slug}/draws`,
      nav: visit.nav,
      home: inLanguage(`/p/${shop.slug}`, language),
      indexable: true,
      origin: visit.origin,
      foot: null,
    },
    html`<main id="main" class="draw">${DRAW_STYLE}<h1>${t('draws:list.title')}</h1><p class="lead">${t('draws:list.lead')}</p>
<p>${t('draws:list.counts', counts)} ${counts.voided > 0 ? t('draws:list.void_means') : null}</p>
${
  rows.length === 0
    ? html`<p>${t('draws:list.empty')}</p>`
    : html`<table><tbody>${rows.map((row) => html`<tr><td><a href="${inLanguage(publicPathOf(row.id), language)}">${row.title}</a></td><td><span class="state${row.state === 'void' ? ' void' : ''}">${t(`draws:state.${row.state}`)}</span></td><td>${row.rules ? sayDate(new Date(row.rules.opensAt), now, language, shop.timeZone) : null}</td></tr>`)}</tbody></table>`
}
${key ? html`<dl class="facts"><div><dt>${t('draws:page.key')}</dt><dd><code>${key}</code></dd></div></dl>` : null}
<p class="small"><a href="/draw-check.html">${t('draws:page.checker')}</a></p></main>`,
  );
}
