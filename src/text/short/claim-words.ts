// The short words viewers claim with, matched at a place by length, longest first, without allocation.

import { foldText } from '../normalise.ts';

/** Words by first character, longest first. */
export class WordSet {
  private readonly byFirst = new Map<number, Uint16Array[]>();

  constructor(list: string) {
    const words = list.split('|').map(foldText);
    words.sort((a, b) => b.length - a.length);
    for (const word of words) {
      const codes = Uint16Array.from(word, (char) => char.charCodeAt(0));
      const known = this.byFirst.get(codes[0]!);
      if (known) known.push(codes);
      else this.byFirst.set(codes[0]!, [codes]);
    }
  }

  /** End of the longest word that begins at `at`; `at` itself when none does. */
  match(codes: Uint16Array, at: number, length: number): number {
    if (at >= length) return at;
    const words = this.byFirst.get(codes[at]!);
    if (words === undefined) return at;
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index]!;
      const end = at + word.length;
      if (end > length) continue;
      let place = 1;
      while (place < word.length && codes[at + place] === word[place]) place += 1;
      if (place === word.length) return end;
    }
    return at;
  }
}

export const DONE = new WordSet(
  '已拍|已经拍|拍了|拍下了|拍好了|拍完了|拍到了|拍啦|已下单|已经下单|下单了|下单啦|刚下单|已付|已付款|付款了|付了|已买|买了|买好了|买到了|抢到了|抢到|已抢|抢了|拿下了|拿下|入手了|ordered|just ordered|i ordered|bought|just bought|paid|got it|got mine|done',
);
export const WANTED = new WordSet(
  '我要了|我要|我想要|想要|要了|要|来|给我|给我来|给我留|留|求|求购|预定|预订|预留|拍|蹲|上|挂|我|一单|链接|want|i want|me|mine|sold|claim|i will take|take|need|i need|link|please|pls|one please|the|in',
);
/** Words that ask to type a code: what follows is the code. */
export const TYPED = new WordSet('扣|敲|打|刷|扣个|打个|敲个|code|type');
export const PIECES = new WordSet(
  '件|个|套|单|份|瓶|盒|箱|双|条|支|包|斤|袋|只|台|对|张|罐|桶|组|副|本|pcs|pieces|piece|x',
);
export const PARTICLES = new WordSet(
  '了|啊|呀|哦|喔|吧|啦|的|哈|呢呀|哒|嘞|咯|噢|!|谢谢|谢谢主播|主播|老板|姐|哥|美女|亲|宝|宝宝|please|pls|thanks|thank you|for me',
);
export const LINK_WORDS = new WordSet(
  '号链接|号连接|链接|连接|号链|号品|号款|号宝贝|号商品|号车|link|links|number|item|no.|no|lot',
);
export const COLOURS = new WordSet(
  '黑|白|红|蓝|绿|黄|紫|粉|灰|棕|咖|橙|青|米|杏|卡其|驼|金|银|裸|酒红|藏青|墨绿|天蓝|浅蓝|深蓝|浅灰|深灰|米白|奶白|焦糖|咖啡|香槟|玫红|雾霾蓝|奶茶|纯白|纯黑|black|white|red|blue|green|yellow|pink|grey|gray|brown|purple|beige|navy|khaki|orange',
);
export const SIZES = new WordSet('xxs|xs|s|m|l|xl|xxl|xxxl|2xl|3xl|4xl|5xl|均|大|中|小|加大|small|medium|large');
