// Finds postal addresses precise enough to lead to a door; a town or district alone is not one.

import { isDigit, isHan } from './normalise.ts';
import { leftEnd, rightEnd } from './personal-address-ends.ts';
import { findEnglishAddresses } from './personal-addresses-english.ts';
import type { Candidate, FoldedText } from './personal-finds.ts';

const NUMERAL = new Set('0123456789零〇一二三四五六七八九十百');
/** What a house number ends in. */
const DOOR = new Set('号室栋幢弄座楼层户院组队舍');
/** Of these, the ones that also count things (一层膜, 两组) and so need a road and an Arabic number. */
const COUNTS = new Set('层户组队楼座院室舍');
const ROAD = new Set('路街巷道弄村苑园区镇里庄城湾屯乡坊胡同厦寓邸府庭郡墅栋幢段');
const VILLAGE = new Set('村屯庄镇乡社');
const BETWEEN = 14;
const LABELLED =
  /(?:收货地址|详细地址|家庭住址|住址|送货地址|退货地址|新地址|地址)(?:改成|改为|改到|是|为|写的|填的)?\s*[:是为]?\s*/gu;
/** A building and a flat in it: nobody counts things like that. */
const TWO_DOORS =
  /(?:(?<![0-9])[0-9]{1,3}|[a-z][0-9]?|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3})(?:号楼|栋|幢|座|楼|公寓|号宿舍楼?|舍)\s?(?:[0-9一二三四五六七八九]{1,2}单元)?-?\s?(?:[0-9]{1,2}-[0-9]{1,4}|[0-9]{3,4})(?![0-9.])(?:室|房|号)?(?!\s?[元块件个斤人平年月天分公米克g])/gu;
const ESTATE = /(?:广场|花园|小区|公寓|大厦|家园|soho|大学|学院|苑|[一二三四五]期|[a-z]区)$/u;
/** One building of an estate, or a house in a village without any number. */
const ESTATE_DOOR =
  /(?:花园|家园|小区|社区|公寓|soho|[文雅佳嘉名锦华]苑|苑)\s?(?:[a-z]区)?[0-9a-z]{1,4}(?:号楼|号商场|栋|幢|座)|[村屯庄][东南西北]头第?[一二三四五六七八九十0-9]+[家户]/gu;

export function findAddresses(folded: FoldedText): Candidate[] {
  const out: Candidate[] = [];
  const { text } = folded;
  let from = 0;
  for (let at = 1; at < text.length; at += 1) {
    if (!DOOR.has(text[at]!) && !(text[at] === '单' && text[at + 1] === '元')) continue;
    if (!NUMERAL.has(text[at - 1]!) && !/[a-z]/u.test(text[at - 1]!)) continue;
    const found = around(text, at, from);
    if (found === null) continue;
    out.push(found);
    from = found.end;
    at = Math.max(at, found.end);
  }
  if (/[栋幢座楼寓舍]/u.test(text)) for (const match of text.matchAll(TWO_DOORS)) estate(text, match.index, match, out);
  if (/[园区寓o苑村屯庄]/u.test(text))
    for (const match of text.matchAll(ESTATE_DOOR)) estate(text, match.index + 1, match, out);
  for (const match of text.matchAll(LABELLED)) labelled(text, match.index + match[0].length, out);
  if (/\d/u.test(text) && /[a-z]{2}/u.test(text)) findEnglishAddresses(folded, out);
  return out;
}

