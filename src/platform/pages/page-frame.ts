// The frame around every page a customer may meet: head, shop, ways to the other pages, language switch, foot.
import { type Language, translator } from '../i18n/translate.ts';
import { Html, html } from './html.ts';
import { STYLE } from './style.ts';

/** A way to another page of the same shop. */
export interface PageLink {
  label: string;
  href: string;
  /** The page that is being read now. */
  current?: boolean;
}

export interface PageFrame {
  language: Language;
  /** Null where the page must not say whose it is. */
  shop: string | null;
  title: string;
  /** Where the language switch leads (a path, with its own query if it has one); null without one. */
  path: string | null;
  /** The shop's other pages. A page with them gets a link past them, so its `<main>` needs `id="main"`. */
  nav?: readonly PageLink[];
  /** Where the shop's name leads; plain text when left out. */
  home?: string;
  /** Search engines may keep this page; never for an address that is a secret. */
  indexable?: boolean;
  /** Where this installation is reached, without a slash at the end; gives an indexable page its canonical address. */
  origin?: string;
  /** The address itself asked for this language, so that it is a page of its own to a search engine. */
  asked?: boolean;
  /** One sentence for search results and previews. */
  description?: string;
  /** Room for tables and figures instead of one column of words. */
  wide?: boolean;
  /** The last line; left out, a page with an address says that its link is personal. */
  foot?: string | Html | null;
}

/** No script at all, no frame, nothing from anywhere else; forms only to ourselves. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const STYLE_TAG = new Html(`<style>${STYLE}</style>`);
const MARK = new Html(
  `<svg width="26" height="26" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.25" stroke-linecap="round" aria-hidden="true">` +
    `<circle cx="6" cy="12" r="3" fill="currentColor" stroke="none"/><path d="M11.5 7.2a6.8 6.8 0 0 1 0 9.6"/><path d="M15.6 3.6a12 12 0 0 1 0 16.8"/></svg>`,
);

// Drawn here, so that no browser asks for a file with the secret address as its referrer.
const ICON = new Html(
  `<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%230f766e' stroke-width='2.25' stroke-linecap='round'%3E%3Ccircle cx='6' cy='12' r='3' fill='%230f766e' stroke='none'/%3E%3Cpath d='M11.5 7.2a6.8 6.8 0 0 1 0 9.6M15.6 3.6a12 12 0 0 1 0 16.8'/%3E%3C/svg%3E">`,
);

/** The same page in a language, whatever query its address has already. */
export function inLanguage(path: string, language: Language): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
}

/** @returns the whole document */
export function documentOf(frame: PageFrame, body: Html): string {
  const t = translator(frame.language);
  const other: Language = frame.language === 'en' ? 'zh-CN' : 'en';
  const change = frame.path
    ? html`<a href="${inLanguage(frame.path, other)}" lang="${other}" hreflang="${other}">${translator(other)('pages:own_language')}</a>`
    : null;
  const foot = frame.foot === undefined ? (frame.path ? t('pages:foot') : null) : frame.foot;
  const shop = frame.shop ?? t('pages:product');
  return html`<!doctype html>
<html lang="${frame.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="${frame.indexable ? 'index, follow' : 'noindex, nofollow'}">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no">
<title>${frame.title}</title>
${frame.description ? html`<meta name="description" content="${frame.description}">` : null}
${addresses(frame)}
${ICON}
${STYLE_TAG}
</head>
<body>
${frame.nav ? html`<a class="skip" href="#main">${t('pages:skip')}</a>` : null}
<div class="${frame.wide ? 'page wide' : 'page'}">
<header class="top">${MARK}${frame.home ? html`<a class="shop" href="${frame.home}">${shop}</a>` : html`<span class="shop">${shop}</span>`}${change}</header>
${navigation(frame, t('pages:nav'))}
${body}
${foot ? html`<footer class="foot"><p>${foot}</p></footer>` : null}
</div>
</body>
</html>
`.text;
}

function addresses(frame: PageFrame): Html | null {
  if (!frame.indexable || !frame.path || !frame.origin) return null;
  const here = `${frame.origin}${frame.path}`;
  return html`<link rel="canonical" href="${frame.asked ? inLanguage(here, frame.language) : here}">
<link rel="alternate" hreflang="zh-CN" href="${inLanguage(here, 'zh-CN')}">
<link rel="alternate" hreflang="en" href="${inLanguage(here, 'en')}">
<link rel="alternate" hreflang="x-default" href="${here}">`;
}

function navigation(frame: PageFrame, label: string): Html | null {
  if (!frame.nav || frame.nav.length === 0) return null;
  const links = frame.nav.map(
    (link) => html`<a href="${link.href}"${link.current ? html` aria-current="page"` : null}>${link.label}</a>`,
  );
  return html`<nav class="ways" aria-label="${label}">${links}</nav>`;
}

/** The kind page for a link that does not open, whatever the reason; and for a form from another site. */
export function messagePage(language: Language, key: 'lost' | 'foreign'): string {
  const t = translator(language);
  return documentOf(
    { language, shop: null, title: t(`pages:${key}.title`), path: null },
    html`<main class="lost"><h1>${t(`pages:${key}.title`)}</h1><p class="lead">${t(`pages:${key}.text`)}</p></main>`,
  );
}
