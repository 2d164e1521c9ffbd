// Draws the public page of one draw: what was promised before, what was frozen, what came out, and how anybody checks it.
import { moneyText } from '../../../../../kit/money.ts';
import { type Language, type Translate, translator } from '../../../../../platform/i18n/translate.ts';
import { Html, html } from '../../../../../platform/pages/html.ts';
import { documentOf, inLanguage, type PageLink } from '../../../../../platform/pages/page-frame.ts';
import { sayDate } from '../../../../../platform/pages/when.ts';
import { timeOfRound } from '../../core/draw-beacon.ts';
import type { DrawRules } from '../../core/draw-rules.contract.ts';
import { winnersWanted } from '../../core/outcome.ts';
import { publicPathOf } from '../draw.reads.ts';
import type { DrawRow } from '../draw.store.ts';

export interface DrawVisit {
  shop: { name: string; slug: string; timeZone: string };
  language: Language;
  origin: string;
  now: Date;
  nav: readonly PageLink[];
}

export const DRAW_STYLE = new Html(`<style>
main.draw h2{font-size:1.125rem;margin:2.2rem 0 .5rem}
main.draw code{font-size:.8125rem;overflow-wrap:anywhere}
main.draw table{border-collapse:collapse;width:100%;margin:.4rem 0}
main.draw th,main.draw td{text-align:left;padding:.5rem .6rem .5rem 0;border-top:1px solid var(--line);vertical-align:top}
main.draw th{font-weight:600;color:var(--soft);font-size:.875rem;min-width:5.5rem}
main.draw td{overflow-wrap:anywhere}
main.draw .state{display:inline-block;border:1px solid var(--strong);border-radius:1rem;padding:0 .7rem;font-size:.875rem;margin-right:.5rem}
main.draw .void{border-color:#b3261e;color:#8c1b12}
main.draw .text{white-space:pre-line}
main.draw .note.wait{background:var(--warn-soft);color:var(--warn)}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;--ink:#f3f0ea;--soft:#c9c2b6;--faint:#b0a99d;--line:#3b3731;--strong:#5a544b;--well:#282521;--accent:#2dd4bf;--accent-deep:#5ce3d2;--accent-soft:#12332f;--good:#7ad9a8;--good-soft:#14301f;--warn:#f2c078;--warn-soft:#3a2a10;--bad:#ffb4a8;--bad-soft:#46201c}
body{background:#171512}.skip{background:#1d1b18}.note{color:#a9e6c6}.note.bad{color:#ffd0c8}main.draw .void{border-color:#ff9c8c;color:#ffb4a8}main.draw code{color:#dcd6cb}}
</style>`);

/** @returns the whole document */
export function drawPage(row: DrawRow, visit: DrawVisit): string {
  const { language, shop, now } = visit;
  const t = translator(language);
  const rules = row.rules!;
  const records = row.records!;
  const when = (at: string) => sayDate(new Date(at), now, language, shop.timeZone);
  const { closed, revealed, outcome, ended } = records;
  // Minutes and seconds decide here, so they are said.
  const clock = new Intl.DateTimeFormat(language, {
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
    timeZone: shop.timeZone,
    timeZoneName: 'short',
  });
  const sayTime = (at: Date) => clock.format(at);
  const path = publicPathOf(row.id);
  return documentOf(
    {
      language,
      shop: shop.name,
      title: `${rules.title} · ${shop.name}`,
      description: t('draws:page.lead'),
      path,
      nav: visit.nav,
      home: inLanguage(`/p/${shop.slug}`, language),
      indexable: true,
      origin: visit.origin,
      foot: null,
      wide: true,
    },
    html`<main id="main" class="draw">${DRAW_STYLE}<h1>${rules.title}</h1>
<p><span class="state${row.state === 'void' ? ' void' : ''}">${t(`draws:state.${row.state}`)}</span>${t(`draws:page.state_${row.state}`)}</p>
${ended ? html`<p class="note bad">${t(`draws:page.ended_${ended.what}`)} ${ended.what === 'cancelled' ? ended.reason : t('draws:page.void_for_ever')}</p>` : null}
${ended?.what === 'void' ? voidWords(t, row, sayTime) : null}
${row.state === 'closed' && row.revealBy ? html`<p class="note wait">${t('draws:page.closed_by', { by: sayTime(row.revealBy) })}</p>` : null}
<h2>${t('draws:page.rules')}</h2>${rulesTable(t, rules, when, (value) => moneyText(value, language, { sign: 'code' }))}
<p>${t('draws:page.rules_fixed')}</p>
<h2>${t('draws:page.before')}</h2><p>${t(`draws:page.chance_${rules.chance.kind}`)}</p>
${facts([
  [t('draws:page.commitment'), records.opened.commitment],
  [t('draws:page.rules_hash'), records.opened.rulesHash],
  [t('draws:page.key'), records.opened.publicKey],
  [
    t('draws:page.round'),
    rules.chance.kind === 'beacon'
      ? `${rules.chance.round} · ${when(new Date(timeOfRound(rules.chance.round)).toISOString())}`
      : null,
  ],
])}
${
  closed
    ? html`<h2>${t('draws:page.list')}</h2><p>${t('draws:page.list_lead', { count: closed.count, tickets: closed.tickets, late: closed.rejected.late, second: closed.rejected.second, excluded: closed.rejected.excluded })}</p>
${facts([
  [t('draws:page.closed_at'), when(closed.closedAt)],
  [t('draws:page.root'), closed.root],
])}
${closed.exclusions.length > 0 ? html`<p>${t('draws:page.exclusions')}</p><ul>${closed.exclusions.map((one) => html`<li><code>${one.index} · ${one.pid}</code> ${t(`draws:exclusion.${one.reason}`)}</li>`)}</ul>` : null}`
    : null
}
${
  outcome && revealed
    ? html`<h2>${t('draws:page.winners')}</h2><table><thead><tr><th>${t('draws:page.order')}</th><th>${t('draws:page.winner')}</th><th>${t('draws:page.prize')}</th><th>${t('draws:page.became')}</th></tr></thead><tbody>${outcome.winners.map((winner) => html`<tr><td>${winner.position + 1}</td><td>${winner.name} <code>${winner.pid.slice(0, 8)}</code></td><td>${rules.prizes[winner.prize]?.name}</td><td>${t(`draws:claim.${winner.state}`)}</td></tr>`)}</tbody></table>
<p class="small">${t('draws:page.claims_public')}</p>
${facts([
  [t('draws:page.revealed_at'), when(revealed.revealedAt)],
  [t('draws:page.server_seed'), revealed.serverSeed],
  [t('draws:page.beacon'), revealed.beacon?.signature ?? null],
  [t('draws:page.client_seed'), revealed.clientSeed],
  [t('draws:page.seed'), revealed.seed],
])}`
    : null
}
<h2>${t('draws:page.check')}</h2><p>${t('draws:page.check_lead')}</p>
<ul><li><a href="${path}/file.json" download>${t('draws:page.file')}</a></li>
<li><a href="/draw-check.html">${t('draws:page.checker')}</a></li>
<li>${t('draws:page.command')} <code>node bin/huiyin.js draw verify FILE.json</code></li></ul>
<p class="small"><a href="${inLanguage(`/p/${shop.slug}/draws`, language)}">${t('draws:page.all')}</a></p></main>`,
  );
}

