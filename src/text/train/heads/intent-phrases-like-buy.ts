// Lines about buying that are no wish to buy: questions, orders under way, regret, past purchases, chatter. Written by us.
import type { PhraseGroup } from './intent-phrases.contract.ts';

export const LIKE_BUY: readonly PhraseGroup[] = [
  [
    ['ask'],
    `
这个要多少米
两件一起买有优惠没
买三送一还有吗
拍下几天能发
拍两件可以减多少
下单送什么
现在拍什么时候发
付款以后能改颜色不
白色还有货没得
什么时候补货啊
下一批啥时候来
买了不喜欢能退不
这个和官网买的一样吗
买大了能换不
定金能退吗
落地多少钱
首付要几万
油车换电车划算吗现在
几号链接是那个杯子
拍错了怎么取消
我拍错颜色了，帮我换成黑的
我下错单了 帮我取消一下
订单付款了能改地址吗
我刚买的那个能加急发吗
我昨天买的什么时候能到啊
我买的那台什么时候上门装
已经付款了，帮我查下发了没
亲，我拍的那件发货了没
你们家还卖这个滤芯吗
这个值得买吗
有人买过吗 好不好用
大家买的什么颜色
该买哪个啊纠结
买一个够两个人用不
要不要抢啊 需要定闹钟吗
买家电送不送安装
要身份证才能买吗
`,
  ],
  [
    ['ask'],
    `
is the large back in stock yet
how much for two with shipping
do I get a discount if i buy three
will you restock the grey one
when will my order ship, I placed it this morning
has anybody bought this, is it any good
can i cancel an order i just placed
is this worth buying
how long do I have to return what I bought
what do i need to open an account
did my payment go through
i bought a ticket yesterday, can I change the date
`,
  ],
  [
    ['complain'],
    `
后悔买了
买完就后悔，完全用不上
买回来就没用过，鸡肋
买了个寂寞
再也不买他家的东西了
以后不会再买了
不会回购
不会有第二次了
第一次买也是最后一次
花三百多买个垃圾
买了两件都开线
买了不到一个月就坏
买给老人的，结果字小得看不见
刚买三天就降了一百
拍的是大号，发来个小号
拍了两份只给一份
下单一个礼拜了 没动静
昨天付的款，今天跟我说没货
付了钱没人管了
付款成功又给我取消了，玩呢
抢了半天都是没货，耍人啊
一秒没 根本抢不到 假的吧
链接都点不开
买个东西真费劲
要不是急用我才不买
早知道不买了
谁爱买谁买，反正我不买
这个价我疯了才买
狗都不买
白送都不要
本来想买的，看到这做工算了
上次回购过，这次品质差多了
第三次买了，一次不如一次
老顾客了，这批太让人失望
买之前客服秒回，买完人就消失
买来送人的，丢死人了
`,
  ],
  [
    ['complain'],
    `
regret buying this
worst purchase I've made all year
will never order from here again
I would not buy this again
won't be buying another one
bought two, both cracked
ordered a medium and got an extra small
I ordered three weeks ago and still nothing
you took my payment and cancelled the order
bought it for my daughter and she hated it
wouldn't take it if it was free
I wanted to like it but it is just bad
sold out in one second, what a joke
don't buy it
my last order was fine, this one is stale
paid for first class and got a broken seat
`,
  ],
  // Past purchases with approval only
  [
    ['praise'],
    `
买了半年了，一点毛病没有
双十一买的，现在用着还很好
给妈妈买的，她很喜欢
帮朋友买的，朋友说不错
买得值
买对了
没买错
买来送老师的，包装大气
这钱花得值
在这家买过不少东西，都挺好
去年买的那台到现在都没修过
抢到半价的，太划算了
买了很多家就这家最好吃
bought this for my dad and he loves it
best purchase I made this year
so glad I bought this
I ordered the steak and it was cooked perfectly
got it on sale, what a deal
money well spent
bought it a year ago and it still runs like new
`,
  ],
  // Status, answers, chatter
  [
    [],
    `
付款了
付过了
嗯 已经付了
拍过了
是的 昨天买的
在你们家旗舰店买的
我是上周买的
用微信付的
买的是128的
订单号是这个
我下的货到付款
我老婆买的
我买的时候没有这个活动
还没买
先不买了
我再想想
再看看吧
考虑一下
买不起
没钱
穷 看看就好
我就看看不买
等你买
你买我就买
兄弟买了没
别人买的跟我没关系
去年买过一台
东西已收到，还没用
买来备用的，没拆
帮别人买的，不知道怎么样
1号见
11点睡觉
2比1
要走了
要下班了
要开学了
我要睡了
想要女朋友
想回家
来了
冲啊兄弟们
上车了 地铁好挤
拿下五杀
今天买了菜回家做饭
i already have one
my brother has that one
not buying today, just looking
can't afford it lol
bought mine last year
yes I paid by card
it was ordered on the 5th
bought as a gift, haven't heard back yet
i want to go home
need more coffee
`,
  ],
];
