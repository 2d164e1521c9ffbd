// Writes the pieces of a report as HTML: readable without a script, on a phone and on paper.
import { type Language, type Translate, translator } from '../../../../../platform/i18n/translate.ts';
import { Html, html } from '../../../../../platform/pages/html.ts';
import type { Block, ChartBlock, Tile } from './blocks.ts';
import { chartSvg } from './charts.ts';

/** What a report's page needs beyond the frame's own look. */
export const REPORT_STYLE = new Html(`<style>
main.report h2{font-size:1.25rem;margin:3rem 0 1rem;padding-top:1.4rem;border-top:1px solid var(--line);scroll-margin-top:1rem}
main.report h3{font-size:1rem;margin:1.75rem 0 .6rem}
main.report .words{white-space:pre-line;max-width:42rem}
main.report .quiet{color:var(--soft);max-width:42rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1px;background:var(--line);border:1px solid var(--line);border-radius:8px;overflow:hidden;margin:0 0 1.5rem}
.tiles>div{background:#fff;padding:.9rem 1rem}
.tiles dt{color:var(--soft);font-size:.875rem;margin:0}
.tiles dt a{color:inherit;text-decoration:underline;text-decoration-color:var(--strong);text-underline-offset:3px}
.tiles dd{margin:0}
.tiles .figure{font-size:1.5rem;font-weight:600;line-height:1.35;letter-spacing:-.01em}
.tiles .figure.gone{font-size:1rem;font-weight:400;color:var(--faint);line-height:2.03}
.tiles .under{color:var(--faint);font-size:.8125rem;line-height:1.5}
figure{margin:0 0 1.75rem}
figcaption{font-weight:600;margin:0 0 .7rem}
figcaption small{font-weight:400;color:var(--faint);font-size:.8125rem;margin-left:.5rem}
figure svg{display:block;max-width:100%;height:auto;overflow:visible}
figure .narrow{display:none}
.table{overflow-x:auto;margin:0 0 1.5rem}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{text-align:left;vertical-align:top;padding:.55rem .9rem .55rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600;font-size:.8125rem;white-space:nowrap}
th.n,td.n{text-align:right;padding-left:.9rem}th.n:last-child,td.n:last-child{padding-right:0}table.small td:last-child,table.small th:last-child{padding-left:1.2rem}
tr:target td{background:var(--accent-soft)}
table.small{font-size:.8125rem;line-height:1.55}
.names{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem .6rem;margin:0;padding:0}
.names li{border:1px solid var(--line);border-radius:1rem;padding:.15rem .8rem}
.banner{border-left:3px solid var(--warn);background:var(--warn-soft);padding:.7rem 1rem;margin:1rem 0 0;border-radius:0 8px 8px 0}
.deeds{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;margin:0 0 .5rem}
.list{list-style:none;margin:1.5rem 0 0;padding:0}
.list li{border-top:1px solid var(--line);padding:1.1rem 0}
.list li:last-child{border-bottom:1px solid var(--line)}
.list h2{font-size:1.125rem;margin:0 0 .2rem;padding:0;border:0}
.list .quiet{color:var(--soft);margin:0}
.versions{padding-left:1.2rem;color:var(--soft)}
.hidden-words{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:39.99rem){figure .broad{display:none}figure .narrow{display:block}.tiles{grid-template-columns:1fr 1fr}.tiles>div:last-child:nth-child(odd){grid-column:1/-1}
table.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table.stack tr{display:block;padding:.6rem 0;border-bottom:1px solid var(--line)}
table.stack td{display:block;border:0;padding:.1rem 0;text-align:left}table.stack td.n,table.stack td:last-child{padding:.1rem 0}table.stack td:first-child{font-weight:600}table.stack td[data-of]:not(:first-child):not(:empty)::before{content:attr(data-of) ": ";color:var(--faint)}table.stack td:empty{display:none}}
@media print{@page{margin:16mm}.page.wide{max-width:none;padding:0}.ways,.deeds,.foot,.skip{display:none}main.report h2{break-after:avoid}figure,.tiles,tr{break-inside:avoid}body{font-size:11pt}}
</style>`);

const BROAD = { width: 960, fontFamily: 'inherit', fontSize: 14 };
const NARROW = { width: 340, fontFamily: 'inherit', fontSize: 13 };

/** @returns the pieces one after another */
export function blocksPage(blocks: readonly Block[], language: Language): Html[] {
  const t = translator(language);
  return blocks.map((block) => piece(block, t));
}

function piece(block: Block, t: Translate): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h2 id="${block.id}">${block.text}</h2>`;
    case 'subheading':
      return html`<h3>${block.text}</h3>`;
    case 'words':
      return html`<p class="words">${block.text}</p>`;
    case 'note':
      return html`<p class="quiet">${block.text}</p>`;
    case 'tiles':
      return html`<dl class="tiles">${block.tiles.map((tile) => tileBox(tile, t))}</dl>`;
    case 'chart':
      return chart(block.chart);
    case 'table':
      return table(block);
    case 'names':
      return html`<ul class="names">${block.names.map((name) => html`<li>${name}</li>`)}</ul>`;
  }
}

function tileBox(tile: Tile, t: Translate): Html {
  const under = [tile.range, tile.base, tile.before].filter((one) => one !== null);
  const gone = tile.value === t('reports:hidden');
  return html`<div><dt><a href="#f-${tile.key}">${tile.label}</a></dt><dd class="figure${gone ? ' gone' : ''}">${tile.value}</dd>${under.map((one) => html`<dd class="under">${one}</dd>`)}</div>`;
}

function chart(block: ChartBlock): Html {
  const legend =
    block.chart === 'bars' ? html` <small>${`■ ${block.legend.now}　│ ${block.legend.before}`}</small>` : null;
  return html`<figure><figcaption>${block.title}${legend}</figcaption>
<div class="broad">${new Html(chartSvg(block, BROAD))}</div><div class="narrow">${new Html(chartSvg(block, NARROW))}</div>
<ul class="hidden-words">${chartWords(block).map((line) => html`<li>${line}</li>`)}</ul></figure>`;
}

/** The picture in words, for those who cannot see it. */
export function chartWords(block: ChartBlock): string[] {
  if (block.chart === 'stacks')
    return block.rows.map((row) => `${row.label}: ${row.parts.map((part) => `${part.label} ${part.text}`).join(', ')}`);
  return block.rows.map((row) => `${row.label}: ${row.text}`);
}

function table(block: Extract<Block, { kind: 'table' }>): Html {
  const isNumber = (index: number) => (block.numbers.includes(index) ? html` class="n"` : null);
  const rows = block.rows.map(
    (row, place) =>
      html`<tr${block.keys ? html` id="f-${block.keys[place]!}"` : null}>${row.map((cell, index) => html`<td${isNumber(index)} data-of="${block.head[index]!}">${cell}</td>`)}</tr>`,
  );
  return html`<div class="table"><table class="stack${block.small ? ' small' : ''}"><thead><tr>${block.head.map((cell, index) => html`<th scope="col"${isNumber(index)}>${cell}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
