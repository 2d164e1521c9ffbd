// Finds e-mail addresses, WeChat and QQ names, and licence plates.
import { isDigit, isLetter } from './normalise.ts';
import type { Candidate, FoldedText } from './personal-finds.ts';

const WECHAT =
  /(?:(?:(?:加|➕)我?)?(?:微信号?|薇信|威信|weixin|wechat|v信|(?<![a-z])[vw]x号?)|(?:加|➕)我?[微薇v]|(?<![a-z])[微薇v](?=\s?:))(?:\s*(?:id|号|账号|number|is|name|me at|me on|at))?\s*[:=是为—-]{0,2}\s*/gu;
const QQ = /(?:[^a-z]qq|^qq|扣扣|企鹅号?|球球)(?:号|群|号码)?\s*[:=是为-]{0,2}\s*(\d{5,12})(?!\d)/gu;
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-z][·\s-]?(?:[a-hj-np-z0-9]{5,6}|[a-hj-np-z0-9]{4}[挂学警港澳])(?![a-z0-9])/gu;
const ID_AFTER = /[a-z][a-z0-9_-]{5,19}/uy;
const LOCAL_LIMIT = 64;
const DOMAIN_LIMIT = 120;

export function findContacts(folded: FoldedText): Candidate[] {
  const out: Candidate[] = [];
  const { text } = folded;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const email = emailAround(text, at);
    if (email !== null) out.push(email);
  }
  if (/[微薇威vw]/u.test(text)) findWechat(text, out);
  if (/qq|扣|企鹅|球/u.test(text)) {
    for (const match of text.matchAll(QQ)) {
      const end = match.index + match[0].length;
      out.push({ kind: 'wechat', start: end - match[1]!.length, end, rank: 6 });
    }
  }
  for (const match of text.matchAll(PLATE)) {
    if (!/\d/u.test(match[0])) continue;
    out.push({ kind: 'plate', start: match.index, end: match.index + match[0].length, rank: 6 });
  }
  return out;
}

function findWechat(text: string, out: Candidate[]): void {
  for (const match of text.matchAll(WECHAT)) {
    const start = match.index + match[0].length;
    ID_AFTER.lastIndex = start;
    const name = ID_AFTER.exec(text);
    if (name !== null) {
      const told = /[:=号是为]\s*$|id\s*$|(加|➕).{0,2}\s*$/u.test(match[0]);
      if (/[\d_-]/u.test(name[0]) || (told && !ORDINARY.has(name[0]))) {
        out.push({ kind: 'wechat', start, end: start + name[0].length, rank: 6 });
      }
      continue;
    }
    let end = start;
    while (end < text.length && end - start < 13 && isDigit(text.charCodeAt(end))) end += 1;
    const size = end - start;
    if (size >= 5 && size <= 12 && !/^1[3-9]\d{9}$/u.test(text.slice(start, end))) {
      out.push({ kind: 'wechat', start, end, rank: 6 });
    }
  }
}

/** Words that follow a contact word in ordinary talk. */
const ORDINARY = new Set([
  'payment',
  'account',
  'please',
  'number',
  'wechat',
  'support',
  'service',
  'customer',
  'because',
]);

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
  return (
    isDigit(code) ||
    (isLetter(code) && code < 0x80) ||
    code === 0x2e ||
    code === 0x5f ||
    code === 0x25 ||
    code === 0x2b ||
    code === 0x2d
  );
}

function isDomain(code: number): boolean {
  return isDigit(code) || (isLetter(code) && code < 0x80) || code === 0x2e || code === 0x2d;
}
