// Writes a show's report as one HTML file that needs nothing from anywhere: no script, no picture, no font to fetch.
import type { Language } from '../../../../../platform/i18n/translate.ts';
import { Html, html } from '../../../../../platform/pages/html.ts';
import { documentOf } from '../../../../../platform/pages/page-frame.ts';
import type { Section, ShowReport } from './sections.ts';

/** @returns the whole document */
export function reportHtml(report: ShowReport, around: { language: Language; shop: string }): string {
  return documentOf(
    { language: around.language, shop: around.shop, title: report.title, path: null, wide: true, foot: report.foot },
    html`${STYLE}<main id="main"><h1>${report.title}</h1><p class="lead">${report.lead}</p>
${report.simulated ? html`<p class="note">${report.simulated}</p>` : null}
${report.sections.map(sectionHtml)}</main>`,
  );
}

const STYLE = new Html(`<style>
.cells{display:grid;grid-template-columns:repeat(2,1fr);gap:1px;background:var(--line);border:1px solid var(--line);border-radius:8px;overflow:hidden;margin:0}
.cells div{background:#fff;padding:.8rem .9rem}
.cells dt{color:var(--soft);font-size:.875rem}
.cells dd{margin:0;font-size:1.375rem;line-height:1.35;font-weight:600}
.cells dd.why{font-size:.75rem;line-height:1.45;font-weight:400;color:var(--faint)}
.strip{overflow-x:auto;border:1px solid var(--line);border-radius:8px;padding:.8rem}
.strip svg{display:block;width:100%;min-width:44rem;height:auto}
.tablebox{overflow-x:auto}
.tablebox table{border-collapse:collapse;width:100%;min-width:46rem;font-size:.9375rem}
.tablebox th{font-weight:600;color:var(--soft);text-align:left;white-space:nowrap}
.tablebox th,.tablebox td{padding:.5rem .7rem;border-bottom:1px solid var(--line);vertical-align:top}
.tablebox td{min-width:4.5rem}
.tablebox td:first-child{min-width:9rem}
.tablebox .n{text-align:right;white-space:nowrap}
.moments{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1rem}
.moments article{border:1px solid var(--line);border-left:3px solid var(--good);border-radius:8px;padding:.8rem 1rem}
.moments article.worst{border-left-color:var(--bad)}
.moments h3{font-size:1rem;margin:0 0 .2rem}
.moments ul{margin:.5rem 0 0;padding:0;list-style:none}
.moments li{padding:.25rem 0}
.moments b{color:var(--faint);font-weight:400;font-size:.875rem}
@media(min-width:48rem){.cells{grid-template-columns:repeat(4,1fr)}}
@media print{.strip,.tablebox{overflow:visible}article,tr{break-inside:avoid}}
</style>`);

function sectionHtml(section: Section): Html {
  switch (section.kind) {
    case 'figures':
      return html`<h2>${section.title}</h2><dl class="cells">${section.cells.map(
        (cell) =>
          html`<div title="${cell.meaning}"><dt>${cell.label}</dt><dd>${cell.value}</dd><dd class="why">${cell.meaning}</dd></div>`,
      )}</dl>`;
    case 'timeline':
      return html`<h2>${section.title}</h2><p class="small">${section.note}</p><div class="strip" role="img" aria-label="${section.summary}" tabindex="0">${new Html(section.svg)}</div><p class="small">${section.summary}</p>`;
    case 'table':
      return html`<h2>${section.title}</h2>${section.note ? html`<p class="small">${section.note}</p>` : null}${table(section)}`;
    case 'moments':
      return html`<h2>${section.title}</h2><p class="small">${section.note}</p>${
        section.moments.length === 0
          ? html`<p>${section.empty}</p>`
          : html`<div class="moments">${section.moments.map(
              (one) =>
                html`<article class="${one.kind}"><h3>${one.title}</h3><p class="small">${one.facts}</p><ul>${one.lines.map(
                  (line) => html`<li>${line.text}${line.count > 1 ? html` <b>×${line.count}</b>` : null}</li>`,
                )}</ul></article>`,
            )}</div>`
      }`;
    case 'notes':
      return html`<h2>${section.title}</h2><ul>${section.lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  }
}

function table(section: Extract<Section, { kind: 'table' }>): Html {
  if (section.rows.length === 0) return html`<p>${section.empty}</p>`;
  const cell = (at: number) => (section.numeric[at] ? html` class="n"` : null);
  return html`<div class="tablebox" tabindex="0" role="region" aria-label="${section.title}"><table><thead><tr>${section.head.map(
    (name, at) => html`<th scope="col"${cell(at)}>${name}</th>`,
  )}</tr></thead><tbody>${section.rows.map(
    (row) => html`<tr>${row.map((value, at) => html`<td${cell(at)}>${value}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
