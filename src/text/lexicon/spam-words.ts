// Words of advertising and lures; one alone rarely proves anything, which is why they are weighed together.

/** Tags are used as `spam.<name>`. */
export const SPAM: Readonly<Record<string, string>> = {
  contact:
    '加微信|加我微|加薇信|加vx|加扣|加他微|微信咨询|微信同号|同微信|手机同微|咨询vx|加微看|扣扣联系|威信号|薇信号|加微|加我微信|加薇|加v|加vx|加wx|加我v|加我vx|微信号|薇信|威信|v信|vx|wx|企鹅号|扣扣|加扣|加q|qq群|加群|进群|q群|私聊我|私我|私信我|主页联系|看主页|看我主页|点我头像|点头像|看头像|看我简介|联系电话|详询|telegram|whatsapp|add me on|dm me|text me at|message me on|contact me on|check my bio|check my profile|link in bio|link in my bio|wechat me',
  lure: "加盟奶茶|个月回本|vbucks|看我头像|想要同款的|出租抖音号|出租账号|删差评|改销量|做排名|点赞关注我|来我直播间|我的直播间|必回|厂房出租|no credit check|seo services|rank your site|get your diploma|no study needed|essay writing|casino with|online casino|follow you back|i follow back|follow back|promo on my|email us|代理招|有没有要做代理|零投资|刷单日|一单5元|抢红包进群|首存送|彩金|稳赚不赔|低价出|内部渠道|免费体验|看片|涨停|日赚|月入|被动收入|拉人有奖|复制这条信息|打开某宝|先体验后付|无效退款|一手货源|可一件代发|giveaway|giving away|free credits|referral code|guaranteed profit|join my|cheap followers|兼职|刷单|日结|日赚|日入|月入过万|轻松赚|在家赚|赚钱项目|招代理|招收代理|代理加盟|诚招|免费领|免费领取|免费送|限时领取|点击领取|中奖了|恭喜您中奖|恭喜中奖|领奖|涨粉|互粉|互关|互赞|引流|拼单互助|砍一刀|帮我砍|帮砍|助力一下|内部优惠券|内部券|返利群|优惠券群|薅羊毛群|进群领|扫码领|扫码进群|免费试用领|副业|宝妈兼职|手机兼职|打字员|点赞员|work from home|earn money|make money|make $|earn $|per day from home|passive income|free iphone|you have won|you've won|claim your prize|claim your|click here|click the link|limited offer|act now|free gift card|crypto*|bitcoin|forex|investment opportunity|double your money|follow for follow|follow me|sub4sub|subscribe to my|check out my channel|check out my|promo sm|get followers|buy followers",
  money:
    '贷款|放款|信用卡套现|套现|网贷|征信|无抵押|额度|低息|月息|黑户|博彩|棋牌|彩票|六合彩|赌场|百家乐|澳门|葡京|时时彩|北京赛车|体彩|投注|返水|开户送|注册送|首存|充值返|炒股|荐股|股票群|牛股|涨停|理财|高收益|稳赚|代开发票|代开票|办证|刻章|假证|代考|代写|发票代开|增值税|枪支|买枪|仿真枪|迷药|催情|约炮|同城约|上门服务|裸聊|成人用品|成人网|色情|一夜情|援交|casino|betting|lottery|payday loan|instant loan|loan approved|viagra|cialis|porn|sexy girls|hot singles|escort|replica watches|onlyfans',
  advert:
    '厂家直销|全场|特价|清仓|大促|促销|优惠多多|欢迎光临|欢迎选购|欢迎来电|欢迎咨询|本店|小店|我店|我家店|我的店|来我直播间|来我家|关注我|点关注|新店开业|店铺名|淘宝搜|淘宝店|拼多多搜|抖音搜|搜索店铺|专业生产|批发|一件代发|货源|诚信经营|质优价廉|联系方式|订购热线|热线|回t退订|退订|退订回|回复td|td退订|回n退订|热销中|火热进行|盛大开业|恭候|莅临|vip会员|凭短信|详情咨询|buy now at|visit our|our store|our website|best price at|wholesale|unsubscribe|order now|shop now|use my code|use code|sale now|discount at|hurry up',
  /** Somebody telling about contact requests, which is feedback and no advertising. */
  told: '送的|烦死|迟到|同事|质量一般|评论区|套路|没收到|收不到|客服让|让我加|叫我加|要我加|让加|让我们加|店家让|卖家让|商家让|主播让|骗我|骗子|被骗|退款|售后|怎么加|加了没|加了微信|加不上|没通过|不通过|要求加|说加|投诉|举报|为什么要|商家|评价|不敢信|asked me to|told me to|they want me|wanted me to|scam|scammed|my order|refund',
};
