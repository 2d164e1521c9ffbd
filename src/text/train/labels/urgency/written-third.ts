// A third set of lines written by hand: harm in plain words that no list of dangers holds, money and children, and calm look-alikes.
import type { UrgencyReason } from '../../../judge.contract.ts';

const SAFETY = `After one wash my scalp was on fire and would not stop itching
Gave me a headache every single time I wore it, had to throw it out
My eyes watered for hours after I opened the bag
My lips went numb after the second sip
Ate one bar and spent the night in the bathroom
Both kids woke up with stomach cramps after the chicken from here
Found a piece of blue plastic in my salad, nearly swallowed it
Crunched on something hard, it was a bit of glass from the jar
There was a bandage in my noodles
A moth came out of the cereal box my daughter was eating from
I took two pills and my heart started racing
It pinched my daughter's finger so badly that the nail came off
The rack fell off the wall and hit my husband on the head
The chair tipped backwards and I landed on my tailbone, could hardly walk for a week
The strap rubbed my skin raw and left a scar
My feet were covered in blisters and bled after a mile in these
The plug got so hot that it burned my hand when I pulled it out
You can smell the wires cooking after ten minutes
The cord melted where it meets the lamp
It sparked when I plugged it in and now half the house has no power
The charger swelled up like a balloon overnight
It made a loud pop and started to smoke while my son was holding it
Boiling water sprayed out of the lid and onto my chest
The lid blew off and soup hit the ceiling, lucky nobody stood near
The brakes on this scooter do nothing, my boy rolled into traffic
The battery got so hot in my pocket that it left a red mark on my leg
The gate popped open and the baby crawled to the stairs
A button came off in her mouth, I had to pull it out
The paint came off on his tongue, he chews everything
My dog swallowed the squeaker and needed surgery
My cat stopped eating and kept throwing up after we switched to this brand
Broke out all over my chin after two days, never had that before
It stung so badly that I had to rinse my face with cold water for an hour
My husband's neck is red and peeling from the collar dye
The wax dripped on my arm and took the skin off
Chest got tight and I was wheezing within minutes of spraying it
Woke up dizzy with the heater on, the whole room smelled of fumes
The handle broke off full of hot oil and my foot got splashed
The ladder step gave way under me
The tire burst at sixty miles an hour, we ended up in the ditch
The milk smelled off and my toddler had already had half the bottle, he has been sick all day
A nail was sticking out of the sole and went into my heel
The knife slipped because the guard fell off, seven stitches
It shocks me whenever my hand is wet
I am allergic to peanuts, the label says none, I ended up with an epipen
Worn once and both ears are swollen and weeping
The blades keep running with the lid off, my kid almost lost a finger
The bed frame collapsed in the night with our son in it
We both came down with food poisoning the morning after
There was a worm in my sushi and it moved
洗完第二天头皮又红又疼，一碰就掉皮
用了两次头上长了好几个包，一按就疼
洗完头痒得睡不着，抓破了好几处
涂上五分钟就火辣辣的疼，马上洗掉了
用完眼圈红了一圈，眼皮都睁不开
敷完脸像针扎一样，到现在还发烫
孩子吃了两块就说肚子疼，拉了三回
中午吃完你家盒饭，三个同事都跑厕所
喝到最后杯底一只死苍蝇，我整个人都不好了
咬到一块硬塑料，牙龈都戳破了
菜里扒拉出一截钢丝球，嘴都划了
吃着吃着扯出一根长头发，恶心得不行
米饭里有半只虫子，还是熟的
面包里一块创可贴，太吓人了
插上去啪的一声插座黑了一片
充着充着手机壳都鼓起来了，烫得拿不住
用了十分钟就闻到糊味，线都软了
摸水龙头有麻麻的感觉，师傅说热水器漏电
锅盖直接弹起来，热汤溅了我一脸
凳子一坐就散了，我尾椎骨摔得生疼
玩具边上全是毛刺，孩子手被划了一道口子
磁珠从玩具里掉出来，宝宝差点吞下去
鞋里有根钉子，脚底扎出血了
戴了一天耳朵流脓了
内衣穿了浑身起疙瘩，痒得不行
新被子盖了一晚上嗓子疼还流眼泪，味道太冲
狗吃了这袋粮吐了一地，送医院了
刀头飞出来，擦着我手过去的，流了不少血
杯子倒开水直接炸了，烫到大腿
染完头发头皮流黄水，医生说是过敏
气垫用了两天满脸小红点，又痒又刺
电池漏液，手沾到火烧一样疼
婴儿车轮子突然掉了，孩子脸磕地上了
喝了你家奶茶一下午心慌手抖，上吐下泻
房间里一股煤气味，睡到半夜头疼想吐`;

const FRAUD = `There's a payment on my card that I know nothing about
I was billed for something I never bought, somebody must have my details
Somebody took cash out with my card and it was not me
My statement has a withdrawal I never made
I have no idea who made this purchase, please stop it
I think somebody copied my card, there are payments from another country
These charges aren't mine
A stranger has been using my account to order things
Got a message saying you froze my account and asking for my pin, I already gave it
My wallet was taken this morning and there are already two purchases on the card
A direct debit was set up in my name and I did not ask for it
I clicked your link for the refund and now my savings are gone
who is this merchant on my bill, i did not pay them anything
i didnt do this payment
the money was moved without me knowing
这笔支付真不是我本人操作的，赶紧帮我拦一下
我银行卡昨晚被刷了三笔，全是在你们平台
自称是你们售后的人骗我打了保证金
有人登了我的号把积分全换走了
扫了包裹里的刮刮卡二维码，被骗了八百
一个头像和主播一模一样的人私信我让我先付定金，付完就拉黑`;

