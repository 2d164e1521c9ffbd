// Words of the seven reasons to act within the hour, and the words that call the alarm off.

/** Tags are used as `urge.<name>`. */
export const URGENCY: Readonly<Record<string, string>> = {
  /** Harm or hazard, enough alone. */
  body: "过敏了|过敏反应|严重过敏|皮肤过敏|全身过敏|脸过敏|烂脸|毁容|起疹子|起了疹子|起红疹|红疹|荨麻疹|皮炎|红肿|肿了|肿起来|起泡|脸肿|嘴肿|起了红点|起红点|又红又痒|又红又肿|又痒又|灼伤|烫伤|烧伤|割伤|划破手|划破了手|割到手|扎到手|扎破|扎伤|扎手|刺伤|受伤|流血|出血|住院|送医|送医院|进医院|上医院|急诊|打点滴|输液|打吊针|洗胃|中毒|食物中毒|上吐下泻|拉肚子|拉稀|腹泻|呕吐|吐了一|吃坏肚子|肚子疼|肚子痛|胃疼|闹肚子|昏迷|休克|窒息|噎到|卡住喉咙|卡喉|呼吸困难|喘不上气|心慌|抽搐|流产|触电|被电|电到了|电了一下|电人|漏电|跑电|起火|着火|着了火|失火|冒烟|冒烟了|冒火|冒火花|火花|自燃|烧起来|烧着|烧焦|烧糊|燃烧|爆炸|炸了|炸开|炸裂|爆裂|爆燃|鼓包|短路|煤气泄漏|漏气|漏煤气|刹车失灵|玻璃渣|玻璃碎|碎玻璃|玻璃片|蟑螂|虫子|有虫|小虫|活虫|虫卵|苍蝇|蛆|老鼠|异物|脸烂|过敏起|长满|脸发烫|火辣辣|烫嘴|眼睛肿|辣眼睛|甲醛超标|致癌|皮肤红|脸红了|起疙瘩|脱皮|刺痛|溃烂|化脓|allergic reaction|rash|hives|swollen|swelling|swelled|burned my|burnt my|burns on|burn on|got burned|skin burn*|chemical burn|emergency room|went to the er|in the er|ambulance|poisoning|food poisoning|threw up|throwing up|diarrhea|diarrhoea|sick after|made me sick|got sick|made my son sick|made my daughter sick|puking|bleeding|injured|injury|cut my|sliced my|choking|can't breathe|couldn't breathe|trouble breathing|fainted|shocked me|electric shock|electrocuted|got shocked|caught fire|catch fire|exploded|explodes|burst into|sparks|sparking|short circuit|short-circuit|overheated|gas leak|glass in|glass shards|shards|broken glass|insect in|bug in|bugs in|worms in|maggot*|cockroach|roach|blister*|irritated my skin|anaphyla*|brakes failed|carbon monoxide|去了医院|去医院了|进了医院|去医院看|送去医院|去医院打|去医院检查|在医院|看了医生|看医生了|去看医生|吃出虫|吃出了虫|吃出头发|吃出苍蝇|吃出了苍蝇|吃出玻璃|吃出塑料|吃出异物|清洁球|晕倒了|to the hospital|in the hospital|hospitalized|hospitalised|see a doctor|saw a doctor|to the doctor|doctor said|choked on|choking hazard|started smoking|smoke coming|smoke came|smoke from|starts smoking|was smoking|caught on fire|catch on fire|set on fire|burst into flames|went up in flames|exploded in|explodes|vomiting|vomited|passed out after|skin infection|eye infection|got infected|piece of metal|metal in my",
  body_weak:
    '过敏|发痒|很痒|好痒|瘙痒|发红|泛红|爆痘|烫到|allergic|allergy|itchy|itching|redness|irritation|划伤|割破|砸伤|夹伤|摔伤|划破|扎破',
  /** Talk of a body part or eater that turns a weak word into harm. */
  body_part:
    '脸|脸上|皮肤|身上|脖子|嘴|眼睛|孩子|宝宝|小孩|my face|my skin|my hands|my eyes|my baby|my son|my daughter|my kid|after using|after eating|using it|my body|手上|手指|手背|手臂|我的手|了手|脚|用完|用了|吃完|吃了|抹了|涂了|敷完|敷了|老人|我妈|我爸',
  /** Feeling ill; counts behind a word for having eaten or applied something. */
  ill: '不舒服|难受|头晕|恶心|想吐|晕倒|发烧|肚子不舒服|胃不舒服|吐了|dizzy|nausea|nauseous|sick|unwell|ill',
  after:
    '吃完|吃了|喝了|喝完|吃过|喝过|抹完|涂完|敷完|敷了|抹了|涂了|吃下|after eating|after drinking|after using|ate it|drank it|after applying',
  /** Sharp or foreign things; they count where nobody expects them. */
  sharp:
    '刀片|铁丝|钢丝|钉子|针头|铁钉|金属片|一根针|塑料片|头发|骨刺|razor|needle|staple|screw|a nail|metal|hair|发霉|长毛|变质|馊了|moldy|mouldy|mold',
  where:
    '饭里|菜里|粥里|汤里|面里|肉里|吃到|吃的|喝到|喝的|嘴里|里吃出|吃出|奶里|零食里|袋子里|玩具里|衣服里|鞋里|鞋底|牛奶里|奶粉|月饼|面包|蛋糕|拉肚子|in my food|in the food|in my meal|in the meal|in my soup|in my salad|my mouth|inside the toy|in the toy|in the shoe|in my shoe|in the bread|in my drink',
  fake: '假货|假的|是假的|高仿|仿品|冒牌|山寨|假冒|售假|卖假|假酒|假烟|假药|不是正品|非正品|fake|counterfeit|knockoff|replica|not authentic|not genuine|bootleg',
  proof:
    '鉴定|鉴定为|鉴别|专柜验|专柜鉴|专柜说|专柜确认|验货|验了|验过|检测报告|检测出|防伪码查|防伪查|扫码查|扫码显示|查不到|查无|查询不到|官方确认|官方客服说|品牌方|官网查|官网验证|序列号|批号查|证明|证据|有图为证|有证据|录像|视频为证|验证失败|假一赔|赔十|赔三|十倍赔偿|三倍赔偿|赔偿|举报|打假|起诉|投诉你们|曝光|维权|12315|工商|消协|verified|verify|authenticator|expert|boutique said|store said|brand confirmed|confirmed it|confirmed by|serial number|certificate|proof|lab|tested|report you|reporting|sue|evidence|official store told|manufacturer said|manufacturer confirmed|police|legal|hologram|qr code',
  legal:
    '12315|12345|12378|工商|工商局|市场监管|市监局|监管局|消协|消费者协会|消保委|食药监|药监局|质监局|起诉|法院|告你们|告他们|告到|打官司|律师|律师函|法律途径|法律手段|走法律|报警|报了警|派出所|公安|警察|媒体曝光|找媒体|联系媒体|爆料|记者|电视台|315|三一五|黑猫投诉|网上曝光|曝光你们|曝光你|发抖音曝光|发到网上|发微博曝光|维权到底|仲裁|举报你们|举报你|向有关部门|有关部门投诉|邮政局投诉|邮管局|工信部|消费者投诉|信访|sue you|sue them|suing|lawsuit|legal action|small claims|take you to court|bbb|better business bureau|ftc|fda|trading standards|consumer protection|attorney general|police report|call the police|called the police|report you to|reporting you|reported you|going to the press|journalist|news station|chargeback|consumer affairs|ombudsman|cpsc|file a complaint with|filing a complaint with|my lawyer|my attorney|our lawyer|a lawyer will|get a lawyer|hire a lawyer|contact a lawyer|contacting a lawyer|talk to a lawyer|talking to a lawyer|consult a lawyer|lawyer up|seek legal|see you in court|go to court|going to court|go to the media|contact the media|tell the media',
  price_topic: '价格|价钱|标价|售价|链接价|到手价|优惠价|price|priced|pricing|prices',
  price_wrong:
    "标错|写错|挂错|弄错|搞错|改错|错了|不对|有误|设错|少个零|少了个零|少一个零|多个零|多了个零|少写|多写|小数点|bug|对不上|出错|报错|打错|填错|wrong|incorrect|mistake|error|typo|missing a zero|extra zero|decimal|doesn't match",
  price_whole:
    '标错价|价格标错|价格写错|挂错价|价格挂错|标价错|价格设错|价格错了|价格弄错|少了个零|少个零|价格bug|报错价|改错价|价格打错|wrong price|price is wrong|price error|pricing error|pricing mistake|price mistake|mispriced|incorrect price|prices are wrong|price tag is wrong|price typo',
  privacy_topic:
    '手机号|电话|地址|个人信息|隐私|身份证|姓名|信息|住址|号码|资料|账号信息|phone number|my number|my address|home address|personal information|personal info|personal data|my data|my details|my information|credit card details|card number|private information|email address',
  privacy_act:
    '泄露|泄漏|被卖|卖给|卖了|公开|曝光|念出来|读出来|说出来|念了|露出来|显示出来|被人知道|骚扰|被骚扰|都看到|看得到|没打码|不打码|发出去|贴出来|发到群|leak|leaked|leaking|exposed|sold|showed|shown|shows|on screen|read out|published|posted|visible|shared|strangers|spam calls|gave out|given out|displayed|breach',
  privacy_whole:
    '泄露隐私|隐私泄露|信息泄露|泄露信息|泄露我的|泄漏我的|泄露个人|侵犯隐私|个人信息被|人肉|data breach|leaked my|doxxed|doxed|exposed my|sold my data',
  minor_who:
    '孩子|小孩|小朋友|儿子|女儿|未成年|孙子|孙女|小学生|初中生|娃|弟弟|妹妹|我家宝|熊孩子|岁的|my son|my daughter|my kid|my kids|my child|minor|year old|year-old|underage|my nephew|my niece|my grandson|my little brother|my little sister|grandchild',
  minor_act:
    '充值|充了|打赏|刷礼物|刷了|送礼物|乱买|偷偷买|私自买|私自下单|偷偷下单|误下单|乱下单|乱点|自己下单|花了我|花了几|花掉|用我手机|拿我手机|偷刷|盗刷|付款|支付了|买了好多|消费了|误操作|误拍|spent|charged|bought without|purchased without|donated|tipped|ordered without|without permission|without my permission|without my knowledge|used my card|used my phone|top up|topped up|in-app|accidentally ordered|accidentally bought',
  fraud:
    "假客服|冒充客服|冒充你们|冒充官方|冒充主播|假冒客服|自称客服|自称是客服|诈骗|诈骗电话|电信诈骗|骗我转账|让我转账|要我转账|私下转账|转账给|骗走|被骗走|盗刷|被盗刷|重复扣款|重复扣费|扣了两次|扣了我两次|多扣|多扣了|乱扣费|乱扣钱|莫名扣|莫名其妙扣|无故扣|偷偷扣|未经同意扣|扣款两次|付了两次|刷了两次|要验证码|索要验证码|骗验证码|要我的验证码|账号被盗|被盗号|盗号|钓鱼链接|phishing|impersonat*|pretending to be|pretended to be|fake customer service|fake support|fake agent|scammed me|scammed out of|charged twice|charged me twice|double charged|double-charged|charged three times|charged multiple|unauthorized|unauthorised|stolen card|stole my money|hacked|asked for my password|asked for my card|asked for my otp|asked me to transfer|verification code from me|wire money|gift cards to pay|took money from my account|fraudulent charge|charged my card again|didn't authorize|didn't authorise|never authorized|钓鱼网站|钓鱼短信|被骗了钱|骗了我钱|card was stolen|stolen my card",
  /** Fear, wish, prevention or condition in front of a hazard. */
  supposed:
    '怕|害怕|担心|会不会|不会|会|是否|如果|要是|万一|以免|以防|防止|避免|预防|容易|是不是会|能不能|能治|治疗|治|专治|缓解|改善|修复|舒缓|适合|之前|以前|原来|本来|一直|本身|体质|敏感|针对|抗|防|不怕|不用担心|不易|可能会|may|might|if|afraid|worried|worry|in case|prevent*|avoid|will it|does it cause|could it|can it|is it safe|before|used to|helps with|for my|treats|cures|reduces|heals|help with|hope|would|never had',
  settled:
    '已经好了|已经解决|已解决|解决了|处理好了|已处理|后来好了|现在好了|已经退款|已退款|已经赔|已赔付|已经退了|虚惊一场|搞定了|已经退|已换新|补发了|resolved|already resolved|sorted out|all sorted|refunded already|already refunded|was resolved|fixed now|has been fixed|been resolved|been refunded|taken care of|made it right',
  /** Figures of speech that hold a hazard word without any hazard. */
  figure:
    "好吃到爆炸|好看到爆炸|颜值爆炸|信息爆炸|火爆|爆炸好吃|爆炸好看|爆炸好用|美到爆炸|爆炸喜欢|炸裂好|效果炸裂|燃烧脂肪|燃烧卡路里|脂肪燃烧|燃烧我的|燃起来|人气爆炸|爆炸甜|甜到爆炸|香到爆炸|心态炸了|心态崩了|气炸了|气得冒烟|气到冒烟|嗓子冒烟|热得冒烟|气到吐血|气吐血|吐血推荐|吐血|便宜到吐血|心在滴血|心疼到流血|价格吐血|大出血|跳楼价|出血价|放血|中毒了一样|像中毒|剧毒|上瘾中毒|有毒吧|毒奶|网络虫|书虫|毛毛虫|虫草|懒虫|虫子都不|防虫|驱虫|除虫|杀虫|灭蟑|杀蟑|蟑螂药|蟑螂屋|笑到肚子疼|笑得肚子疼|笑到肚子痛|笑到抽搐|笑吐|吐了|恶心吐了|丑吐了|看吐了|受伤的心|伤心|心受伤|受伤的总是|眼睛受伤|过敏季|对价格过敏|丑到过敏|对香菜过敏|免疫|烧钱|烧脑|发烧友|骨灰|买买买中毒|买到手软|剁手|割韭菜|割肉|扎心|刺激|辣眼睛的丑|丑到辣眼睛|烂桃花|着火了一样的价|爆款|爆火|爆单|爆浆|秒杀|杀手|杀价|杀价|好喝到哭|发霉的青春|异物感小|有虫胶|fire deal|deal is fire|on fire today|sales are on fire|this is fire|is fire|killer|to die for|sick deal|sick beat|blew up|blowing up|mind blown|explode with flavor|explosion of flavor|flavor explosion|explosive flavor|bursting with|smokin' deal|smoking deal|smoking hot|smoking gun|smoke free|smokeless|smoke detector|smoke alarm|smoker|makes my blood boil|blood pressure|blood orange|blood sugar|burning calories|burns calories|fat burning|burn fat|burned a hole in|dying laughing|my eyes bleed|doctor who|doctor recommended|doctor approved|fire tv|fire stick|fire hd|kindle fire|kindle fire|needlepoint|knitting needle|hypoallergenic|nail polish|nail file|nail art|court shoes|food court|tennis court|basketball court|social media|mass media|media player|the media center|sue ellen|cook*|mold shape|silicone mold|molding|围着火炉|有虫眼|虫眼|卡炸了|卡到炸|卡爆|价位不错|粤语烫嘴|刀片电池",
};
