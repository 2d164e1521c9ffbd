// Lines written by hand for the reasons that public sets hardly hold, with look-alikes that raise no alarm.
import type { UrgencyReason } from '../../../judge.contract.ts';
import { CALM } from './written-calm.ts';
import { MORE_ALARMS } from './written-more.ts';
import { MORE_CALM } from './written-more-calm.ts';
import { THIRD_LINES } from './written-third.ts';

const PRICE_ERROR = `主播你价格报错了吧，链接里是99不是9块9
3号链接价格不对，你口播说39，页面写着390
小黄车那个价格挂错了，少了一个零
快改价格啊，标成1块9了，好多人在拍
这个标价是不是写错了，原价199现在显示1.99
主播说买一送一，链接里没有，价格也对不上
5号链接标错价了，赶紧下架吧
怎么拍下来是29，你说的是19，链接价格有问题
价格设置错了吧？大瓶比小瓶还便宜一半
屏幕上写的到手价和购物车里差了一百块
主播刚才说错价格了，是两件99不是一件
你们后台价格是不是填错了，一台空调才15块9
券后价显示0.01元，系统出bug了吧
优惠叠加出错了，现在只要3块钱就能下单
链接上错了，写的是A款的价放的是B款
那个套装的价格标低了，明显不对
运费显示999元，肯定设错了
直播间的价格和详情页不一致，多出来50
这价格少打了个小数点，谁改一下
助理快看，二号链接还是原价没改过来，你喊的是福利价
刚上的链接定金和尾款写反了
页面标的9.9，付款变成99，是不是标错
主播，商品卡价格没更新，还是昨天的39.9
满减算错了吧，越减越贵
你说99三件，我点进去是99一件，改一下链接
这个价格挂错了，我同事都拍了十几单了
一箱牛奶标价5毛，你们标错了吧
价格bug，1元能买手机壳套装十个
刚才念的是159，写的是1590，多了个零
小店里这款标的是批发价，是不是弄错了
The host just said $19 but the link charges $190
Price on link 3 is missing a zero, please fix
I think the price tag is wrong, it shows $0.99 for the whole set
Cart price doesn't match what you announced live
Is that a typo? The laptop is listed for $12
You set the wrong price on item 5, people are ordering like crazy
Listed at 29.99 but checkout says 299.9, someone made a pricing error
The coupon stacks wrongly and the total comes to zero
Shipping shows $900, that must be a mistake
The bundle is cheaper than one bottle, looks like a pricing glitch`;

const PRIVACY = `主播把我的收货地址念出来了，快删掉
我的手机号被打在公屏上了，能不能撤掉
刚才镜头拍到快递单，上面有我的名字电话
你们客服把我的订单截图发到群里了，电话都没打码
买完之后天天接到推销电话，连我买了什么都知道，你们泄露信息
快递面单信息没有隐藏，姓名电话地址全露在外面
我刚下单就有陌生人加我微信，说知道我的订单号
晒单里怎么会有别人的身份证照片，赶紧处理
中奖名单把大家的手机号全公布出来了
商家在评价里贴出了我的住址，要求马上删除
你们把我的聊天记录发到朋友圈，还带着头像
个人信息被你们卖给贷款公司了，一天十几个骚扰电话
客服把别人的收货信息发给我了，那我的是不是也发给别人
主播展示后台的时候，买家电话全看得见
我家地址被人发在直播间弹幕里，有人威胁要来找我
卖家因为我给差评，把我的电话发到网上，一直有人打来骂我
账号里出现了别人的订单和地址，你们系统泄漏了吧
注册你们会员以后，诈骗短信里准确写着我的名字和订单
直播回放里能看到我的名字和住址，麻烦打码
会员群里把客户资料表格发出来了，里面有我的银行卡
有人在弹幕发我的真名和手机号
我的照片没经过同意被你们拿去做广告了
快递员把我的电话给了别人，现在一直有人骚扰我
刚买完东西就有人打电话说我中奖，你们把我的信息卖了吧
订单号和住址怎么会被外人知道，你们谁泄漏的
我给了差评卖家就跑到我家楼下，我的地址是你们给的？
您的直播画面里有买家的身份证号，看得一清二楚
你们的发票邮件发给了陌生人，上面有我公司税号和电话
客服用私人微信加我，还知道我住哪一栋
弹幕里那个人把我学校和班级都说出来了
The host read my full address out loud on stream
My phone number is visible on screen, please blur it
You emailed my invoice to a stranger with my address on it
I can see other customers' names and addresses in my account
Since ordering here I get scam calls that know my order number, my data was leaked
The seller posted my phone number in reply to my review
Someone in chat just posted where I live
Your winners list shows everybody's phone numbers
The shipping label with my address was shown on camera
Support shared my ID card photo in a group chat`;

