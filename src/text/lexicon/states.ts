// Topics and states that only mean something together, for the pairs of the taxonomy (`logistics+slow`).

/** Topic side of a pair. */
export const PAIR_TOPICS: Readonly<Record<string, string>> = {
  logistics: '物流|快递|送货|配送|包裹|派送|送餐|外卖|快件|运输|收货|delivery|shipping|package|parcel|order|shipment',
  courier:
    '快递员|快递小哥|送货员|骑手|外卖员|送餐员|配送员|送货的|送餐的|courier|driver|delivery man|delivery guy|delivery person',
  refund: '退款|退钱|退货|退货款|refund|return',
  packaging: '包装|盒子|箱子|外包装|包装盒|纸箱|瓶子|packaging|box|package',
  goods:
    '东西|商品|产品|宝贝|货|机器|手机|电脑|耳机|屏幕|键盘|鼠标|热水器|杯子|衣服|鞋子|item|product|it|screen|device|unit',
  quality: '质量|品质|做工|quality|build',
  size: '尺码|尺寸|衣服|裤子|鞋|鞋子|袖子|腰|裤腿|size|shirt|shoes|pants|dress|sleeves',
  description: '描述|图片|实物|宣传|照片|description|picture|photo|listing',
  color: '颜色|色号|色|color|colour|shade',
  appearance: '外观|款式|样子|外形|设计|颜色|造型|款|looks|design|style|color',
  effect: '效果|功效|遮瑕|保湿|清洁|补水|遮盖|effect|results',
  smell: '气味|味道|味|香味|smell|scent|odor',
  freshness:
    '水果|苹果|香蕉|橙子|芒果|葡萄|樱桃|车厘子|草莓|蔬菜|肉|海鲜|虾|螃蟹|牛奶|面包|fruit|apples|meat|milk|bread|vegetables',
  price: '价格|价钱|价位|定价|标价|价|price|pricing|prices',
  promotion: '活动|优惠|返现|红包|折扣|满减|福袋|承诺|discount|promotion|cashback|offer|promo',
  gift: '赠品|礼品|小样|礼物|送的|赠送|gift|sample|freebie',
  service:
    '客服|服务|态度|售后|卖家|店家|老板|商家|服务员|前台|店员|service|support|seller|staff|customer service|agent',
};

/** State side of a pair; also the shared adjectives of praise and blame. */
export const STATES: Readonly<Record<string, string>> = {
  slow: '慢|太慢|很慢|真慢|巨慢|超慢|龟速|拖拉|磨叽|拖延|拖了|迟迟|慢死|slow|slowly|late|delayed',
  fast: '快|很快|超快|迅速|及时|神速|挺快|飞快|准时|给力|真快|fast|quick|quickly|prompt|promptly|on time|early|speedy',
  notyet:
    "还没|还没有|仍未|至今没|一直没|没到|没收到|没有收到|还不|没动静|not yet|still not|still no|hasn't|haven't|never|still waiting",
  longwait:
    '半个月|一个月|一周|好几天|好多天|一个星期|两个星期|三天|五天|四天|十天|半天|很久|好久|太久|一个多小时|两个小时|几天了|weeks|a month|days|forever|long time|hours',
  broken: '坏|坏了|坏的|破|破了|烂|碎|裂|变形|压扁|散架|破损|损坏|broken|damaged|crushed|torn|cracked|dead',
  bad: '差|太差|很差|不好|不行|糟糕|垃圾|恶劣|不怎么样|烂|太次|很烂|极差|一塌糊涂|不满意|难看|不明显|不符|难闻|刺鼻|丑|失望|poor|bad|terrible|awful|horrible|worst|disappointing|disappointed|lousy|sucks|horrendous|disgusting',
  good: '好|很好|不错|非常好|挺好|满意|赞|棒|一流|给力|完美|喜欢|优秀|杠杠的|没得说|超好|蛮好|好看|漂亮|明显|好闻|可以|周到|good|great|excellent|amazing|nice|love|perfect|wonderful|fantastic|awesome|best|lovely|happy with',
  rude: '恶劣|骂|凶|不耐烦|态度差|没礼貌|嚣张|粗鲁|很拽|怼|冷漠|敷衍|吼|rude|yelled|impolite|attitude',
  small: '小|小了|偏小|太小|紧|短|窄|瘦|small|tight|short|narrow',
  large: '大|大了|偏大|太大|宽松|肥|宽|太长|big|large|loose|baggy|wide',
  wrong: '不对|错了|不一样|不符|有误|弄错|不一致|搞错|差太多|wrong|different|incorrect|off|mistake',
  high: '高|太高|偏高|贵|太贵|离谱|虚高|high|expensive|ridiculous|too much',
  refuse: "拒绝|不给|不让|不肯|不同意|不认|不予|不理|不承认|赖账|refused|refuse|denied|won't|reject|rejected|declined",
  missing:
    "没有|没给|没送|没收到|没到|少了|漏了|不见|呢|不给|没返|忘了|missing|not included|without|never|didn't get|no",
};
