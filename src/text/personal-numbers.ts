// Tells phones, ID numbers, bank cards and order numbers apart by shape, checksum and the word in front.
import { luhn, validId } from './checksums.ts';
import { isDigit, isLetter } from './normalise.ts';
import type { Candidate, FoldedText } from './personal-finds.ts';

/** Words in front of a number (in the last 16 characters). */
const ORDER_BEFORE =
  /(?:订单|单号|运单|物流号|快递号|取件码|取货码|提货码|流水号|交易号|编号|发票号|这单|我的单|售后单|包裹|快件|(?<![a-z])(?:order|tracking|parcel|package|shipment|invoice|ref|reference|transaction|waybill|awb|confirmation|po)(?![a-z]))[^0-9]{0,12}$/u;
const ID_BEFORE = /(身份证|证件|id card|national id|身份號|身份证号|id number|id no)[^0-9]{0,10}$/u;
const CARD_BEFORE =
  /(卡号|银行卡|信用卡|储蓄卡|账号|帐号|工行|农行|建行|招行|中行|交行|card|account|visa|mastercard|iban)[^0-9]{0,10}$/u;
const PHONE_BEFORE =
  /(电话|手机|联系|致电|拨打|tel|phone|call|mobile|cell|whatsapp|text me|fax|座机|热线)[^0-9里上]{0,6}$/u;
const NOT_PERSONAL_BEFORE =
  /(?:条码|条形码|国际码|barcode|(?<![a-z])(?:ean|upc|isbn(?:-1[03])?|sku|model|serial|sn|imei|asin|part|uid|zip|pin|vin)(?![a-z])|序列号|型号|批号|批次|货号|款号|编码|证书编号|报告编号|报告号|专利号|许可证|信用代码|税号|商品(?:编号|id|号)|产品编号|房间号?|直播间(?:id|号)?|链接|粉丝|会员号|会员卡号|工号|员工号|学号|学生证号|评论号|游戏id|车架号|跑分|浏览量|销量|积分|点赞|优惠码|优惠券|券码|兑换码|口令|步数|评价|价格|单价|售价|金额|批准文号|标准)[^0-9]{0,8}$/u;
/** A carrier in front of ten digits and more. */
const CARRIER_BEFORE =
  /(?:顺丰|中通|圆通|申通|韵达|极兔|德邦|邮政|京东|百世|天天|(?<![a-z])(?:ems|dhl|ups|usps|fedex))(?:快递|物流|包裹)?[\s:]{0,2}$/u;
/** What a number counts: then it is nobody's. */
const COUNTED_AFTER =
  /^\s?(?:[元块万亿千人个粉次赞分票斤克台件名位步度]|points?|times|people|km|won|yen|韩元|日元|美元)/u;
/** Business hotlines are nobody's either: 400 and 800 in China, toll-free prefixes of North America. */
const HOTLINE = /^(?:[48]00\d{7}|1?8(?:00|33|44|55|66|77|88)\d{7})$/u;
const PARCEL_PREFIX =
  /(sf|jd|jdv[a-z]?|jdx|yt|zto|sto|yd|jt|ems|dpk|1z|lp|db|ky|ey|ea|ee|cn|rb|lx|tba|po|wo|so|no)-?$/u;
const MOBILE = /^1[3-9]\d{9}$/u;
const DATE = /^(19|20)\d{2}[-./年]?(0?[1-9]|1[0-2])[-./月]?(0?[1-9]|[12]\d|3[01])/u;
const DATE_WRITTEN = /^(19|20)\d{2}[-. _](0?[1-9]|1[0-2])[-. _](0?[1-9]|[12]\d|3[01])(?!\d)/u;
/** One number as written: digits without its separators, and where it stands. */
interface Written {
  digits: string;
  start: number;
  end: number;
  groups: number[];
  separators: string;
  plus: boolean;
}

