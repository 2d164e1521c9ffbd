// Finds postal addresses precise enough to lead to a door; a town or district alone is not one.
import { isDigit, isHan } from './normalise.ts';
import type { Candidate, FoldedText } from './personal-finds.ts';

const NUMERAL = new Set('0123456789零〇一二三四五六七八九十百');
/** What a house number ends in. */
const DOOR = new Set('号室栋幢弄座楼层户院组队');
/** Of these, the ones that also count things (一层膜, 两组) and so need a road and an Arabic number. */
const COUNTS = new Set('层户组队楼座院室');
const ROADS = '路街巷道弄村苑园区镇里庄城湾屯乡坊胡同厦寓邸府庭郡墅栋幢';
const ROAD = new Set(ROADS);
/** Where an address cannot go further to the left. */
const STOP = /[寄发送住在到去是给的了:。,!?;、\n"']|地址|收货|改成|改为|换成|家里/u;
const LEFT_REACH = 34;
const RIGHT_REACH = 24;
const BETWEEN = 14;
const LABELLED =
  /(?:收货地址|详细地址|家庭住址|住址|送货地址|退货地址|新地址|地址)(?:改成|改为|改到|是|为|写的|填的)?\s*[:是为]?\s*/gu;
const ENGLISH =
  /(?<![a-z0-9])\d{1,5}[a-z]? (?:[nsew]\.? )?(?:[a-z0-9'.]+ ){1,4}?(street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|way|place|pl|square|sq|terrace|parkway|pkwy|highway|hwy|crescent|close)(?![a-z])\.?(?:,? (?:apt|apartment|suite|ste|unit|flat|#)\.? ?#?[a-z0-9-]{1,6})?(?:, [a-z .]{2,30})?(?:, ?[a-z]{2})?(?: \d{5}(?:-\d{4})?)?/gu;
const SHORT_TYPE = new Set(['st', 'dr', 'ct', 'way', 'pl', 'place', 'close', 'court', 'square', 'drive', 'sq']);

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
  for (const match of text.matchAll(LABELLED)) labelled(text, match.index + match[0].length, out);
  if (/\d [a-z0-9'.]/u.test(text)) findEnglish(folded, out);
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
  if (COUNTS.has(text[door]!) && !isDigit(text.charCodeAt(door - 1)) && text[door] !== '楼') return null;
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
  let start = road;
  let names = 0;
  while (start > floor && road - start < LEFT_REACH) {
    const char = text[start - 1]!;
    const code = char.charCodeAt(0);
    if (!isHan(code) && !isDigit(code) && !(char === ' ' && isHan(text.charCodeAt(start - 2) || 0))) break;
    if (STOP.test(char) && names >= 1) break;
    const label = text.slice(Math.max(0, start - 2), start);
    if (
      label === '地址' ||
      label === '收货' ||
      label === '改成' ||
      label === '改为' ||
      label === '换成' ||
      label === '家里'
    )
      break;
    if (isHan(code)) names += 1;
    start -= 1;
  }
  while (start < road && text[start] === ' ') start += 1;
  if (names < 1) return null;
  const place = text.slice(start, door + 1);
  if (!strong(place) || /[的了买用看]/u.test(place)) return null;
  return { kind: 'address', start, end: rightEnd(text, door + 1), rank: 4 };
}

/** A road or estate with a house number, not "二楼" or "一号链接" or "三组图". */
function strong(place: string): boolean {
  if (!/[路街巷道弄村苑园庄城湾坊厦寓邸府庭郡墅镇乡屯]|里\d|小区|社区|胡同|新区|花园/u.test(place)) return false;
  if (
    /(知道|味道|频道|通道|渠道|街拍|路上|一路|道具|里面|这里|那里|哪里|公里|村上|城里|线路|套路|思路|难道|道理|网路|电路|走路|半路|乡下|城管|村里|园子|里程|庄重|镇静|镇痛|商城|城市)/u.test(
      place,
    )
  ) {
    return /省|市|[^小地社]区|县|路\d|街\d|弄\d|小区/u.test(place);
  }
  return true;
}

function rightEnd(text: string, start: number): number {
  let end = start;
  let last = start;
  while (end < text.length && end - start < RIGHT_REACH) {
    const char = text[end]!;
    const code = char.charCodeAt(0);
    const part = isDigit(code) || DOOR.has(char) || NUMERAL.has(char) || /[a-z#\-单元附之号楼东西南北区]/u.test(char);
    if (!part && char !== ' ') break;
    if (char === ' ' && !isDigit(text.charCodeAt(end + 1))) break;
    // A phone number after the address is found for itself.
    if (isDigit(code) && /^\d{7}/u.test(text.slice(end, end + 7))) break;
    end += 1;
    if (char !== ' ') last = end;
  }
  return last;
}

/** After "地址：" everything up to the next stop, when it looks like a place. */
function labelled(text: string, start: number, out: Candidate[]): void {
  let end = start;
  while (end < text.length && end - start < 60 && !/[,。;!?\n、]/u.test(text[end]!)) {
    if (/^\d{7}/u.test(text.slice(end, end + 7))) break;
    end += 1;
  }
  while (end > start && text[end - 1] === ' ') end -= 1;
  const place = text.slice(start, end);
  if (place.length < 6) return;
  if (
    !/(省|市|区|县|镇|乡|村).{0,30}(路|街|巷|道|弄|村|苑|园|小区|号|栋|楼|室|组|屯|庄|驿站|学校|大学|中学|医院|大厦|广场)/u.test(
      place,
    )
  )
    return;
  const tail = /^(.*(?:号|栋|幢|楼|室|组|单元|层|座|苑|园|小区|驿站|大学|中学|学校|医院|大厦|广场|村|\d))/u.exec(place);
  const size = tail?.[1]?.length ?? place.length;
  out.push({ kind: 'address', start, end: start + size, rank: 5 });
}

function findEnglish(folded: FoldedText, out: Candidate[]): void {
  const { text, at, source } = folded;
  for (const match of text.matchAll(ENGLISH)) {
    const start = match.index;
    const words = match[0].split(' ');
    const type = match[1]!;
    const capital = /^[A-Z0-9]/u.test(
      source.slice(at[start + words[0]!.length + 1]!, at[start + words[0]!.length + 1]! + 1),
    );
    const tail = source.slice(at[start]!, at[start]! + match[0].length);
    if (SHORT_TYPE.has(type) && !new RegExp(`[A-Z][a-z.]* ?${type}`, 'iu').test(tail)) continue;
    if (!capital) continue;
    out.push({ kind: 'address', start, end: start + trimTail(match[0]).length, rank: 4 });
  }
}

/** Keeps what belongs to the place: a town behind a comma only together with a state or post code. */
function trimTail(found: string): string {
  if (/\d{5}(-\d{4})?$/u.test(found) || /, ?[a-z]{2}$/u.test(found)) return found;
  return found.replace(/, [a-z .]+$/u, '').trimEnd();
}