const MINOR = `孩子偷偷拿我手机给主播刷了两千块礼物，能退吗
我儿子才九岁，用奶奶的手机下了十几单
女儿没跟我说就充了648，求退款
小孩自己在直播间打赏，一晚上刷掉我半个月工资
未成年人下的单可以取消吗，孩子乱点的
我家娃不懂事，买了三台平板，家长不知情
我弟弟上小学，偷用我妈支付宝给你们打赏了五千
家长不在家孩子用指纹付款买了一堆玩具
熊孩子把我的花呗刷爆了，全是你们店的盲盒
八岁小孩充值的钱平台退不退
孩子拿压岁钱全买了抽卡，没经过我们同意
初中生借同学的号打赏主播，要求退还
我女儿12岁，自己注册账号买了几百块化妆品
孙子拿我手机点着玩，付了好几笔钱我都不知道
孩子背着我们给游戏充了一万多
昨晚小孩误操作给你送了嘉年华，麻烦退一下
主播别收小学生礼物，他还在念三年级，刚才刷的是他妈的钱
我侄子未成年，刚才连送十个火箭，那是家里的救命钱
未满十八岁也能随便下单付款吗，我家孩子买了酒
儿子用我的人脸支付买了皮肤，怎么退
七岁娃用平板点了自动续费，扣了我一年
我表妹才读五年级，瞒着家里给主播刷了八百
小孩把微信零钱全打赏光了，怎么联系你们退钱
孩子玩手机下单了六箱可乐，我根本不知道
家里老人不会用，孙女拿着手机买了一堆贴纸和手办，三千多
未成年打赏退款走什么流程
我家小子偷绑了我的卡，给直播间充了三千抖币
小孩子乱买的，五笔订单麻烦都取消退款
他才十岁，你们怎么让他付得了钱
女儿趁我睡觉拿我的手刷指纹买了娃娃
My son is 9 and sent the streamer $400 in gifts with my card
My daughter ordered ten dolls without asking, she is seven
A minor placed this order, please cancel and refund it
My kid bought coins in your app while I was asleep
My little brother used mom's account to tip the host 2000
Our 6 year old tapped buy on everything in the cart
The child spent his whole birthday money on loot boxes without our consent
My nephew is 11 and topped up 500 on my phone
Kids should not be able to pay, mine just spent three hundred dollars
My grandson got into my account and purchased games without permission`;

const FRAUD = `有人冒充你们客服打电话说要退款，让我共享屏幕
刚才自称是快递理赔的让我点链接填银行卡
群里有个假主播，头像名字都一样，让大家转账抢名额
我没下过这个单，怎么扣了我三百
支付宝被莫名其妙扣款，收款方是你们店
卖家让我不走平台，直接微信转账，转完就把我拉黑
有人拿我的账号下单，收货地址不是我的
银行卡被盗刷，显示是在你们这里消费的
客服发来的二维码一扫就扣了500，是骗子吧
冒充官方发中奖短信，让先交税
说我是会员要扣年费，让我报验证码取消，钱就没了
你们店有个山寨号在私信粉丝卖货收钱
退款链接是钓鱼的，我输了密码钱被转走了
有个假的售后电话，让我下载软件，我老妈已经转了两万
我的账户被人登录，余额全被花掉了
直播间里有人冒充主播小号私聊我要钱
没有授权就从我卡里划走了两千，请马上查
对方说是平台的，要我把钱转到安全账户
收到短信说订单异常，打过去让我转保证金
骗子盗了主播的号在直播，叫大家扫码付款
我收到不是我买的到付件，付了钱打开是空的
我从来没开通过自动扣费，这个月扣了我四次陌生订单
卡里少了八百，账单写的是贵店，可我没买过东西
客服加我QQ说双倍赔付，让我先转500验证
有人用你们的名义搞刷单返利，把我妈骗了
付完款页面跳到别的网站，商家说没收到，钱转到私人账户了
账号被盗，对方用我的余额买了礼品卡
你们的客服电话是假的吧，一接通就问我银行卡密码
快递到付诈骗，冒充你们店发货，收了我89
主播让加私人号付定金，付完人就没了
Someone pretending to be your support asked me for my card number
There is a charge from your store I never made
A fake account using the host's photo asks fans to send money
My account was hacked and someone ordered two phones to another address
I got a call from a so called agent who wanted my one-time code
The refund link in your message was phishing, my money is gone
The seller told me to pay outside the app and then disappeared
Unknown transaction of $250 from your shop on my card, I did not authorise it
A scammer impersonates your store and takes deposits in the chat
They asked me to buy gift cards to get my refund, is this you?`;

