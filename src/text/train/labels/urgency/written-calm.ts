// Ordinary talk written by hand that holds the words of an alarm and raises none.

/** Ordinary talk that holds the words of an alarm. */
export const CALM = `这个价格比别家贵二十
昨天买的今天就降价了，能补差价吗
价格对得起质量
现在什么价，能便宜点吗
价格和实体店一样
我地址写错了，帮我改一下
电话打不通，是不是换号了
麻烦备注一下收货人手机号
地址发你了，明天发货吗
快递电话多少
给孩子买的，孩子很喜欢
儿子说好玩，又买了一个
小朋友天天抱着睡
给女儿充了会员学英语，挺好
十二岁能穿什么码
小孩自己选的颜色
孩子用我的手机看直播，天天念叨要买
骗子店，以后不来了
这不是骗人吗，说好的送赠品没有
被骗了，根本没有宣传的那么好
商业诈骗，裤子变直筒了
重复扣款了，帮我退一笔
怎么付了两次钱
扣了两次运费，退我一次
支付失败但是钱扣了，过了一会退回来了
会员到期自动续费怎么关
银行卡绑定不上
验证码收不到
假的吧，这么便宜
感觉不像正品
是不是假货啊
跟我在超市买的不一样，怀疑是假的
正品，扫码验过了
防伪码查了是真的，放心
假一赔十你们敢保证吗
客服态度差，我要投诉
给差评，投诉快递
已经给平台客服打电话反映了
商家赔了我20块，算了
七天无理由退货怎么退
315晚会看了吗
警察局旁边那家店
律师推荐的书，写得不错
法院题材的电视剧
电池耗电太快，一天两充
手机玩久了会发热
膜贴上去起泡
屏幕摔了玻璃碎了
西瓜摔裂了两个
苹果磕碰得厉害，烂了三个
水果有点压伤
有个虫眼，切掉就好
不止痒，还是有头屑
头皮屑没减少
洗完头发干，掉头发
去屑止痒效果好
用完头皮不痒了
敏感肌用了没有过敏
会不会过敏啊
听说容易过敏，没敢买
防过敏的，宝宝能用
好吃到爆炸
便宜到吐血
笑得肚子疼
气得我头疼
房间有骚扰电话
蟑螂药效果一般
灭火器收到了，包装完好
烟雾报警器灵敏
灭蚊灯没什么用
价格炸裂，主播疯了
卷王价格，直接炸了
主播今天价格给力
Price went up five dollars since last week
Can you match the price I saw elsewhere
The price is right, quality is fine
I was charged twice, please refund one
My card was declined
Why was I charged a fee
Double charged for shipping, can you check
Please change my address before shipping
What number should I call for support
My son loves this toy
Bought for my daughter's birthday, she was thrilled
My kids fight over it
Feels fake and cheap
Total scam, does not work as advertised
Looks like a knockoff to me
Is this genuine leather
This is a rip off
I will leave a bad review
The book about the lawyer was great
Screen cracked when I dropped it
The battery gets warm while charging
Does it irritate sensitive skin
No irritation at all, love it
This sauce is fire
Hurts my wallet but worth it
The smoke flavor is lovely
Killer deal, buy it`;
