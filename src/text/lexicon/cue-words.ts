// Short words that carry tone and intent: praise, blame, negation, questions, wishes, orders, leaving, idioms.

/** Tags are used as `cue.<name>`. */
export const CUES: Readonly<Record<string, string>> = {
  pos: '好|不错|很好|非常好|满意|喜欢|赞|棒|完美|推荐|值得|超值|给力|惊艳|优秀|舒服|好用|好吃|好看|漂亮|开心|高兴|感动|惊喜|爱了|点赞|好评|五星|放心|实惠|方便|耐心|热情|贴心|可以的|靠谱|真香|划算|不后悔|支持|绝绝子|yyds|种草|nice|good|great|excellent|amazing|awesome|love|loved|loves|perfect|wonderful|fantastic|best|happy|pleased|recommend|beautiful|satisfied|impressed|enjoy*|comfortable|brilliant|superb|delighted|well made|works well|works great|glad|favorite|outstanding',
  neg: "差|很差|太差|垃圾|失望|后悔|坑|骗|烂|难用|难吃|难看|难闻|恶心|生气|气死|无语|郁闷|糟糕|恶劣|坏了|坏的|假货|慢|太慢|不满|差评|上当|敷衍|不值|不好|不行|不满意|不喜欢|没用|破|刺鼻|粗糙|劣质|投诉|恼火|火大|服了|心寒|欺骗|忽悠|避雷|踩雷|拔草|翻车|受不了|差劲|离谱|浪费|一星|辣鸡|坑爹|坑人|别买|没法用|不能用|用不了|漏|少了|bad|poor|terrible|awful|horrible|worst|disappointed|disappointing|disappointment|broken|broke|useless|waste|hate|hated|rude|defective|cheaply|junk|crap|garbage|annoying|frustrat*|unacceptable|ridiculous|avoid|never again|unhappy|angry|scam|sucks|faulty|failed|fails|regret|pathetic|disgusting|ripped off|worse|boring|lousy|stopped working|doesn't work|does not work|didn't work",
  negator:
    "不|没|没有|无|未|别|不会|不是|并非|从未|从不|毫无|没啥|没什么|不太|不怎么|不够|不再|未曾|免于|no|not|never|without|don't|doesn't|didn't|isn't|wasn't|aren't|weren't|can't|cannot|won't|wouldn't|couldn't|haven't|hasn't|hadn't|nothing|none|no longer|hardly|neither|nor|non",
  /** Longer expressions whose parts must not be read one by one. */
  idiom:
    "还没用|没用过|还没使用|还没试|没用上|还没穿|没试过|无疑|无误|无比|早上好|上午好|中午好|下午好|晚上好|大家好|主播好|未成年|不错了|没错了|不仅|不但|不光|不愧|没想到|不得不|不料|差不多|无论|不管|不过|不一会|不一会儿|好不容易|没的说|没得说|没话说|没毛病|不要太好|不要太好吃|不要太好看|不要太爽|不要太舒服|好吃到爆|好吃到爆炸|好看到爆|颜值爆炸|颜值爆表|火爆|爆款|美炸了|帅炸了|炸裂好吃|好用到爆|美爆了|好喝到爆|笑死|笑炸|开心死了|香死了|爱死了|喜欢死了|美死了|可爱死了|好吃死了|乐死|羡慕死|太好了|好得很|便宜没好货|一分钱一分货|死贵|死沉|死慢|好贵|好慢|好差|好烂|好难|好坑|好丑|好臭|好假|好气|好吵|好卡|好几|好久|好多|好像|好评返现|幸好|只好|最好|正好|刚好|恰好|爱好|讨好|好了|好的|好吧|你好|您好|好友|好在|还好吧|好意思|不好意思|好不好|好歹|友好|美好|差价|差别|时差|差点|差一点|误差|差不离|出差|色差|坑位|骗不了|不差|不坑|不慢|不后悔|不失望|不踩雷|不知不觉|不可思议|不由得|没关系|没事|没问题|无与伦比|无敌|无可挑剔|无话可说|无线|无感|无语|别人|别的|特别|区别|级别|性别|个别|识别|分别|告别|别墅|别致|别提多|怪不得|了不起|要不是|不知道|不清楚|不懂|不错的|不错|不二之选|不二选择|烂漫|烂熟|漏网|漏斗|破费|破例|not bad|not only|can't wait|can't complain|can't go wrong|no problem|no problems|no complaints|no issues|no regrets|never disappoints|never fails|couldn't be happier|cannot go wrong|can't beat|could not be happier|not to mention|no doubt|nothing but good|so bad i want|bad boy|to die for|dying for|sick deal|killer deal|the bomb|fire sale|on fire deals|lit|nothing special|no wonder|no brainer|best buy|not too bad|wireless",
  /** Idioms that are themselves praise or blame. */
  idiom_pos:
    "不要太好|不要太好吃|不要太好看|不要太爽|不要太舒服|好吃到爆|好吃到爆炸|好看到爆|颜值爆炸|颜值爆表|美炸了|帅炸了|炸裂好吃|好用到爆|美爆了|好喝到爆|爱死了|喜欢死了|香死了|好吃死了|美死了|可爱死了|没的说|没得说|没话说|没毛病|不后悔|不失望|无与伦比|无可挑剔|没有不喜欢|好得很|太好了|不二之选|不二选择|别提多好|不踩雷|真香|性价比之王|回头客|无限回购|not bad|can't complain|can't go wrong|no complaints|no regrets|never disappoints|couldn't be happier|can't beat|to die for|the bomb|no brainer|game changer|must have|worth every penny|no issues|no problems|cannot go wrong|not too bad",
  idiom_neg:
    "死贵|死沉|死慢|便宜没好货|好贵|好慢|好差|好烂|好坑|好丑|好臭|好假|好气|好吵|好卡|无语|呵呵|交智商税|智商税|割韭菜|花钱买罪受|一言难尽|谁买谁后悔|谁买谁倒霉|谁买谁傻|买了个寂寞|食之无味|不敢恭维|大失所望|名不副实|挂羊头卖狗肉|店大欺客|花钱买教训|再也不来|再也不买|再也不会|不会再买|不会再来|绝对不会再|最后一次|没有下次|不会回购|劝退|喂狗|狗都不|还不如|不如不买|nothing special|left a lot to be desired|save your money|buyer beware|stay away|don't bother|never buying|never buy|never order|never again|would not recommend|don't recommend|do not recommend|wouldn't recommend|not recommend|don't buy|do not buy|won't be back|zero stars|one star|want my money back|what a joke|waste of money|waste of time|not worth it",
  question:
    '吗|么？|么?|到哪了|到哪儿了|什么时候|啥时候|几时|何时|怎么|怎样|如何|哪里|哪个|哪款|哪家|哪种|哪儿|在哪|多少|多大|多久|多长|多重|多高|几天|几点|几号|几个|几码|什么码|有没有|能不能|可不可以|是不是|会不会|要不要|好不好|行不行|可以不|有无|是否|请问|求问|想问|问一下|问下|咨询|谁知道|为什么|为啥|为何|什么意思|什么|啥|干嘛|怎么办|能否|可否|适合|有人用过|有人知道|呢?|呢？|不?|没?|能用不|好用不|准不准|大不大|要多久|how|what|when|where|which|who|whose|why|can i|can you|could you|could i|do you|does it|does this|does the|is it|is this|is the|is there|are there|are these|are you|will it|will you|would it|would you|should i|may i|any idea|anyone know|has anyone|have you|did you|do i|is my|can we|wondering|tell me',
  question_mark: '?',
  /** Interrogative words that often stand in statements; they need a mark or a question form. */
  question_weak: '什么|啥|怎么|多少|几个|几天|哪里|为什么|how|what|when|where|which|who|why|适合|呢?|不?|没?|怎样|如何',
  /** Reproach in the form of a question. */
  rhetorical:
    "怎么还没|怎么还不|为什么还没|为什么还不|为什么不|为啥不|凭什么|什么垃圾|什么玩意|什么东西|什么破|什么烂|什么态度|什么鬼|什么质量|什么服务|这也叫|这叫什么|有什么用|有啥用|有没有搞错|搞什么|怎么这么|怎么那么|怎么能这|怎么可以这|怎么回事|咋回事|谁还敢|谁敢|还让不让|让不让人|有没有人管|没人管吗|没有人管吗|就这|良心呢|良心不会痛|良心何在|还要不要|还能不能行|是想怎样|想怎么样|至于吗|好意思吗|脸呢|要等到什么时候|到底什么时候|到底发不发|还要等多久|到现在|怎么做生意|这样做生意|会做生意吗|骗谁呢|当我傻|逗我|耍我|玩我呢|为什么这么|怎么老是|怎么又|为什么总是|为什么又|就不能|难道|why is it still|why is my|why haven't|why hasn't|why has my|why did you|why do you|why would you|why would anyone|why can't you|why won't|why are you|how can you|how could you|how is this|what kind of|what a|who would buy|are you kidding|seriously|is this a joke|what is wrong with|what's wrong with|how hard is it|how is it possible|how dare|how many times|why does it take",
  request:
    "帮我|麻烦|请帮|帮忙|请尽快|尽快|催一下|催催|催单|改地址|改一下|修改地址|改下|备注|取消订单|给我退|给我换|我要退|我要换|要退货|要退款|要换货|申请退|能不能催|我想退|我想换|申请退|申请换|请发|发给我|加急|请联系|联系我|回复我|给个说法|给我发|补发|给我查|查一下|查下|看一下|取消一下|安排一下|处理一下|转人工|开发票|开一下|开个发票|补开|please|i need to|i want to return|i want a refund|i would like to|i'd like to|help me|can you please|cancel my|change my|update my|send me|let me know|need help|refund me|contact me",
  suggest:
    '建议|希望|最好能|最好是|要是能|如果能|如果可以|能不能出|可不可以出|可以出|出一款|出个|增加|改进|改善|改良|加强|提高一下|完善|优化|应该|希望能|期待|多出|加个|加一个|多备|不如|可以考虑|能否增加|能否改|要是有|如果有|就更好|就好了|就完美|更完美|会更好|下次能|多搞|多做|多一些|提个意见|提点意见|提意见|i suggest|suggest|suggestion|would be nice if|would be great if|would be better|it would be|should have|should add|should be|should include|please add|please make|please consider|please bring|wish it|wish there|wish they|wish you|i wish|hope you|i hope|could be improved|could use|needs to be improved|needs a|would love to see|how about|maybe you could|you could|consider adding|might want to|would prefer|room for improvement|if only',
  suggest_strong:
    '建议|建议你们|希望能|最好能|要是能|如果能|能不能出|可不可以出|就更好|就好了|就完美|更完美|会更好|可以考虑|提个意见|提点意见|提意见|希望增加|希望改进|希望店家|希望卖家|希望商家|希望主播|希望厂家|希望你们|希望以后|希望下次|希望可以|i suggest|suggestion|would be nice if|would be great if|would be better|please add|please consider|wish it|wish there|wish they|wish you|i wish|could be improved|would love to see|maybe you could|consider adding|should add|should include|if only|please bring|please make',
  /** A wish for luck or a warning, not a change the shop could make. */
  suggest_not:
    "建议大家|建议别|建议不要|建议不买|建议购买|建议入手|建议谨慎|建议慎|建议避|希望越来越|希望早日|希望大家|希望好用|希望能用|希望耐用|希望有效|希望对|希望效果|希望质量|希望不会|希望不要|希望宝宝|希望孩子|希望能瘦|希望持久|期待效果|希望一直|强烈建议不|不建议|没有建议|生意兴隆|i suggest you avoid|suggest you avoid|hope it lasts|hope it works|hope this helps|hope you enjoy|suggest everyone|don't suggest|hope it|suggest buying",
  buy: "想买|要买|我要买|想要|我要一|我要两|求链接|要链接|上链接|链接呢|链接在哪|链接发|已拍|拍了|拍下|已下单|下单了|下单啦|刚下单|已付|付款了|已付款|付了|买了一|买买买|怎么买|哪里买|在哪买|怎么下单|如何购买|怎么拍|怎么抢|给我留|留一件|留一个|来一|来两|来一件|来一套|来一份|冲|冲了|冲鸭|抢到|抢到了|已抢|秒了|入手|入了|准备买|准备下单|打算买|考虑买|种草|加购|加购物车|加车|回购|再买|还会再来|还会来|会再来|还会买|下次还|再来一|囤|囤货|多买|号链接|要一件|要一套|要一个|要两|可以买|能买|想入|蹲|蹲一个|蹲链接|我要了|已拿下|拿下|扣1|i want to buy|want to buy|want this|want one|want it|i need this|need this|i'll take|i will take|take my money|where can i buy|where to buy|how do i buy|how to buy|how can i order|how do i order|just bought|just ordered|i ordered|ordered one|ordered two|buying|buy again|order again|purchase again|buy more|link please|drop the link|add to cart|in my cart|can i order|i want two|i want the|place an order|ready to buy|going to buy|would buy|will buy|will order|will definitely buy|definitely buy|repurchase|sold|shut up and take|ordering|just paid|buy another|order more|i'd like to order|i'd like to buy|like to buy|put me down|grab one|grabbed",
  /** Purchase words of somebody who will come back; praise leads when there is praise. */
  buy_again:
    '回购|再买|还会再来|还会来|会再来|还会买|下次还|再来一|囤|多买|buy again|order again|purchase again|buy more|will buy|will order|definitely buy|repurchase|buy another|order more|would buy|will definitely buy',
  /** Past purchase in a review; on its own no purchase intent outside a live room. */
  buy_past:
    '拍了|拍下|买了一|下单了|已下单|付款了|入手|i ordered|just bought|buying|冲|秒了|抢到|ordered one|ordered two|可以买|种草|sold|付了|入了|just ordered',
  buy_not:
    "不想买|不想要|别买|不会再买|不会买|不买|不要买|不敢买|再也不|不回购|不会回购|后悔买|谁买|才买|不值得买|不想再|没抢到|抢不到|不会再来|never buy|don't buy|do not buy|not buy|won't buy|wouldn't buy|would not buy|wouldn't buy again|not order|regret buying|stop buying|not buying|won't order|not going to buy|before buying|think twice|wish i had|don't want|buyer beware|想买的|想要退|想要换|想要取消",
  /** The speaker says that there is nothing to judge yet. */
  unjudged:
    "还没用|没用过|还没使用|还没试|没用上|还没穿|没试过|用了再来|用过再来|用后再评|试用后再|等用了再|用了再评|之后再来评价|再来评价|再来追评|以后追评|再追评|先占坑|还没拆|没拆封|还没打开|还没装|还没尝|还没看|haven't used it yet|have not used it yet|haven't tried|have not tried|haven't opened|will update|not used yet|yet to use|yet to try",
  thanks: '谢谢|感谢|多谢|辛苦了|谢了|thank you|thanks|thx',
  leave:
    "算了|不买了|不要了|取关|取关了|再看看|再看看吧|下次再说|先不买|直接退|不想买了|退出直播|走了|溜了|再考虑|考虑一下|再想想|货比三家|去别家|换一家|换别家|观望|先看看|等等再|以后再说|unfollow*|never mind|nevermind|forget it|i'll pass|maybe later|maybe next time|not now|i'm out|i'm leaving|looking elsewhere|think about it|i'll wait|leaving the stream",
  default_review:
    '此用户没有填写评价|此用户没有填写|用户没有填写评价|用户未填写评价|该用户没有填写|该用户未填写|未填写评价|没有填写评价|系统默认好评|默认好评|系统默认评价|默认评价|用户未及时做出评价|未及时做出评价|评价方未及时|系统自动好评|no written review|no comment left|no review text|n/a|no comment',
};
