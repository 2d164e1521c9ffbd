// Short clear lines of complaint, approval, question and chatter in many words, written by us.
import type { PhraseGroup } from './intent-phrases.contract.ts';

export const PLAIN: readonly PhraseGroup[] = [
  [
    ['complain'],
    `
用完一瓶了没见啥变化
抹了俩月斑还是斑
喝了跟白开水似的
一点都不管用
没感觉有什么作用
智商税
交智商税了
中看不中用
越洗越痒
充一晚上才充到一半
开机就黑屏
按键失灵
声音滋啦滋啦的
拉链卡住拉不动
一拽就断
掉毛掉得满屋都是
起球了才穿一回
透得没法穿
鞋底脱胶
闻着头晕
咬一口是苦的
烂了五个
肉是酸的
汤都凉透了
米饭夹生
送错地方了还不认
骑手态度恶劣
打电话骂我
前台爱答不理
床单上有头发
热水忽冷忽热
跟图上差十万八千里
货不对板
缺斤短两
一看就是仿的
扫码查不到
防伪码刮开是空的
盗版书 错别字一堆
售后踢皮球
一问三不知
机器人客服答非所问
说了补发一直没补
不给开发票
券用不了
满减没减
先涨价再打折
多扣了我一笔
运费收得离谱
主播讲得磨叽死了
尬
难听
丑爆了
这配置卖这价 呵呵
割韭菜
又画饼
跳票多少次了
吹得厉害 开起来一般
卡成ppt了
糊得像打了码
`,
  ],
  [
    ['complain'],
    `
they refused to give me my money back
nobody at the desk wanted to help
my bag never made it
hung up on me twice
sat on the runway for three hours
didn't do a thing for my skin
does nothing
ripped the first time I wore it
way smaller than it looks
tastes like cardboard
boring from start to finish
charged me for something I returned
battery won't hold a charge
came with the seal already open
you lost a customer today
still waiting on that voucher you promised
food was cold and the waiter forgot us
screen was cracked when I opened the box
not what i ordered
i got charged a fee nobody told me about
my card got declined for no reason
`,
  ],
  [
    ['complain', 'ask'],
    `
咋还没动静呢
怎么一直显示待揽收
为啥我的券不见了
凭什么不给我退
都几天了还不发 啥情况
怎么和上次的不一样
why is my card not working
why did my transfer fail again
where's the rest of my order
why am i being charged for this
`,
  ],
  [
    ['praise'],
    `
正品没得说
跟柜台的一模一样
扫码验过了是真的
效果看得见
用了一周痘痘下去了
止痒去屑 有用
去油一级棒
很顺滑
香香的
甜
脆甜多汁
皮薄肉厚
个头大又新鲜
老人家用着顺手
娃抱着不撒手
拍照清晰
反应快不卡
字迹清楚 纸张厚实
内容充实 讲得透
隔天就到 神速
小哥人很好还帮忙搬上楼
客服小妹有问必答
师傅安装很麻利
包得严严实实
送的小礼物很惊喜
物超所值
白菜价
比超市便宜一半
没让我失望
无可挑剔
挑不出毛病
杠杠滴
yyds
绝绝子
爱了爱了
巴适
稳
太顶了
泰裤辣
帅炸
唱得我起鸡皮疙瘩
声音好治愈
主播不套路 真诚
讲得通俗易懂
这内饰有点东西
比某某强多了
国货之光
`,
  ],
  [
    ['praise'],
    `
does what it says
couldn't ask for more
no complaints here
five stars from me
the crew went above and beyond
thanks for getting us home safe, great flight
our waiter was a gem
cleared up my skin in a week
kids can't put it down
a page turner
crisp sound and deep bass
cozy spot with lovely food
sturdy and easy to put together
still going strong after three years
worth every cent
nailed it
you guys rock
fast refund, thanks so much
gorgeous color
`,
  ],
  [
    ['ask'],
    `
几个一箱
多重啊
能微波吗
咋用啊
咋退
啥材质
啥时候开播
有没有实体店
能货到付款不
哪儿发货的呀
咋联系人工
转人工
人工客服
查下单号
帮我看看到哪了
催一下呗
改个电话号码
开个发票 抬头公司
这歌叫啥
主播多大了
多少匹
百公里几个油
啥时候上市
how do i turn it on
what's the name of that song
is it waterproof
how do i reset my pin
can i bring a stroller on board
talk to a human please
what time do you close
rebook me on the next flight please
`,
  ],
  [
    [],
    `
在的
好滴
嗯
行吧
没事了
知道啦 谢谢
ok的
稍等我看下
我去问问我老公
图片发过去了
订单尾号3327
这是照片
刚到家
刚进来
前排
报到
打卡第三天
摸鱼中
广东的举手
有山东老乡没
晚安
拜拜啦
[鲜花][鲜花]
😂😂😂
？？？
哈哈笑不活了
我也是
真的假的
不是吧
原来如此
破防了家人们
第一
泪目
名场面
来自2023年
今天天气真好
看到这条的都会发财
hey there
brb
same here
haha true
who's watching from brazil
ok i'll send the photo
no that's all, bye
waiting to board in denver
just landed
`,
  ],
];
