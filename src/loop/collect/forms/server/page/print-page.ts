// A page to print with the QR code of a questionnaire: for a shop counter, or a card in a parcel.
import { translator } from '../../../../../platform/i18n/translate.ts';
import { Html, html } from '../../../../../platform/pages/html.ts';
import type { FormContext, FormDefinition, FormLanguage } from '../../core/form.contract.ts';
import { inWords } from './fields.ts';

export interface PrintInput {
  shop: string;
  definition: FormDefinition;
  languages: readonly FormLanguage[];
  size: 'counter' | 'card';
  url: string;
  svg: string;
  context: FormContext;
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f7f5f1;color:#1f1c18;font:16px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
.sheet{background:#fff;margin:24px auto;display:flex;flex-direction:column;align-items:center;justify-content:center;text-align:center;gap:14px;padding:32px}
.counter{width:min(148mm,100%);min-height:210mm}.counter h1{font-size:34px;line-height:1.3;margin:0;text-wrap:balance}.counter svg{width:min(86mm,80%);height:auto}
.card{width:min(90mm,100%);min-height:54mm;flex-direction:row;gap:6mm;padding:6mm;text-align:left;justify-content:flex-start}.card h1{font-size:17px;line-height:1.35;margin:0}.card svg{width:34mm;height:34mm;flex:none}
.shop{font-weight:600;color:#0f766e;margin:0}p{margin:0}.two{color:#57524a;font-size:.8em;font-weight:500}.scan{color:#57524a}.card .scan,.card .shop{font-size:12px}
.small{color:#6b655b;font-size:11px;overflow-wrap:anywhere;max-width:100%}
.words{display:flex;flex-direction:column;gap:8px;min-width:0;align-items:inherit}
@media print{body{background:#fff}.sheet{margin:0 auto;box-shadow:none}@page{margin:10mm}}
`;

/** @returns the whole document */
export function printPage(input: PrintInput): string {
  const [first, second] = input.languages;
  const t = translator(first!);
  const say = (key: string) =>
    html`${t(key)}${second ? html`<br><span class="two" lang="${second}">${translator(second)(key)}</span>` : null}`;
  const title = inWords(input.definition.title, first!);
  const other = second ? input.definition.title[second] : '';
  const place = [input.context.place, input.context.product, input.context.batch].filter(Boolean).join(' · ');
  const words = html`<p class="shop">${input.shop}</p><h1>${title}${other && other !== title ? html`<br><span class="two" lang="${second}">${other}</span>` : null}</h1>`;
  const scan = html`<p class="scan">${say('forms:print.scan')}</p>`;
  const small = html`<p class="small">${place ? html`${place}<br>` : null}${input.url.replace(/^https?:\/\//, '').replace(/\?.*$/, '')}</p>`;
  const code = new Html(input.svg);
  return html`<!doctype html>
<html lang="${first}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow">
<title>${title}</title>${new Html(`<style>${STYLE}</style>`)}</head>
<body><main class="sheet ${input.size}">${
    input.size === 'card'
      ? html`${code}<div class="words">${words}${scan}${small}</div>`
      : html`${words}${code}${scan}${small}`
  }</main></body></html>
`.text;
}
