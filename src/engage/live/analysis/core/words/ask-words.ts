// What viewers ask about, by class and matter: two questions with the same matters are the same question, however worded.

/** `<class>/<matter>`; the class is one of the live classes that begin with `ask.`. */
export const ASK_WORDS: Readonly<Record<string, string>> = {
  'ask.price/amount':
    '多少钱|多少米|多少元|多少块|多钱|什么价|什么价格|啥价|啥价格|几块|几元|几多钱|几米|怎么卖|咋卖|怎么个价|价格|价钱|价位|售价|报价|报个价|报一下价|单价|多少一斤|多少钱一|啥价位|几个钱|贵吗|贵不贵|how much|price|prices|cost|costs|how many dollars|whats the price|pricing',
  'ask.price/deal':
    '优惠|优惠券|有券|有券吗|领券|券在哪|怎么领券|打折|折扣|几折|满减|便宜点|便宜一点|便宜些|能便宜|再便宜|最低价|最低多少|底价|活动价|直播价|有活动|活动吗|搞活动|什么活动|买一送一|第二件|拍几件|拍两件|拍2件|拍二|多买|划算|福利|秒杀|改价|到手价|到手多少|券后|discount|discounts|coupon|coupons|promo|promo code|code for|on sale|any deal|any deals|best price|lowest price|bundle|cheaper if|deal today|voucher',
  'ask.price/until':
    '活动到几点|活动到什么时候|优惠到什么时候|优惠到几点|活动几点结束|什么时候结束|几点结束|明天还有|明天还是这个价|下播还有|下播后|how long is the sale|sale end|deal end|offer end|price tomorrow',
  'ask.price/gift':
    '赠品|送什么|送啥|有赠送|送不送|有小样|小样|送礼|有礼物|送的是什么|送几个|free gift|comes with|freebie|freebies|any gift|samples',
  'ask.size/which':
    '什么码|多大码|几码|穿多大|穿什么|穿几|拍什么码|拍多大|拍几码|选什么码|选多大|选几码|哪个码|啥码|多大号|几号码|要多大|买多大|尺码|码数|尺码表|推荐码|尺寸|size chart|what size|which size|size|sizes|sizing',
  'ask.size/runs':
    '偏大|偏小|偏码|正码|标准码|大一码|小一码|拍大|拍小|合身|合脚|宽松吗|修身吗|显瘦|显胖|显高|true to size|run small|runs small|run large|runs large|run big|runs big|fit true|tight fit|loose fit|how does it fit|fits',
  'ask.size/body':
    '身高|体重|斤穿|斤能|斤可以|斤的|公斤|kg|cm|厘米|腰围|胸围|臀围|胸大|腿粗|肩宽|脚长|脚背|脚宽|微胖|胖子|胖人|胖女孩|小个子|高个子|大码|加大码|能穿吗|能穿不|可以穿吗|穿得下|穿得上|穿得进|lbs|pounds|tall|petite|plus size|curvy|im 5|i am 5|waist|bust|hips|wide feet',
  'ask.size/measure':
    '多长|衣长|裤长|裙长|袖长|多宽|多高|长度|宽度|高度|直径|多大的|有多大|多重|几斤|多少斤|净重|克重|多少克|几克|几斤装|多少毫升|多少ml|容量|几升|how long is|how big|how tall|how wide|dimensions|measurements|weigh|weighs|how heavy|capacity|how many ounces|how many ml',
  'ask.stock/have':
    '有货|还有货|还有吗|还有没|还有么|还有不|还剩|剩多少|库存|现货|没货|卖完|卖光|售罄|抢完|抢光|断货|断码|缺货|有没有货|有吗|有码吗|还能拍|还能买|还卖吗|不卖了|下架|in stock|out of stock|sold out|still available|available|how many left|any left|left in|stock',
  'ask.stock/restock':
    '补货|上货|加货|加库存|加单|加点|再上|返场|还会上|还上吗|什么时候有货|什么时候有|什么时候上|几点上|预售|到货|restock|restocking|back in stock|more stock|come back|preorder|pre order',
  'ask.stock/colour':
    '什么颜色|哪些颜色|几个颜色|几种颜色|有几色|什么色|啥颜色|颜色|色号|哪个色|别的颜色|其他颜色|黑色|白色|红色|蓝色|绿色|粉色|灰色|米色|杏色|咖色|紫色|黄色|驼色|棕色|color|colors|colour|colours|in black|in white|in red|in blue|in pink|other shades|shades|shade',
  'ask.stock/variant':
    '什么口味|哪些口味|几种口味|几个口味|什么款|哪些款|几个款|几种款|什么规格|几种规格|有男款|男款|女款|童款|有小号|有大号|有儿童|flavors|flavours|what flavor|which flavor|variants|styles|mens|for men|kids version|versions',
  'ask.shipping/when':
    '什么时候发|多久发|几天发|啥时候发|何时发|几号发|今天发|明天发|当天发|马上发|现在发|多久能发|发货时间|什么时候能发|多长时间发|发货吗|发货快|多久寄|什么时候寄|when will it ship|when do you ship|ship today|ship out|when does it ship|how soon|dispatch|shipping time',
  'ask.shipping/arrive':
    '几天到|多久到|什么时候到|几天能到|多久能到|多久收到|几天收到|什么时候能到|啥时候到|能到吗|年前能到|周末能到|几号到|到货时间|when will it arrive|how long to arrive|how long does shipping|how long is shipping|shipping take|delivery take|delivery time|arrive by|arrive before|get here|days to get',
  'ask.shipping/from':
    '哪里发货|哪发货|哪儿发货|从哪发|从哪里发|发货地|哪里发|哪个仓|仓库在|ship from|shipped from|shipping from|located|which warehouse',
  'ask.shipping/cost':
    '包邮|免邮|运费|邮费|快递费|要不要邮费|满多少包|free shipping|shipping cost|shipping fee|how much is shipping|shipping free|cost of shipping',
  'ask.shipping/courier':
    '什么快递|啥快递|哪家快递|哪个快递|发什么|发顺丰|顺丰|中通|圆通|申通|韵达|极兔|京东快递|邮政|ems|能指定快递|which courier|what courier|usps|ups|fedex|dhl|royal mail|express shipping',
  'ask.shipping/region':
    '新疆|西藏|内蒙|青海|海南|甘肃|宁夏|港澳|香港|澳门|台湾|偏远|国外|海外|农村|乡镇|上海能|北京能|东北|能发到|发到|可以发|能寄到|寄到|能送到|送到|ship to|deliver to|shipping to|international|internationally|worldwide|canada|australia|uk|europe|hawaii|alaska|mexico|overseas',
  'ask.shipping/where':
    '到哪了|到哪儿了|物流|单号|快递单号|发了吗|发了没|发出了吗|寄了吗|我的快递|我的货|tracking number|track my|where is my order|where is my package',
  'ask.shipping/pack':
    '什么包装|怎么包装|礼盒|礼盒装|真空包装|独立包装|有袋子|手提袋|包装好|会不会碎|会碎吗|会不会压坏|冷链|gift box|gift wrap|packaging|packaged|bubble wrap',
  'ask.usage/how':
    '怎么用|怎么使用|如何用|如何使用|咋用|用法|怎么吃|怎么喝|怎么做|怎么煮|怎么煎|怎么冲|怎么泡|怎么装|怎么安装|难装吗|好装吗|怎么穿|怎么戴|怎么系|怎么搭|搭什么|搭配什么|怎么充电|怎么连|怎么连接|用多少|一次用多少|一天几次|几次|什么顺序|早晚|白天能用|晚上用|隔夜|需要洗掉|洗掉吗|how to use|how do you use|how do i use|how often|how to apply|how to install|easy to install|how to wear|how to cook|instructions|assemble|set up|how to clean',
  'ask.usage/ingredient':
    '成分|配料|成份|含酒精|酒精|添加剂|防腐剂|香精|激素|含糖|无糖|有糖|脂肪|热量|卡路里|蛋白质|咖啡因|含什么|什么做的|几个成分|配方|ingredients|ingredient|contain|contains|alcohol|paraben|parabens|sugar|calories|gluten|vegan|caffeine|nuts|protein|fragrance|cruelty',
  'ask.usage/material':
    '材质|面料|什么料|什么材料|料子|布料|纯棉|全棉|真丝|羊毛|羊绒|真皮|牛皮|聚酯|涤纶|里料|填充|鹅绒|鸭绒|含绒|充绒|不锈钢|几级钢|陶瓷|硅胶|什么绒|有弹力|弹力|弹性|material|materials|fabric|made of|cotton|leather|polyester|wool|silk|stainless|silicone|stretchy|stretch|lined',
  'ask.usage/feel':
    '厚吗|厚不厚|薄吗|薄不薄|透吗|透不透|热吗|热不热|冷吗|保暖|暖和|闷吗|透气|扎人|扎吗|扎不扎|软吗|硬吗|软不软|硬不硬|舒服吗|什么季节|冬天能|夏天能|春秋|加绒|重吗|重不重|thick|thin|see through|warm|breathable|itchy|soft|heavy|lightweight|winter|summer',
  'ask.usage/wear':
    '起球|掉色|褪色|缩水|变形|掉毛|起皱|静电|开胶|生锈|掉漆|粘锅|褪色吗|耐用|耐磨|耐不耐用|能用多久|用多久|寿命|pill|pilling|fade|fading|shrink|wrinkle|rust|durable|tarnish|peel|last long|how long does it last|how long will it last',
  'ask.usage/wash':
    '机洗|手洗|怎么洗|能洗|可以洗|好洗|好清洗|清洗|干洗|洗衣机|拆洗|洗碗机|machine wash|washable|hand wash|dry clean|dishwasher|wash it',
  'ask.usage/pregnant': '孕妇|怀孕|孕期|哺乳期|哺乳|备孕|喂奶|pregnant|pregnancy|breastfeeding|nursing',
  'ask.usage/skin':
    '敏感肌|敏感皮|敏感皮肤|油皮|干皮|混油|混干|油性|干性|痘痘肌|痘肌|长痘|毛孔|黄皮|黑皮|什么肤质|什么皮肤|过敏|会过敏|刺激吗|刺激性|sensitive skin|oily skin|dry skin|acne|combination skin|skin type|allergic|allergy|allergies|irritate|irritating|dark skin',
  'ask.usage/child':
    '小孩能|孩子能|宝宝能|儿童能|小孩可以|孩子可以|宝宝可以|儿童可以|小朋友|几岁|多大孩子|多大的孩子|多大宝宝|适合几岁|学生能|学生党|kids|children|toddler|baby|babies|year old|what age|teenagers',
  'ask.usage/elder':
    '老人|老年人|父母|爸妈|妈妈能|妈妈可以|长辈|男生能|男士能|男的能|男生可以|女生能|糖尿病|高血压|血糖高|三高|胃不好|elderly|seniors|my mom|my dad|diabetic|diabetes|blood pressure',
  'ask.usage/shelf':
    '保质期|保质|生产日期|日期新鲜|什么日期|日期|几个月过期|过期|能放多久|放多久|怎么保存|怎么存放|冷藏|冷冻|要放冰箱|开封后|expire|expires|expiration|expiry|shelf life|best before|refrigerate|store it',
  'ask.usage/taste':
    '甜吗|甜不甜|辣吗|辣不辣|酸吗|咸吗|腻吗|腻不腻|苦吗|好吃吗|好喝吗|什么味|什么味道|味道怎么样|口感|新鲜吗|有籽|脆吗|香吗|taste|tastes|sweet|spicy|salty|crunchy|does it smell|what does it smell|scent',
  'ask.usage/power':
    '续航|电池|多少毫安|充电|充满|快充|功率|多少瓦|瓦数|费电|耗电|噪音|声音大吗|吵吗|内存|系统|安卓|苹果|兼容|蓝牙|几代|型号|接口|typec|防水|几级防水|battery|battery life|charge|charging|watts|voltage|wattage|noise|noisy|loud|compatible|bluetooth|android|iphone|waterproof|water resistant|usb',
  'ask.usage/effect':
    '有效果|效果怎么样|效果好吗|多久见效|几天见效|管用吗|有用吗|好用吗|美白|祛斑|祛痘|保湿|补水|控油|抗老|去皱|减肥|瘦吗|防脱|遮瑕|持妆|卡粉|脱妆|能去|能祛|防晒|显白|does it work|really work|effective|results|brightening|moisturizing|whitening|anti aging|long lasting|coverage|spf',
  'ask.usage/differ':
    '区别|什么区别|有什么不同|不一样吗|哪个好|哪款好|哪个更|哪款更|选哪个|推荐哪|比起来|升级了什么|新款旧款|difference|different from|compared|compare|which one is better|better than|which is better|vs',
  'ask.usage/show':
    '试穿|试一下|上身|上身看看|上脚|看细节|细节|近一点|拿近|转一圈|背面|里面长什么样|展示|演示|打开看看|穿上看看|再介绍|介绍一下|讲一下|讲讲|说一下|再说一遍|try it on|try on|show|close up|closer|can we see|let me see|back view|demo|zoom in|turn around',
  'ask.usage/look': '看看|看下|看一下|试试|have a look|look at',
  'ask.link/where':
    '链接|链接呢|链接在哪|求链接|上链接|发链接|挂链接|没链接|没有链接|看不到链接|找不到链接|链接没|链接发|小黄车|购物车|橱窗|商品在哪|link|links|link please|where is the link|drop the link|cant find the link|link in bio|yellow basket|cart link',
  'ask.link/number':
    '几号链接|几号|哪个链接|第几个|第几号|多少号|几号链|几号品|几号车|是几号|哪号|which number|what number|item number|which link|which item|which one is it',
  'ask.link/how':
    '怎么买|怎么拍|怎么下单|在哪买|哪里买|哪里拍|哪里下单|在哪拍|在哪下单|如何购买|如何下单|咋买|咋拍|怎么抢|拍不了|拍不下|下不了单|下单不了|付不了款|付不了|买不了|怎么付款|能货到付款|货到付款|怎么支付|花呗|分期|where to buy|where can i buy|how to buy|how do i buy|how to order|how do i order|where do i order|checkout not|cant checkout|cash on delivery|pay with|paypal|klarna|afterpay|installments',
  'ask.aftersale/return':
    '退吗|能退|可以退|可退|退货|怎么退|退款|包退|支持退|无理由|七天无理由|7天无理由|退换|不合适|不喜欢能|不满意|return|returns|returnable|refund|refunds|money back|send it back|return policy',
  'ask.aftersale/exchange':
    '换货|能换|可以换|换码|换尺码|换颜色|包换|换吗|怎么换|exchange|exchanges|swap size|swap for',
  'ask.aftersale/freight':
    '运费险|退货运费|退货邮费|谁出运费|谁承担|送运费险|return shipping|who pays return|pay for return|freight insurance',
  'ask.aftersale/warranty':
    '保修|质保|包修|保几年|保多久|保修多久|售后|坏了怎么办|坏了咋办|坏果包赔|包赔|赔吗|坏了赔|破损|碎了怎么办|warranty|guarantee|guaranteed|if it breaks|if broken|breaks|after sales',
  'ask.aftersale/invoice': '发票|开票|专票|抬头|invoice|receipt',
  'ask.aftersale/change':
    '改地址|改下地址|修改地址|改备注|备注|取消订单|改尺码|拍错了|拍错|下错单|催发货|change my address|change address|cancel my order|wrong size ordered|ordered the wrong',
  'ask.other/real':
    '正品|是正品|真的假的|真假|假货吗|是假货|官方|官方店|旗舰店|授权|防伪|能验货|验货|专柜|支持验|authentic|genuine|is it real|is this real|legit|official store|original',
  'ask.other/brand':
    '什么牌子|啥牌子|哪个牌子|什么品牌|品牌|产地|哪里产|哪产的|国产|进口|哪国|哪个国家|什么地方的|what brand|which brand|made in|where is it made|where are these made|imported',
  'ask.other/lottery':
    '抽奖|什么时候抽|福袋|怎么抽|红包|怎么参加|中奖|谁中了|几点抽|giveaway|raffle|who won|lucky draw',
  'ask.other/schedule':
    '几点播|几点开播|明天播吗|明天几点|播到几点|几点下播|什么时候播|还播吗|下场|下次什么时候|when is the next live|next live|what time|how long are you live|when do you go live',
  'ask.other/next':
    '下一个|下一款|下个是什么|什么时候讲|什么时候上|讲到哪|有没有卖|会上吗|能讲|什么时候介绍|下个品|next item|next product|whats next|when will you show|coming up next',
};
