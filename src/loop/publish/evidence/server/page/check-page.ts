// Draws the page on which anybody checks a receipt; it works without script, because the check itself runs here.
import { type Language, type Translate, translator } from '../../../../../platform/i18n/translate.ts';
import { type Html, html } from '../../../../../platform/pages/html.ts';
import { documentOf, type PageLink } from '../../../../../platform/pages/page-frame.ts';
import { sayDate } from '../../../../../platform/pages/when.ts';
import type { Checked } from '../../core/check-evidence.ts';
import type { EvidenceEntry, SignedHead } from '../../core/evidence-file.ts';

export interface CheckPageInput {
  shop: { name: string; slug: string; timeZone: string };
  language: Language;
  origin: string;
  now: Date;
  nav: readonly PageLink[];
  log: { head: SignedHead; fingerprint: string } | null;
  /** What was handed in, once something was. */
  result: { checked: Checked; isOurs: boolean } | null;
  problem: 'nothing' | 'tooLarge' | null;
}

/** @returns the whole document */
export function checkPage(input: CheckPageInput): string {
  const { shop, language, log } = input;
  const t = translator(language);
  const path = `/p/${shop.slug}/verify`;
  return documentOf(
    {
      language,
      shop: shop.name,
      title: `${t('evidence:page.title')} · ${shop.name}`,
      description: t('evidence:page.lead'),
      path,
      nav: input.nav,
      home: `/p/${shop.slug}`,
      indexable: true,
      origin: input.origin,
      foot: null,
    },
    html`<main id="main">
${input.result ? verdict(input, t, input.result) : null}
<h1>${t('evidence:page.title')}</h1>
<p class="lead">${t('evidence:page.lead')}</p>
<form method="post" action="${path}?lang=${language}" enctype="multipart/form-data">
${input.problem ? html`<p class="note bad" role="alert">${t(`evidence:page.${input.problem}`)}</p>` : null}
<label for="file">${t('evidence:page.file')}</label>
<p><input id="file" type="file" name="file" accept="application/json,.json"></p>
<label for="text">${t('evidence:page.paste')}</label>
<textarea id="text" name="text" class="short" spellcheck="false" autocomplete="off"></textarea>
<p class="hint"></p>
<button>${t('evidence:page.check')}</button>
</form>
<p class="small"><a href="/verify.html" download="huiyin-verify.html">${t('evidence:page.offline')}</a></p>
<section aria-labelledby="now"><h2 id="now">${t('evidence:page.now')}</h2>
${
  log
    ? html`<dl class="facts"><div><dt>${t('evidence:page.size')}</dt><dd>${log.head.size.toLocaleString(language)}</dd></div>
<div><dt>${t('evidence:page.signed')}</dt><dd><time datetime="${log.head.at}">${sayDate(new Date(log.head.at), input.now, language, shop.timeZone)}</time></dd></div>
<div><dt>${t('evidence:page.fingerprint')}</dt><dd><code>${log.fingerprint}</code></dd></div></dl>`
    : html`<p>${t('evidence:page.empty')}</p>`
}
</section>
<section aria-labelledby="how"><h2 id="how">${t('evidence:page.how')}</h2><p>${t('evidence:page.howText')}</p></section>
</main>`,
  );
}

function verdict(input: CheckPageInput, t: Translate, result: { checked: Checked; isOurs: boolean }): Html {
  const { checked, isOurs } = result;
  const outcome = !checked.isSound ? 'broken' : isOurs ? 'sound' : 'other';
  const faults = checked.found.map(
    (one) =>
      html`<li>${one.entry === undefined ? null : html`${t('evidence:entry.number', { number: one.entry + 1 })}: `}${t(`evidence:fault.${one.fault}`)}</li>`,
  );
  const entries = checked.isSound ? (checked.file?.entries ?? []) : [];
  return html`<section class="note ${outcome === 'sound' ? '' : 'bad'}" role="status" aria-labelledby="verdict">
<h2 id="verdict">${t(`evidence:verdict.${outcome}`)}</h2>
<p>${t(`evidence:verdict.${outcome}_text`)}</p>
${faults.length > 0 ? html`<ul>${faults}</ul>` : null}
</section>
${entries.length > 0 ? html`<ol class="entries">${entries.map((entry) => entryLine(input, t, entry))}</ol>` : null}`;
}

function entryLine({ now, language, shop }: CheckPageInput, t: Translate, entry: EvidenceEntry): Html {
  const { content } = entry;
  const what = typeof content.what === 'string' ? content.what.replaceAll('.', '_') : '';
  return html`<li><b>${t(`evidence:what.${what}`, undefined, String(content.what ?? ''))}</b>
<time datetime="${entry.leaf.at}">${sayDate(new Date(entry.leaf.at), now, language, shop.timeZone)}</time>
${typeof content.text === 'string' ? html`<blockquote class="voice">${content.text}</blockquote>` : null}
${typeof content.to === 'string' ? html`<p class="small">${t('evidence:entry.from_to', { from: content.from, to: content.to })}</p>` : null}
<p class="small">${t('evidence:entry.place', { index: entry.index })}</p></li>`;
}
