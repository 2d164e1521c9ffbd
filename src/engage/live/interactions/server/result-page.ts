// The published result of an interaction as people read it; programs get the record itself from the same address.

import { sayMasks } from '../../../../kit/masks.ts';
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import { Html, html } from '../../../../platform/pages/html.ts';
import { documentOf } from '../../../../platform/pages/page-frame.ts';
import { sayDate } from '../../../../platform/pages/when.ts';
import { DRAW_STYLE } from '../../draws/server/door.ts';
import type { InteractionResult, VoidResult } from '../core/result-of.ts';

const STYLE = new Html(`<style>
main.draw ul.bars{list-style:none;margin:.6rem 0;padding:0;display:grid;gap:.6rem}
main.draw .bars li{display:grid;grid-template-columns:1fr auto;gap:.15rem .8rem}
main.draw .bars i{grid-column:1/-1;display:block;height:.6rem;border-radius:.3rem;background:var(--well);overflow:hidden}
main.draw .bars b{display:block;height:100%;background:var(--accent)}
main.draw .bars span:nth-child(2){color:var(--soft)}
main.draw .right{color:var(--good);font-weight:600}
</style>`);

export interface ResultVisit {
  shop: { name: string; timeZone: string };
  language: Language;
  origin: string;
  now: Date;
}

/** @returns the whole document */
export function resultPage(result: InteractionResult | VoidResult, resultHash: string, visit: ResultVisit): string {
  const { language, shop, now } = visit;
  const t = translator(language);
  const path = `/live/results/${result.interactionId}`;
  const body =
    'state' in result ? html`<p class="note bad">${t('interactions:result.void')}</p>` : counted(result, visit);
  return documentOf(
    {
      language,
      shop: shop.name,
      title: `${result.title} · ${shop.name}`,
      description: t('interactions:result.lead'),
      path,
      indexable: false,
      origin: visit.origin,
      foot: null,
    },
    html`<main id="main" class="draw">${DRAW_STYLE}${STYLE}<h1>${result.title}</h1>
<p class="meta">${t(`interactions:kind.${result.kind}`)}${'state' in result ? null : html` · ${sayDate(new Date(result.opensAt), now, language, shop.timeZone)} – ${sayDate(new Date(result.closedAt), now, language, shop.timeZone)}`}</p>
${body}
<h2>${t('interactions:result.check')}</h2><p>${t('interactions:result.check_text')}</p>
<dl class="facts"><div><dt>${t('interactions:hash')}</dt><dd><code>${resultHash}</code></dd></div>
<div><dt>${t('interactions:result.rules_hash')}</dt><dd><code>${result.rulesHash}</code></dd></div>
${'state' in result ? null : html`<div><dt>${t('interactions:result.entries_hash')}</dt><dd><code>${result.entriesHash}</code></dd></div>`}</dl>
<p class="small"><a href="${path}?format=json">${t('interactions:result.record')}</a></p></main>`,
  );
}

function counted(result: InteractionResult, { language }: ResultVisit): Html {
  const t = translator(language);
  const total = result.options?.reduce((sum, one) => sum + one.votes, 0) ?? 0;
  const share = (votes: number) => (total > 0 ? (votes / total) * 100 : 0);
  const { late, second, other } = result.rejected;
  const hidden = Object.entries(result.hidden ?? {});
  return html`<p>${t('interactions:people', { count: result.people })}${late + second + other > 0 ? ` · ${t('interactions:result.rejected', { late, second, other })}` : null}</p>
${
  result.options
    ? html`<ul class="bars">${result.options.map(
        (one) =>
          html`<li><span class="${one.key === result.answer?.key ? 'right' : ''}">${one.key}. ${one.label}${one.key === result.answer?.key ? ` · ${t('interactions:field.answer')}` : null}</span><span>${t('interactions:votes', { count: one.votes })} · ${share(one.votes).toFixed(1)}%</span><i><b style="width:${share(one.votes).toFixed(2)}%"></b></i></li>`,
      )}</ul>`
    : null
}
${
  result.questions && result.questions.length > 0
    ? html`<table><tbody>${result.questions.map((one) => html`<tr><td>${sayMasks(one.text, (kind) => t(`text:personal.${kind}`))}</td><td>${t('interactions:votes', { count: one.votes })}</td><td>${one.isAnswered ? t('interactions:deed.answered') : null}</td></tr>`)}</tbody></table>`
    : null
}
${result.forgotten ? html`<p class="small">${t('interactions:result.forgotten', { count: result.forgotten.questions })} <code>${result.forgotten.formerHash}</code></p>` : null}
${hidden.length > 0 ? html`<p class="small">${t('interactions:result.hidden')} ${hidden.map(([reason, count]) => `${t(`interactions:hide_reason.${reason}`)} ${count}`).join(' · ')}</p>` : null}`;
}
