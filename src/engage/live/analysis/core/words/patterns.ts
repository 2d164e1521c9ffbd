// Patterns that word lists cannot hold: personal data in the open, and the age of a minor.

/** What the gate leaves of personal data, and what it looks like where no gate was. */
const MASKED = /\[(?:phone|id|card|email|address)\]/;
const RAW = /(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)[1-9]\d{16}[\dXx](?!\d)|[\w.+-]{2,}@[\w-]+\.[a-z]{2,}/i;
const AGE_ZH = /我(?:今年|才|刚|只有|是个|现在)*\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*岁/;
const GRADE_ZH = /我(?:才|还|现在|今年)*(?:上|读|念|是)?(?:[一二三四五六]年级|初[一二三]|小学[一二三四五六]?|六年级)/;
const AGE_EN =
  /\b(?:i am|i'm|im|i just turned|turning)\s+(?:only\s+|just\s+)?(\d{1,2})(?:\s*(?:years? old|yo|y\/o))?(?=\s*(?:$|[.,!?]|and|can|so|but|years?|yo))/i;
const DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const ADULT = 18;
const YOUNGEST = 5;

/** Phone, identity card, bank card, address or mail in the open chat. */
export function hasPersonalData(text: string): boolean {
  if (text.includes('[')) {
    if (MASKED.test(text)) return true;
  }
  return text.length >= 6 && RAW.test(text);
}

const SAID_ZH =
  /(?:不是|说好|说的|刚说)[^,，。]{0,5}\d+[^,，。]{0,6}[,，。 ]?[^,，。]{0,4}(?:怎么|为什么|为啥|结果|变|付款|下单|显示)[^,，。]{0,8}\d/;
const PAY_ZH =
  /(?:怎么|为什么|为啥|咋)[^,，。]{0,8}(?:付款|下单|结算|拍下|点进去|显示|链接|购物车)[^,，。]{0,6}\d{2,}|(?:付款|下单|结算|拍下|点进去|显示|链接)[^,，。]{0,6}(?:是|成|要|显示)\s*[¥￥]?\d+[^,，。]{0,4}(?:不是|跟|和|不对|啊怎么)/;
const SAID_EN =
  /(?:you said|advertised|supposed to be|listed (?:at|for)|it said)\b.{0,24}\d.{0,30}\b(?:but|why|charg\w*|checkout|cart|shows?|says?)\b.{0,24}\d/i;
const DIGIT = /\d/;

/** Somebody tells two prices that should be one. */
export function isMispriced(text: string): boolean {
  if (text.length < 8 || text.length > 160 || !DIGIT.test(text)) return false;
  return SAID_ZH.test(text) || PAY_ZH.test(text) || SAID_EN.test(text);
}

/** Somebody says that they are under age. */
export function isYoung(text: string): boolean {
  if (text.length < 3 || text.length > 120) return false;
  const zh = text.includes('岁') ? AGE_ZH.exec(text) : null;
  if (zh) {
    const age = numberOf(zh[1]!);
    if (age >= YOUNGEST && age < ADULT) return true;
  }
  if (text.includes('我') && GRADE_ZH.test(text)) return true;
  const en = AGE_EN.exec(text);
  return en !== null && Number(en[1]) >= YOUNGEST && Number(en[1]) < ADULT;
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : (DIGITS[tens!] ?? 0)) : 0;
  return ten * 10 + (ones === '' ? 0 : (DIGITS[ones!] ?? 0));
}
