// What viewers complain of and warn about, by class and matter; each matter has a baseline of its own, so that a new one stands out.

export const COMPLAINT_WORDS: Readonly<Record<string, string>> = {
  'complain.quality/wear':
    '起球|掉色|褪色|染色|缩水|变形|掉毛|掉绒|钻绒|跑绒|开线|脱线|跳线|开胶|脱胶|掉漆|生锈|起皮|掉皮|勾丝|抽丝|掉扣子|掉钻|掉底|洗一次就|洗一水|穿一次就|穿两次就|pilling|pilled|faded|fades|shrunk|shrank|shrinks|unraveling|unravelled|loose threads|peeling off|paint came off|tarnished|rusted|lost its color|lost its shape|falling off',
  'complain.quality/broken':
    'half empty|dried out|leaked everywhere|missing parts|came broken|按不出|漏了|漏得|漏一|拉链坏|扣子掉|泵头|压不出|不通电|坏掉|裂纹|瘪了|掉下来|zipper broke|pump doesnt|wont open|came apart|hole in it|holes in|坏了|坏的|是坏|用坏|断了|断裂|断掉|裂了|裂开|开裂|破了|破洞|有洞|有个洞|烂了|散架|破的|裂的|摔不得|不能用|用不了|没法用|开不了机|不开机|充不进|充不了电|不制冷|不加热|不转|失灵|死机|黑屏了|漏水|漏液|漏油|漏气|漏风|爆裂|不亮|没反应|broke|broken|ripped|tore|torn|snapped|cracked|fell apart|falls apart|stopped working|doesnt work|does not work|not working|wont turn on|wont charge|died after|defective|faulty|leaks|leaking|leaked|busted|shattered',
  'complain.quality/smell':
    '异味|味道大|味大|味道很大|味儿大|刺鼻|难闻|臭味|有臭味|一股味|怪味|塑料味|胶水味|汽油味|甲醛味|很臭|好臭|太臭|smells bad|smells awful|smells terrible|smells weird|stinks|stinky|chemical smell|bad smell|awful smell|smells like chemicals|smells like plastic|smells horrible',
  'complain.quality/differs':
    '跟图片有|和图片有|实物差|实物跟|实物和|跟主播说的|和主播说的|说的不一样|码数不对|颜色不对|颜色不一样|not like the video|not like on the live|looks different|not the color|not what you showed|色差|色差大|货不对板|不符|与描述不符|描述不符|跟图片不一样|和图片不一样|图片不符|跟直播不一样|和直播间不一样|实物不一样|跟你说的不一样|不是一个东西|跟看到的不一样|宣传不符|虚假宣传|夸大|尺码不准|码不准|尺码不对|偏小太多|偏大太多|太小了穿不|not as described|different from the picture|looks nothing like|nothing like the|not what i ordered|not as advertised|false advertising|misleading|color is off|colour is off|wrong color|completely different',
  'complain.quality/poor':
    'just ok|was ok|quality was meh|was meh|feels a bit cheap|feels cheap|bit cheap|quality dropped|quality has dropped|watery now|not impressed|was underwhelming|disappointing quality|做工糙|有点糙|做工有点|质感差|质感跟以前|没有想象中|差距大|有点差距|不如以前|跟以前不一样|没以前好|质量不太|质量有问题|质量差劲|手感差|不结实|不牢|quality is not|not the same quality|quality isnt|not as good as before|feels cheap|looks cheap|badly made|thin and cheap|质量差|质量太差|质量不好|质量不行|质量真差|质量很差|质量堪忧|质量一般|质量越来越差|品控|做工差|做工太差|做工粗糙|太粗糙|线头|线头多|毛边|粗制滥造|劣质|次品|残次|瑕疵|有瑕疵|一堆毛病|太薄了|薄得|薄如|像纸一样|垃圾质量|质量垃圾|豆腐渣|廉价感|地摊货|poor quality|bad quality|terrible quality|low quality|cheap quality|cheaply made|poorly made|quality is bad|quality is terrible|quality is awful|quality sucks|quality went down|flimsy|piece of junk|total junk|paper thin|defects',
  'complain.quality/effect':
    'pills on my face|broke in a week|does nothing|没效果|没有效果|没用|一点用没有|没啥用|没什么用|没任何效果|不好用|难用|难吃|不好吃|难喝|不好喝|不新鲜|不甜|太酸|烂果|烂的|坏果|卡粉|脱妆|搓泥|闷痘|浮粉|吸不动|吹不干|洗不干净|不保暖|不防水|不好看|no effect|didnt work|did nothing|useless|doesnt do anything|tastes bad|tastes awful|not fresh|rotten|stale|spoiled|soggy',
  'complain.quality/expired':
    '过期的|过期了|已过期|快过期|临期|日期不好|生产日期不对|发霉|霉了|变质|长毛了|馊了|臭了|expired|past its date|moldy|mouldy|gone off',
  'complain.price/high':
    '有点贵|好贵|太贵了吧|真贵|贵了|贵好多|没这么贵|贵这么多|价格坑|pricey|so pricey|costs too much|crazy expensive|way overpriced|价格太高|价格高|不值这么多|卖这么贵|卖太贵|卖得贵|买贵|涨得|太贵|这么贵|价格虚高|虚高|抢钱|割韭菜|不值这个价|没优惠|不划算|比别家贵|比别人贵|比官网贵|比超市贵|比线下贵|别家便宜|别人家便宜|淘宝便宜|拼多多便宜|overpriced|too expensive|so expensive|ripoff|rip off|not worth|cheaper on amazon|cheaper elsewhere|cheaper online|cheaper at|rip-off|way too much',
  'complain.price/change':
    '昨天还没|刚买就|买完就|又降价|昨天才|刚下单就|just bought it for more|i paid more|涨价|又涨|涨了|先涨后降|降价了|刚买就降|买完就降|昨天更便宜|昨天买|上次便宜|之前便宜|比上次贵|比昨天贵|比之前贵|不保价|买贵了|price went up|raised the price|raised prices|price dropped|was cheaper|cheaper yesterday|cheaper last|price increase|went up in price|refund the difference',
  'complain.price/coupon':
    '券用不了|优惠券用不了|券不能用|券领不了|领不到券|领不了|券没了|抢不到券|优惠没有|没减|没打折|满减没|没有优惠|红包用不了|不能叠加|没送|赠品没|赠品没有|没收到赠品|说好的赠品|coupon doesnt work|coupon not working|code doesnt work|code not working|coupon isnt working|discount not applied|discount didnt|promo code invalid|code expired|didnt get the discount|no free gift|missing gift',
  'complain.price/trick':
    '套路消费者|套路人|全是套路|都是套路|玩套路|虚假优惠|限量是假|假优惠|假秒杀|假福利|骗点击|引流|永远抢不到|机器人抢|bait and switch|fake sale|fake discount|scam price|misleading price',
  'complain.service/reply':
    'support is slow|support wont|support hung up|hung up on me|dont reply|doesnt reply|they dont reply|asked three times|no one answers|nobody replies|support never|messages ignored|customer service never|customer service is|customer service wont|customer service doesnt|客服不回|客服没人|客服不理|客服没回|客服找不到|找不到客服|没人回|没人理|不回消息|不回我|一直不回|不理人|已读不回|机器人回复|客服机器人|联系不上|打不通|没人接|问了不说|问半天|不回答|不理我|选择性|装看不见|no one replies|no reply|no response|never replied|not replying|wont answer|ignored|ignoring|ignores|cant reach|nobody answers|unanswered|ghosted',
  'complain.service/rude':
    '态度差|态度恶劣|态度不好|什么态度|服务态度|服务差|骂人|怼人|阴阳怪气|不耐烦|踢我|把我踢|删评论|删差评|rude|bad attitude|yelled at|blocked me|deleted my comment|deleting comments|bad service|terrible service|awful service|worst service|horrible service',
  'complain.service/refund':
    'refused my return|wont refund|rejected my return|denied my return|denied my refund|rejected my refund|不给退|不退款|不让退|拒绝退|拒绝退款|不退钱|退款没到|退款还没|没退款|退款慢|退款太慢|不给退款|不退货|不给换|不肯退|退不了|退货被拒|售后不处理|售后差|售后太差|售后没人|售后不管|推卸|踢皮球|推来推去|扯皮|不处理|不解决|拖着|不赔|不给赔|运费险没|refused to refund|refund refused|refuses to refund|wont refund|no refund|never refunded|still no refund|refund denied|waiting for my refund|havent received my refund|wont take it back|refused return|wont exchange',
  'complain.shipping/late':
    '还没发货|没发货|不发货|一直不发|一直没发|还不发|还没发|迟迟不发|多久了还没|不发货了|发货太慢|发货慢|发货好慢|超时|延迟发货|没到货|还没到|没收到|还没收到|一直没到|没有收到|还没收货|几天了还|半个月了|一个月了|一周了还|一个星期了|等了好久|等了半个月|等了一个|等了十天|催了|hasnt shipped|not shipped|still not shipped|never shipped|havent shipped|hasnt arrived|havent received|still havent|still waiting|still hasnt|never arrived|never came|not arrived|delayed|weeks late|late delivery|taking forever|waiting for weeks|two weeks|three weeks|where is my order|where is my package',
  'complain.shipping/slow':
    'shipping was slow|shipping was so slow|delivery is slow|delivery is so slow|delivery was slow|shipping takes forever|took two weeks|took three weeks|took a month|快递慢|快递太慢|物流慢|物流太慢|物流好慢|物流不动|物流没更新|物流停|物流没动|没有物流|没物流|快递不更新|龟速|slow shipping|shipping is slow|shipping is so slow|slow delivery|tracking hasnt|tracking not|tracking doesnt|no tracking|stuck in transit',
  'complain.shipping/wrong':
    '发错|发错货|发错了|发错颜色|发错码|少发|漏发|少了一|少一件|少件|漏件|缺件|没给我发|空包|空盒|空包裹|发了别的|不是我买的|wrong item|wrong product|sent the wrong|wrong order|missing item|items missing|missing from my|empty box|empty package|only got one|only received|incomplete order',
  'complain.shipping/damaged':
    '压坏|压扁|压碎|碎了|都碎|摔坏|摔碎|包装破|包装烂|包装坏|盒子破|盒子烂|破损|洒了|漏了一|全漏|路上坏|暴力快递|暴力运输|arrived damaged|arrived broken|damaged box|crushed|box was open|came broken|came damaged|smashed|spilled',
  'complain.shipping/lost':
    '快递弄丢|包裹丢了|快递丢了|我的快递丢|丢件|快递丢|没派送|不送上门|不送货上门|签收了没|显示签收|虚假签收|假签收|退回了|lost my package|package lost|lost in transit|says delivered|marked as delivered|marked delivered|stolen package',
  'complain.stream/sound':
    '麦克风没声|麦克风坏|麦克风没开|theres an echo|hear an echo|your mic|没声音|没有声音|没声了|听不到|听不见|听不清|声音小|声音太小|声音好小|杂音|噪音|电流声|电流音|回音|回声|爆音|麦没开|没开麦|麦坏|麦有问题|声音断|断断续续|声音卡|no sound|no audio|cant hear|cannot hear|cant hear you|audio is|sound is|sound cuts|sound cut|mic is off|mic off|mic is|youre muted|too quiet|audio cut|volume is',
  'complain.stream/freeze':
    '黑屏了|一直加载|直播卡|画面卡|一直转圈|卡了|好卡|太卡|很卡|卡死|卡住|卡顿|卡成|一直卡|又卡|有点卡|卡卡|卡爆|卡得|卡的不|转圈|掉线|断了吧|不动了|定住|延迟高|延迟大|网络不好|网不好|网卡|掉帧|闪退|lag|lagging|laggy|lags|freezing|frozen|freezes|froze|buffering|black screen|keeps cutting|stream died|stream down|stuttering|stream keeps|screen is black|disconnected',
  'complain.stream/picture':
    '看不到画面|看不见画面|看不到主播|看不到人|没图像|镜头挡住|看不到产品|看不清|画面糊|好糊|太糊|很糊|糊了|模糊|画质|没画面|画面没了|太暗|好暗|太亮|过曝|花屏|音画|不同步|镜头歪|对焦|虚焦|blurry|blurred|out of focus|too dark|cant see|pixelated|out of sync|picture quality|no picture|no video|overexposed',
};