const LEGAL = `明天再不退钱我就去市场监管局投诉
我已经在12315上提交了，等着吧
律师函已经寄出，请注意查收
消协那边我打过电话了，让你们三天内回复
再拖下去法院见
我会联系电视台记者来曝光你们
已经报警了，警察让我联系你们提供证据
准备走小额诉讼，聊天记录我都存着
下午就去工商所，带上小票
全国12315平台受理编号都下来了，你们还不理
不赔我就发给媒体，让大家看看
我姑姑是律师，她说可以告你们欺诈
I filed a complaint with the consumer protection office today
Refund me or I will see you in small claims court
My attorney is drafting a letter to your company
I am reporting this to the FTC and my bank
A reporter from the local news wants to see this
I've already called the police about your driver`;

const FAKE = `拿去专柜验了，人家说是假的，我要求退一赔三
防伪码扫出来是已查询过387次，假货实锤
品牌官方客服回复说这个批号不存在
做了鉴定，报告写着不符合正品特征
序列号在官网查不到，苹果店也说是仿的
检测机构出的报告，成分跟标签不一样，假药
我就是做这行的，这个缝线和钢印一看就是仿的，等着收投诉吧
跟专卖店买的放一起对比，字体和瓶底编码都不一样，假一赔十给我赔
扫码跳到一个赌博网站，这也叫正品
得物鉴别为假，截图都有
The brand confirmed the serial number does not exist, this is counterfeit
I had it authenticated and it is a replica, I want my money back
The hologram code leads nowhere and the boutique says it is fake
Lab test shows it is not the real thing, you are selling counterfeits`;

const SAFETY = `电热毯睡到半夜冒烟，被子都烧了一个洞
高压锅炸了，我妈手烫伤了
奶瓶用了一次就裂，玻璃碴在奶里
孩子吃了你家的糖全身起红疹，现在在儿科急诊
插上电源啪一声火花，家里跳闸了
吹风机出风口喷火星，头发都焦了
充电宝在包里自己着了
椅子腿断了，老人摔下来骨折
热水袋漏水把我腿烫出水泡
吃了两颗就恶心头晕，喝了水还是吐
罐头打开里面有一根钉子
小孩玩具电池盖掉了，差点把纽扣电池吞下去
洗面奶用完眼睛肿得睁不开
电动车充电起火，刚扑灭
煤气灶关不严，屋里一股煤气味
剃须刀把下巴划出血了，刀头有毛刺
猫吃了这款粮当天就拉血
婴儿爽身粉用完屁股全红了
燃气热水器洗到一半人晕了，送医院了
染发膏弄得头皮起水泡流黄水
The kettle melted and started smoking on the counter
My toddler choked on a piece that broke off
There was a metal shard in the cereal and my husband cut his gum
The hoverboard battery swelled up and is too hot to touch
The face cream burned and my eyelids are swollen shut
The ladder collapsed and I broke my wrist
My dog threw up blood after these treats
I smell gas every time the stove is on
The heater gave me a shock when I touched the switch
Whole family sick after eating the shrimp
The car seat buckle does not latch, my baby almost fell out
The lotion gave me hives all over my arms`;

export interface WrittenLine {
  text: string;
  reason: UrgencyReason | null;
  /** Every fourth line is kept for testing. */
  forTest: boolean;
}

/** All written lines; none of them comes from a set. */
export function writtenLines(): WrittenLine[] {
  const lists: (readonly [UrgencyReason | null, string])[] = [
    ['price_error', PRICE_ERROR],
    ['privacy', PRIVACY],
    ['minor', MINOR],
    ['fraud', FRAUD],
    ['legal', LEGAL],
    ['fake', FAKE],
    ['safety', SAFETY],
    [null, CALM],
    ...MORE_ALARMS,
    [null, MORE_CALM],
    ...THIRD_LINES,
  ];
  return lists.flatMap(([reason, list]) =>
    list.split('\n').map((text, index) => ({ text, reason, forTest: index % 4 === 3 })),
  );
}
