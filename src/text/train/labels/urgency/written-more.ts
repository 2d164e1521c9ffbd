// More lines written by hand for the reasons that public sets hardly hold: money, children, addresses, proofs.
import type { UrgencyReason } from '../../../judge.contract.ts';
import { SAFETY } from './written-safety.ts';

const PRICE_ERROR = `直播间挂的价和你嘴里说的差了十倍，后台赶紧看看
2号链接89的东西显示8.9，运营快醒醒
主播别讲了，你家链接价格忘改了，还是1块
那个面霜原价399怎么变成39了，是不是设错了
刚刚拍了一单付款0.1元，这是系统故障吧
你们的券是不是没设门槛，叠完不要钱
小黄车第五个写的两箱的价其实给一箱
价格没改对，喊99上架199
我看到页面标的是每斤3毛，应该是3块吧
优惠券面额发错了吧，满100减200
这个价是不是搞错了，两千多的手机才二百多
错价了错价了，快下架
尾款金额不对，付完定金还要再付全款的钱
链接标价错误，主播快跟后台核对
SKU价格串了，大号的价比小号便宜五十
你说的三瓶79，购物车里是一瓶79，骗谁呢快改
一键价设置成9.9了，口播说的是99.9
主播，你屏幕右下角的价签还是上一个产品的
运费写了一百，是不是手滑
秒杀价没生效，点进去还是原价，弹幕都在说
怎么会员价比普通价贵，数据填反了吧
刚上架的空气炸锅标29，别人已经拍了几百单了
这链接价错得离谱，一吨大米十块钱
定价是不是漏了个零啊，金手镯卖260
The price on screen says 12, checkout says 120, which one is right? Fix it please
Hey host, link 2 still has the test price of one cent
You typed the wrong price for the serum, it is listed cheaper than shipping
This TV is going for $39, pretty sure you forgot a zero
The discount code takes off 90 percent instead of 9, everyone is sharing it
Price is wrong in the pinned link, you said 25
The listing has a decimal in the wrong place
Your flash sale item is priced at zero, check it now
Host says buy one get one but the cart bills both, price is set up wrong
Wrong price tag, the pro model is cheaper than the basic one
Someone messed up the pricing on item 7, it's 5 dollars for a drone
Cart total is negative after the voucher, that's a bug in your prices`;

const PRIVACY = `客服在公开评论区回复我，把我的电话和住址都写上了
你们把我的快递信息给谁了，现在天天有人冒用我名字注册
主播你屏幕上那张订单没打码，赶紧切走
镜头扫到发货单了，我的号码全暴露
为什么陌生人能查到我买过什么，你们后台谁都能看吗
我的身份证照片在你们公众号里能搜到
刚退完款就有人加我，报得出我的订单号和金额，信息是你们漏的吧
登录进去显示的是别人的账号，地址手机号一清二楚
你们群发邮件把所有客户的邮箱都露出来了
店家把差评买家的电话挂网上了，我就是其中一个
主播念中奖人的时候连全名带手机号都念了
小哥把我家门口照片和门牌号发朋友圈了
助理把表格投到直播画面里了，全是买家信息
谁允许你们把我的试穿照片放到详情页的，脸都没遮
商家拿着我的地址上门堵我，让我改评价
因为打了差评，卖家不停发短信骂我，还说知道我家在哪
注册的时候填的号码，第二天就收到十几个贷款电话，说是从你们这拿到的
我的收货信息被发给了另外一个买家，他打电话给我了
客户名单在你们网站上直接能下载
有人在弹幕里刷我的手机号，请马上禁言删掉
刚才共享屏幕露出了会员的银行卡号
你们快递柜取件码发错人了，我的姓名地址都让人看见了
公屏上有人发主播粉丝的真实姓名单位，房管管一下
我没同意你们把我的聊天截图发抖音
Your assistant just opened the order sheet on stream, all our phone numbers are readable
Someone is posting my home address in the chat, please ban them
Your newsletter put every customer's email in the cc line
I logged in and saw a stranger's orders, address and card ending
The courier posted a picture of my house with the number on it
A man called me by name and knew exactly what I ordered, you leaked my details
The store replied to my review with my full name and phone number
My private messages with support are on your Facebook page
My ID photo is publicly accessible at a link on your site
The seller keeps texting threats because I left one star, he has my address from the order
Please cut that clip, my mailing label is visible in it
You sent my receipt with my home address to another buyer`;

