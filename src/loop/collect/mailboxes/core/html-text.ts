// Turns a letter that came as HTML into plain text a person could have typed; nothing of it is ever shown as HTML.

/** Containers of history that mail programs mark: what stands in them was said before. */
const HISTORY =
  /class\s*=\s*["']?[^"'>]*\b(gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra|ntes_quote|foxmail_quote)\b|id\s*=\s*["']?(divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|isReplyContent|mail-editor-reference-message-container)\b|name\s*=\s*["']?(x_)?isReplyContent/i;

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  copy: '©',
  yen: '¥',
  times: '×',
};

const BREAKS = new Set([
  'br',
  'hr',
  'tr',
  'li',
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'ul',
  'ol',
  'section',
  'article',
  'pre',
  'dd',
  'dt',
]);
const SILENT = new Set([
  'style',
  'script',
  'head',
  'title',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
]);
/** Longer pages are cut: no person typed them. */
const MAX_HTML = 2_000_000;

/** @returns plain text; a marked history begins with a line that `stripLetter` knows */
export function htmlToText(html: string): string {
  const source = html.slice(0, MAX_HTML);
  const out: string[] = [];
  let at = 0;
  let silent: string | null = null;
  let history = false;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    const words = source.slice(at, open < 0 ? source.length : open);
    if (silent === null && words !== '') out.push(decodeEntities(words.replace(/[ \t\r\n\f]+/g, ' ')));
    if (open < 0) break;
    if (source.startsWith('<!--', open)) {
      const end = source.indexOf('-->', open + 4);
      at = end < 0 ? source.length : end + 3;
      continue;
    }
    const close = tagEnd(source, open + 1);
    if (close < 0) {
      if (silent === null) out.push(decodeEntities(source.slice(open)));
      break;
    }
    const tag = source.slice(open + 1, close);
    at = close + 1;
    const name = /^\/?\s*([a-zA-Z][a-zA-Z0-9:-]*)/.exec(tag)?.[1]?.toLowerCase();
    if (name === undefined) {
      // "<3" and "a < b" are words, not tags.
      if (silent === null && !/^[!?/]/.test(tag)) {
        out.push('<');
        at = open + 1;
      }
      continue;
    }
    const closing = tag.startsWith('/');
    if (silent !== null) {
      if (closing && name === silent) silent = null;
      continue;
    }
    if (SILENT.has(name) && !closing && !tag.endsWith('/')) {
      silent = name;
      continue;
    }
    if (name === 'blockquote') out.push('\n');
    if (!closing && !history && (HISTORY.test(tag) || (name === 'blockquote' && /type\s*=\s*["']?cite/i.test(tag)))) {
      // moz-cite-prefix holds "On … wrote:" itself, so the mark goes before either.
      history = true;
      out.push('\n-----Original Message-----\n');
    }
    if (BREAKS.has(name)) out.push('\n');
    else if (name === 'td' || name === 'th') out.push(' ');
  }
  return out
    .join('')
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The `>` that ends a tag, not one inside a quoted attribute; -1 when there is none. */
function tagEnd(source: string, from: number): number {
  let quote = '';
  const limit = Math.min(source.length, from + 20_000);
  for (let at = from; at < limit; at += 1) {
    const character = source[at]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    else if ((character === '"' || character === "'") && source[at - 1] === '=') quote = character;
  }
  // A quote that never ends: the first `>` must do.
  const plain = source.indexOf('>', from);
  return plain >= 0 && plain < limit ? plain : -1;
}

function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,10});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (code === 160) return ' ';
    const drawable = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return drawable || code === 10 ? String.fromCodePoint(code) : '';
  });
}
