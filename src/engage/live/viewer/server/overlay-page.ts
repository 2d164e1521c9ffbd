// The page a picture mixer lays over the picture: transparent, without a word of its address, alive only by its script.
import type { FastifyReply } from 'fastify';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import { html } from '../../../../platform/pages/html.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** An address that is closed: nothing at all, so that a mixer that still has it lays nothing over the picture. */
export function sendNoOverlay(reply: FastifyReply): typeof sent {
  reply
    .code(404)
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex, nofollow')
    .type('text/html; charset=utf-8')
    .send('<!doctype html><html lang="en"><meta charset="utf-8"><title>–</title></html>\n');
  return sent;
}

export function sendOverlayPage(reply: FastifyReply, language: Language): typeof sent {
  const t = translator(language);
  const body = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex, nofollow">
<title>${t('liveviewer:overlay.title')}</title>
<script src="/live-overlay.js" defer></script>
</head>
<body><noscript>${t('liveviewer:page.needs_script')}</noscript></body>
</html>
`.text;
  reply
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex, nofollow')
    .type('text/html; charset=utf-8')
    .send(body);
  return sent;
}
