// Lines of people who want, claim, order or buy again, written by us.
import type { PhraseGroup } from './intent-phrases.contract.ts';

export const BUY: readonly PhraseGroup[] = [
  // Rooms
  [
    ['buy'],
    `
拍好了
拍完了 姐
已拍两单
已下单 坐标成都
下好单啦
付了付了
已经付款了哈 帮我优先发
我拍了个s的
拍了灰色的 主播看下
三件全拍了
给我来两份
给我整一箱
给我也来一个
来三斤
要个均码的
要一个粉的
我要两个 一个给我妈
我也要
我要我要
要要要
想要这个
好想要啊
想拥有
想要同款
求同款
求个购买连接
求店名
链接呢链接呢 我要冲
上架 快上架 手都准备好了
开价吧 等着抢呢
蹲一个补货
蹲补货
等上车
蹲到了！
抢到最后一件 嘿嘿
终于抢到了
手快抢了两个
秒到了秒到了
五号已秒
6号L码 拍了
扣2 要绿色
1 白色m
888要了
报名 要一份
算我一个 下单
帮我留个40码的 马上付
帮我加个单
再补一单
我再加两包
刚又拍了一个给婆婆
定了 明天去提车
已经交定金了
小订已下
大定了 等车中
今天刚订 黑色低配
准备下个月提一台
攒钱买
等发工资就买
等降到15万我就下手
下个月就换它
就它了 买了
心动了 下单去
没忍住又买了
种草成功 买
被你说服了 我去下单了
果断入手
已入 坐等收货
已经在购物车了 晚上付
加进购物车了
收藏加购 等会付
这个必须来一套
我要入一只
我想订两箱送人
想给女儿买一件
我都要
全都要
全款拿下
老板来个大份的
约了明天试驾 准备下单
必买
买买买
钱包准备好了
`,
  ],
  [
    ['buy', 'ask'],
    `
想买两箱 怎么付款呀
想要绿的 还能拍吗
我要买 点哪里
想订一台，定金交多少
要一件 m码还有没
想入手 现在有活动吗
求链接 在哪里拍
怎么付不了款 我要买
想团购20份 找谁
`,
  ],
  // Service chats
  [
    ['buy'],
    `
我想买一台冰箱 预算三千
那我就拍这个了
好的 我现在下单
行 那我拍了哈
我已经拍下了，麻烦尽快安排
我要买两个，一起发
我拍了，备注好了
那给我来个256的吧
我要订50套，开公司发票
就要这个套餐吧
我准备买这款洗衣机
那我要蓝色的，现在付款
已经付了尾款
我打算今晚下单
`,
  ],
  // Reviews: approval first, the wish to buy again second
  [
    ['praise', 'buy'],
    `
第二次回购了，一如既往地好
已经回购三次，家里人都爱用
无限回购的一款，洗完头发很顺
质量很好，又下单了两件
用完了还会再买，保湿不错
吃完还会回购，甜度刚好
这家的衣服真不错，下次还在这买
老顾客了，一直在买，很放心
很实惠，准备再囤点
真香，马上又拍了一箱
朋友看到都说好，又帮她们拍了三份
穿着舒服，打算再买一条黑的
好喝，空瓶再来
会一直回购的，皮肤变细腻了
很好用，给爸妈也下单了一台
快递快，苹果又脆又甜，还会光顾
住着很舒服，下次来还订这里
不错不错，还想再来一单
好吃到立刻复购
味道正宗，以后就认准这家了，常来买
东西好，已经推荐同事一起买，我自己又加了一单
好评，等搞活动再来囤
太好看了吧 我要下单
这颜色绝了 想要
这也太便宜了，拍了
好听 专辑已买
好帅的车，想买
包装精美，送礼有面子，过节还来买
宝宝很喜欢，会继续购买
上次买的很好吃 这次又来了 拍了两份
`,
  ],
  [
    ['buy'],
    `
又来买了
第五次购买了
给宿舍的人带了三瓶
年年都在这里买
帮同事又买了一个
`,
  ],
  [
    ['buy'],
    `
just ordered two
ordered! can't wait
ok i'm sold, ordering now
sold! where's the checkout
i'm buying this tonight
take my card already
dibs on the blue one
mine please, size 8
claim #4
i'll have the red one
i'll take it
need that jacket in my life
i want that lamp so much
want want want
put me down for three
in my cart
checked out, order placed
paid!! thank you
preordered the minute it went live
just booked my flight for march with you guys
we just booked two rooms for the weekend
link to the dress pls
send me the link, i want to get one
need the link asap
gonna grab one on payday
saving up for this
getting this for my birthday
i'd like to buy ten of these for the office
i want to order the large set
sign me up
`,
  ],
  [
    ['praise', 'buy'],
    `
Love these socks, just ordered another pack
Great coffee, I'll buy again
Works so well I bought a second one for the garage
Excellent quality, will be ordering more soon
Best pizza in town, we will be back next week
My dog loves it, reordering every month
So soft! Already bought two more colors
Beautiful film, I'm buying the dvd for my sister too
This is my third pair and I'll keep buying them
Wonderful author, I have already ordered her next book
omg so cute i need one
that price is insane, ordering right now
Great stay, already booked again for june
good value, planning to get another for my son
`,
  ],
  [
    ['buy', 'ask'],
    `
i want two, do you take paypal
where do i click to order the set
I'd like to get one, what's the total with shipping?
`,
  ],
];