const OTHERS: readonly (readonly [UrgencyReason, string])[] = [
  [
    'minor',
    `My seven year old bought two hundred dollars of coins while I was in the shower
My daughter is ten and sent gifts to your host all night with my phone
A child placed this order on his dad's phone, please cancel it
My boy found my password and spent the rent money on skins
我女儿才八岁，自己点开直播给你刷了一千多
孩子拿姥姥手机买了四十多单，全家都不知道
儿子上五年级，半夜偷偷起来打赏，两个月花了一万二
小孩误点了付款，帮忙取消一下，他才七岁`,
  ],
  [
    'privacy',
    `Your support replied in public with my email and order address
My phone number is on your stream right now, take it down
A stranger rang my bell saying he got my address from your seller
You left my full card number in the chat transcript that you mailed to everyone
主播你截图里有我的电话，赶紧撤了
卖家把我的地址电话发到买家群里骂我
快递单照片放在你们评论区了，门牌号都能看清
我的身份信息被你们员工拿去注册了别的账号`,
  ],
  [
    'price_error',
    `Link four says 4.99 for the blender, that can't be right, you said 49.99
Your listing dropped a zero, people are buying the TV for 59
The sale price is higher than the full price, somebody typed it wrong
Checkout charges 89 but on screen it's 39
主播口误了吧，说的是两瓶59，链接一瓶就要59
链接里显示0元，你们后台出问题了
8号价格挂串了，买大杯给的是小杯的价
标的是1.9，应该是19吧，快改`,
  ],
  [
    'legal',
    `I have reported you to the consumer council, case number attached
You will hear from my lawyer on Monday
I've filed a chargeback and a police report
If I don't get an answer today I go to the ombudsman
I am taking this to small claims
我已经打了12315，等着调解吧
明天带着小票去工商局
今天不处理我就报警
记者朋友已经联系上了，等着上新闻吧
投诉材料已经交到市监所了`,
  ],
  [
    'fake',
    `The maker told me this serial number was never issued
A jeweller tested it and it's brass, not gold
The shop in town opened it and said it is a copy
The code on the box comes back as already used
拿到柜台比对，柜员说钢印和批号都是假的
去官方小程序扫了，提示不是正品
找人鉴定了，皮都不是真皮，证书在手
打400问过，厂家说没有这个型号`,
  ],
];

const CALM = `It hurts to see a good brand go downhill
My hair falls out a little more than before
My hair feels like straw after using it
Dandruff is back after three washes
The smell gives this away as a cheap copy
Heats up nicely and stays hot
The pan gets hot quickly
Burned dinner twice, still getting used to the oven
The food was cold and bland
The soup was too salty to eat
My shoes squeak when I walk
A bit tight around the toes
The bottle leaked in the box and the label was wet
Came with a scratch on the lens
I was charged a fee for the withdrawal
Why is there an extra pound on my statement
My transfer has not arrived
The cash machine gave me less than I asked for
I can't find my card, please send a new one
My card expires next month
I changed my phone and need to log in
How do I dispute a fee
The price went up since yesterday
The price is not what I would call a bargain
My kids picked the colour
My twelve year old read it in two days
A kid next to us cried all evening
Looks nothing like the real thing
Feels like a cheap imitation
I might complain to the manager
I wouldn't trust this company
The thief in the story is funny
The hero burns down the castle
My heart broke when it ended
I laughed until my stomach hurt
It kills the taste of the coffee
The battery died after a year
The waiter should be fired
掉头发比以前多了
洗完头发很干很涩，还出油
头屑越洗越多
味道刺鼻，不喜欢
怀疑不是正品，跟超市的不一样
假货，差评，再也不来了
发热一般，夏天有点烫手
打游戏手机挺热的
苹果坏了三个
香蕉都黑了，不新鲜
饭凉了，汤洒了一袋子
菜太咸，吃了一直喝水
面坨成疙瘩了
包装里有一根线头
盒子里都是灰
梳子上有头发，像是用过的
房间地毯脏，洗手台有头发
隔壁吵得睡不着，头疼
走了一天脚疼
孩子不喜欢这个味道
孩子已经看完了
刚买就降价，气死了
价格比昨天贵了二十
多扣了一次运费
银行卡退款还没到
地址写错了，改一下
快递把电话打到我妈那里了
会不会过敏，敏感肌能用吗
以前头皮痒，用这个好多了
去屑止痒还可以
鱼很新鲜，就是刺多
辣得眼泪都出来了
气得我肝疼
累得腰疼，还得自己搬上楼
投诉你们，态度太差
骗子商家，说好送的没送
虚假宣传，根本没有那么大
条码扫不出来，不知道怎么回事`;

/** The third set, by reason. */
export const THIRD_LINES: readonly (readonly [UrgencyReason | null, string])[] = [
  ['safety', SAFETY],
  ['fraud', FRAUD],
  ...OTHERS,
  [null, CALM],
];
