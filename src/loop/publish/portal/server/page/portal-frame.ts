// What every page of the portal shares: the shop's title, the ways, where a search engine finds it.
import type { PublicShop } from '../../../../../ground/members/server/door.ts';
import { type Language, type Translate, translator } from '../../../../../platform/i18n/translate.ts';
import { Html, html } from '../../../../../platform/pages/html.ts';
import { documentOf, inLanguage } from '../../../../../platform/pages/page-frame.ts';
import type { PortalPage, PortalSettings } from '../../core/portal.contract.ts';
import { linksOf, portalPath } from '../portal-nav.ts';

/** Everything a page of one shop is drawn from. */
export interface PortalVisit {
  shop: PublicShop;
  settings: PortalSettings;
  language: Language;
  origin: string;
  now: Date;
  /** The address named the language. */
  asked: boolean;
}

/** The shop as it wants to be called here. */
export function titleOf({ shop, settings, language }: PortalVisit): string {
  return (language === 'en' ? settings.titleEn : settings.titleZh) || shop.name;
}

export function portalDocument(
  visit: PortalVisit,
  page: { name: PortalPage | 'home' | 'sent'; title: string; description?: string; indexable?: boolean },
  body: (t: Translate) => Html,
): string {
  const { shop, settings, language, origin, asked } = visit;
  const t = translator(language);
  const path = portalPath(shop.slug, page.name === 'numbers' ? 'home' : page.name);
  return documentOf(
    {
      language,
      shop: titleOf(visit),
      home: inLanguage(portalPath(shop.slug), language),
      title: page.title,
      path,
      nav: linksOf(shop, settings, language, page.name === 'sent' ? null : page.name),
      origin,
      asked,
      foot: t('portal:foot'),
      ...(page.description ? { description: page.description } : {}),
      ...(page.indexable ? { indexable: true } : {}),
    },
    html`${PORTAL_STYLE}${body(t)}`,
  );
}

/** A kind page where there is none, or where a form came from elsewhere. */
export function portalMessage(language: Language, key: 'lost' | 'foreign'): string {
  const t = translator(language);
  const title = t(`portal:${key}.title`);
  return documentOf(
    { language, shop: null, title, path: null },
    html`<main class="lost"><h1>${title}</h1><p class="lead">${t(`portal:${key}.text`)}</p></main>`,
  );
}

const PORTAL_STYLE = new Html(`<style>
.doors{display:grid;gap:.8rem;margin:1.6rem 0 0;padding:0;list-style:none}
.doors a{display:flex;height:100%;gap:1rem;align-items:center;border:1px solid var(--line);border-radius:12px;padding:1.1rem 1.2rem;color:var(--ink);text-decoration:none;min-height:5.2rem}
.doors a:hover{border-color:var(--accent);text-decoration:none}
.doors a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.doors svg{flex:none;width:1.8rem;height:1.8rem;color:var(--accent-deep)}
.doors b{display:block;font-size:1.125rem}
.doors span span{color:var(--soft)}
.doors .first a{background:var(--accent);border-color:var(--accent);color:#fff}
.doors .first a:hover{background:var(--accent-deep)}
.doors .first svg,.doors .first span span{color:#fff}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1rem 1.5rem;margin:0;padding:0;list-style:none}
.numbers b{display:block;font-size:1.75rem;line-height:1.3}
.numbers span{color:var(--soft);font-size:.875rem}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:3rem;padding:.6rem 1.4rem;border-radius:8px;font-weight:600;text-decoration:none;border:1px solid #8f897e;color:var(--ink)}
main a.button{color:var(--ink)}
main a.button.main{background:var(--accent);border-color:var(--accent);color:#fff}
main a.button.main:hover{background:var(--accent-deep);text-decoration:none}
main a.button:hover{background:var(--well);text-decoration:none}
.buttons{display:flex;flex-wrap:wrap;gap:.8rem;margin:1.4rem 0}
.optional{font-weight:400}
.voices{list-style:none;margin:0;padding:0}
.voices li{border-top:1px solid var(--line);padding:1.1rem 0}
.voices li:first-child{border-top:0}
.stage{display:flex;gap:.6rem;align-items:baseline;font-weight:600;margin:0 0 .25rem}
.stage::before{content:"";flex:none;width:.7rem;height:.7rem;border-radius:50%;border:2px solid var(--accent);background:#fff}
.stage.resolved::before,.stage.verified::before{background:var(--accent)}
.stage.waiting_for_you::before{border-color:var(--warn);background:var(--warn)}
.voices p{margin:0 0 .35rem}
.say details{margin:0 0 1.5rem}
@media (min-width:40rem){.doors{grid-template-columns:1fr 1fr}.doors .first{grid-column:1/-1}}
</style>`);