/** Why nobody won, what it means for who took part, and why the limit is strict. */
function voidWords(t: Translate, row: DrawRow, sayTime: (at: Date) => string): Html {
  const kind = row.records?.closed ? row.rules!.chance.kind : 'open';
  const by = row.revealBy ? sayTime(row.revealBy) : '–';
  return html`<h2>${t('draws:page.void_what')}</h2><p>${t(`draws:page.void_${kind}`, { by })}</p><p>${t('draws:page.void_why')}</p>
${(row.records?.closed?.count ?? 0) > 0 ? html`<p>${t('draws:page.void_receipt')}</p>` : null}`;
}

function rulesTable(
  t: Translate,
  rules: DrawRules,
  when: (at: string) => string,
  money: (value: { minor: number; currency: string }) => string,
): Html {
  const { tickets } = rules;
  const lines: [string, string][] = [
    [t('draws:field.organiser'), `${rules.organiser.name} · ${rules.organiser.contact}`],
    [t('draws:field.conditions'), rules.conditions],
    [
      t('draws:field.method'),
      rules.entry.ways.map((way) => t(`draws:way.${way}`, { keyword: rules.entry.keyword ?? '' })).join(' / '),
    ],
    ...(rules.entry.signedOnly
      ? ([[t('draws:field.who'), t('draws:page.signed_only')]] satisfies [string, string][])
      : []),
    ...(rules.entry.perNetworkAndMinute === undefined
      ? []
      : ([[t('draws:field.network'), t('draws:page.network', { count: rules.entry.perNetworkAndMinute })]] satisfies [
          string,
          string,
        ][])),
    [t('draws:field.time'), `${when(rules.opensAt)} – ${when(rules.closesAt)}`],
    [t('draws:field.odds'), t('draws:page.odds', { count: winnersWanted(rules) })],
    [t('draws:field.tickets'), t('draws:page.tickets', tickets)],
    [
      t('draws:field.claim'),
      `${rules.claim.how} · ${t('draws:page.claim_hours', { count: rules.claim.hours })} · ${t(`draws:unclaimed.${rules.claim.unclaimed}`)}`,
    ],
    [t('draws:field.excluded'), t('draws:page.excluded', { count: rules.excluded.length })],
  ];
  return html`<table><tbody>${rules.prizes.map((prize) => html`<tr><th>${t('draws:page.prize')}</th><td>${prize.name} × ${prize.count} · ${t(`draws:prize_kind.${prize.kind}`)} · ${money(prize.value)}${prize.value.currency === 'CNY' ? null : ` (${money({ minor: prize.valueCnyMinor, currency: 'CNY' })})`}</td></tr>`)}
${lines.map(([name, value]) => html`<tr><th>${name}</th><td class="text">${value}</td></tr>`)}</tbody></table>`;
}

function facts(lines: readonly [string, string | null][]): Html {
  const shown = lines.filter(([, value]) => value !== null);
  return html`<dl class="facts">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd><code>${value}</code></dd></div>`)}</dl>`;
}
