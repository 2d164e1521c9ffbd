// Patterns that word lists cannot hold: personal data in the open, and the age of a minor.

/** What the gate leaves of personal data, and what it looks like where no gate was. */
const MASKED = /\[(?:phone|id|card|email|address)\]/;
const RAW = /(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)[1-9]\d{16}[\dXx](?!\d)|[\w.+-]{2,}@[\w-]+\.[a-z]{2,}/i;
const AGE_ZH = /我(?:今年|才|刚|只有|是个|现在)*\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*岁/;
const GRADE_ZH = /我(?:才|还|现在|今年)*(?:上|读|念|是)?(?:[一二三四五六]年级|初[一二三]|小学[一二三四五六]?|六年级)/;
const AGE_EN =
  /\b(?:i am|i'm|im|i just turned|turning)\s+(?:only\s+|just\s+)?(\d{1,2})(?:\s*(?:years? old|yo|y\/o))?(?=\s*(?:$|[.,!?]|and|can|so|but|years?|yo))/i;
/** "my son is 14 and used my card", "我家老二10岁自己下的单": a child of the family of that age, and money. */
const CHILD_EN =
  /\bmy (?:son|daughter|kid|child|boy|girl|grandson|granddaughter|nephew|niece|brother|sister)\b[^.!?]{0,12}?\b(\d{1,2})\b/i;
const PAID_EN =
  /\b(?:used my|my card|paid with|ordered (?:it|this|these|them|by|from|without)|bought (?:it|this|these|them) (?:by|without|on)|spent|apple pay|my account)\b/i;
const CHILD_ZH =
  /(?:儿子|女儿|闺女|孩子|小孩|娃|弟弟|妹妹|外甥|侄[子女]|孙[子女]|外孙|老[大二三])[^,，。]{0,4}?(\d{1,2}|[一二三四五六七八九十]{1,3})\s*岁/;
const PAID_ZH = /下[的了]?单|拍了|付[的了款]|刷[的了我]|买的|买了|充[的了值]/;
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
/** The price of another day beside a number: "昨天买才69", "开播前是89", "it was 36 yesterday". */
const WAS_ZH =
  /(?:昨天|前天|昨晚|上周|上礼拜|上个月|上次|上回|刚才|刚刚|早上|上午|开播前|活动前)[^,，。?？吗]{0,6}?(?:才|只要|只卖|就卖|看着是|还是|卖)\s*[¥￥]?\d{1,5}(?!\d*\s*(?:个|件|号|码|斤|天|点|单|包|双|次|瓶))/;
const WAS_EN =
  /\b(?:was|were|paid|sold for|cost)\s+(?:me\s+)?(?:only\s+|just\s+|like\s+)?[$£€]?\d{1,4}(?:\.\d{1,2})?\b(?!\s*(?:days?|weeks?|people|of|left|items?|pieces?))[^.!?]{0,16}\b(?:yesterday|last (?:week|month|time|night)|earlier|before|this morning|(?:an?|\d+) (?:hour|minute|day|week)s? ago|a minute ago)\b/i;

/** Somebody tells that it cost less before. */
export function wasCheaper(text: string): boolean {
  return text.length >= 6 && text.length <= 120 && DIGIT.test(text) && (WAS_ZH.test(text) || WAS_EN.test(text));
}

/** A sum told as what is to be paid now: "才9.9块", "显示0.1", "says 1.9", "showing $2". */
const TOLD_SUM =
  /(?:才|只要|只需|显示|变成?了?|写成|标成|挂成)\s*[¥￥$]?(\d{1,4}(?:\.\d{1,2})?)(?!\d)\s*(块|元|毛|分)?(?!钱?一|件|个|包|号|折|天|岁|分钟|小时|斤|%|％)|\b(?:says|showing|shows|shown as|rang up (?:as|at)|priced at|listed at|charged)\s*[$£€]?(\d{1,4}(?:\.\d{1,2})?)(?![\d%]|\s*(?:days?|weeks?|hours?|min|left|each|am|pm|years?|items?|pieces?|of|off|stars?|x))/i;
/** Sums that are no prices. */
const OTHER_SUM =
  /优惠|便宜|减|券|差|返|运费|邮费|定金|红包|满|补|降|涨|少|赚|抽|积分|coupon|off|shipping|deposit|save|cheaper|fee|tip|points/i;

/** The price a comment tells for goods, in major units; null when it tells none. */
export function toldSum(text: string): number | null {
  if (text.length < 3 || text.length > 80 || !DIGIT.test(text)) return null;
  const plain = text.normalize('NFKC');
  const found = TOLD_SUM.exec(plain);
  if (found === null || OTHER_SUM.test(plain)) return null;
  const sum = Number(found[1] ?? found[3]);
  const unit = found[2] === '毛' ? 0.1 : found[2] === '分' ? 0.01 : 1;
  return sum > 0 ? sum * unit : null;
}

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
  const child = text.includes('岁') ? CHILD_ZH.exec(text) : null;
  if (child !== null && numberOf(child[1]!) < ADULT && numberOf(child[1]!) >= YOUNGEST && PAID_ZH.test(text))
    return true;
  const kid = text.includes('y ') || text.includes('Y ') ? CHILD_EN.exec(text) : null;
  if (kid !== null && Number(kid[1]) < ADULT && Number(kid[1]) >= YOUNGEST && PAID_EN.test(text)) return true;
  const en = AGE_EN.exec(text);
  return en !== null && Number(en[1]) >= YOUNGEST && Number(en[1]) < ADULT;
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : (DIGITS[tens!] ?? 0)) : 0;
  return ten * 10 + (ones === '' ? 0 : (DIGITS[ones!] ?? 0));
}

