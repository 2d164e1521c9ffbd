// The frame around every page a reporter may meet: head, shop, language switch, foot.
import { type Language, translator } from '../i18n/translate.ts';
import { Html, html } from './html.ts';
import { STYLE } from './style.ts';

export interface PageFrame {
  language: Language;
  /** Null where the page must not say whose it is. */
  shop: string | null;
  title: string;
  /** Where the language switch leads; null without one. */
  path: string | null;
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

/** @returns the whole document */
export function documentOf(frame: PageFrame, body: Html): string {
  const t = translator(frame.language);
  const other: Language = frame.language === 'en' ? 'zh-CN' : 'en';
  const change = frame.path
    ? html`<a href="${frame.path}?lang=${other}" lang="${other}" hreflang="${other}">${translator(other)('status:own_language')}</a>`
    : null;
  return html`<!doctype html>
<html lang="${frame.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no">
<title>${frame.title}</title>
${ICON}
${STYLE_TAG}
</head>
<body>
<div class="page">
<header class="top">${MARK}<span class="shop">${frame.shop ?? t('status:product')}</span>${change}</header>
${body}
${frame.path ? html`<footer class="foot"><p>${t('status:foot')}</p></footer>` : null}
</div>
</body>
</html>
`.text;
}

/** The kind page for a link that does not open, whatever the reason; and for a form from another site. */
export function messagePage(language: Language, key: 'lost' | 'foreign'): string {
  const t = translator(language);
  return documentOf(
    { language, shop: null, title: t(`status:${key}.title`), path: null },
    html`<main class="lost"><h1>${t(`status:${key}.title`)}</h1><p class="lead">${t(`status:${key}.text`)}</p></main>`,
  );
}
