// Lines with the words of a wish that ask no shop for a change: advice to buyers, anger, requests for service, hopes. Written by us.
import type { PhraseGroup } from './intent-phrases.contract.ts';

export const LIKE_SUGGEST: readonly PhraseGroup[] = [
  // Advice to other buyers, with approval
  [
    ['praise'],
    `
建议大家囤几包，真的很香
建议入手，性价比没得说
强烈建议姐妹们试试这个色号
推荐给油皮，控油一整天
想买的别犹豫了，面料真不错
建议买大一码，穿着更舒服，衣服很好看
喜欢宽松的可以拍大一码，版型很好
值得推荐，家里有宝宝的可以备一个
应该会推荐给同事，用着顺手
希望一直保持这个品质
希望店家越做越好，加油
希望店铺生意兴隆，东西是真的好
希望能用久一点，目前看做工蛮扎实
要是早点买就好了，太省事了
早知道这么好用应该早点买
如果你还在纠结，就买这个，不会错
建议直接冲年卡，划算很多
希望主播一直播下去，爱听
建议循环播放 太好听了
这车建议直接去店里试 开过就回不去了
应该是我吃过最好吃的凤梨酥了
能不能别这么好吃，都胖了
`,
  ],
  [
    ['praise'],
    `
I'd recommend this to anyone with a small kitchen
I would suggest this book to every new parent
You should definitely give this place a try
you have to try the dumplings here
if you like jazz you should own this album
should have bought this years ago
wish I had found this sooner
I wish I could give it six stars
hope they never stop making this
would be hard to find a better deal
please never change this recipe
if you need a sturdy ladder, look no further
I suggest going early, the place fills up because the food is that good
My advice is order a size up, otherwise fits beautifully
`,
  ],
  // Warnings and anger
  [
    ['complain'],
    `
不建议购买，用一个星期就开胶了
建议大家绕道，这家店坑人
不推荐，味道怪怪的
建议别买这个颜色，色差太大了
劝大家别贪便宜，吃亏的是自己
想买的慎重，我的就是教训
希望大家擦亮眼睛，别像我一样上当
奉劝各位别住这里，蚊子多得睡不着
建议直接下架吧，这种东西也好意思卖
建议倒闭
你们能不能有点良心
能不能别骗人了
客服能不能说句人话
能不能讲点诚信，说好今天到的
希望别再遇到这种商家了
本来希望能瘦一点，结果啥用没有
要是能退我早退了，恶心
要是知道是这样打死也不买
如果可以给零分我绝对给零分
早知道去实体店买了，后悔死
应该是二手的，盒子都拆过了
应该是翻新机，边框有磨损
说好的应该有两包，只收到一包
最好给我个说法，都拖了半个月了
最好不要买，容易坏
希望赶紧把钱退给我，太气人了
必须给我退钱，什么破东西
商家能不能上点心，寄来的是别人的
建议看清楚再下单，图片和实物两码事
这价格建议去抢
这音质建议直接捐了
建议up别恰烂钱了
`,
  ],
  [
    ['complain'],
    `
I do not recommend this blender, it died in a month
would not suggest this hotel to my worst enemy
save your money and buy something else
you should stay away from this seller
you should be ashamed of how you treat passengers
I wish I had read the reviews before wasting my money
wish I could give zero stars
I was hoping for something sturdier, this is flimsy
if you want your luggage to arrive, fly with someone else
should have known it was too cheap to be good
it should work out of the box but it doesn't
it was supposed to include two filters and only had one
do yourself a favor and skip this movie
please don't waste your time on this book
maybe if the staff weren't so rude I'd have enjoyed it
they need to be sued for selling this
this could have been a good story but it drags on forever
`,
  ],
  [
    ['complain', 'ask'],
    `
能不能快点处理 我等三天了
到底能不能退 给个准话
你们能不能给我解决一下，拖多久了
应该昨天就到的，怎么还在外地
could somebody please answer me, I have been on hold for two hours
can you please sort out my refund, this is the fourth time I'm asking
`,
  ],
  // Requests for service now
  [
    ['ask'],
    `
能不能帮我备注一下发中通
可以帮我改成晚上送吗
能帮我催一下快递不
麻烦把发票发我邮箱
希望今天能帮我处理一下，谢谢
最好是明天上午送，下午没人在家
建议我买哪个配置的
你建议拍多大的
你们推荐哪一款给老人用
可以推荐一个适合干皮的吗
要是不合适可以换吗
如果坏了怎么保修
如果我现在取消，钱多久到
应该怎么安装啊这个
能不能把这个订单和上一个合并发货
希望能给我换一台新的
可不可以先不发，等我通知
能便宜20不，行我就拍
再便宜点呗亲
能不能给个优惠价
麻烦上一下五号的链接介绍
我想退掉其中一件 可以操作下吗
主播能不能看下私信
应该选哪个尺寸，桌子一米二
`,
  ],
  [
    ['ask'],
    `
which one would you recommend for a beginner
what size should i get if i'm 5'6
should I wait for the sale or buy now?
can you please update my phone number
could you add my frequent flyer number to this booking
please send me a replacement part
i would like to change my pin
would it be possible to move my flight to sunday
please help me close this account
can you raise my card limit
do you suggest the medium or the large
i wish to cancel my subscription, what do I need to do
I'd like you to resend the receipt
`,
  ],
  // Hopes, chatter, facts
  [
    [],
    `
希望快点到
希望明天能收到吧
希望不要踩雷
希望合身
希望孩子能喜欢，还没拆
希望能中奖
希望抽到我
要是我有钱就好了
要是周末就好了
如果我是你我也这么想
应该快开始了吧
应该是吧
建议你先去睡觉
建议楼上去看看眼睛
楼上说得对
可以可以
可以的 没关系
那应该没事
最好是这样
能不能有点出息哈哈
大家别吵了行不行
别刷屏了兄弟们
老公能不能看看我
要不就算了吧
好 那我等通知
hope it gets here soon
fingers crossed it fits
hope everyone is having a good night
wish me luck
you should go to bed lol
would be funny if it snowed
maybe tomorrow
if you say so
`,
  ],
];
