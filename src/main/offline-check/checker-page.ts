// Puts a checker into one file: script, sentences of both languages and look, so that it works from a disk, without us.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../platform/config/package-root.ts';

const STYLE = `body{margin:0 auto;max-width:42rem;padding:1.5rem 1.25rem 4rem;background:#fff;color:#1f1c18;font:1rem/1.65 system-ui,"PingFang SC","Noto Sans SC","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.3;margin:1.2rem 0 .5rem}h2{font-size:1.25rem;margin:0 0 .4rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}p{margin:0 0 .5rem}label{display:block;font-weight:600;margin:1.1rem 0 .3rem}
input{font:inherit;max-width:100%;box-sizing:border-box}input[type=text]{width:100%;padding:.5rem .7rem;border:1px solid #8f897e;border-radius:8px;font:.875rem ui-monospace,monospace}
button{font:inherit;background:none;border:0;color:#0b5f58;padding:.6rem 0;cursor:pointer;float:right}.small{color:#6b655b;font-size:.875rem}.fault{color:#8c1b12}
#result{margin-top:1.5rem;border-radius:8px;padding:1rem}#result:empty{display:none}#result.good{background:#e7f5ee}#result.bad{background:#fdeeec}#result.calm{background:#f3f1ec}
:focus-visible{outline:3px solid #0f766e;outline-offset:2px}`;

type Words = Record<string, unknown>;

export interface CheckerPage {
  /** The folder of `dist` its script is built into. */
  folder: string;
  /** Keys of the title and of the sentence under it. */
  title: string;
  lead: string;
  /** Fields between the lead and the result; `data-say` and `data-hint` name their sentences. */
  fields: string;
  style: string;
  /** The file of `locales/<language>` its sentences are in, and which of them it takes along. */
  namespace: string;
  sentences: (words: Record<string, Words>) => Words;
}

/** A question for the page, which is made once; the answer is null where the checker was not built. */
export function checkerPage(page: CheckerPage): () => string | null {
  const script = path.join(packageRoot, 'dist', page.folder, 'check.js');
  let made: string | null | undefined;
  return () => {
    if (made === undefined) made = existsSync(script) ? build(page, readFileSync(script, 'utf8')) : null;
    return made;
  };
}

/** A field for what the reader knows, with its name above it. */
export const textField = (id: string, name: string, hint: string) =>
  `<label for="${id}" data-say="${name}"></label><input id="${id}" type="text" spellcheck="false" autocomplete="off" data-hint="${hint}">`;

/** A field for a file, with its name above it. */
export const fileField = (id: string, name: string, isMany = false) =>
  `<label for="${id}" data-say="${name}"></label><input id="${id}" type="file"${isMany ? ' multiple' : ''} accept="application/json,.json">`;

/** Exported for its test: the page with this script in it. */
export function build(page: CheckerPage, source: string): string {
  const script = source.replaceAll('</script', '<\\/script').trim();
  const sentences = JSON.stringify({
    en: sentencesOf(page, 'en'),
    'zh-CN': sentencesOf(page, 'zh-CN'),
  }).replaceAll('<', '\\u003c');
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title data-say="${page.title}">Huiyin</title><style>${STYLE}
${page.style}</style></head>
<body><button id="language" type="button"></button><main><h1 data-say="${page.title}"></h1><p data-say="${page.lead}"></p>
${page.fields}
<section id="result" role="status" tabindex="-1"></section></main>
<script type="application/json" id="sentences">${sentences}</script>
<script>${script}</script></body></html>
`;
}

function sentencesOf(page: CheckerPage, language: string): Words {
  const file = path.join(packageRoot, 'locales', language, `${page.namespace}.json`);
  return page.sentences(JSON.parse(readFileSync(file, 'utf8')));
}
