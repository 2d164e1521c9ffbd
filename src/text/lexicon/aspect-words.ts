// Words that name a part of the deal, so that a clause can be tied to an aspect; the clause itself decides for or against.
import type { Aspect } from '../judge.contract.ts';

export const ASPECT_WORDS: Readonly<Record<Exclude<Aspect, 'overall'>, string>> = {
  logistics:
    '物流|快递|发货|送货|配送|包裹|运输|到货|快递员|快递小哥|骑手|外卖员|送餐|派送|顺丰|中通|圆通|申通|韵达|邮政|京东物流|收货|邮寄|运费|包邮|送达|发错|少发|漏发|送到|没送|送错|delivery|shipping|shipped|shipment|courier|deliver|delivered|package arrived|arrived|tracking|parcel|driver|postage',
  packaging:
    '包装|盒子|箱子|外包装|纸箱|泡沫|包装盒|袋子|瓶身|瓶盖|泵头|封口|密封|包得|包的|外盒|礼盒|packaging|packaged|box|wrapping|bubble wrap|packing|packed|sealed|seal|lid|bottle cap',
  quality:
    '质量|品质|做工|材质|面料|布料|用料|料子|坏了|坏的|故障|耐用|结实|瑕疵|起球|掉色|褪色|线头|破洞|划痕|屏幕|电池|键盘|主板|散热|过敏|异物|虫子|漏电|冒烟|质感|薄|厚实|quality|material|fabric|built|build|durable|sturdy|defective|broken|broke|stopped working|faulty|fell apart|flimsy|battery|screen',
  size: '尺码|尺寸|大小|好小|小小的|小小一|一小瓶|一小支|一小只|小一支|小一瓶|挺小|很小|有点小|小只|码数|偏大|偏小|太大|太小|合身|合适|版型|长度|宽度|太紧|太松|穿着大|穿着小|码|合脚|修身|显瘦|肥大|size|sizing|fit|fits|too small|too big|too large|too tight|length|width',
  authenticity:
    '正品|假货|真假|假的|真货|真品|高仿|山寨|盗版|正版|专柜|防伪|仿品|冒牌|行货|水货|翻新|二手|验货|保真|authentic|fake|genuine|counterfeit|knockoff|replica|refurbished|original|legit',
  price:
    '价格|价钱|性价比|便宜|贵|实惠|划算|降价|涨价|价位|超值|物美价廉|多少钱|不值|差价|保价|定价|钱花|price|priced|expensive|cheap|cost|value|overpriced|money|bargain|affordable|pricey',
  promotion:
    '活动|优惠券|满减|赠品|返现|红包|促销|打折|折扣|优惠|小样|礼品|送的|双十一|双11|618|秒杀|积分|定金|尾款|discount|coupon|promo|promotion|voucher|free gift|deal|sale|gift|sample|cashback|promised',
  service:
    '客服|服务|态度|售后|卖家|店家|老板|商家|店主|服务员|前台|发票|保修|维修|安装|师傅|回复|店员|工作人员|管家|客户经理|service|support|staff|seller|customer service|rep|agent|warranty|invoice|receipt|waiter|waitress|representative|manager',
  refund:
    '退款|退货|退钱|退换|换货|取消订单|退回|退了|退掉|退不|不给退|七天无理由|运费险|押金|refund|refunded|return|returned|returning|exchange|money back|cancel|cancelled|canceled|replacement',
  stream:
    '主播|直播|直播间|链接|小黄车|福袋|抽奖|画面|声音卡|镜头|弹幕|连麦|讲解|连线|画质|上链接|开播|下播|host|stream|livestream|live stream|streamer|giveaway|the live|link',
  description:
    '描述|图片|实物|色差|宣传|介绍|页面|详情|照片|说明不|货不对板|不符|名不副实|广告|分量|份量|缺斤少两|量少|量太少|量足|description|described|pictured|picture|photo|advertised|as shown|misleading|image|listing|portion',
  appearance:
    '外观|颜值|好看|漂亮|难看|丑|款式|颜色|样子|外形|设计|造型|美观|时尚|图案|色泽|精美|可爱|大气|显白|显老|款|字体|印刷|插图|封面|color|colour|look|looks|looked|design|style|beautiful|ugly|pretty|cute|gorgeous|stylish',
  effect:
    '效果|功效|保湿|补水|美白|遮瑕|控油|祛痘|去屑|滋润|没用|管用|有效|见效|显色|持久|吸收|去污|清洁力|柔顺|防晒|提亮|抗皱|控油|修复|脱妆|卡粉|油腻|干燥|降噪|音质|制冷|加热|上色|锁水|紧致|细腻|服帖|毛孔|effect|effective|results|works|moisturiz*|hydrat*|coverage|sound quality|cleans|performance',
  experience:
    '难用|体验|舒服|舒适|手感|方便|操作|穿着|穿起来|清爽|轻便|噪音|声音大|吵|卡顿|流畅|速度快|运行|口感|味道|好吃|难吃|涂|推开|质地|续航|系统|柔软|好喝|easy to use|comfortable|uncomfortable|use|using|convenient|taste|tastes|delicious|noise|noisy|loud|setup|experience|food|feel|feels',
  smell:
    '气味|香味|异味|好闻|难闻|刺鼻|臭|清香|味儿|味道好闻|味道很香|有股味|香|闻着|闻起来|塑料味|留香|smell|smells|smelled|scent|fragrance|odor|odour|stinks|stink',
  ingredients:
    '成分|成份|配料|精华液|精华素|美容液|营养液|玻尿酸|烟酰胺|氨基酸|添加剂|酒精|防腐剂|激素|香精|配方|荧光剂|无添加|纯天然|天然|ingredient*|additive*|paraben*|chemical*|sulfate*|preservative*|organic',
  freshness:
    '新鲜|日期|过期|保质期|临期|生产日期|变质|发霉|坏果|烂了|腐烂|有效期|烂的|馊|水分足|脆甜|坏掉|fresh|expired|expiry|expiration|rotten|mold|moldy|stale|spoiled|shelf life',
  product:
    '有货|现货|补货|库存|缺货|断货|规格|型号|参数|配置|容量|兼容|说明书|使用方法|下架|怎么用|预售|in stock|out of stock|restock|specs|manual|compatible|capacity|sold out|instructions',
  app: 'app|软件|登录|登陆|账号|密码|验证码|网站|系统崩|支付|付款|闪退|页面打不开|小程序|绑定|login|log in|password|website|checkout|payment|account|crash*|log into',
};
