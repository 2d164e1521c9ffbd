// The words by which files in Chinese and English name their columns.
import type { MapTarget } from './import.contract.ts';

/** Names are kept as one text, since none holds a space. */
function split(names: string): readonly string[] {
  return names.trim().split(/\s+/);
}

/** Strong names: a column called exactly this is meant. Written as `columnKey` makes them: lower case, no spaces or signs. */
export const COLUMN_WORDS: Record<MapTarget, readonly string[]> = {
  text: split(`
    评价内容 评论内容 评价 评论 内容 反馈内容 反馈 初次评价 首次评价 初评 首评 评价详情 评论详情 买家评价 用户评价
    客户评价 留言 留言内容 咨询内容 投诉内容 问题描述 描述 正文 文本 弹幕 弹幕内容 消息 消息内容 意见 建议 原文
    text content review reviewtext reviewcontent reviewbody body
    comment comments commenttext message feedback feedbacktext
    description verbatim response answer valuetext sentence tweet
    opinion`),
  title: split(`
    标题 评价标题 主题 题目 title subject headline summary reviewtitle
    reviewheadline`),
  rating: split(`
    评分 星级 打分 得分 分数 评价星级 评价等级 评价结果 评价类型 商品评分 满意度 综合评分 描述相符 好中差评 星数
    评星 rating stars star starrating score rate reviewrating
    reviewscore csat nps satisfaction overall ratingvalue`),
  sentimentHint: split('情感 情感标签 情感倾向 标签 情绪 sentiment label polarity labels y'),
  externalId: split(`
    评价id 评论id 评价编号 评论编号 反馈id 反馈编号 编号 流水号 唯一标识 工单号 工单编号 消息id id
    externalid reviewid commentid feedbackid messageid uuid
    recordid responseid submissionid ticketid tweetid rowid key`),
  product: split(`
    商品名称 商品 宝贝 宝贝名称 宝贝标题 商品标题 产品 产品名称 货品 货品名称 品名 商品信息 product
    productname producttitle item itemname itemtitle goods
    goodsname goodstitle`),
  sku: split(`
    sku sku编码 skuid 商品规格 规格 规格型号 sku规格 sku名称 商品编码 商家编码 商品id 货号 款号
    宝贝id 产品编号 商品编号 型号 商品sku productid itemid skucode asin spu
    variant productsku goodsid model parentasin`),
  customer: split(`
    用户昵称 昵称 买家昵称 买家 用户名 用户 会员名 买家会员名 客户 客户名称 客户姓名 姓名 评价人 评论人 评论者
    会员昵称 旺旺 旺旺号 买家旺旺 顾客 观众 发言人 customer customername user username
    nickname nick reviewer reviewername author authorname buyer
    buyername name screenname profilename`),
  customerId: split(`
    用户id 买家id 会员id 客户id 会员编号 客户编号 用户编号 openid unionid userid
    customerid buyerid memberid reviewerid authorid uid accountid`),
  email: split(`
    邮箱 电子邮箱 邮件 邮件地址 邮箱地址 email mail emailaddress customeremail
    useremail`),
  phone: split(`
    手机 手机号 手机号码 电话 联系电话 联系方式 电话号码 phone mobile tel telephone
    phonenumber mobilephone cellphone`),
  orderNo: split(`
    订单编号 订单号 订单 订单id 主订单号 主订单编号 子订单号 子订单编号 交易编号 交易号 单号 order
    orderno orderid ordernumber ordersn tradeid tid transactionid`),
  occurredAt: split(`
    评价时间 评论时间 评价日期 评论日期 初评时间 首评时间 时间 日期 创建时间 提交时间 反馈时间 发布时间 发表时间
    发送时间 留言时间 咨询时间 投诉时间 time date datetime timestamp createdat
    created createtime reviewtime reviewdate commenttime
    submittedat collectedat occurredat postedat publishedat
    tweetcreated unixreviewtime createddate ts`),
  channel: split('渠道 来源 来源渠道 反馈渠道 平台 channel source sourcetype platform'),
  locale: split('语言 语种 language lang locale'),
  sellerReply: split(`
    商家回复 卖家回复 客服回复 回复内容 回复 店铺回复 掌柜回复 商家解释 解释 评价解释 官方回复 商家回复内容
    sellerreply reply merchantreply ownerresponse sellerresponse
    replycontent merchantresponse`),
  followUp: split(`
    追评 追加评价 追加评论 追评内容 追加评价内容 追加内容 追加评论内容 followup followupreview
    additionalreview appendcomment append`),
  followUpAt: split(`
    追评时间 追加评价时间 追加时间 追评日期 追加评论时间 followupat followuptime
    followupdate appendtime`),
};

/** Weak names: taken only when nothing better claims the target. */
export const WEAK_WORDS: Partial<Record<MapTarget, readonly string[]>> = {
  text: split(`
    t txt desc msg note notes 备注 说明 value sentences q question 问题
    utterance`),
  product: split('cat category 类目 品类 分类 类别 brand 品牌 店铺商品'),
  rating: split('评级 等级 grade points value_number'),
  externalId: split('序号 no 号'),
};

/** A column name without what does not tell names apart: case, width, spaces, signs and bracketed remarks. */
export function columnKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s_\-./:：*#"'“”]+/g, '');
}
