// The page of a room: one element that a script brings to life, with everything in it that can be said without one.

import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { moneyText } from '../../../../kit/money.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import { Html, html } from '../../../../platform/pages/html.ts';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import type { PublicProduct } from '../core/viewer.contract.ts';
import type { FoundRoom } from './public-room.reads.ts';
import type { ShowRoom } from './show-room.ts';

/** Only for who has no script: the element brings its own looks. */
const STYLE = `:root{color-scheme:light dark}body{margin:0;font:1rem/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Noto Sans SC",sans-serif;background:#fff;color:#1f1c18}
huiyin-live{display:block}main{max-width:40rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}img{max-width:100%;border-radius:8px}h1{font-size:1.75rem;line-height:1.3}
li{padding:.35rem 0}a{color:#0b5f58}.note{border-left:3px solid #0f766e;padding-left:.85rem}
@media (prefers-color-scheme:dark){body{background:#171512;color:#f3f0ea}a{color:#5ce3d2}}`;
const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
const ICON = new Html(
  `<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%230f766e' stroke-width='2.25' stroke-linecap='round'%3E%3Ccircle cx='6' cy='12' r='3' fill='%230f766e' stroke='none'/%3E%3Cpath d='M11.5 7.2a6.8 6.8 0 0 1 0 9.6M15.6 3.6a12 12 0 0 1 0 16.8'/%3E%3C/svg%3E">`,
);

export function publicProductOf(item: ShelfProduct): PublicProduct {
  const { productId, index, title, price, listPrice, stock } = item;
  return { productId, index, title, price, listPrice, stock };
}

function originOf(url: string | null): string {
  try {
    const origin = url ? new URL(url).origin : '';
    // A host name may hold what divides the lines of a policy.
    return /[;,\s]/.test(origin) ? '' : origin;
  } catch {
    return '';
  }
}

/** What this page may load: itself, the cover, the picture. Sites on which the room stands may also frame it. */
function policyOf(room: FoundRoom, origin: string): string {
  const socket = origin.replace(/^http/, 'ws');
  const video = originOf(room.videoUrl);
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${STYLE_HASH}`,
    `img-src 'self' data: ${originOf(room.coverUrl)}`,
    `media-src 'self' blob: ${video}`,
    `connect-src 'self' ${socket} ${video}`,
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors 'self' ${room.origins.join(' ')}`,
  ]
    .map((line) => line.trim())
    .join('; ');
}

export function sendRoomPage(
  reply: FastifyReply,
  page: { room: FoundRoom; language: Language; origin: string; show: ShowRoom | null; now: Date },
): typeof sent {
  const { room, language, origin, show } = page;
  const t = translator(language);
  const shelf = show?.shelf() ?? [];
  const title = `${room.title} · ${room.shop}`;
  const body = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<meta name="description" content="${t(`liveviewer:page.about_${room.phase}`, { title: room.title, shop: room.shop })}">
<meta property="og:title" content="${title}">
${room.coverUrl ? html`<meta property="og:image" content="${room.coverUrl}">` : null}
${ICON}
<style>${new Html(STYLE)}</style>
<script src="/live.js" defer></script>
</head>
<body>
<huiyin-live room="${room.slug}" whole lang="${language}">
<main>
<h1>${room.title}</h1>
<p>${t(`liveviewer:page.about_${room.phase}`, { title: room.title, shop: room.shop })}</p>
${room.coverUrl ? html`<p><img src="${room.coverUrl}" alt=""></p>` : null}
<p class="note">${t('liveviewer:page.needs_script')}</p>
${
  shelf.length > 0
    ? html`<h2>${t('liveviewer:shelf.title')}</h2><ol>${shelf
        .slice(0, 100)
        .map(
          (item) =>
            html`<li value="${item.index}">${item.title}${item.price ? ` · ${moneyText(item.price, language)}` : ''}</li>`,
        )}</ol>`
    : null
}
</main>
</huiyin-live>
</body>
</html>
`.text;
  reply
    .header('content-security-policy', policyOf(room, origin))
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .header('referrer-policy', 'strict-origin-when-cross-origin')
    .type('text/html; charset=utf-8')
    .send(body);
  return sent;
}
