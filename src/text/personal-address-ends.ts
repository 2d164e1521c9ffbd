// Decides where a Chinese address begins and how far behind its house number it goes on.
import { isDigit, isHan } from './normalise.ts';

const LEFT_REACH = 34;
const RIGHT_REACH = 48;
/** Where an address cannot go further to the left. */
const STOP = /[寄发送住在到去是给的了放:。,!?;、\n"'()[\]]/u;
const LABEL =
  /^(?:收货地址|详细地址|送货地址|地址|收货|改成|改为|换成|家里|公司|学校|宿舍|单位|快递|我家|家住|新家|帮我|请|麻烦|老家|邮|收件人?)+\s*/u;
/** Places every address of which begins with them: what stands before does not belong to it. */
const REGION =
  /(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|广州|深圳|杭州|南京|苏州|成都|武汉|西安|长沙|郑州|青岛|厦门|宁波|无锡|东莞|佛山|合肥|福州|济南|沈阳|大连|哈尔滨|长春|石家庄|太原|昆明|南宁|南昌|贵阳|兰州|温州|泉州|台北)/u;

/** Start of the place whose road or estate stands at `road`, not before `floor`. */
export function leftEnd(text: string, road: number, floor: number): number {
  let start = road;
  while (start > floor && road - start < LEFT_REACH) {
    const char = text[start - 1]!;
    const code = char.charCodeAt(0);
    if (!isHan(code) && !isDigit(code) && !(char === ' ' && isHan(text.charCodeAt(start - 2) || 0))) break;
    if (STOP.test(char) && road - start >= 1 && !(char === '放' && text[start - 2] === '解')) break;
    if (road - start >= 2 && /(?:地址|收货|改成|改为|换成|家里)$/u.test(text.slice(Math.max(0, start - 2), start)))
      break;
    start -= 1;
  }
  const told = text.slice(start, road).lastIndexOf('位于');
  if (told >= 0 && start + told + 2 < road) start += told + 2;
  const place = text.slice(start, road);
  const region = REGION.exec(place)?.index ?? -1;
  // "王芳 杭州市…": a person stands before the place.
  if (region > 0 && /[\s一-鿿]{0,6}\s$|^[^省市区县路街镇乡村]{1,5}$/u.test(place.slice(0, region))) start += region;
  const label = LABEL.exec(text.slice(start, road));
  if (label !== null && start + label[0].length < road) start += label[0].length;
  while (start < road && text[start] === ' ') start += 1;
  return start;
}

const NUMERAL = '[0-9a-z零一二三四五六七八九十百]';
/** A piece of an address with a number: 3栋, 2单元, A座, 5-302, 402室. */
const NUMBERED = new RegExp(
  `\\s?(?:[东南西北中附之]{0,2}#?${NUMERAL}{1,5}(?:-${NUMERAL}{1,5}){0,3}(?:号楼|号院|号铺|商铺|号|栋|幢|座|塔|楼|层|室|房|单元|弄|巷|门(?!口)|舍|户|组|院|区|公寓|期|宿舍|#)?)`,
  'uy',
);
/** A piece that names a building or an estate. */
const NAMED =
  /\s?(?:(?!门口|收|的)[一-鿿a-z]){0,12}?(?:\s?[0-9]{1,3}(?:公寓|宿舍|号楼|栋|幢|座|舍)|广场|大厦|中心|写字楼|信息港|科技港|创业港|公寓|宿舍楼?|产业园|科技园|软件园|创意园|创新园|工业园|花园|小区|新村|校区|生活区|大学|学院|中学|小学|医院|商场|商城|大楼|大院|家园|新城|嘉园|雅苑|[城府里苑庭郡湾寓](?=\s?[0-9a-z]{1,3}[号栋幢座楼层])|[东南西北][区苑门])/uy;
const BROKEN = /[的了收给你我是不没很就都也还吧吗呢啊在到帮请快急谢麻烦电话手机]/u;

/** End of the place that has its house number before `start`. */
export function rightEnd(text: string, start: number): number {
  let end = start;
  while (end - start < RIGHT_REACH) {
    NUMBERED.lastIndex = end;
    const number = NUMBERED.exec(text);
    if (number !== null && belongs(text, number[0], NUMBERED.lastIndex)) {
      end = NUMBERED.lastIndex;
      continue;
    }
    NAMED.lastIndex = end;
    const name = NAMED.exec(text);
    if (name === null || BROKEN.test(name[0])) break;
    end = NAMED.lastIndex;
  }
  while (end > start && text[end - 1] === ' ') end -= 1;
  return end;
}

/** A phone, a price or a word is not a part of an address; letters only count together with a number or a unit. */
function belongs(text: string, piece: string, end: number): boolean {
  if (/\d{6}/u.test(piece) || (/\d$/u.test(piece) && isDigit(text.charCodeAt(end)))) return false;
  if (/^\s?\d{5}$/u.test(piece)) return false;
  if (/[零一二三四五六七八九十百]$/u.test(piece)) return false;
  if (/^\s?[a-z]+$/u.test(piece)) return false;
  if (/^\s?[东南西北中附之]/u.test(piece) && !/[a-z0-9一二三四五六七八九十]/u.test(piece)) return false;
  return (
    !/^[元块件个斤人年月天分%.:]/u.test(text.slice(end, end + 1)) ||
    /[号栋幢座塔楼层室房单元弄门舍户组院区]$/u.test(piece)
  );
}
