// Draws the public roadmap, the changelog, and its feed.
import { type Language, translator } from '../../../../../platform/i18n/translate.ts';
import { Html, html } from '../../../../../platform/pages/html.ts';
import { documentOf, inLanguage } from '../../../../../platform/pages/page-frame.ts';
import { sayDate } from '../../../../../platform/pages/when.ts';
import type { OpenShop } from '../../../reports/server/door.ts';
import type { ROADMAP_STAGES } from '../../core/roadmap.contract.ts';
import type { PublicEntry, PublicItem } from '../roadmap.reads.ts';

export interface RoadmapVisit {
  open: OpenShop;
  language: Language;
  now: Date;
  origin: string;
}

const STYLE = new Html(`<style>
main.roadmap h2{font-size:1.125rem;margin:2.6rem 0 .4rem;display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline;overflow-wrap:normal}
main.roadmap h2 small{font-weight:400;color:var(--faint);font-size:.875rem}
main.roadmap .items{list-style:none;margin:0;padding:0}
main.roadmap .items li{border-top:1px solid var(--line);padding:1.1rem 0}
main.roadmap h3{font-size:1rem;margin:0 0 .25rem}
main.roadmap .text{white-space:pre-line;max-width:42rem;margin:0 0 .4rem}
main.roadmap .kind{display:inline-block;border:1px solid var(--strong);border-radius:1rem;padding:0 .6rem;font-size:.8125rem;color:var(--soft);margin-left:.5rem;font-weight:400;vertical-align:.05rem}
main.roadmap .by{color:var(--soft);font-size:.875rem;margin:0}
main.roadmap .stage-mark{width:.7rem;height:.7rem;border-radius:50%;border:2px solid var(--accent);background:#fff;flex:none;align-self:center}
main.roadmap .done .stage-mark{background:var(--accent)}
main.roadmap .closed .stage-mark{border-color:var(--strong)}
</style>`);

/** What is under way first; what is done below; what will not be done last. */
const ORDER = [
  'in_progress',
  'planned',
  'under_review',
  'open',
  'complete',
  'verified',
  'closed',
] as const satisfies readonly (typeof ROADMAP_STAGES)[number][];

/** @returns the whole document */
export function roadmapPage(items: readonly PublicItem[], visit: RoadmapVisit): string {
  const { language, now, open } = visit;
  const t = translator(language);
  const stages = ORDER.map((stage) => ({ stage, items: items.filter((item) => item.stage === stage) })).filter(
    (group) => group.items.length > 0,
  );
  const groups = stages.map(({ stage, items: own }) => {
    const isDone = stage === 'complete' || stage === 'verified';
    const mark = isDone ? ' class="done"' : stage === 'closed' ? ' class="closed"' : '';
    const lines = own.map(
      (
        item,
      ) => html`<li id="${item.id}"><h3>${item.title[language]}<span class="kind">${t(`roadmap:kind.${item.kind}`)}</span></h3>
${item.text[language] === '' ? null : html`<p class="text">${item.text[language]}</p>`}
<p class="by">${[voices(t, item), isDone ? sayDate(item.stageAt, now, language, open.shop.timeZone) : null].filter(Boolean).join(' · ')}</p>
${thanks(t, item.thanks, language)}</li>`,
    );
    return html`<section${new Html(mark)}><h2><span class="stage-mark" aria-hidden="true"></span>${t(`roadmap:stage.${stage}`)}<small>${t(`roadmap:stage_means.${stage}`)}</small></h2><ul class="items">${lines}</ul></section>`;
  });
  return draw(visit, 'roadmap', html`${groups.length > 0 ? groups : html`<p>${t('roadmap:public.empty')}</p>`}`);
}

/** @returns the whole document */
export function changelogPage(entries: readonly PublicEntry[], visit: RoadmapVisit): string {
  const { language, now, open } = visit;
  const t = translator(language);
  const feed = inLanguage(`/p/${open.shop.slug}/changelog.atom`, language);
  const lines = entries.map(
    (
      entry,
    ) => html`<li id="${entry.id}"><h3>${entry.title[language]}<span class="kind">${t(`roadmap:stage.${entry.stage}`)}</span></h3>
<p class="text">${entry.text[language]}</p>
<p class="by"><time datetime="${entry.at.toISOString()}">${sayDate(entry.at, now, language, open.shop.timeZone)}</time></p>
${thanks(t, entry.thanks, language)}</li>`,
  );
  return draw(
    visit,
    'changelog',
    html`${lines.length > 0 ? html`<ul class="items">${lines}</ul>` : html`<p>${t('roadmap:public.no_entries')}</p>`}
<p class="small"><a href="${feed}" type="application/atom+xml">${t('roadmap:public.feed')}</a></p>`,
  );
}

/** @returns an Atom feed (RFC 4287) */
export function changelogFeed(entries: readonly PublicEntry[], visit: RoadmapVisit): string {
  const { language, origin, open } = visit;
  const t = translator(language);
  const page = `${origin}${inLanguage(`/p/${open.shop.slug}/changelog`, language)}`;
  const self = `${origin}${inLanguage(`/p/${open.shop.slug}/changelog.atom`, language)}`;
  const updated = (entries[0]?.at ?? new Date(0)).toISOString();
  const lines = entries.map((entry) => {
    const by = entry.thanks.length > 0 ? `\n\n${thanksLine(t, entry.thanks, language)}` : '';
    return html`<entry><id>urn:huiyin:${entry.id}</id><title>${entry.title[language]}</title><updated>${entry.at.toISOString()}</updated><link rel="alternate" href="${page}#${entry.id}"/><category term="${entry.stage}" label="${t(`roadmap:stage.${entry.stage}`)}"/><content type="text">${entry.text[language]}${by}</content></entry>
`;
  });
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>urn:huiyin:changelog:${open.shop.slug}</id><title>${t('roadmap:public.changelog_of', { shop: open.name })}</title><updated>${updated}</updated><author><name>${open.name}</name></author><link rel="self" type="application/atom+xml" href="${self}"/><link rel="alternate" type="text/html" href="${page}"/>
${lines}</feed>
`.text;
}

function draw(visit: RoadmapVisit, page: 'roadmap' | 'changelog', body: Html): string {
  const { language, open, origin } = visit;
  const t = translator(language);
  const title = t(`roadmap:public.${page}`);
  const lead = t(`roadmap:public.${page}_lead`);
  return documentOf(
    {
      language,
      shop: open.name,
      title: `${title} · ${open.name}`,
      path: `/p/${open.shop.slug}/${page}`,
      home: inLanguage(`/p/${open.shop.slug}`, language),
      nav: open.nav,
      indexable: true,
      origin,
      description: lead,
      foot: null,
    },
    html`<main id="main" class="roadmap">${STYLE}<h1>${title}</h1><p class="lead">${lead}</p>${body}</main>`,
  );
}

type Translate = ReturnType<typeof translator>;

function voices(t: Translate, item: PublicItem): string | null {
  if (item.voices === null) return null;
  return item.voices === 'few' ? t('roadmap:public.few') : t('roadmap:public.voices', { count: item.voices });
}

function thanks(t: Translate, names: readonly string[], language: Language): Html | null {
  return names.length === 0 ? null : html`<p class="by">${thanksLine(t, names, language)}</p>`;
}

function thanksLine(t: Translate, names: readonly string[], language: Language): string {
  return t('roadmap:public.thanks', { names: names.join(language === 'en' ? ', ' : '、') });
}
