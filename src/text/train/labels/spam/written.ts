// Advertising as it reaches a shop, and ordinary talk that holds the same words; written by hand.

const SPAM = `加V：hy88668 免费领试用装，先到先得
刷单日结，一单5元，当天到账，想做的私我
宝妈兼职，手机就能做，一天两三百，加我详聊
低价出各大平台优惠券，进群自取 群号 728391
【中奖通知】恭喜您获得一等奖，点击 http://t.cn/xkk1 领取
急用钱？无抵押贷款，10分钟放款，电话13800001111
高仿奢侈品一比一，支持专柜验货，看我主页
代开各类发票，点数低，可验真，加QQ 55667788
彩票计划群，稳赚不赔，进群扫码
本店新开张，全场一折起，欢迎光临微店 搜 阿丽小铺
关注公众号 省钱快报 每天领大额内部券
主播同款工厂直供，比直播间便宜一半，加微 cd_9921
涨粉神器，一元一百粉，当天到，私聊
想要同款的看我头像，比这里便宜
有没有要做代理的，零投资，带你月入过万
出租抖音号，快手号，实名的，价格好商量
网贷口子，黑户可下，利息低，微信：loan2233
同城交友，美女上门，加薇信
棋牌游戏注册送88，提现秒到 www.kk99.vip
减肥茶一个月瘦二十斤，无效退款，咨询 vx：slim520
办理各种证件，学历可查，联系电话 17700002222
内部渠道苹果手机半价，货到付款，加我
专业删差评，改销量，做排名，长期合作
淘宝店铺转让，带一钻，有意者扣扣联系
股票推荐群，明日涨停板，免费进群体验三天
各位老板需要纸箱吗，厂家批发，量大从优，电话同微信
朋友们来我直播间，今晚送手机，点头像进
搜索 店铺 小熊零食铺，全网最低价
帮忙砍一刀，链接 http://p.dd/xx12，谢谢了
助力领现金，互相帮忙，点一下 http://m.pd/a8
游戏代练上分，便宜靠谱，加扣 9087123
美容院新店开业，充一千送一千，地址万达三楼，电话详询
家教辅导，一对一名师，提分包过，微信同号 18811112222
承接道路画线，拆迁，厂房出租，联系张经理
信用卡提额套现，当天到账，费率低
茅台原箱批发，保真，量大优惠，加微信看货
看片加群，资源天天更新，一次付费终身看
专治脚气祖传秘方，无效退款，手机同微信
招打字员，日赚两百，时间自由，押金一百
想学短线炒股的加老师微信，免费带三天
红包群，进群就抢，拉人有奖励
特价机票内部价，微信咨询 fly007
宝贝同款九块九包邮，复制这条信息打开某宝￥aX3k￥
真人百家乐，首存送彩金，客服在线
本人出闲置名表，支持面交，威信 watch88
加盟奶茶店，总部扶持，三个月回本，热线400-000-1234
点击链接 http://bit.do/win 免费领取 iphone
直播间的朋友，我家也有这款，厂家价，主页联系
外贸原单尾货清仓，一手货源，可一件代发，加V
老中医调理，祛斑祛痘，先体验后付款，详情加微
专业贷款 利率低 额度高 放款快 有公积金社保即可 详询李经理
尊敬的客户，您的积分即将过期，请登录 www.jf-dh.cc 兑换现金
亲，您的快递丢失，点击链接 http://kd.ee/p 填写银行卡理赔
您好，您的账户异常，请及时登录 http://icbc-vip.cc 验证
新品上市 全场五折 会员专享 回T退订
【某某商城】双十二狂欢，满300减200，戳 dwz.cn/ab12 退订回TD
楼盘开售，首付十万起，地铁口，热线 027-0000000
英语培训寒假班火热招生，前二十名半价，报名电话
求互粉互关，必回，主页点赞
点赞关注我，抽三个人送口红，我的直播间晚上八点
Make $300 a day from home, no experience, click http://easy.cash
DM me for cheap followers, real and instant
Hot singles near you, join free at www.dateme.xx
Buy replica watches and bags, best price, WhatsApp +10000000000
You have won a $1000 gift card, claim here http://win.me/1
Crypto signals group, 300% profit guaranteed, join my telegram
Check out my channel, giving away iPhones every week
Instant loan approved, no credit check, call now
Follow me and I follow back, promo on my page
Visit our store for the same item at half price, link in bio
Cheap viagra and cialis, shipped overnight, order at pillsxx.com
Work from home mom shares her secret, text me JOB
SEO services, rank your site on page one, email us today
Online casino with 200% welcome bonus, play now
I made 5000 last week trading forex with Mr Smith, message him on telegram
Use my referral code SAVE50 and get free credits at shopx.io
Selling accounts, aged and verified, contact me on wechat acct77
Free vbucks generator, working 2024, http://vb.gen
Get your diploma in two weeks, no study needed, contact us
Best essay writing service, 20% off, order now`;

