// The receipt of what was just said, and the list of what this browser said before.
import { translator } from '../../../../../platform/i18n/translate.ts';
import { type Html, html } from '../../../../../platform/pages/html.ts';
import { inLanguage } from '../../../../../platform/pages/page-frame.ts';
import { sayDate, sayWhen } from '../../../../../platform/pages/when.ts';
import type { OwnVoice } from '../../../../answer/status/core/own-voice.contract.ts';
import { portalPath, showsPage } from '../portal-nav.ts';
import { type PortalVisit, portalDocument, titleOf } from './portal-frame.ts';

export interface Receipt {
  /** Path of the personal page; null where it is sent to an address. */
  path: string | null;
  /** Short enough to read out. */
  code: string | null;
  /** Where the personal page goes instead. */
  sentTo: 'address' | 'phone' | null;
}

export function sentPage(visit: PortalVisit, receipt: Receipt): string {
  const { language, shop, settings } = visit;
  const name = titleOf(visit);
  return portalDocument(
    visit,
    { name: 'sent', title: translator(language)('portal:sent.title', { shop: name }) },
    (t) => html`<main id="main">
<h1>${t('portal:sent.heading')}</h1>
<p class="lead">${t('portal:sent.lead', { shop: name })}</p>
${receipt.code ? html`<p class="meta">${t('portal:sent.reference', { code: receipt.code })}</p>` : null}
${receipt.sentTo ? html`<p class="promise">${t(`portal:sent.${receipt.sentTo}`)}</p>` : null}
<div class="buttons">
${receipt.path ? html`<a class="button main" href="${inLanguage(receipt.path, language)}">${t('portal:sent.link')}</a>` : null}
${showsPage(settings, 'mine') ? html`<a class="button" href="${inLanguage(portalPath(shop.slug, 'mine'), language)}">${t('portal:sent.mine')}</a>` : null}
<a class="button" href="${inLanguage(portalPath(shop.slug, 'say'), language)}">${t('portal:sent.more')}</a></div>
${receipt.path ? html`<p class="hint small">${t('portal:sent.keep')}</p>` : null}
</main>`,
  );
}

export function minePage(
  visit: PortalVisit,
  state: { voices: readonly OwnVoice[]; note: 'asked' | 'wrong' | null },
): string {
  const { language, shop } = visit;
  const name = titleOf(visit);
  return portalDocument(
    visit,
    { name: 'mine', title: translator(language)('portal:mine.title', { shop: name }) },
    (t) => html`<main id="main">
${state.note ? html`<p class="note${state.note === 'wrong' ? ' bad' : ''}" role="status">${t(`portal:mine.${state.note}`)}</p>` : null}
<h1>${t('portal:mine.heading')}</h1>
<p class="lead">${t('portal:mine.lead')}</p>
${
  state.voices.length > 0
    ? html`<ol class="voices">${state.voices.map((voice) => oneVoice(visit, voice))}</ol>`
    : html`<p>${t('portal:mine.empty')}</p><div class="buttons"><a class="button main" href="${inLanguage(portalPath(shop.slug, 'say'), language)}">${t('portal:mine.empty_say')}</a></div>`
}
<section class="ask" aria-labelledby="find"><h2 id="find" style="margin-top:0">${t('portal:mine.find')}</h2><p>${t('portal:mine.find_text')}</p>
<form method="post" action="${inLanguage(portalPath(shop.slug, 'mine'), language)}"><div class="field"><label for="email">${t('portal:say.email')}</label><input id="email" name="email" type="email" required autocomplete="email" maxlength="320"></div>
<button type="submit" class="second">${t('portal:mine.find_send')}</button></form></section>
</main>`,
  );
}

function oneVoice(visit: PortalVisit, voice: OwnVoice): Html {
  const { language, now, shop } = visit;
  const t = translator(language);
  const at = new Date(voice.at);
  const facts = [
    sayWhen(at, now, language, shop.timeZone),
    voice.reference === null ? null : t('portal:mine.reference', { number: voice.reference }),
    voice.photos > 0 ? t('portal:mine.photos', { count: voice.photos }) : null,
  ].filter(Boolean);
  const due = voice.answerBy ? new Date(voice.answerBy) : null;
  const late = due !== null && due < now;
  const stars = voice.rating
    ? html`<span class="stars" role="img" aria-label="${t('status:stars', { count: voice.rating })}">${'★'.repeat(Math.round(voice.rating))}</span> `
    : null;
  return html`<li><p class="stage ${voice.stage}">${t(`status:headline.${voice.stage}`)}</p>
<p>${stars}${voice.text}</p>
${due ? html`<p class="promise${late ? ' late' : ''}">${t(`portal:mine.${late ? 'answer_late' : 'answer_by'}`, { when: sayDate(due, now, language, shop.timeZone) })}</p>` : null}
<p class="meta">${facts.join(' · ')}</p>
${voice.path ? html`<p><a href="${inLanguage(voice.path, language)}">${t('portal:mine.open')}</a></p>` : html`<p class="meta">${t('portal:mine.mailed')}</p>`}</li>`;
}