export function findNumbers(folded: FoldedText): Candidate[] {
  const out: Candidate[] = [];
  const { text } = folded;
  let at = 0;
  while (at < text.length) {
    if (!isDigit(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const written = readNumber(text, at);
    at = written.end;
    if (written.digits.length < 7) {
      if (written.digits.length >= 4) addShortOrder(text, written, out);
      continue;
    }
    const found = classify(text, written);
    if (found !== null) out.push(found);
    else addParts(text, written, out);
  }
  return out;
}

/** Digits with single separators between them; a space or dash may not stand twice. */
function readNumber(text: string, start: number): Written {
  const digits: string[] = [];
  const groups: number[] = [];
  let separators = '';
  let at = start;
  let group = 0;
  let end = start;
  while (at < text.length && digits.length < 40) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      digits.push(text[at]!);
      group += 1;
      at += 1;
      end = at;
      continue;
    }
    const next = text.charCodeAt(at + 1);
    const single = code === 0x20 || code === 0x2d || code === 0x2e || code === 0xb7 || code === 0x5f || code === 0x29;
    const double = (code === 0x29 && next === 0x20) || (code === 0x20 && next === 0x28);
    if (double && isDigit(text.charCodeAt(at + 2))) at += 2;
    else if (single && isDigit(next)) at += 1;
    else break;
    separators += String.fromCharCode(code);
    groups.push(group);
    group = 0;
  }
  groups.push(group);
  const before = start > 0 ? text[start - 1]! : '';
  const plus = before === '+' || (before === '(' && text[start - 2] === '+');
  // Digits that go on past the limit belong to one absurd number: swallow them all.
  if (digits.length >= 40) while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return { digits: digits.join(''), start, end, groups, separators, plus };
}

function classify(text: string, number: Written): Candidate | null {
  const { digits, start, end, groups } = number;
  const length = digits.length;
  const before = text.slice(Math.max(0, start - 20), start);
  const next = text[end] ?? '';
  const solid = groups.length === 1;
  if (number.separators.includes('.') && groups.length === 2) return null;
  if (!solid && DATE_WRITTEN.test(text.slice(start, start + 11))) return null;
  if (/^(\d)\1+$/u.test(digits)) return null;
  if (length === 17 && next === 'x' && !isLetter(text.charCodeAt(end + 1)) && validId(`${digits}x`)) {
    return { kind: 'id_number', start, end: end + 1, rank: 9 };
  }
  if (length === 17 && next === 'x' && ID_BEFORE.test(before))
    return { kind: 'id_number', start, end: end + 1, rank: 8 };
  if (length === 18 && evenGroups(groups, 3) && (validId(digits) || ID_BEFORE.test(before))) {
    return { kind: 'id_number', start, end, rank: 9 };
  }
  if (length === 15 && solid && ID_BEFORE.test(before)) return { kind: 'id_number', start, end, rank: 8 };
  if (NOT_PERSONAL_BEFORE.test(before)) return null;
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(text.slice(start, end))) return null;
  const letterBefore = start > 0 && isLetter(text.charCodeAt(start - 1));
  const letterAfter = next !== '' && isLetter(next.charCodeAt(0));
  if (ORDER_BEFORE.test(before) && length >= 6 && !(MOBILE.test(digits) && PHONE_BEFORE.test(before))) {
    return { kind: 'order_no', start: prefixStart(text, start), end: suffixEnd(text, end), rank: 7 };
  }
  if (CARRIER_BEFORE.test(before) && length >= 10 && solid && !MOBILE.test(digits)) {
    return { kind: 'order_no', start, end: suffixEnd(text, end), rank: 6 };
  }
  if (letterBefore && length >= 8 && !PHONE_BEFORE.test(before)) {
    const prefix = PARCEL_PREFIX.test(before.slice(-6));
    if (prefix) return { kind: 'order_no', start: prefixStart(text, start), end: suffixEnd(text, end), rank: 6 };
  }
  const american = groups.join(',') === '1,3,3,4';
  if (american && HOTLINE.test(digits)) return null;
  const mobile = american ? null : mobileOf(digits);
  const isNamed = PHONE_BEFORE.test(before) || /^(?:[vw]x|v信|wechat|q(?![a-z]))/u.test(text.slice(end, end + 6));
  if (
    mobile !== null &&
    (!letterAfter || isNamed) &&
    (solid || groups.every((group) => group >= 2) || groups.length <= 4)
  ) {
    const from = number.plus ? start - (number.separators.includes(')') ? 2 : 1) : start;
    return { kind: 'phone', start: from, end, rank: 8 };
  }
  if (letterBefore || letterAfter) {
    return length >= 10 && /[a-z]{2,}$/u.test(before) && !/[a-z]{5,}$/u.test(before)
      ? { kind: 'order_no', start: prefixStart(text, start), end, rank: 3 }
      : null;
  }
  if (length >= 13 && length <= 19 && evenGroups(groups, 4)) {
    const card = CARD_BEFORE.test(before);
    if ((luhn(digits) && cardPrefix(digits)) || (card && length >= 15))
      return { kind: 'bank_card', start, end, rank: 7 };
  }
  const landline = landlineOf(number, before);
  if (landline) return { kind: 'phone', start: landline.start, end: extensionEnd(text, end), rank: 5 };
  if (COUNTED_AFTER.test(text.slice(end, end + 8)) || isLadder(digits)) return null;
  // A number inside a link or a path names a page.
  if (/[/=&?]$/u.test(before)) return null;
  if (solid && length >= 15 && length <= 32) return { kind: 'order_no', start, end, rank: 2 };
  return null;
}

