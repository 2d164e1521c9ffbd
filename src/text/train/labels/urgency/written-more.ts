// More lines written by hand for the reasons that public sets hardly hold: dangers in English, money, children, addresses.
import type { UrgencyReason } from '../../../judge.contract.ts';

const SAFETY = `I got a nasty burn on my palm from the handle of this pan
The cord got so hot that the plastic melted and scorched my carpet
We woke up to the smell of burning and found the humidifier smoking
My husband was shocked when he plugged this in, now his arm is numb
It blew up in my face, literally, pieces of glass everywhere
The battery started to swell and then hissed in my bag
After two days my arms were covered in a rash and I had to see a doctor
This lotion made my face swell, ended up at urgent care
My eyes are red and burning since I tried this mascara
Broke out in hives within an hour of taking the second pill
My cat got very sick after eating this food and is at the vet
Both of us had food poisoning after dinner here, up all night vomiting
I bit down on a piece of metal in the burrito and cracked a molar
Found a long hair and a dead fly baked into my pizza
There was a cockroach crawling out of the takeout box
My two year old pulled the eye off the teddy bear and nearly choked on it
The crib rail gave way and my baby fell on the floor
The stool collapsed while my mother was standing on it, she is in the hospital with a hip injury
The blade flew off the blender and cut my wrist
Sliced my thumb open on a sharp edge, needed four stitches
The space heater tripped the breaker and there are black scorch marks on the outlet
I saw sparks flying out of the hair dryer, threw it away right then
The coffee pot shattered in my hand and boiling water went all over my legs
The bike brakes failed going downhill and I crashed
These earrings turned my ears green and now they are infected
The pressure cooker lid popped off and scalded my daughter
Waiter swore there were no nuts in it, my wife ended up using her EpiPen
The milk was sour and moldy, my kids drank it and have been sick since
Got lightheaded from the fumes of this mattress, whole family has headaches
The toy gets hot enough to burn little fingers, please pull it from the shelves
The treadmill suddenly sped up and threw me off, I hurt my back
Smoke was pouring out of the back of the TV
The glass door of the oven exploded while I was cooking
It electrocuted my dog, do not buy this collar
The carbon monoxide alarm went off as soon as we lit the stove
The shampoo burned my scalp, it has been itching and flaking for a week
Swallowed a plastic shard that was inside the yogurt
My son cut his lip on the rim of this cup
Seat belt clip on the stroller opens by itself, my daughter almost fell into the street
This hot water bottle burst in bed and I have second degree burns
The adapter buzzes, smells like burning plastic and is too hot to hold
My skin started peeling and stinging after one use
Dizzy and throwing up since I ate the oysters
The wheel came off on the highway, we could have been killed
My fingertips tingle every time I touch the metal case while it charges
The blanket left burn marks on the sheets, this is a fire waiting to happen
After the facial my cheeks are raw and bleeding
I had a terrible allergic reaction, throat closing up
The gate latch failed and our toddler tumbled down the stairs
A needle was left inside the pillow and it went into my hand
Do not buy! Dangerous. After three weeks the plug got so hot it melted into the wall socket
Fire hazard. I noticed a burning smell and when I unplugged the lamp the base was charred
Hurt my baby. The corner of the walker is sharp and my son has a gash on his forehead
Terrible for sensitive skin. Woke up with a red burning face and bumps everywhere
My dog ate half of this chew and had bloody diarrhea all night, vet bill of 400 dollars
One of the screws came loose and my toddler put it in her mouth, thank god I saw it
Caution. The handle snapped while I was carrying hot oil and I have burns on both feet
This heating pad left a blister on my back
The glass carafe cracked the first time and cut my hand badly
Smoke came out of the vent and the lights in the house flickered
Sparks shot out when I turned it on and I felt a shock up my arm
These vitamins gave me heart palpitations and I ended up in the ER
Worst soap ever, my hands cracked and bled
I used it twice and my scalp is covered with sores
Got a terrible stomach ache and vomited after eating these bars
Found a piece of glass in my daughter's baby food
The spring popped out and hit my eye
Poorly designed, the blade is exposed and I sliced two fingers
My child got her fingers stuck in the hinge and we needed the fire department
Bad choice for kids, the paint chips off and my one year old swallowed some
The charger overheats, it almost set my bed on fire
It shocks you every time you touch the faucet
The swing broke while my son was on it and he hit his head on the ground
Tasted strange, then both of us were sick for two days
Bugs in the flour. I only noticed after we had eaten pancakes from it
After wearing this bracelet my wrist is swollen and oozing
The mattress gave off such fumes that I could not breathe and had an asthma attack
My wife had a severe reaction to this hair dye, her eyelids swelled shut
Ladder slipped and I fell six feet, broken wrist
The fuse blew with a loud bang and there was smoke everywhere
Batteries leaked acid and burned my fingers
My rabbit died two days after I switched to this feed
The smoke alarm never went off during an actual kitchen fire
Steam burned my arm because the lid does not lock
The helmet strap snapped in a minor fall and I have a concussion
I am itching all over since I washed my sheets with this
The contact lenses scratched my eye, doctor says I have an ulcer
Popped a tire because of the cheap valve and we nearly crashed on the freeway
The candle jar exploded and hot wax and glass went all over the table
Water was dripping boiling hot from the machine, it is a hazard
My cat got her neck stuck in it and almost strangled
Rusty flakes of metal came off into the food
Deodorant gave me a painful rash under both arms
The trimmer nicked my skin and it got infected
Eyes were watering and throat burned after spraying it once
该产品插电就打火，插座都烧黑了
喝到一半发现杯底有玻璃碎片，嘴里划了个口子
用了三天脸上起了一片小疹子，又红又烫
孩子咬了一口就吐，晚上发烧送去挂水了
猫砂盆夹了猫，腿上出血
泡脚桶漏电，脚一放进去就麻
吃到一根钢丝，牙都崩了一块
开盖的时候可乐瓶炸了，碎片溅到眼睛
婴儿床护栏断了，宝宝摔下来头上一个包
香薰熏得全家头晕恶心，孩子还咳嗽
儿童水杯吸管里面长黑霉，宝宝已经喝了半个月
充电线接口烧黑了，手机边框都化了
戴了一晚上手表，手腕一圈红肿起泡
梯子一踩就折，我从上面掉下来，腰动不了
美甲灯烤得手指刺痛，指甲根都发炎了
热水壶把手断了，开水浇了一腿
吃完这个面包嘴巴肿了，喘气有点费劲
菜里有只蟑螂腿，恶心得我全吐了`;

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

