// The page of the host's prompter: a dark stage, its words in the reader's language, and one script of ours.
import type { FastifyReply } from 'fastify';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import { Html, html } from '../../../../platform/pages/html.ts';
import { PROMPTER_STYLE } from './prompter-style.ts';

/** Where the built script of the prompter is served. */
export const PROMPTER_SCRIPT = '/live-prompter.js';

const WORDS = [
  'title',
  'idle',
  'lost',
  'question',
  'alarm_label',
  'note',
  'askers',
  'waiting',
  'people',
  'ago',
  'say',
  'suggested',
  'next',
  'on_air',
  'time_left',
  'time_up',
  'nothing',
  'nothing_text',
  'mirror',
  'contrast',
  'larger',
  'smaller',
  'simulated',
  'revoked',
  'settings',
] as const;

/** @returns the document; the script fills the stage */
export function prompterPage(language: Language, key: string): string {
  const t = translator(language);
  const words = Object.fromEntries(WORDS.map((word) => [word, t(`livedesk:prompter.${word}`)]));
  const data = JSON.stringify({ line: `/live/prompt/${key}/line?lang=${language}`, words, language });
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="dark">
<meta name="format-detection" content="telephone=no">
<title>${t('livedesk:prompter.title')}</title>
<link rel="icon" href="data:,">
${new Html(`<style>${PROMPTER_STYLE}</style>`)}
</head>
<body>
<h1 class="hidden">${t('livedesk:prompter.title')}</h1>
<main id="stage" aria-live="polite"></main>
<noscript><p class="idle">${t('livedesk:prompter.no_script')}</p></noscript>
${new Html(`<script type="application/json" id="prompter">${data.replaceAll('<', '\\u003c')}</script>`)}
<script src="${PROMPTER_SCRIPT}" defer></script>
</body>
</html>
`.text;
}

/** Sends it so that nobody keeps it and nothing of it is told to other sites. */
export function sendPrompter(reply: FastifyReply, text: string, origin: string): typeof sent {
  const socket = origin.replace(/^http/, 'ws');
  reply
    .header(
      'content-security-policy',
      `default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; connect-src 'self' ${socket}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    .header('x-robots-tag', 'noindex, nofollow')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(text);
  return sent;
}
