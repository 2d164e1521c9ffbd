// What viewers ask about, by class and matter: two questions with the same matters are the same question, however worded.

/** `<class>/<matter>`; the class is one of the live classes that begin with `ask.`. */
export const ASK_WORDS: Readonly<Record<string, string>> = {
  'ask.price/amount':
    'how much for|price on|price pls|price please|whats the price on|银子|多少价|价多少|怎么算|啥价位|什么价位|多少一|到手价多少|报价|whats it cost|how much are|how much for|what does it cost|whats the cost|whats the total|多少钱|多少米|多少元|多少块|多钱|什么价|什么价格|啥价|啥价格|几块|几元|几多钱|几米|怎么卖|咋卖|怎么个价|价格|价钱|价位|售价|报价|报个价|报一下价|单价|多少一斤|多少钱一|啥价位|几个钱|贵吗|贵不贵|how much|price|prices|cost|costs|how many dollars|whats the price|pricing',
  'ask.price/cheaper':
    'go lower|any lower|multi buy|buy 2 deal|cheaper|便宜点|便宜一点|便宜些|能便宜|再便宜|最低价|最低多少|最低多钱|底价|少点|少一点|再少|降点|再降|再优惠|优惠点|能优惠|优惠一点|打个折|有折扣|有没有折扣|打折吗|能打折|cheaper|lower price|best price|lowest price|best you can do|any discount|discount on this|能少|可以少|会更便宜|优惠价|有优惠价|还能便宜|给便宜|two for less|can it go lower|go any lower|wiggle room|lower the price|do better on',
  'ask.price/coupon':
    'cant find the coupon|use the coupon|any coupon|优惠券|优惠卷|有券|券|领券|券在哪|怎么领券|领券入口|券呢|消费券|coupon|coupons|promo code|code for|promo|voucher|vouchers|coupon code|discount code|where is the coupon|how to claim|find the coupon|where do we claim|claim the coupon|how do i claim|coupon where|which code|what code',
  'ask.price/deal':
    '优惠|打折|折扣|几折|满减|活动价|直播价|有活动|活动吗|搞活动|什么活动|买一送一|第二件|拍几件|拍两件|拍2件|拍二|多买|划算|福利|秒杀|改价|到手价|到手多少|券后|discount|discounts|on sale|any deal|any deals|bundle|deal today|if i buy two|if i buy 2|if i get two|buy more|multi buy|bundle deal|buy two',
  'ask.price/until':
    '活动到几点|活动到什么时候|优惠到什么时候|优惠到几点|活动几点结束|什么时候结束|几点结束|明天还有|明天还是这个价|下播还有|下播后|how long is the sale|sale end|deal end|offer end|price tomorrow|过了今天|过今天|今天过后|明天会涨|明天涨|下播涨|下播会涨|以后还有|会涨价|涨价不|下播恢复|下播还是|same price tomorrow|price later|ends when|deal last|deal until|price go up after',
  'ask.other/gift':
    '赠品|送什么|送啥|有赠送|送不送|有小样|小样|送礼|有礼物|送的是什么|送几个|free gift|comes with|freebie|freebies|any gift|samples|有什么送|送的东西|get a gift|gift with|free sample|free samples|what comes free|anything free|something free',
  'ask.size/which':
    'what size|which size|3xl|4xl|big sizes|is there a 3xl|m or l|s or m|l or xl|xl or xxl|多少码|哪个尺码|平时穿|还是m|还是l|还是s|还是xl|最大码|最大多少|最小码|什么尺码|啥尺码|穿m|穿l|穿s|穿xl|拍m|拍l|拍s|拍xl|should i get|size should|get a small|get a medium|get a large|between sizes|in between|什么码|多大码|几码|穿多大|穿什么|穿几|拍什么码|拍多大|拍几码|选什么码|选多大|选几码|哪个码|啥码|多大号|几号码|要多大|买多大|尺码|码数|尺码表|推荐码|尺寸|size chart|what size|which size|size|sizes|sizing|拍哪个码|选哪个码|哪个码合适|which one fits|size to get|size do i|size am i|sizes left',
  'ask.size/runs':
    '码数正|正码吗|偏码吗|会不会太长|会不会长|会不会太短|会不会短|太长吗|太短吗|会不会太大|会不会太小|脚背高|显腿|显肚子|脚背|脚宽|rundown|does it run|fit big|fit small|should i size|size up|size down|偏大|偏小|偏码|正码|标准码|大一码|小一码|拍大|拍小|合身|合脚|宽松吗|修身吗|显瘦|显胖|显高|true to size|run small|runs small|run large|runs large|run big|runs big|fit true|tight fit|loose fit|how does it fit|fits',
  'ask.size/body':
    '身高|体重|斤穿|斤能|斤可以|斤的|公斤|kg|cm|厘米|腰围|胸围|臀围|胸大|腿粗|肩宽|脚长|微胖|胖子|胖人|胖女孩|小个子|高个子|大码|加大码|能穿吗|能穿不|可以穿吗|穿得下|穿得上|穿得进|lbs|pounds|tall|petite|plus size|curvy|im 5|i am 5|waist|bust|hips|wide feet',
  'ask.size/measure':
    'how large|volume|how many ml|in a pack|what volume|分量|净含量|规格|一份有多少|一份多少|一包多少|一盒多少|一瓶多少|一箱多少|几个装|几片|几包|net weight|how many grams|how much is in|多长|衣长|裤长|裙长|袖长|多宽|多高|长度|宽度|高度|直径|多大的|有多大|多重|几斤|多少斤|净重|克重|多少克|几克|几斤装|多少毫升|多少ml|容量|几升|how long is|how big|how tall|how wide|dimensions|measurements|weigh|weighs|how heavy|capacity|how many ounces|how many ml|一单有多少|一份几|一单几|一袋多少|一袋几|一罐多少|有几片|净含|how much is in one|how many in one|size is the bottle|what size is the bottle|bottle size|how many pieces',
  'ask.stock/have':
    'still have it|still have|do you have any|do you have it|没了吗|没有了吗|抢没|抢完了吗|拍完了吗|还能抢|有剩|没码了|缺码|有现货|是现货|any more|did it sell out|is it gone|run out|all gone|got any|有货|还有货|还有吗|还有没|还有么|还有不|还剩|剩多少|库存|现货|没货|卖完|卖光|售罄|抢完|抢光|断货|断码|缺货|有没有货|有吗|有码吗|还能拍|还能买|还卖吗|不卖了|下架|in stock|out of stock|sold out|still available|available|how many left|any left|left in|stock|left in stock|any black left|how many are left|what sizes left|it gone|stock left',
  'ask.stock/restock':
    'getting more|get more in|more stock coming|还会补|会补|补吗|补不补|再补|加吗|再来一波|加一点库存|when will it be back|be back|coming back|more coming|restocked|补货|上货|加货|加库存|加单|加点|再上|返场|还会上|还上吗|什么时候有货|什么时候有|什么时候上|几点上|预售|到货|restock|restocking|back in stock|more stock|come back|preorder|pre order|restock when|get more|bring it back|bringing it back|be restocked',
  'ask.stock/colour':
    '什么颜色|哪些颜色|几个颜色|几种颜色|有几色|什么色|啥颜色|颜色|色号|哪个色|别的颜色|其他颜色|黑色|白色|红色|蓝色|绿色|粉色|灰色|米色|杏色|咖色|紫色|黄色|驼色|棕色|color|colors|colour|colours|in black|in white|in red|in blue|in pink|other shades|shades|shade|come in green|come in black|come in white|come in red|come in blue|come in pink|come in beige|does it come in|in green|in grey|in gray|in beige|in brown|in yellow|have black|have white|have red|have blue|have green|have pink|have it in|what colors|what colours|other colors|other colours|which colors',
  'ask.stock/variant':
    '什么口味|哪些口味|几种口味|几个口味|什么款|哪些款|几个款|几种款|什么规格|几种规格|有男款|男款|女款|童款|有小号|有大号|有儿童|flavors|flavours|what flavor|which flavor|variants|styles|mens|for men|kids version|versions',
  'ask.shipping/when':
    'orders ship|will you ship|before it ships|mine be sent|be sent|sent out|go out|when do orders ship|dispatch time|几天能发|多少天发|多久才发|几时发|多久发货|几天发|几天内发|什么时候寄|拍了几天|多久能寄|还要多久发|什么时间发|何时发货|when do these ship|when does this ship|ships when|how fast do you ship|什么时候发|多久发|几天发|啥时候发|何时发|几号发|今天发|明天发|当天发|马上发|现在发|多久能发|发货时间|什么时候能发|多长时间发|发货吗|发货快|多久寄|什么时候寄|when will it ship|when do you ship|ship today|ship out|when does it ship|how soon|dispatch|shipping time|今天能发|今天发吗|能今天发|几号能发|发出来了吗|sent soon|ship soon|be shipped|will mine ship|will mine be|get shipped|when is it shipping|when does mine',
  'ask.shipping/arrive':
    '几天|要多久|多少天|几日|多久能收|收到货|几号能到|多长时间到|how many days|how long till|how long will it take|how long does it take|arrival|arrive in time|estimated delivery|几天到|多久到|什么时候到|几天能到|多久能到|多久收到|几天收到|什么时候能到|啥时候到|能到吗|年前能到|周末能到|几号到|到货时间|when will it arrive|how long to arrive|how long does shipping|how long is shipping|shipping take|delivery take|delivery time|arrive by|arrive before|get here|days to get|would it arrive|will it come|will my order come|when will my|when does it come|when do i get|till i get it|until i get it|how long until|how long is delivery|receive it|reach me|get to me',
  'ask.shipping/from':
    '哪里的货|哪的货|什么地方发|发货地|从哪里寄|where do you ship|where does it ship|where are you shipping|where are you located|哪里发货|哪发货|哪儿发货|从哪发|从哪里发|发货地|哪里发|哪个仓|仓库在|ship from|shipped from|shipping from|located|which warehouse|从哪儿发|哪儿发|哪边发|哪里发的|where from|where is it from|ship out from',
  'ask.shipping/cost':
    'delivery free|is delivery free|pay shipping|how much for delivery|how much is delivery|delivery cost|cost to ship|邮费谁|几件包邮|运费谁|运费多少|邮费多少|满几件|要邮费|要运费|付邮费|postage|pay shipping|pay for shipping|is shipping included|delivery fee|包邮|免邮|运费|邮费|快递费|要不要邮费|满多少包|free shipping|shipping cost|shipping fee|how much is shipping|shipping free|cost of shipping|is shipping free|shipping is free|shipping included|do we pay|pay for delivery|delivery fees|shipping how much|how much to ship',
  'ask.shipping/courier':
    '快递是哪|快递是什么|用什么快递|哪家物流|which carrier|what carrier|who do you ship with|什么快递|啥快递|哪家快递|哪个快递|发什么|发顺丰|顺丰|中通|圆通|申通|韵达|极兔|京东快递|邮政|ems|能指定快递|which courier|what courier|usps|ups|fedex|dhl|royal mail|express shipping',
  'ask.shipping/region':
    'shipping to|要加钱|偏远地区|外地|县城|海岛|国内|国际|能寄|寄香港|do you ship|ship outside|outside the us|新疆|西藏|内蒙|青海|海南|甘肃|宁夏|港澳|香港|澳门|台湾|偏远|国外|海外|农村|乡镇|上海能|北京能|东北|能发到|发到|可以发|能寄到|寄到|能送到|送到|ship to|deliver to|shipping to|international|internationally|worldwide|canada|australia|uk|europe|hawaii|alaska|mexico|overseas',
  'ask.shipping/where':
    'order status|where is it|order shipped|has my order|has it shipped|has mine shipped|check my shipping|查快递|查到快递|快递在哪|物流在哪|订单到哪|看物流|物流信息|怎么查|在哪查|我买的发|发货了吗|发货没|单号在哪|where can i track|how do i track|tracking|wheres my order|wheres my package|check my order|到哪了|到哪儿了|物流|单号|快递单号|发了吗|发了没|发出了吗|寄了吗|我的快递|我的货|tracking number|track my|where is my order|where is my package|发出来了吗|发出来没|上周拍的|昨天拍的发|前天拍的|我拍的发|单号多少|where is my parcel|where is my stuff|wheres my stuff|wheres my parcel|my order shipped|order shipped yet|did mine ship|no tracking yet|track it|track this|check on my order|status of my order',
  'ask.shipping/pack':
    '什么包装|怎么包装|礼盒|礼盒装|真空包装|独立包装|有袋子|手提袋|包装好|会不会碎|会碎吗|会不会压坏|冷链|gift box|gift wrap|packaging|packaged|bubble wrap',
  'ask.usage/how':
    'what step|when do i apply|do i apply|do i use|do i need|怎么操作|步骤|哪一步|第几步|先用|后用|一起用|同时用|叠加用|早上用|晚上用|每天用|天天用|用量|怎么弄|怎么清洁|开关在哪|how much do i use|which step|before or after|morning or night|every day|used daily|how does it work|how does this work|do you use|怎么用|怎么使用|如何用|如何使用|咋用|用法|怎么吃|怎么喝|怎么做|怎么煮|怎么煎|怎么冲|怎么泡|怎么装|怎么安装|难装吗|好装吗|怎么穿|怎么戴|怎么系|怎么搭|搭什么|搭配什么|怎么充电|怎么连|怎么连接|用多少|一次用多少|一天几次|几次|什么顺序|早晚|白天能用|晚上用|隔夜|需要洗掉|洗掉吗|how to use|how do you use|how do i use|how often|how to apply|how to install|easy to install|how to wear|how to cook|instructions|assemble|set up|how to clean|day or night|how many times|first or last|over or under|apply it|use it daily|use it every|how much should i use|怎么洗脸|在哪一步|什么时候用|几点用|用在哪|放在哪|饭前|饭后|空腹',
  'ask.usage/ingredient':
    '含不含|含荧光|荧光剂|有没有酒精|有没有激素|有没有香精|添加|成分表|whats in it|what is in it|active ingredient|成分|配料|成份|含酒精|酒精|添加剂|防腐剂|香精|激素|含糖|无糖|有糖|脂肪|热量|卡路里|蛋白质|咖啡因|含什么|什么做的|几个成分|配方|ingredients|ingredient|contain|contains|alcohol|paraben|parabens|sugar|calories|gluten|vegan|caffeine|nuts|protein|fragrance|cruelty|有哪些成分|什么成分|成分有哪|成分是什么|里面有什么成分|有没有添加|main ingredients|list of ingredients|whats inside|made from what|sulfate|sulfates|fragrance free|allergens|peanuts|dairy|soy|msg',
  'ask.usage/material':
    'real steel|real cotton|toxic|is it toxic|bpa|料子怎么样|是棉|是不是棉|含棉|是什么做|什么皮|皮的|是不是真皮|面料是|内胆|304|316|is it cotton|is it leather|is it real leather|what kind of material|材质|面料|什么料|什么材料|料子|布料|纯棉|全棉|真丝|羊毛|羊绒|真皮|牛皮|聚酯|涤纶|里料|填充|鹅绒|鸭绒|含绒|充绒|不锈钢|几级钢|陶瓷|硅胶|什么绒|有弹力|弹力|弹性|material|materials|fabric|made of|cotton|leather|polyester|wool|silk|stainless|silicone|stretchy|stretch|lined|made from|made out of|made with|what is it made|what fabric|what material|genuine leather|pure cotton|100 cotton',
  'ask.usage/feel':
    '厚度|厚薄|会不会热|会不会闷|会不会透|会不会扎|起静电|冬天穿|夏天穿|秋天穿|保温|保冷|多久保温|is it thick|is it thin|is it soft|is it warm|is it heavy|too hot|keep hot|keep cold|stay hot|stay cold|厚吗|厚不厚|薄吗|薄不薄|透吗|透不透|热吗|热不热|冷吗|保暖|暖和|闷吗|透气|扎人|扎吗|扎不扎|软吗|硬吗|软不软|硬不硬|舒服吗|什么季节|冬天能|夏天能|春秋|加绒|重吗|重不重|thick|thin|see through|warm|breathable|itchy|soft|heavy|lightweight|winter|summer',
  'ask.usage/wear':
    'shrinking|will it shrink|color bleed|colour bleed|dye run|color run|bleed|color fade|colour fade|color fast|color come off|lid leak|will it leak|does it leak|leakproof|leak proof|起球|掉色|褪色|缩水|变形|掉毛|起皱|静电|开胶|生锈|掉漆|粘锅|褪色吗|耐用|耐磨|耐不耐用|能用多久|用多久|寿命|pill|pilling|fade|fading|shrink|wrinkle|rust|durable|tarnish|peel|last long|how long does it last|how long will it last|how much does it shrink|does it shrink|will it pill|does it pill|does it fade|come apart|hold up|holds up|heat resistant|could it explode|will it explode|can it explode|会不会爆|会爆炸|会炸|会漏电|会烫|会不会炸',
  'ask.usage/wash':
    'in the washer|the washer|in the dryer|tumble dry|go in the wash|水洗|怎么清洗|怎么洗|可以机洗|洗衣机洗|能水洗|泡水|how to wash|how do i wash|can i wash|wash this|in the washer|机洗|手洗|怎么洗|能洗|可以洗|好洗|好清洗|清洗|干洗|洗衣机|拆洗|洗碗机|machine wash|washable|hand wash|dry clean|dishwasher|wash it',
  'ask.usage/pregnant':
    'pregnant women|pregnant ladies|breast feeding|孕妇|怀孕|孕期|哺乳期|哺乳|备孕|喂奶|pregnant|pregnancy|breastfeeding|nursing',
  'ask.usage/skin':
    '皮肤敏感|敏感可以|敏感能|肤质|干性|油性|会不会痘|致痘|闷痘|会不会过敏|会过敏|刺激不|会不会刺激|会不会烂脸|breakouts|break me out|cause acne|irritation|敏感肌|敏感皮|敏感皮肤|油皮|干皮|混油|混干|油性|干性|痘痘肌|痘肌|长痘|毛孔|黄皮|黑皮|什么肤质|什么皮肤|过敏|会过敏|刺激吗|刺激性|sensitive skin|oily skin|dry skin|acne|combination skin|skin type|allergic|allergy|allergies|irritate|irritating|dark skin|会烂脸|不会烂脸|烂脸吧|会不会红|会红吗|会痒吗|burn my skin|give me a rash|cause a rash|combo skin|sensitive skin use|acne skin|skin types|for what skin|which skin|skin friendly|safe for skin',
  'ask.usage/child':
    'newborns|newborn|what age|from what age|几岁能|几岁可以|多大能|岁能用|岁可以用|岁能吃|小学生能|学生可以|for kids|for a child|safe for kids|safe for babies|for toddlers|小孩能|孩子能|宝宝能|儿童能|小孩可以|孩子可以|宝宝可以|儿童可以|小朋友|几岁|多大孩子|多大的孩子|多大宝宝|适合几岁|学生能|学生党|kids|children|toddler|baby|babies|year old|what age|teenagers|误食|小孩误食|孩子误食|宝宝误食|can toddlers|toddlers|can kids|can my kid|can my son|can my daughter|for my baby|ok for babies|age is it for',
  'ask.usage/elder':
    '男的可以|男女都|男士|男生|男款吗|男女|女士|老公能|老公可以|岁能|岁可以|多大年纪|年纪大|奶奶|爷爷|外婆|for men|can men|for guys|unisex|husband|older people|my grandma|老人|老年人|父母|爸妈|妈妈能|妈妈可以|长辈|男生能|男士能|男的能|男生可以|女生能|糖尿病|高血压|血糖高|三高|胃不好|elderly|seniors|my mom|my dad|diabetic|diabetes|blood pressure|给妈妈|给爸爸|给爸妈|给婆婆|给奶奶|给长辈|送妈妈|送长辈|送老人|for my mom|for my mum|for my dad|for grandma|for seniors',
  'ask.usage/shelf':
    'does it keep|how long does it keep|use by|生产的|什么时候生产|几月生产|多久过期|能存多久|能放几天|几时过期|新不新鲜|日期新|how long is it good|made date|production date|保质期|保质|生产日期|日期新鲜|什么日期|几个月过期|过期|能放多久|放多久|怎么保存|怎么存放|冷藏|冷冻|要放冰箱|开封后|expire|expires|expiration|expiry|shelf life|best before|refrigerate|store it|日期是多少|日期多少|日期到|什么日子生产|几号生产|新鲜日期|date on it|whats the date|how fresh',
  'ask.usage/taste':
    '香味|味道大|有味道吗|有味道|味重|异味吗|会有异味|味道好|什么香|气味|甜度|辣度|是甜的|是辣的|how does it taste|is it sweet|is it spicy|smell like|strong smell|scented|unscented|甜吗|甜不甜|辣吗|辣不辣|酸吗|咸吗|腻吗|腻不腻|苦吗|好吃吗|好喝吗|什么味|什么味道|味道怎么样|口感|新鲜吗|有籽|脆吗|香吗|taste|tastes|sweet|spicy|salty|crunchy|does it smell|what does it smell|scent',
  'ask.usage/power':
    '毫安|几小时|能充几次|充几次|充多久|能用几小时|能带上飞机|上飞机|带飞机|快充吗|支持快充|电量|how many charges|fast charge|how long does it last on|take on a plane|on a plane|mah|续航|电池|多少毫安|充电|充满|快充|功率|多少瓦|瓦数|费电|耗电|噪音|声音大吗|吵吗|内存|系统|安卓|苹果|兼容|蓝牙|几代|型号|接口|typec|防水|几级防水|battery|battery life|charge|charging|watts|voltage|wattage|noise|noisy|loud|compatible|bluetooth|android|iphone|waterproof|water resistant|usb',
  'ask.usage/effect':
    '遮不遮|持久吗|持久度|掉不掉|沾杯|拔干|显色|滋润|控不控|保湿吗|油不油|黏不黏|粘不粘|泛白|搓泥吗|卡粉吗|显黑|显老|does it last|sticky|greasy|white cast|drying|hydrating|pigmented|transfer proof|有效果|效果怎么样|效果好吗|多久见效|几天见效|管用吗|有用吗|好用吗|美白|祛斑|祛痘|保湿|补水|控油|抗老|去皱|减肥|瘦吗|防脱|遮瑕|持妆|卡粉|脱妆|能去|能祛|防晒|显白|does it work|really work|effective|results|brightening|moisturizing|whitening|anti aging|long lasting|coverage|spf',
  'ask.other/differ':
    '有啥区别|新款旧款|和上次|跟上次|和上一|跟上一|和那个|哪个更好|推荐哪|选哪|whats the difference|difference between|区别|什么区别|有什么不同|不一样吗|哪个好|哪款好|哪个更|哪款更|选哪个|推荐哪|比起来|升级了什么|新款旧款|difference|different from|compared|compare|which one is better|better than|which is better|vs|new or old|old or new|new version|old version|same as the|same as in|same product as|is it the same|the same one|新版还是|旧版还是|是新款|是老款|跟店里一样|和店里一样|跟旗舰店一样|和旗舰店一样',
  'ask.other/show':
    'closer to the camera|closer please|go back to|show me|hold it up|试穿|试一下|上身|上身看看|上脚|看细节|细节|近一点|拿近|转一圈|背面|里面长什么样|展示|演示|打开看看|穿上看看|再介绍|介绍一下|讲一下|讲讲|说一下|再说一遍|try it on|try on|show|close up|closer|can we see|let me see|back view|demo|zoom in|turn around',
  'ask.other/look': '看看|看下|看一下|试试|have a look|look at',
  'ask.link/where':
    '链接|链接呢|链接在哪|求链接|上链接|发链接|挂链接|没链接|没有链接|看不到链接|找不到链接|链接没|链接发|小黄车|购物车|橱窗|商品在哪|link|links|link please|where is the link|drop the link|cant find the link|link in bio|yellow basket|cart link|link where|whats the link|post the link|send the link|share the link',
  'ask.link/number':
    '几号链接|几号|哪个链接|第几个|第几号|多少号|几号链|几号品|几号车|是几号|哪号|which number|what number|item number|which link|which item|which one is it',
  'ask.link/how':
    'where do i buy|cant pay|why cant i pay|payment fails|payment failed|link open|wont the link|isnt checkout|checkout working|check out why|cant check out|cart wont|点不进|打不开|提交不了|提交订单|下单失败|支付失败|怎么参与|怎么加|怎么抢购|拍哪个|拍哪里|点哪里|在哪点|how do i get|how can i buy|how can i order|wont let me|cant click|cant add|checkout wont|link wont|not letting me|怎么买|怎么拍|怎么下单|在哪买|哪里买|哪里拍|哪里下单|在哪拍|在哪下单|如何购买|如何下单|咋买|咋拍|怎么抢|拍不了|拍不下|下不了单|下单不了|付不了款|付不了|买不了|怎么付款|能货到付款|货到付款|怎么支付|花呗|分期|where to buy|where can i buy|how to buy|how do i buy|how to order|how do i order|where do i order|checkout not|cant checkout|cash on delivery|pay with|paypal|klarna|afterpay|installments|链接没反应|链接怎么没反应|点了没反应|点不开|点不动|打不开链接|链接打不开|链接坏|链接点不|没反应怎么|加不了购物车|加不进|加不上|link not working|link is dead|link dead|link broken|link is broken|link isnt|link doesnt|add to cart how',
  'ask.aftersale/return':
    'if i dont like it|whats the return policy|do you take returns|能退货|退不退|买错|不想要|不合身|能不能退|退了|退钱|退换|包退|拆了能退|试了能退|return it|can i return|send back|if i dont like|if it doesnt fit|dont like it|退吗|能退|可以退|可退|退货|怎么退|退款|包退|支持退|无理由|七天无理由|7天无理由|退换|不合适|不喜欢能|不满意|return|returns|returnable|refund|refunds|money back|send it back|return policy|退款什么时候|退款多久|退款几天|退款怎么还|退回去|怎么退回|假货包退|refund if|return if|if its fake',
  'ask.aftersale/exchange':
    '换货|能换|可以换|换码|换尺码|换颜色|包换|换吗|怎么换|exchange|exchanges|swap size|swap for',
  'ask.aftersale/freight':
    '退货包邮|退货要|自己出邮费|自己出运费|运费险|退货运费|谁出邮费|谁出运费|free returns|return label|who pays|运费险|退货运费|退货邮费|谁出运费|谁承担|送运费险|return shipping|who pays return|pay for return|freight insurance|退回去要运费|退货谁出|退货要不要|退货要运费|要运费险|有运费险',
  'ask.aftersale/warranty':
    '坏了能换|质量问题|出问题|坏了包|保几个月|保修期|坏了给换|有质保|under warranty|how long is the warranty|stops working|保修|质保|包修|保几年|保多久|保修多久|售后|坏了怎么办|坏了咋办|坏果包赔|包赔|赔吗|坏了赔|破损|碎了怎么办|warranty|guarantee|guaranteed|if it breaks|if broken|breaks|after sales|坏了怎么|坏了咋|坏了谁|坏了给|坏了能|坏了可以|出问题怎么|售后怎么|售后多久|售后几|it breaks what',
  'ask.aftersale/invoice': '发票|开票|专票|抬头|invoice|receipt',
  'ask.aftersale/change':
    'shipping address|edit address|edit my address|put the wrong address|typed the wrong address|change shipping|收货地址|地址写错|地址填错|地址选错|地址错|换个地址|换地址|改收货|改一下地址|拍错地址|地址不对|地址能改|wrong address|update my address|edit my address|change the address|typo in my address|改地址|改下地址|修改地址|改备注|备注|取消订单|改尺码|拍错了|拍错|下错单|催发货|change my address|change address|cancel my order|wrong size ordered|ordered the wrong|wrong address what|wrong address help|update address|change the size|change the color',
  'ask.aftersale/protect':
    '保价|价保|差价|补差|降价怎么办|降价补|降价了怎么办|买贵|price match|price protection|if the price drops|price drops',
  'ask.aftersale/fake_pay':
    '假一赔|怎么赔|赔多少|赔不赔|是假的怎么|if its fake|要是假的|如果是假的|假的怎么赔|是假的赔|假货赔|假货怎么|假货包退',
  'ask.other/music':
    'bgm|歌名|什么歌|背景音乐|这首歌|what song|song name|求歌名|歌叫|歌叫什么|什么音乐|name of the song|song is this|what music|music is this|music called|whats this song|song called',
  'ask.other/includes':
    '包含什么|包括什么|几件套|里面有什么|都有什么|包含哪些|一套有|一发几|发几件|whats included|what is included|what comes in|whats in the box|how many in|how many pieces|how many come|拍一发|一套几|comes with what|what comes with|in the set|in the box',
  'ask.other/real':
    'is it authentic|genuine product|是不是正品|正不正|保真|假一罚十|是真的吗|旗舰店|are these real|are they real|is this the real|are you official|guaranteed authentic|正品|是正品|真的假的|真假|假货吗|是假货|官方|官方店|旗舰店|授权|防伪|能验货|验货|专柜|支持验|authentic|genuine|is it real|is this real|legit|official store|original|is it genuine|是不是真的|是真货|real or fake|real one',
  'ask.other/brand':
    '什么牌子|啥牌子|哪个牌子|什么品牌|品牌|产地|哪里产|哪产的|国产|进口|哪国|哪个国家|什么地方的|what brand|which brand|made in|where is it made|where are these made|imported|产地是|产地在|哪里生产|在哪生产|哪里做的|哪儿产|who makes|whats the brand|brand is it|country is it from',
  'ask.other/lottery':
    '福袋|抽什么|抽奖吗|抽几个|抽手机|几点抽|什么时候开奖|进群|粉丝群|next giveaway|when is the giveaway|how to enter|抽奖|什么时候抽|福袋|怎么抽|红包|怎么参加|中奖|谁中了|几点抽|giveaway|raffle|who won|lucky draw|发福袋|福袋什么|福袋没有|还有福袋|福袋几点|还有抽奖|giveaway when|the draw|when is the draw|enter the giveaway|join the giveaway|giveaway today',
  'ask.other/schedule':
    '还播多久|播多久|下播|几点下|几点结束|播到|几点开始|明天还播|什么时候播|how long will you be|what time do you|end the live|live tomorrow|几点播|几点开播|明天播吗|明天几点|播到几点|几点下播|什么时候播|还播吗|下场|下次什么时候|when is the next live|next live|what time|how long are you live|when do you go live|when do you end|end the stream|until when|are you live|live again|how long are you on|播到什么时候',
  'ask.other/next':
    '下一个|下一款|下个是什么|什么时候讲|什么时候上|讲到哪|有没有卖|会上吗|能讲|什么时候介绍|下个品|next item|next product|whats next|when will you show|coming up next|comes after this|showing next|which one is next|whats coming|what else do you have|what else|还有什么好|还有什么品|还有啥',
};