/** A mobile number alone or with the country code of China. */
function mobileOf(digits: string): string | null {
  if (MOBILE.test(digits)) return digits;
  const rest = digits.startsWith('0086') ? digits.slice(4) : digits.startsWith('86') ? digits.slice(2) : null;
  return rest !== null && MOBILE.test(rest) ? rest : null;
}

function landlineOf(number: Written, before: string): { start: number } | null {
  const { digits, groups, start, plus, separators } = number;
  const length = digits.length;
  if (HOTLINE.test(digits)) return null;
  if (plus && length >= 8 && length <= 15)
    return { start: start - (before.endsWith('(+') || before.endsWith('+(') ? 2 : 1) };
  if (DATE.test(digits) && length === 8) return null;
  if (
    groups.length === 3 &&
    /^0\d{2,3}$/u.test(digits.slice(0, groups[0])) &&
    groups[1]! >= 7 &&
    groups[1]! <= 8 &&
    groups[2]! <= 6
  )
    return { start };
  if (/^0[1-9]/u.test(digits) && length >= 10 && length <= 12 && (groups.length === 1 || groups[0]! >= 3)) {
    return { start: before.endsWith('(') ? start - 1 : start };
  }
  if (
    /^(?:852|853|886)$/u.test(digits.slice(0, groups[0])) &&
    groups.length === 2 &&
    groups[1]! >= 8 &&
    groups[1]! <= 9
  )
    return { start };
  const american = groups.length === 3 && groups[0] === 3 && groups[1] === 3 && groups[2] === 4;
  if (american && !separators.includes('_')) return { start: before.endsWith('(') ? start - 1 : start };
  if (groups.length === 4 && digits[0] === '1' && groups[1] === 3 && groups[2] === 3 && groups[3] === 4)
    return { start };
  if (PHONE_BEFORE.test(before) && length >= 7 && length <= 12) return { start };
  return null;
}

/** The number of a desk behind a landline (转 802). */
function extensionEnd(text: string, end: number): number {
  const found = /^\s?(?:转|分机)\s?\d{1,6}(?!\d)/u.exec(text.slice(end, end + 12));
  return end + (found?.[0].length ?? 0);
}

/** 123456789… and the like are made up. */
function isLadder(digits: string): boolean {
  return digits.length < 21 && ('01234567890123456789'.includes(digits) || '98765432109876543210'.includes(digits));
}

/** When a joined reading fails, each solid group may still be a number of its own. */
function addParts(text: string, number: Written, out: Candidate[]): void {
  if (number.groups.length < 2) return;
  let at = number.start;
  for (const size of number.groups) {
    while (!isDigit(text.charCodeAt(at))) at += 1;
    if (size >= 7) {
      const part: Written = {
        digits: text.slice(at, at + size),
        start: at,
        end: at + size,
        groups: [size],
        separators: '',
        plus: false,
      };
      const found = classify(text, part);
      if (found !== null) out.push(found);
    }
    at += size;
  }
}

/** Four to six digits count only right behind a word for an order or a pick-up code. */
function addShortOrder(text: string, number: Written, out: Candidate[]): void {
  const before = text.slice(Math.max(0, number.start - 20), number.start);
  if (
    /(订单号|订单编号|单号|取件码|取货码|提货码|order (number|no|id|#)|order ?#|tracking (number|no))[是为:#.\s-]{0,4}([a-z]{0,4}-?)$/u.test(
      before,
    )
  ) {
    out.push({
      kind: 'order_no',
      start: prefixStart(text, number.start),
      end: suffixEnd(text, number.end),
      rank: 6,
    });
  }
}

function prefixStart(text: string, start: number): number {
  let at = start;
  while (
    at > 0 &&
    start - at < 8 &&
    (isLetter(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at - 1)) || text[at - 1] === '-')
  )
    at -= 1;
  while (text[at] === '-') at += 1;
  return at;
}

function suffixEnd(text: string, end: number): number {
  let at = end;
  while (at < text.length && at - end < 20) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || (code >= 0x61 && code <= 0x7a)) at += 1;
    else if (code === 0x2d && isDigit(text.charCodeAt(at + 1))) at += 1;
    else break;
  }
  return at;
}

function evenGroups(groups: readonly number[], least: number): boolean {
  return groups.length === 1 || groups.slice(0, -1).every((group) => group >= least);
}

function cardPrefix(digits: string): boolean {
  return (
    /^(62|4|5[1-5]|3[47]|35|60|65|2[2-7]|9[0-9])/u.test(digits) && digits.length >= 13 && !/^(\d)\1+$/u.test(digits)
  );
}
