// Puts the draw checker into one file: script, sentences of both languages and look, so that it works from a disk, without us.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../platform/config/package-root.ts';

const SCRIPT = path.join(packageRoot, 'dist', 'draw-check', 'check.js');
const STYLE = `body{margin:0 auto;max-width:42rem;padding:1.5rem 1.25rem 4rem;background:#fff;color:#1f1c18;font:1rem/1.65 system-ui,"PingFang SC","Noto Sans SC","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.3;margin:1.2rem 0 .5rem}h2{font-size:1.25rem;margin:0 0 .4rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}p{margin:0 0 .5rem}label{display:block;font-weight:600;margin:1.1rem 0 .3rem}
input{font:inherit;max-width:100%;box-sizing:border-box}input[type=text]{width:100%;padding:.5rem .7rem;border:1px solid #8f897e;border-radius:8px;font:.875rem ui-monospace,monospace}
button{font:inherit;background:none;border:0;color:#0b5f58;padding:.6rem 0;cursor:pointer;float:right}.small{color:#6b655b;font-size:.875rem}summary{cursor:pointer;margin-top:1.1rem;color:#0b5f58}
#result{margin-top:1.5rem;border-radius:8px;padding:1rem}#result:empty{display:none}#result.good{background:#e7f5ee}#result.bad{background:#fdeeec}#result.calm{background:#f3f1ec}
.steps{list-style:none;margin:.8rem 0;padding:0}.steps li{border-top:1px solid #cbc5b9;padding:.45rem 0}.steps .ok b{color:#0b6b3a}.steps .bad b{color:#8c1b12}.steps .none{color:#6b655b}.fault{color:#8c1b12;margin:.2rem 0 0 1.4rem}
:focus-visible{outline:3px solid #0f766e;outline-offset:2px}`;

let made: string | null | undefined;

/** The page; null where the checker was not built. */
export function drawCheckPage(): string | null {
  if (made === undefined) made = existsSync(SCRIPT) ? build(readFileSync(SCRIPT, 'utf8')) : null;
  return made;
}

function build(source: string): string {
  const script = source.replaceAll('</script', '<\\/script').trim();
  const sentences = JSON.stringify({ en: sentencesOf('en'), 'zh-CN': sentencesOf('zh-CN') }).replaceAll('<', '\\u003c');
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
  const field = (id: string) =>
    `<label for="${id}" data-say="check.${id}"></label><input id="${id}" type="text" spellcheck="false" autocomplete="off">`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Huiyin</title><style>${STYLE}</style></head>
<body><button id="language" type="button"></button><main><h1 data-say="check.title"></h1><p data-say="check.lead"></p>
<label for="file" data-say="check.choose"></label><input id="file" type="file" accept="application/json,.json"> <span class="small" data-say="check.drop"></span>
<label for="receipt" data-say="check.receipt"></label><input id="receipt" type="file" multiple accept="application/json,.json">
<details><summary data-say="check.knownMore"></summary>${field('key')}${field('commitment')}${field('root')}</details>
<section id="result" role="status" tabindex="-1"></section></main>
<script type="application/json" id="sentences">${sentences}</script>
<script>${script}</script></body></html>
`;
}

function sentencesOf(language: string): unknown {
  const words = JSON.parse(readFileSync(path.join(packageRoot, 'locales', language, 'draws.json'), 'utf8'));
  return { check: words.check, claim: words.claim };
}