/** The address whose house number ends at `door`. */
function around(text: string, door: number, floor: number): Candidate | null {
  let numeral = door - 1;
  while (
    numeral > floor &&
    door - numeral < 8 &&
    (NUMERAL.has(text[numeral - 1]!) || /[a-z#-]/u.test(text[numeral - 1]!))
  )
    numeral -= 1;
  if (!NUMERAL.has(text[numeral]!) && !/[a-z]/u.test(text[numeral]!)) return null;
  const before = text[numeral - 1] ?? '';
  if (before === '月' || before === '第' || before === '了' || before === '共') return null;
  if (
    text[door] === '号' &&
    /^(?:线|出|口|机|色|链|柜|店|仓|桌|球|车|厅|馆|人|选|产|样)/u.test(text.slice(door + 1, door + 2))
  )
    return null;
  // "一楼" and "弄一弄" are no doors; "文三路12弄" is one.
  if (/[楼弄座幢栋]/u.test(text[door]!) && /[零〇一二三四五六七八九十百]/u.test(text[door - 1]!)) return null;
  const inVillage = VILLAGE.has(before) && /[组队户号社]/u.test(text[door]!);
  if (COUNTS.has(text[door]!) && !isDigit(text.charCodeAt(door - 1)) && !inVillage) return null;
  let road = -1;
  for (let at = numeral - 1; at >= floor && numeral - at <= BETWEEN; at -= 1) {
    const char = text[at]!;
    if (!isHan(char.charCodeAt(0)) && !isDigit(char.charCodeAt(0)) && char !== ' ' && char !== '-') break;
    if (ROAD.has(char)) {
      road = at;
      break;
    }
  }
  if (road < 0) return null;
  if (COUNTS.has(text[door]!) && numeral - road > 3) return null;
  const start = leftEnd(text, road, floor);
  if (start >= road) return null;
  const last = text[door] === '号' && /[楼院铺]/u.test(text[door + 1] ?? '') ? door + 1 : door;
  const place = text.slice(start, last + 1);
  // A floor of a mall is where one eats, not where one lives.
  if (/[楼层]/u.test(text[door]!) && !/\d.*\d|[路街弄村苑园]|小区/u.test(place.slice(0, -2))) return null;
  if (!strong(place) || /[的了买用看]/u.test(place)) return null;
  return { kind: 'address', start, end: rightEnd(text, last + 1), rank: 4 };
}

/** A building and flat, or a building of an estate, with the name of the place in front. */
function estate(text: string, at: number, match: RegExpExecArray, out: Candidate[]): void {
  let name = at;
  while (name > 0 && text[name - 1] === ' ') name -= 1;
  let road = name;
  while (road > 0 && name - road < 4 && /[a-z0-9]/u.test(text[road - 1]!)) road -= 1;
  if (/[0-9]/u.test(text.slice(road, name)) && !/[a-z]\d$/u.test(text.slice(road, name))) road = name;
  if (text[road - 1] === ' ') road -= 1;
  const start = leftEnd(text, road, 0);
  const size = text.slice(start, name).replaceAll(' ', '').length;
  const least = ESTATE.test(text.slice(start, name)) ? 2 : 3;
  if (size < least || /[的了买用看这那]/u.test(text.slice(start, name))) return;
  if (/(?:酒店|宾馆|房间|第|客房|套餐|号链接)/u.test(text.slice(start, name))) return;
  out.push({ kind: 'address', start, end: rightEnd(text, match.index + match[0].length), rank: 4 });
}

/** A road or estate with a house number, not "二楼" or "一号链接" or "三组图". */
function strong(place: string): boolean {
  if (
    !/[路街巷道弄村苑园庄城湾坊厦寓邸府庭郡墅镇乡屯]|段\d|里\d|里[一二三四五六七八九十0-9]{1,2}区|小区|社区|胡同|新区|花园/u.test(
      place,
    )
  )
    return false;
  if (
    /(知道|味道|频道|通道|渠道|街拍|路上|一路|道具|里面|这里|那里|哪里|公里|村上|城里|线路|套路|思路|难道|道理|网路|电路|走路|半路|乡下|城管|村里|园子|里程|庄重|镇静|镇痛|商城|城市|京东城|地道|报道|人道|公道|大街小巷)/u.test(
      place,
    )
  ) {
    return /省|市|[^小地社]区|县|路\d|街\d|弄\d|小区/u.test(place);
  }
  return true;
}

const PLACE_PARTS =
  /(?:(?:省|市|区|县|镇|乡|村|州).{0,30}(?:路|街|巷|道|弄|村|苑|园|小区|号|栋|楼|室|组|屯|庄|座|驿站|学校|大学|中学|医院|大厦|广场|soho))|(?:路|街|道|村|小区|苑|园|大学)\d/u;
const PLACE_TAIL =
  /^(.*(?:号|栋|幢|楼|室|组|单元|层|座|舍|苑|园|小区|驿站|大学|中学|学校|医院|大厦|广场|公寓|村|户|\d))/u;

/** After "地址：" everything up to the next stop, when it looks like a place. */
function labelled(text: string, start: number, out: Candidate[]): void {
  let end = start;
  while (end < text.length && end - start < 60 && !/[,。;!?\n、]/u.test(text[end]!)) {
    if (/^\d{7}/u.test(text.slice(end, end + 7))) break;
    end += 1;
  }
  while (end > start && text[end - 1] === ' ') end -= 1;
  const place = text.slice(start, end);
  if (place.length < 6 || /[了不没吗呢吧]/u.test(place) || !PLACE_PARTS.test(place)) return;
  const size = PLACE_TAIL.exec(place)?.[1]?.length ?? place.length;
  out.push({ kind: 'address', start, end: start + size, rank: 5 });
}