const MINOR = `小孩拿着我手机刷直播，一下子给你刷了三千多，求退
我闺女上二年级，刚才不小心点了十个嘉年华
孩子偷着把我微信里的钱都打赏了，家里急用
十四岁的儿子背着我借了花呗买皮肤
老师您好，我儿子未成年，昨晚给主播刷了火箭
平板被孩子玩，误点买了年卡四百多
侄女才上幼儿园，乱按就下了单，能取消吗
我是家长，孩子用我的号买了一大堆盲盒，我完全不知道
外甥偷用姥姥的手机打赏，姥姥的退休金没了
他今年读初一，你们主播还哄他刷礼物
孩子趁我做饭拿手机买了个三千的手柄
未成年人打赏的钱可以要回来吗，一共八千六
刚发现女儿用我身份证开了号，充了好几千
熊孩子绑了爷爷的银行卡玩游戏，扣了两万
小朋友在你们店买了烟弹，你们不查年龄吗
我家孩子才11岁，你们卖给他电子烟
弟弟用我妈手机给女主播送了999朵玫瑰，我妈都哭了
昨天账单才看到，儿子连着充了二十笔6块的
孩子上网课时偷偷打赏，老师都看见了
我儿子自闭症，十岁，买了五部手机，求你们别发货
六年级学生骗家长说交资料费，结果全打赏了
小孩按错了，下单的货请不要发
家里孩子拿我指纹解锁买的，本人没同意
女儿说主播叫她刷礼物就加好友，她才十二
My 10 year old used my saved card to buy gems, over $600 gone
My toddler grabbed the tablet and bought a $200 bundle
I am a parent, my son is thirteen and donated his college savings to this streamer
Our daughter ordered a phone on my account, she is only eight
Please refund, a child made these purchases on my phone
My kid bought vapes from your store, he is 15
My grandkids got hold of my iPad and spent hundreds on your game
My little girl pressed buy now four times
He is in sixth grade and your host told him to keep sending gifts
Underage user, no parental permission, card charged nine times
My stepson, 12, took my wallet and subscribed to all your tiers
The boy who sent you roses tonight is eleven and used his mother's card`;

const FRAUD = `有人打电话说是你家售后，让我在屏幕共享里输密码
我卡上突然少了一千二，商户名是你们
这几笔钱不是我付的，麻烦查下谁用了我的卡
主播后面那个要定金的微信号是你们的吗，我转了没人理
收到假短信说快递丢了理赔，点进去钱没了
我的账号异地登录，积分和余额都没了
对方拿着你们的工牌照片骗我交保证金
客服让我扫码领退款，扫完反而扣了我两千
有人盗用你们店的名字在群里卖货，已经好几个人上当
我没开过免密支付，怎么一晚上扣了九次
帮我冻结账户，有人在用我的卡消费
说是会员部的，不取消就每月扣八百，让我下载会议软件
被拉进刷单群，说是你们官方的，垫付了五千
假链接和你们页面一模一样，我填了卡号
同名直播间在放录像骗人付款，赶快举报
我手机丢了以后有人用它买了三台电脑
卖家收了钱把我删了，店也关了
账单里有一笔从没见过的境外消费，不是我刷的
陌生人给我寄了个到付件冒充你们赠品，扫码就被骗
我妈被自称你们主播助理的人骗走养老钱
银行提醒有人在你们平台用我的卡试刷
优惠券是假的，输入短信码之后钱就转走了
客服号被人冒用了，给我发的收款码是个人的
我钱包被偷了，刚刚有人用里面的卡在你家下单
A guy claiming to work for you wants remote access to my laptop
Three purchases on my statement are not mine, someone has my card number
I never ordered this and never gave you my card, why did you take money
Someone got into my account and changed the email and password
There is a copycat store using your logo and taking payments
The text said my package was held, I entered my card and was robbed
An impostor in the chat says he is the host and asks for deposits by Zelle
My purse was snatched and the thief is buying things from you right now
I do not know this transaction, please block my card
The caller had my order number and asked for the security code on the back
My card was used in a city I have never been to
I was tricked into paying a fake invoice with your name on it`;

const LEGAL = `我今天就把材料递到市场监督管理局
12315那边说三个工作日给答复，你们等着
已经让律师起草起诉状了
我朋友在电视台，明天就带摄像机来你们店
再不解决就报警，金额够立案了
打了消费者热线投诉，编号我都记着
准备去法院告你们虚假宣传
你们等着收传票
不给说法我就找媒体曝光，证据都在
保留追究你们法律责任的权利，请尽快回复
If this is not refunded by Friday I will file in small claims court
I have contacted a lawyer about this
Expect a letter from my solicitor
Complaint sent to the state attorney general and the BBB
I am disputing this with my bank and filing a police report
We will take legal action if you keep ignoring us
Thinking of suing this company for false advertising
The consumer protection agency has my complaint number
I will contact the local TV station about this scam
Reported to the FDA today`;

const FAKE = `官网输批号提示不存在，明摆着是假的
柜台的柜姐一看就说不是她们家的货
串号在官方查不到，客服也承认不是他们发的
鉴定机构盖章了，非正品，准备要求三倍赔偿
拿给厂家看了，厂家说包装早就换了，这批是仿的
扫防伪二维码提示已被查询两百多次
打品牌热线核实过，他们没有授权你家
刮开涂层验证，显示该产品为假冒
不给退我就去打假，是不是真货大家检测见
同款拿去专卖店比对，店长说是高仿，让我维权
官方售后拒修，说主板序列号是假冒产品
The dealer looked at it and told me it is a knockoff
Checked the serial number with the manufacturer, it does not belong to any real unit
The brand says they never made this color, so it is counterfeit
An expert examined the watch and it is a replica
Apple store refused to repair it because it is not a genuine device
The authenticity code was already used hundreds of times, fake product
I will report you for selling counterfeit goods
Took it to the official store and they said it is a fake`;

/** More alarms, by reason. */
export const MORE_ALARMS: readonly (readonly [UrgencyReason, string])[] = [
  ['safety', SAFETY],
  ['price_error', PRICE_ERROR],
  ['privacy', PRIVACY],
  ['minor', MINOR],
  ['fraud', FRAUD],
  ['legal', LEGAL],
  ['fake', FAKE],
];
