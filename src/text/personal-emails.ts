// Finds e-mail addresses, also those written so that a machine would not see them (jane at qq dot com, tom#163.com).
import { isDigit, isLetter } from './normalise.ts';
import type { Candidate, FoldedText } from './personal-finds.ts';

const LOCAL_LIMIT = 64;
const DOMAIN_LIMIT = 120;
const PROVIDER =
  '(?:vip\\.)?(?:qq|163|126|139|188|189|gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|foxmail|sina|sohu|icloud|yeah|aliyun|proton|protonmail|mail|gmx|aol)';
const TLD = '(?:com|cn|net|org|edu|me|ru|de|fr|io|co)(?:\\s?(?:\\.|dot)\\s?(?:cn|uk|jp|com|hk))?(?![a-z])';
/** Marks that stand for @. A plain "at" needs more proof behind it than a bracketed one. */
const AT = /\s?[[({<]\s?(?:at|@|艾特)\s?[\])}>]\s?|\sat\s|\s?艾特\s?|#|\s{0,2}@\s{0,2}/gu;
const KNOWN = new RegExp(`${PROVIDER}(?:\\s?[.,。]\\s?|\\s?[[({]?(?:dot|点)[\\])}]?\\s?)${TLD}`, 'uy');
const SPELLED = new RegExp(`[a-z0-9-]{2,30}(?:\\s?[[({](?:dot|点)[\\])}]\\s?|\\sdot\\s)${TLD}`, 'uy');
const DOTTED = new RegExp(`(?:[a-z0-9-]{2,30}\\.){1,3}(?:${TLD}|jp|uk)(?![a-z])`, 'uy');
const LOCAL = /(?:[a-z0-9][a-z0-9._+-]*(?:\s?[[({]dot[\])}]\s?|\sdot\s))?[a-z0-9][a-z0-9._+-]*$/u;
const QQ_MAIL = /qq邮箱(?:号码?|地址)?[:是为\s]{0,3}(\d{5,11})(?![\d@]|\s?@)/gu;

export function findEmails({ text }: FoldedText, out: Candidate[]): void {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const email = emailAround(text, at);
    if (email !== null) out.push(email);
  }
  if (text.includes('qq邮箱')) {
    for (const match of text.matchAll(QQ_MAIL)) {
      const end = match.index + match[0].length;
      out.push({ kind: 'email', start: end - match[1]!.length, end, rank: 9 });
    }
  }
  for (const match of text.matchAll(AT)) hidden(text, match.index, match[0], out);
}

function hidden(text: string, at: number, mark: string, out: Candidate[]): void {
  const after = at + mark.length;
  const end = stickyEnd(KNOWN, text, after) ?? (mark === '#' ? null : stickyEnd(SPELLED, text, after));
  const proven = end ?? (/[[({<艾]/u.test(mark) ? stickyEnd(DOTTED, text, after) : null);
  if (proven === null) return;
  const local = LOCAL.exec(text.slice(Math.max(0, at - LOCAL_LIMIT), at));
  if (local === null) return;
  let start = at - local[0].length;
  // "look at live dot com", "mail me at 163.com": an ordinary word is nobody's name.
  const name = local[0].replace(/^(?:is|me|my|mail|email)\s/u, '');
  start = at - name.length;
  if (/\sat\s/u.test(mark) && ORDINARY.has(name)) return;
  out.push({ kind: 'email', start, end: proven, rank: 9 });
}

const ORDINARY = new Set(
  'look me us is available found bought order ordered sold shop now out log available only here'.split(' '),
);

function stickyEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function emailAround(text: string, at: number): Candidate | null {
  let start = at;
  while (start > 0 && at - start < LOCAL_LIMIT && isLocal(text.charCodeAt(start - 1))) start -= 1;
  while (start < at && text[start] === '.') start += 1;
  let end = at + 1;
  while (end < text.length && end - at < DOMAIN_LIMIT && isDomain(text.charCodeAt(end))) end += 1;
  while (end > at && (text[end - 1] === '.' || text[end - 1] === '-')) end -= 1;
  if (start === at) return null;
  const domain = text.slice(at + 1, end);
  const dot = domain.lastIndexOf('.');
  if (dot < 1 || !/^[a-z]{2,}$/u.test(domain.slice(dot + 1)) || domain.includes('..')) return null;
  return { kind: 'email', start, end, rank: 10 };
}

function isLocal(code: number): boolean {
  return isWordCode(code) || code === 0x2e || code === 0x5f || code === 0x25 || code === 0x2b || code === 0x2d;
}

function isDomain(code: number): boolean {
  return isWordCode(code) || code === 0x2e || code === 0x2d;
}

function isWordCode(code: number): boolean {
  return isDigit(code) || (isLetter(code) && code < 0x80);
}
