// Words that turn others: denial, fear and condition, reproach, wishes to buy, praise, greeting, and words that carry no matter.

export const CUE_WORDS: Readonly<Record<string, string>> = {
  /** Right before a fault, it is none. */
  not: "不|没|没有|无|不会|不太|不怎么|从不|从没|没怎么|并不|一点不|一点都不|一点也不|完全不|完全没|不容易|别|不是|不再|没再|防|抗|零|免|not|no|never|without|isnt|wasnt|arent|doesnt|didnt|dont|havent|hasnt|wont|non|zero|hardly|isn't|wasn't|doesn't|didn't|don't|haven't|hasn't|won't",
  /** In front of a fault: feared, asked, supposed, treated, told of others. */
  maybe:
    '以为|还以为|i thought|thought it was|thought the|会不会|会|怕|害怕|担心|如果|要是|万一|假如|是否|是不是会|容易|可能|以免|防止|避免|预防|治|缓解|改善|修复|去除|针对|适合|能不能去|会不会有|有没有|有无|别人说|听说|网上说|if|in case|will it|would it|does it|do they|do these|do you|is it|is there|are there|can it|could it|may|might|afraid|worried|worry|scared|hope|prevent*|avoid|treats|good for|suitable|help with|helps with|any|要真是|假设|倘若|could this|will this|can this|is it going to|does this',
  /** About others, not about this shop. */
  elsewhere:
    '别家|别人家|其他家|其它家|另一家|别的店|别的直播间|其他直播间|其他店|隔壁|那家|别的牌子|其他牌子|别的品牌|其他品牌|以前那个牌子|another shop|another store|another seller|another brand|another place|other brand|other brands|other shop|other store|other seller|different brand|different seller|different shop|somewhere else|elsewhere|competitor|隔壁直播间|上一个直播间|刚才那个直播间|另一个直播间|别个直播间|other live|another live|other lives|other stream|another stream|the other seller|last seller|different live|other live is|the other live',
  /** A fault that is told to be untrue. */
  rumour:
    '别听|别信|谁说|造谣|黑粉|胡说|瞎说|乱说|不信谣|谣言|抹黑|haters|dont listen|dont believe|stop lying|stop spreading|rumor|rumors|rumour|同行黑|同行抹黑|黑子|他们说|有人说|别带节奏|带节奏|some people say|people say|people are saying|they say its|i dont think so|i doubt it|dont spread',
  /** Asked in reproach. */
  why: '说好的|怎么|为什么|为啥|为何|咋|凭什么|怎么回事|怎么又|why|how come|whats wrong|what is wrong|what happened|whats going on',
  settled:
    '好了|恢复了|解决了|不卡了|有声音了|又有了|搞定|收到了|已经好|正常了|可以了|fixed|resolved|its back|sound is back|working now|better now|all good',
  /** Words of a person with the goods at home. */
  mine: '我买的|买的|收到|到手|上次买|上回买|之前买|用了|吃了|喝了|穿了|戴了|擦了|涂了|敷了|洗了|买回来|买了|拿到|i bought|i got|i ordered|mine|my last|last time|after using|after eating|i used|i ate|i tried|i had',
  /** Sayings in which a fault is none. */
  figure:
    'super fast shipping|great customer service|other live is|钱包要着火|钱包着火|钱包起火|钱包要冒烟|钱包冒烟|手速冒烟|手机都冒烟|price is fake|prices are fake|fake price|kill for|wallet is on fire|wallet on fire|card is on fire|card is smoking|my wallet is burning|手都烫|房子着火|后院着火|笑得我中毒|防晒霜|防晒衣|防晒乳|十几块|好几块|就几块|几块钱就|几十块|几百块|隐私空间|爆炸文学|爆炸头|节目效果爆炸|效果爆炸|爆炸好看|爆炸好吃|颜值爆炸|炸裂好|好看炸了|帅炸了|美炸了|火炸了|爆火|笑吐|笑到头掉|笑出血|着火了一样|价格爆炸|气炸|心态炸|笑炸|炸鸡|炸场|燃炸|假睫毛|假发|假领|假两件|假期|放假|请假|假装|假如|真的假的|不是真的吧|断了线|断舍离|坏人|坏坏|坏蛋|使坏|学坏|烂漫|破费|破防|破冰|打破|破案|裂开了哈|恶心心|不要太好|贵妇|贵气|富贵|高贵|名贵|宝贵|贵宾|珍贵|贵姓|卡通|卡片|银行卡|信用卡|打卡|会员卡|卡路里|卡其|卡哇伊|刷卡|卡点|内存卡|点卡|on fire today|this is fire|fire deal|fake lashes|fake nails|fake fur|faux|fake tan|smoking hot|killing it|vegan leather|to die for|broke the internet|im broke|going broke|make me broke|i am broke|breaking the bank|cut my hair|no doubt|real quick|not a problem|no problem|echo dot|gift receipt|手速我报警|我要报警了太便宜|便宜到报警|美到报警|好看到犯规|the price is fire|youre fire|these are bomb|this is sick|killed it|手烫伤了停不下来|买到手软|剁手|手都剁|美得要爆炸|爆炸了哈|要爆炸了|直接晕倒|我晕倒|美晕|帅晕|我是麦克风|保护隐私|注意隐私|美爆|帅爆|好看爆',
  buy: 'about to order|save me one|want want|gonna cop|ordering now|上车|买它|我也要|要了要了|这个要了|就拍|我拍|等会拍|等下拍|等会就|一会就拍|这就买|安排上|整一个|整两|搞一个|抢一个|入一个|囤一|囤点|copping|count me in|sign me up|im getting|im in|gotta have|gotta get|想买|要买|我要|我想要|要下单|要拍|去拍|去下单|准备拍|准备买|准备下单|打算买|加购|加购了|加购物车|加入购物车|种草|冲冲|冲了|冲鸭|马上拍|马上下单|这就拍|这就去|拍一个|拍两|拍一件|拍一单|来一个|来一件|来一单|来两|来一套|来一份|要一个|要一件|要两|要一套|必须拿下|必买|闭眼入|心动|想入|想要|想拥有|必须买|给我留|留一|蹲|蹲一个|等发工资|i want|want this|want one|want it|i need|need this|need it|need one|ill take|i will take|take my money|adding to cart|add to cart|in my cart|im buying|buying this|buying it|gonna buy|going to buy|going to order|ordering|shut up and take|must have|ill order|ill buy|sold me|getting one|getting this|gonna order|grabbing',
  done: 'paid just now|just paid|checked out|bought already|bought one|bought two|got two|付完款|付钱了|付完了|付好了|下了一单|下了两单|下了三单|下了2单|秒了|买完了|拍上了|抢着了|拍了两|拍了三|买了两|订单已|just purchased|just got one|just got it|just copped|order went through|got two|snagged one|snagged|已拍|拍了|拍好了|拍完了|拍到了|拍下了|刚拍|已下单|下单了|下完单|刚下单|下单成功|已付|付款了|付了|已付款|买了|已买|买好了|买到了|抢到|抢到了|已抢|秒到|拿下了|入手了|囤了|ordered|just ordered|i ordered|bought|just bought|i bought|purchased|just purchased|order placed|placed my order|placed an order|just paid|i paid|checked out|got mine|got it',
  /** In front of words of having bought, they are none. */
  unbought:
    '不许|别|老公说|太多|买太多|不许再|不能再|before i|没拍|没买|没抢|不买|没下单|还没买|没付|抢不|拍不|买不|怎么|哪里|why|how|where|didnt|not|havent|never|cant|couldnt',
  claim: 'sold|claim|claiming|扣|打|刷|敲',
  praise:
    'sweet|so sweet|explain so well|explains so well|super fast shipping|shipping was quick|shipping was so quick|need more of these|no pilling|really good|so good|always good|great price|good price|amazing quality|great customer service|good service|great service|love it|well made|very happy|super soft|牛|太牛|绝|太绝|实在|大气|专业|真诚|耐心|仔细|宝藏|信任|没失望|从来没失望|太值|值了|没得说|冲着|都说好|用完皮肤|皮肤好|真的可以|真可以|这个好|好喜欢|回头客|老顾客了|质感好|做工好|很正|很香|很甜|很软|好软|很舒服|很合身|特别喜欢|用得很好|效果好|效果不错|有效果了|没踩雷|impressed|trust|never disappoints|never disappointed|favorite|go to|game changer|high quality|love love|works so well|my fav|so cute|soft|fits perfectly|fits great|10/10|好看|好美|好吃|好喝|好用|好穿|好闻|好听|不错|真好|很好|太好了|挺好|超好|特别好|非常好|质量好|质量不错|质量很好|喜欢|好喜欢|爱了|绝了|绝绝子|yyds|赞|点赞|棒|超棒|真棒|给力|推荐|回购|无限回购|复购|第二次买|第三次买|老粉|老顾客|值得|超值|划算|便宜|好便宜|实惠|良心|性价比|放心|靠谱|满意|完美|惊艳|舒服|显瘦|显白|显高级|高级感|漂亮|可爱|支持|真香|香|nice|love|loved|loves|lovely|great|amazing|awesome|beautiful|gorgeous|perfect|cute|excellent|fantastic|wonderful|pretty|best|recommend|obsessed|good quality|great quality|high quality|comfy|comfortable|worth it|happy with|works great|so good|stunning|bought again|holy grail|not expensive at all|no rash at all|super gentle|so gentle|sweetest|so helpful|holds up great|客服态度很好|客服态度好|客服好|态度很好|态度真好|服务态度好|客服很好|客服有耐心',
  blame:
    '垃圾|骗子|骗人|坑人|坑货|避雷|踩雷|别买|千万别买|后悔|差评|失望|太失望|上当|忽悠|黑心|不推荐|退钱|无语|恶心|太差|很差|真差|太烂|辣鸡|scam|scammers|scammer|garbage|trash|terrible|awful|horrible|worst|disappointed|disappointing|waste of money|dont buy|do not buy|regret|ripped off|never again|hate it|sucks|disgusting',
  /** Things that may harm: what a hazard word needs beside it. */
  device:
    '充电宝|充电器|插座|插头|电池|电器|电热|热水|热水袋|暖手|吹风机|锅|灯|线|机器|电动|产品|面膜|面霜|精华|口红|粉底|洗面奶|洗发|染发|牙膏|零食|水果|牛奶|奶粉|饼干|坚果|肉|海鲜|脸|皮肤|眼睛|嘴|手|身上|宝宝|孩子|charger|battery|power bank|plug|cord|heater|device|serum|cream|mask|lotion|makeup|face|skin|eyes|lips|my kid|my baby|product',
  /** What a complaint of goods speaks of. */
  goods:
    '质量|东西|产品|商品|货|包包|面膜|口红|围巾|外套|毛衣|羽绒服|锅|杯|手机|耳机|充电|水果|零食|买的|买了|收到|上次|买过|用了|穿了|洗了|吃了|客服|发货|快递|售后|店铺|你家店|价格|quality|product|item|order|ordered|bought|seller|shop|store|shipping|received|purchase|refund|money',
  greeting:
    'first|heyyy|heyy|hiii|hiiii|back again|made it|new here|hi love|good eveningg|say hi to|evening all|morning all|hi all|hey all|hey guys|hi guys|生日快乐|老粉来了|宝子们好|小姐姐好|终于赶上|路过|下班来|前排|占座|刚进来|报告|粉丝报到|周末好|周末快乐|节日快乐|新年快乐|我又来了|每天都来|来看你|想你了|吃了吗|来自|evening everyone|hi from|hello from|watching from|here from|happy birthday|finally made it|just got here|popping in|front row|good to see you|主播好|大家好|姐妹们好|晚上好|早上好|下午好|中午好|你好|您好|哈喽|嗨|来了|来啦|我来了|刚来|报到|打卡|签到|拜拜|晚安|再见|下播了|辛苦了|欢迎|第一次来|新来的|新人|hello|hi|hey|hiya|good morning|good evening|good afternoon|hi everyone|hello everyone|bye|good night|goodnight|just joined|im here|im new here|first time here|greetings|howdy|hola|hbd|happy bday|hii|heya|打个招呼|here now',
  /** Words that say nothing about the matter asked. */
  stop: '这个|那个|这款|那款|这件|那件|这|那|主播|老板|老板娘|请问|问一下|问下|想问|想问一下|我想问|求问|一下|可以|可不可以|能不能|能|吗|嘛|么|呢|啊|呀|吧|哦|哈|啦|的|了|是|是不是|有|有没有|没有|我|你|你们|我们|他|她|它|小姐姐|姐姐|姐|哥|小哥哥|哥哥|宝|宝宝|宝贝|宝子|亲|亲亲|姐妹|姐妹们|家人们|家人|美女|帅哥|问|想|要|就|都|也|还|还是|很|太|会|会不会|到底|现在|今天|直播间|咱|咱们|咱家|你家|你们家|家|一个|一件|个|款|件|回答|回复|看到|看见|说|讲|怎么样|怎么|什么|多少|几|哪|哪个|哪里|不|没|用|买|拍|please|pls|plz|hi|hello|hey|can|could|you|i|me|my|we|it|its|is|are|do|does|did|the|a|an|this|that|these|those|of|for|to|in|on|at|and|or|so|if|will|would|be|have|has|get|what|which|when|where|how|who|any|there|one|about|with|just|am|im|u|ur|tell|know|question|anyone|guys|sis|girl|mam|sir|your|they|them|should|may|might|there|hows|whats|still|also|really|from|much|many|long|not|was|were|been|here|now|today|need|want|like|ok|okay|omg|hun|babe|tho|rn|hiya|hello there|does this|is there|got|like to|wanna|gonna|would like|let me|every|some|into',
};
