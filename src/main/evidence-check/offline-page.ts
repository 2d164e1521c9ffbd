// Puts the checker into one file: script, sentences of both languages and look, so that it works from a disk, without us.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../platform/config/package-root.ts';

const SCRIPT = path.join(packageRoot, 'dist', 'check', 'check.js');
const STYLE = `body{margin:0 auto;max-width:40rem;padding:1.5rem 1.25rem 4rem;background:#fff;color:#1f1c18;font:1rem/1.65 system-ui,"PingFang SC","Noto Sans SC","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.3;margin:1.2rem 0 .5rem}h2{font-size:1.15rem;margin:0 0 .4rem}p{margin:0 0 .6rem}label{display:block;font-weight:600;margin:1.2rem 0 .4rem}
input{font:inherit;max-width:100%;box-sizing:border-box}input[type=text]{width:100%;padding:.6rem .8rem;border:1px solid #8f897e;border-radius:8px}
button{font:inherit;background:none;border:0;color:#0b5f58;padding:.6rem 0;cursor:pointer;float:right}.small{color:#6b655b;font-size:.875rem}
#result{margin-top:1.5rem;border-radius:8px;padding:1rem}#result:empty{display:none}#result.good{background:#e7f5ee}#result.bad{background:#fdeeec}
.fault{color:#8c1b12}.entry{border-top:1px solid #cbc5b9;padding:.7rem 0 0;margin-top:.7rem}blockquote{margin:.3rem 0;white-space:pre-line}
:focus-visible{outline:3px solid #0f766e;outline-offset:2px}`;

let made: string | null | undefined;

/** The page; null where the checker was not built. */
export function offlinePage(): string | null {
  if (made === undefined) made = existsSync(SCRIPT) ? build(readFileSync(SCRIPT, 'utf8')) : null;
  return made;
}

function build(source: string): string {
  const script = source.replaceAll('</script', '<\\/script').trim();
  const sentences = JSON.stringify({ en: sentencesOf('en'), 'zh-CN': sentencesOf('zh-CN') }).replaceAll('<', '\\u003c');
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Huiyin</title><style>${STYLE}</style></head>
<body><button id="language" type="button"></button><main><h1 data-say="offline.title"></h1><p data-say="offline.lead"></p>
<label for="key" data-say="offline.key"></label><input id="key" type="text" spellcheck="false" autocomplete="off">
<label for="file" data-say="offline.choose"></label><input id="file" type="file" accept="application/json,.json"> <span class="small" data-say="offline.drop"></span>
<section id="result" role="status" tabindex="-1"></section></main>
<script type="application/json" id="sentences">${sentences}</script>
<script>${script}</script></body></html>
`;
}

function sentencesOf(language: string): unknown {
  const words = JSON.parse(readFileSync(path.join(packageRoot, 'locales', language, 'evidence.json'), 'utf8'));
  const { verdict, fault, entry, offline, what, page } = words;
  return { verdict, fault, entry, offline, what, page: { fingerprint: page.fingerprint } };
}