const ORDINARY = `客服让我加微信才给退款，这合理吗
加了售后微信三天没通过，怎么办
能加个微信发我安装视频吗
卡片上写好评返现五元，加了微信不给
包装里夹了张小卡片让加微信领红包，我没加
商家让我删差评，说给我微信转二十块红包
怎么联系你们，电话打不通
客服电话是多少
优惠券领了用不了，提示不符合条件
领了满减券结账没减
进直播间领的券过期了
主播让加粉丝群领券，进去根本没有
关注店铺送的礼品没收到
抽奖抽中了怎么没发货
说好的红包呢，主播骗人
返现链接打不开
扫码查了是正品
扫二维码看安装教程，很方便
微信支付失败，钱扣了
可以用微信付款吗
支付宝红包能抵扣吗
你们微信公众号叫什么，我想查质保
微信客服态度很好，问题解决了
店家微信上教我调好了，赞
价格是批发价，性价比高
全场几折啊
特价的时候买的，值
促销活动买的，比平时便宜五十
清仓处理的吧，日期不新鲜
秒杀价入手，开心
厂家直销果然便宜
这店刷单的吧，评价都一样
刷好评的太多了，不敢信
评论区全是水军刷的
贷款买的这台电脑，结果用两天就坏
用白条分期买的，免息
花呗支付被拒
信用卡分期怎么没有了
中奖短信是骗子吧，你们有发吗
收到一条短信说我中奖了，是真的吗
有人加我微信说是你们客服，真的假的
刚才有个兼职刷单的骗子加我，你们泄露信息了吧
这本理财书讲得很清楚，适合新手
炒股的人可以看看这本书
澳门买的比这个便宜
彩票机打印纸质量不错
发票没开，联系客服不理
发票抬头开错了，怎么重开
办信用卡送的箱子，质量一般
办证要多久，店里说三天
直播间人好多，主播加油
来我家装的师傅很专业
我家也有这款，用了三年
我家店里进了两箱，客人说好喝
我们小店用这个打印小票，挺好
推荐给了群里的朋友，都买了
群里都说这个好用
同事群里拼单买的
拼多多比你这便宜
淘宝上同款才三十
京东自营送货快，比旗舰店好
代理商说不保修，什么情况
是总代理发货吗，保真吗
你们招代理吗
想问下批发怎么拿货，一百件多少钱
量大能优惠吗，公司采购
可以对公转账吗
能代发吗，我开网店的
顺丰包邮吗
包邮还这么快，划算
免费送的小样很好用
送的赠品质量也不错
免费安装，师傅没乱收费
免费退换太方便了
限时优惠没赶上，可惜
满三百减四十，凑单买的
第二件半价买的
会员价便宜一点点
链接发我一下，谢谢
一号链接还有货吗
小黄车几号链接
上链接上链接
点关注了，主播看看我
已关注已加购
关注三年了，老粉了
私信你没回
私我一下尺码表
主页没看到这款啊
看主页的那个视频买的
点头像进来的，第一次看
加我一个，还差几个人成团
拼团还差一个人
砍价活动砍不动，套路
帮我砍了一刀就说助力失败
砍一刀套路太深了
推广说的功能根本没有
广告太多，看个视频弹三次
广告打得好，东西一般
软件里全是贷款广告，烦死
自带的APP老弹赌博广告
手机号收不到验证码
联系方式写错了，帮我改成新号
电话联系我，我白天在家
热线打了半小时没人接
退订会员怎么退
怎么取消自动续费
积分可以兑换什么
积分兑换的东西还没到
老板娘微信多少，想再买两箱
师傅留了微信，说有问题随时找他
https://item.jd.com/100001 这款和那款有什么区别
我买的是这个 https://item.jd.com/7788.html 到了没
链接 http://u.jd.com/abc 打不开
成人款还是儿童款
成人尿布吸水性很好
上门服务的师傅迟到了
同城配送两小时就到
不错不错不错不错不错不错不错不错
好好好好好好好好好好好好好好好
哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈
666666666666666666666666666666
Support asked me to add them on WhatsApp for the refund, is that normal
The coupon code does not work at checkout
I clicked the link in your email and it says expired
How do I contact customer service
They promised a gift card for a review and never sent it
Is the free gift included
Love the discount, bought two
Wholesale price for 50 units please
The casino scene in this movie was great
A good book on investing for beginners
I paid with my credit card and the loan from my sister
Unsubscribe me from these emails please
Your ad shows a different color
The seller keeps messaging me to delete my review
Where is the link for item 3
Can you send me the invoice by email
I found this on Instagram and it looks the same
My order number does not work on the website
I followed the page but did not get the promo
Free shipping made my day
Got a text that I won a prize from your store, is it real
Make money back guarantee actually mean something
The earn points feature is broken
Best price I could find, cheaper than the store at the mall
Visit to the store was pleasant, staff helped me a lot
The seeds I bought never sprouted, waste of money
Click wheel on this mouse is broken
I will follow up with the bank about the refund
Bitcoin book arrived with a torn cover
My son spends all his money on this game`;

export interface WrittenAdvert {
  text: string;
  isSpam: boolean;
  /** Every fourth line is kept for testing. */
  forTest: boolean;
}

export function writtenAdverts(): WrittenAdvert[] {
  const of = (list: string, isSpam: boolean) =>
    list.split('\n').map((text, index) => ({ text, isSpam, forTest: index % 4 === 3 }));
  return [...of(SPAM, true), ...of(ORDINARY, false)];
}
