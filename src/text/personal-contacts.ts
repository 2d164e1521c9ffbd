// Finds WeChat and QQ names, and licence plates.
import { isDigit } from './normalise.ts';
import { findEmails } from './personal-emails.ts';
import type { Candidate, FoldedText } from './personal-finds.ts';

const LEAD = '(?:加|➕|\\+)我?';
const NAMES = `微 ?信号?|[薇威徽徵]信号?|(?:卫星|[微薇威](?:❤|♥|♡|❣))号?|(?<![a-z])v(?:❤|♥|♡|❣)(?=\\s?:)|(?<![a-z])weixin|(?<![a-z])wechat|(?<![a-z])v ?信|(?<![a-z0-9_])[vw] ?x号?(?![a-z]*[a-z]{3})`;
const WECHAT = new RegExp(
  `(?:(?:${LEAD})? ?(?:${NAMES})|${LEAD} ?[微薇威v](?![a-z]*领)|(?<![a-z])[微薇威v]\\s?\\p{Extended_Pictographic}{0,2}\\s?(?=:))(?: ?(?:id|号码?|账号|number|is|name|me at|me on|at|我)){0,2}\\s*[:=是为—(\\[<-]{0,2}\\s*`,
  'gu',
);
const QQ =
  /(?:(?<![a-z0-9_])(?:qq|q(?=群|[ :]*\d{6}))|扣扣|企鹅号?|球球|(?:加|入|进|粉丝|福利|交流|会员|老客户?)群|群号)(?:号|群|号码){0,2}\s*[:=是为-]{0,2}\s*(\d{5,12})(?!\d|\.\d|[元块级斤个])/gu;
const AFTER =
  /(?<![a-z0-9_@.-])([a-z][a-z0-9_-]{5,19})\s?(?:这|就)?是?我?的?\s?(?:微信|v信|薇信|(?<![a-z0-9_-])[wv]x(?![a-z0-9]))(?!群|支付|小程序)/gu;
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-z][·\s-]?(?:[a-hj-np-z0-9]{5,6}|[a-hj-np-z0-9]{4}[挂学警港澳]|[a-hj-np-z0-9]{3,4}(?=[挂学警港澳])[挂学警港澳])(?![a-z0-9])/gu;
const ID_AFTER = /[a-z][a-z0-9_-]{5,19}/uy;

export function findContacts(folded: FoldedText): Candidate[] {
  const out: Candidate[] = [];
  const { text } = folded;
  if (/@|at|艾特|#|qq邮/u.test(text)) findEmails(folded, out);
  if (/[微薇威徽徵卫vw]/u.test(text)) findWechat(text, out);
  if (/[q扣鹅球群]/u.test(text)) {
    for (const match of text.matchAll(QQ)) {
      const end = match.index + match[0].length;
      out.push({ kind: 'wechat', start: end - match[1]!.length, end, rank: 6 });
    }
  }
  for (const match of text.matchAll(PLATE)) {
    if (!/\d/u.test(match[0])) continue;
    // A model code behind 京东 or a size: a plate never has six digits and no letter but the first.
    if (/^.[a-z][·\s-]?\d{6}$/u.test(match[0])) continue;
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
      const told = /(?:[:=号是为([]|id|id is)\s*$|(?:加|➕).{0,2}\s*$/u.test(match[0]);
      const isOdd = /^卫星/u.test(match[0]) && !/\d/u.test(name[0]);
      if (!isOdd && (/[\d_-]/u.test(name[0]) || (told && !ORDINARY.has(name[0])))) {
        out.push({ kind: 'wechat', start, end: start + name[0].length, rank: 6 });
      }
      continue;
    }
    let end = start;
    while (end < text.length && end - start < 13 && isDigit(text.charCodeAt(end))) end += 1;
    const size = end - start;
    const counts = /^(?:\.\d|[元块级步个分斤件%])/u.test(text.slice(end, end + 2));
    if (size >= 5 && size <= 12 && !counts && !/^1[3-9]\d{9}$/u.test(text.slice(start, end))) {
      out.push({ kind: 'wechat', start, end, rank: 6 });
    }
  }
  for (const match of text.matchAll(AFTER)) {
    const name = match[1]!;
    if (/[\d_]/u.test(name)) out.push({ kind: 'wechat', start: match.index, end: match.index + name.length, rank: 6 });
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
  'program',
  'official',
  'login',
]);
