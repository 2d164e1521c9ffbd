// Lines as people type them to a shop and in a selling room, written by us, since no public set holds such rooms.
import type { Intent } from '../../judge.contract.ts';
import type { PhraseGroup } from './intent-phrases.contract.ts';
import { BUY } from './intent-phrases-buy.ts';
import { LIKE_BUY } from './intent-phrases-like-buy.ts';
import { LIKE_SUGGEST } from './intent-phrases-like-suggest.ts';
import { MESSAGES_EN } from './intent-phrases-messages-en.ts';
import { PLAIN } from './intent-phrases-plain.ts';
import { SUGGEST_EN } from './intent-phrases-suggest-en.ts';
import { SUGGEST_MORE } from './intent-phrases-suggest-more.ts';
import { SUGGEST_ZH } from './intent-phrases-suggest-zh.ts';

const GOODS = ['这款', '裙子', '口红', '2号', '充电宝', '那个锅', '蓝色的', '刚才那件'];

/** Intents (main one first, none is empty) and lines; `~` stands for one of {@link GOODS}. */
const LINES: readonly PhraseGroup[] = [
  [
    ['ask'],
    '~能用多久|~有没有xl|~还有货没|~几天到货|~多少钱|~怎么卖|~有小码么|~包邮不|~什么材质|~会不会掉色|~敏感肌能用不|~能不能退|~发什么快递|~保质期多久|~适合多大年龄|~和上次那个有啥区别|这两款有什么区别|170斤穿多大|身高160穿什么码|油皮可以用吗|孕妇能用吗|什么时候发货|几号发货|优惠券在哪领|怎么领券|链接在哪|几号链接|能看下细节吗|可以试穿一下吗|有现货吗|支持七天无理由吗|今天拍明天能到吗|还有多少库存|送什么赠品|能便宜点不|客服在吗|在线吗主播|介绍一下~|讲讲~|看看~|再讲一遍~|能开发票不|有没有运费险|尺码偏大还是偏小|会起球吗|能送货上门吗|有没有其他颜色|什么价|价格呢|是正品吗|帮我改下地址|麻烦取消订单|我要退货|帮我查一下物流|请尽快发货谢谢',
  ],
  [
    ['ask'],
    "is this genuine|does it come in black|what sizes do you have|how long does shipping take|can i return it|where is my order|is it still in stock|how much is it|do you ship to canada|which one is better for dry skin|can you change my address|please cancel my order|i need to return this|could you send me the invoice|how do i use the coupon|any discount|will it fit a 15 inch laptop|what's the difference between the two|please check my refund status|is there a warranty",
  ],
  [
    ['suggest'],
    '建议多备点货|主播声音大一点|麻烦把镜头拉近一点|字幕能不能大点|背景音乐小点吧|建议加个购物车|出个大码吧|希望出小瓶装|要是有蓝色就好了|多上点优惠券吧|希望多开几场|建议发顺丰|能不能换个快递|把灯光调亮一点|语速慢点|建议客服多加几个人|包装改一下吧|希望可以单卖|建议送运费险|下次早点播吧|能不能出个儿童款|出个黑色的呗|声音调大点|画面太暗了调一下吧|希望能支持分期|希望增加自提点|建议说明书写详细点|希望能延长质保|最好能配个收纳袋|如果盖子能换成金属的就更好了|可以考虑出家庭装|建议改进一下密封|希望以后发货前检查一下|要是能选发货时间就好了',
  ],
  [
    ['suggest'],
    "please add a night mode|you should include a manual|would be nice to have a longer cable|it would be great if you offered smaller sizes|i suggest adding a pocket|i wish it came with a case|a larger font would help|please bring back the old version|they should make it in more colors|consider adding a zipper|needs a bigger battery option|you could improve the packaging|it would help if the app showed the price|please make the lid easier to open|should come with batteries|i'd like to see more sizes|would love a version without fragrance|hope you add apple pay",
  ],
  [
    ['buy'],
    '扣1|1|11|要|我要|要了|拍了|拍了两件|已拍|已付款|下单了|秒了|抢到了|付好了|链接3|3号链接|上链接|上车|来一单|给我留一件|我要xl|要黑色的|要一套|来两盒|想买|想要|我要~|想买~|拍了~|给我上~链接|求链接|蹲~链接|等我付款|刚下单|加购了|再来一件|2号 m|3号拍了|要2|+1|已下单求发货|刚买了~|又囤了两箱|买它|冲了|好想买~|准备入手~|下一辆就买它|这就去下单',
  ],
  [
    ['buy', 'ask'],
    '怎么拍|怎么下单|咋买|怎么购买|去哪买|咋下单|怎么抢|怎么买~|在哪买~|哪里可以买|how do i buy this|where can i get one|how can i order',
  ],
  [
    ['buy'],
    "i'll take two|shut up and take my money|just placed my order|i want one|ordered one|drop the link please|link please|just bought it|adding to cart|i need this|count me in|i'd like to order three|want this so bad|getting one for my mom",
  ],
  [
    ['praise'],
    '主播好实在|~真好用|上次买的~很好|质量不错|颜色好正|太划算了|这价格真香|主播讲得真细|好看|发货快|面料很舒服|已经用了一个月很满意|便宜又好用|是正品，跟专柜买的一样|假一赔十，确认是正品很放心|客服很耐心|包装很用心|尺码很准|闻起来很香|孩子很喜欢',
  ],
  [
    ['praise'],
    'fits well and looks great|staff were friendly and helpful|love the color|great value|works perfectly|super soft and comfy|arrived early and well packed|very happy with it|so much better than my old one|smells amazing|highly recommend|exactly as described',
  ],
  [
    ['praise', 'buy'],
    '回购第三次了很好用|很满意，还会再来|好吃，下次再买|love it, will buy again|great stuff, ordering more',
  ],
  [
    ['complain'],
    '上次买的~掉色|客服不理人|收到是坏的|退款一直不退|~质量太差|拍了十天没发货|发错货了|少发一件|少了一个配件|漏发赠品|价格比昨天贵|虚假宣传|和视频里不一样|~用两次就坏了|味道好难闻|卡死了|没声音|画面好糊|抢不到套路|别买会后悔|假货|尺码不准|用了一点效果都没有|全是添加剂这也叫果汁|这也叫真皮|包装破了洒了一半|怎么加微信也没人通过|客服让我打电话可是没人接|打开就闻到霉味|说好送的没有送|洗一次就缩水|快递扔在门口就走了',
  ],
  [
    ['complain'],
    'arrived broken|one piece was missing|package was damaged|smells like plastic|the app crashes every time|got the wrong size|they sent me the wrong item|way overpriced|cheap junk|stopped working after two days|they would not refund me|no effect at all|never received it|customer service ignored me|the zipper broke on the first day|not as pictured|total rip off|it leaks everywhere|the strap came off|too expensive for what it is',
  ],
  [
    ['complain', 'ask'],
    '怎么还没发货|怎么还没到|怎么一直没人回复|为什么还没退款|为什么不给退|怎么少了一件|怎么是坏的|为什么扣了两次钱|why has it not shipped yet|why is my refund still not here|why was i charged twice|where is my package it is two weeks late',
  ],
  [['complain', 'suggest'], '太慢了，建议换快递|包装太差，建议改进|声音太小了建议换麦|客服太少，多加点人吧'],
  [
    [],
    '哈哈哈|来了来了|晚上好|主播好|666|支持支持|冲冲冲|打卡|我是新来的|第一次来|好的|收到|嗯嗯|辛苦了|吃饭了|点赞点赞|路过|关注了|人好多|到点了|下播了|再见|沙发|啊啊啊|笑死|好的谢谢|知道了|ok thanks|hello everyone|good evening|first time here|lol|hi from texas|see you tomorrow|got it thanks',
  ],
];

export interface Phrase {
  text: string;
  intents: readonly Intent[];
}

const GROUPS: readonly PhraseGroup[] = [
  ...LINES,
  ...SUGGEST_ZH,
  ...SUGGEST_EN,
  ...SUGGEST_MORE,
  ...LIKE_SUGGEST,
  ...BUY,
  ...LIKE_BUY,
  ...PLAIN,
  ...MESSAGES_EN,
];

/** @param goods how many goods stand in for `~` in turn. */
export function spokenPhrases(goods = GOODS.length): Phrase[] {
  return GROUPS.flatMap(([intents, lines]) =>
    lines
      .split(/[|\n]/u)
      .filter((line) => line !== '')
      .flatMap((line) => {
        const texts = line.includes('~') ? GOODS.slice(0, goods).map((name) => line.replace('~', name)) : [line];
        return texts.map((text) => ({ text, intents }));
      }),
  );
}