export const RISK_WORDS: Readonly<Record<string, string>> = {
  'risk.safety/body':
    '过敏了|烂脸|脸烂|毁脸|毁容|红肿|肿了|脸肿|起疹|疹子|红疹|起泡|起水泡|灼伤|烧伤|烫伤|灼烧|脱皮|蜕皮|划伤|割伤|割破|扎到|扎伤|扎破|夹到手|砸到|摔伤|恶心想吐|上吐下泻|拉肚子|腹泻|闹肚子|食物中毒|吃坏|卡喉咙|allergic reaction|hives|blisters|burned my|burnt my|burns my|burned me|chemical burn|cut my|injured|sick after|got sick|threw up|vomiting|vomited|diarrhea|food poisoning|poisoned|emergency room|choked|broke out',
  'risk.safety/fire':
    '起火|着火|冒烟|自燃|烧起来|烧着|烧焦|烧糊|电池鼓|鼓包|漏电|短路|冒火花|打火花|火花|烫手|烧坏插座|caught fire|catches fire|exploded|explodes|smoke coming|sparking|electric shock|electrocuted|short circuit|overheats|overheated|overheating|burning smell|battery swollen',
  'risk.safety/weak':
    '爆炸|炸了|受伤|头晕|流血|出血|老鼠|虫子|苍蝇|中毒|触电|电到|被电|住院|进医院|去医院|送医院|急诊|窒息|过敏|呕吐|吃出|发烫|烫到|噎到|hospital|trouble breathing|smoking|on fire|melted|melting|allergic|allergy|rash|swollen|bleeding|swelling|choking|sparks|shocked me|explosion',
  'risk.fake/weak': '是假的|假的|fake|not real|isnt real',
  'risk.price_error/weak': '怎么变成|变成了|怎么还是|怎么又是|怎么是|却是|结果是|but its|but it says|but it shows',
  'risk.safety/foreign':
    '有虫|活虫|蟑螂|异物|玻璃渣|碎玻璃|玻璃碴|刀片|铁丝|钢丝|针头|有根针|钉子|吃到头发|塑料片|铁屑|石子|bugs in|worms in|worm in|maggots|cockroach|insect in|insects in|found a bug|glass in|piece of glass|glass shards|metal in|needle in|plastic in|hair in my',
  'risk.fake/is':
    '验出来假的|收到的是假的|买的是假的|发的是假的|货是假的|东西是假的|都是假的别买|this is fake|its fake|are fake|is fake|fake product|fake products|sold me a fake|sells fakes|selling fakes|selling fake|fake brand|假货|卖假|售假|高仿|仿品|仿货|仿冒|山寨|冒牌|假冒|水货|a货|不是正品|非正品|假的吧|假的别买|验出来是假|鉴定是假|鉴定为假|防伪查不到|防伪码查不到|查不到防伪|扫码查不到|验证码是假|专柜不认|假酒|假药|贴牌货|fakes|counterfeit|counterfeits|knockoff|knock off|replica|not authentic|not genuine|bootleg|dupe sold as|serial number doesnt',
  'risk.price_error/is':
    '标错价|标错了|价格标错|价格错|价格不对|价格写错|价格弄错|价格设错|价格有误|价错|挂错价|价格挂错|少个零|少了个零|少一个零|多个零|多了个零|小数点|价格bug|价格没改|没改价|价没改|改价没|付款价格不|付款不是|付款金额不|下单价格不|下单不是|下单显示|结算价|结算不是|结算显示|跟说的价|和说的价|价格不一样|价格不一致|价不一样|价格对不上|价对不上|显示的不是|链接价格不|链接里不是|链接里是|链接价不|拍下来不是|拍下不是|怎么是原价|还是原价|显示原价|wrong price|price is wrong|price error|price mistake|pricing error|pricing mistake|price mismatch|price doesnt match|different price|not the price|price shows|showing a different|shows a different|charged more|charges more|charged full|charging full|missing a zero|extra zero|checkout says|checkout shows|rings up|not what you said|price at checkout',
  'risk.minor/is':
    '我妈不知道|我爸不知道|我爸妈不知道|我家长不知道|我妈妈不知道|我是小学生|我是初中生|我小学|我上小学|我上初|我才上|我未成年|我是未成年|未成年可以|未成年能|还未成年|我还没成年|我没成年|未成年能买|未成年可以买|用妈妈的手机|用我妈手机|用我妈的手机|拿妈妈手机|拿我妈的|拿爸爸的手机|用爸爸的手机|用我爸的手机|妈妈不知道|爸妈不知道|家长不知道|偷偷买的|偷偷用|偷用|偷刷|孩子乱|孩子自己买|孩子偷|孩子下单|小孩乱|小孩下单|小孩偷|小孩自己|熊孩子|孩子拿我手机|我女儿自己|我儿子自己|孩子误|小孩误|kid ordered|my kid bought|my son bought|my daughter bought|my child ordered|my son ordered|my daughter ordered|without my permission|without permission|moms card|mums card|dads card|moms phone|dads phone|moms credit|parents card|parents dont know|mom doesnt know|mum doesnt know|underage|im a minor|i am a minor|im a kid|in middle school|in elementary school|in grade school',
  'risk.privacy/leak':
    '隐私泄露|泄露隐私|泄露我|泄露信息|信息泄露|泄漏信息|泄露客户|泄漏我|侵犯隐私|地址打码|没打码|信息被卖|信息被泄|面单露|身份证号|身份证号码|我的电话是|我电话是|我手机号|我的手机号|手机号是|电话是|我的地址|我地址是|我家住|我住在|我家地址|收货地址是|露出来了|地址露|电话露|单子露|念我的电话|念我的名字|骗验证码|要验证码|冒充客服|假客服|盗号|诈骗电话|骚扰电话|my phone number is|my number is|my address is|call me at|text me at|my email is|i live at|my card number|leaked my|leak my|exposed my|showing my address|showed my address|personal information|personal info|doxxed|can see my address|can see her address|can see their address|blur the|scam calls|fake customer service',
};