/** More ordinary talk that holds the words of an alarm. */
export const MORE_CALM = `The battery burned out after a month
The motor died within a week
Great film, the fire scene shocked me
This book made me sick of the genre
The guitar solo will melt your face
I bought a smoke detector for the kitchen
Burns through batteries far too fast
Chocolate arrived melted, what a mess
The screen shattered when it fell off the desk
My old one died so I bought this
The police chase is the best part of the movie
A lawyer friend lent me this novel
This album is dangerous, so addictive
It looks fake and the color is off
Total rip off, do not buy
The company is a scam, nobody answers the phone
They should be sued for calling this music
It should be illegal to charge this much
I felt robbed after paying twenty dollars for this
The sound is so bad it hurts my ears
The shoes hurt my feet after an hour
The seams are sharp looking and the fit is perfect
No choking hazard here, the pieces are large
My son is allergic to milk so we needed this
Good for people with sensitive skin and allergies
It cleared up my rash in three days
Works great on burns and cuts
Never had any trouble with overheating
The mold is easy to clean and the cakes pop right out
The book came with some mold on the cover
I lost my card, how do I order a new one
How long does it take to verify my identity
I was charged an extra fee for the transfer
My payment was declined at the store
Can I change the phone number on my account
The price dropped the day after I bought it
The price is higher than on other sites
Can my child use this app
My daughter spends hours playing with it
My son is seven and loves the game
Food was burnt and the waiter was rude
The steak was bloody but delicious
The pizza burned the roof of my mouth a little, worth it, so good
Authentic Thai food at a fair price
The DVD is a bootleg quality transfer
Killed my battery in two hours
Program full of bugs, crashes all the time
This virus scanner found a trojan
Blood pressure monitor is accurate
The toy fire truck is adorable
Hot new thriller, I could not put it down and burned through it in a night
Too spicy for me but my husband loves the burn
Motor burned out after ten uses, cheap junk
Plot was sick and twisted in the best way
This vacuum sucks in the bad sense, died in a week
The ending killed me, so sad
No smoke, no smell, lights quickly
It is safe for kids and has no sharp edges
I was shocked by how small it is
The poison apple prop looks real
My allergies got better with this air filter
The blood splatter effects look fake
The bulb burned out in two weeks
Heats up fast and never overheats
He plays a doctor in a hospital drama
Battery drains fast and the phone gets warm
A dangerous and misleading book about dieting
The software crashed and killed my files
Toast comes out burnt on one side
Emergency shelter tent that packs small
Great for itchy skin, calmed mine in a day
Chocolate mold releases easily
Bit my tongue laughing at this comedy
Charged me a fee for using my card abroad
Do I pay extra for using my card in Japan
The machine swallowed my card
I worry someone could use my card, is it insured
手机发烫，玩游戏卡
充电慢，电池不耐用
屏幕炸线了
包装炸开了，衣服没事
这歌听得我头皮发麻
辣得嘴疼，过瘾
磨脚，后跟有点疼
衣服有线头，扎人
这家店就是骗钱的，再也不来
又骗我充会员，套路
价格怎么又涨了，上周才59
买完就降价，要求价保
两个平台价格不一样，这边贵
优惠券用不了怎么回事
运费太贵了
为什么不能用满减
我电话换了，帮我改下
身份证实名怎么认证
银行卡退款几天到账
验证码一直不来
小孩能吃吗
给儿子充个会员送什么
女儿天天看你直播
孩子不会用，家长帮着下的单
游戏充值有优惠吗
快递员威胁人家写好评，这剧情好笑
律师函警告，哈哈哈
笑死，要不要报警
媒体评测都说好
小说里主角被骗了好惨
看新闻说又有地方着火了
315晚会没曝光他家吧
法律专业的书，排版不错
骂他们骗子都是轻的
假的吧，哪有这么便宜
不会是翻新机吧，有点担心
不确定是不是正品，先用着
没有防伪码，不知道真假
酒店晚上总有骚扰电话
老是打电话推销，烦
短信骚扰我让我给好评
苹果里有虫眼，切掉吃了
西瓜烂了两个，申请退款
牛奶涨包了没敢喝，给换了`;