const SIGNS = /\p{Extended_Pictographic}|\u200d|\ufe0f|[\s~～!！.。,，?？…]|\[[^\]]{1,6}\]/gu;
const ARRIVAL = /^(?:主播|小?姐姐?|宝|宝子们|家人们|大家)?(?:我们?)?又?(?:来[了啦咯喽]+)+(?:[呀啊哦呢～]*)$/;
const CLAIM =
  /^(?:我?要|来|拍)?(?:#?\d{1,3}号(?:链接)?|[#＃]\d{1,3}|\d{1,3}(?=[ 　\u4e00-\u9fff]))[ ,，+]*(?:来|拍|要|加)?[\u4e00-\u9fff]{0,4}色?[ ]*(?:[smlx\d]{0,4}码?)[ ]*(?:\d{1,3}|[一二两三四五六七八九十])(?:件|份|个|套|单|双|条|瓶|盒|支|箱|只|包|斤)$/i;
const SOLD =
  /^(?:sold|claim|claiming|mine|want)\s*#?\d{1,3}(?:\s*(?:x?\s*\d{1,3}|[a-z]{2,10}))?$|^#?\d{1,3}\s*(?:sold|claim|mine)$/i;
const SHORT_CLAIM = /^(?:我?要)?#?\d{1,3}号(?:链接)?(?:来|拍|要|\+)?\d{1,3}(?:件|份|个|套|单|双|条|瓶|盒|支|箱)?$/;
const FILLERS =
  /^(?:笑死我?了?|好的|好滴|好嘞|好吧|ok|okay|okk+|妈呀|天[哪呐啊]|我的天|我的妈|加油|刷一波|啦+|收到|在的|在呢|已关注|点赞|点点赞|哇塞?|哇哦|嗯+|哦+|噢+|行|对+|是的|没错|懂了|明白|知道了|路过|绷不住了|家人们谁懂啊|真的假的|主打一个陪伴|加一|同上|俺也一样|我也是|(?:lol+|lmao+|(?:ha){2,}h?|woo+|gg+|dead|bruh+|hmm+|lets go+|pog+|fr+|no way|iconic|lol what|1{3,}|what+|hype+|slay+)|lol+|lmao+|omg+|wow+|yes+|yep|yeah|yay|no+|nice one|same|facts|true|okay then|lets go+|go go go)+[啊呀哦呢吧了哈嘛]*$/i;

/** Nothing but words of presence and agreement. */
export function isFiller(text: string): boolean {
  return text.length <= 40 && FILLERS.test(text.replace(SIGNS, ''));
}

/** "来了来了": somebody comes in; nothing is wanted. */
export function isArrival(text: string): boolean {
  return text.length <= 24 && text.includes('来') && ARRIVAL.test(text.replace(SIGNS, ''));
}

/** "3号来2件", "8 燕麦色 2件": link and number of pieces, with or without signs behind. */
export function isNumberedClaim(text: string): boolean {
  if (text.length > 40 || !DIGIT.test(text)) return false;
  const bare = text.replace(/\p{Extended_Pictographic}|\u200d|\ufe0f|[!！。~～]|\[[^\]]{1,6}\]/gu, '').trim();
  return CLAIM.test(bare) || SHORT_CLAIM.test(bare) || SOLD.test(bare);
}
