// Longer English reviews and short room lines: wishes to the maker, and the same words without one. Written by us.
import type { PhraseGroup } from './intent-phrases.contract.ts';

export const SUGGEST_MORE: readonly PhraseGroup[] = [
  [
    ['praise', 'suggest'],
    `
We had a lovely anniversary dinner here and the fish was perfect. I just wish they would take reservations for two.
This vacuum picks up everything, even cat hair. The cord should be longer, but otherwise I am thrilled with it.
Nice cozy cafe with the friendliest owner. They should put a few outlets by the window so people can work.
I use this planner daily and love the layout. Would be even nicer with a pocket in the back cover.
The story kept me up all night. I hope the author writes a second one about the sister.
Great little speaker for the money! If they made one with a handle I would be first in line.
The soap smells wonderful and lasts. Please sell it in bigger bars, I go through them fast.
Smooth flight and a great crew today, one tip: hand out the landing cards before the snack.
`,
  ],
  [
    ['complain', 'suggest'],
    `
The remote has no backlight so I can't see a thing at night. For the next model they need to add one.
Half the songs are cut short. They should have put out the whole concert on two discs.
The recipes look tasty but there is not one photo in the book. A cookbook should come with pictures, please fix that in a new edition.
We stood by the door for twenty minutes with no greeting. Management should put somebody up front on weekends.
The straps dig into my shoulders after an hour, more padding is needed here.
Every announcement was late and nobody told us why. Start sending updates by text like everyone else does.
The battery door falls off all the time, a small screw would fix this design.
I can't read the dial without glasses. Whoever designed this should use bigger numbers.
`,
  ],
  [
    ['suggest'],
    `
What I would like to see is a version for older kids with harder puzzles and fewer stickers.
If the company is reading this, a simple carry bag in the box would make a lot of customers happy.
I think they could lower the price a bit on weekdays and they'd fill the room.
Someone at the airline ought to look into letting families board together again.
It would make sense to show the exchange rate before I confirm the transfer.
You could save everyone a phone call by putting the refund date in the app.
Why don't you guys open a branch on the east side, we'd all come
an extra shelf inside would solve the only issue i have
bigger buttons next time please
how about a dairy free option
can we get a black version already
can you do one for left handers
do a giveaway when you hit 10k
turn on slow mode, chat is too fast
zoom in on the stitching please
more tutorials like this please
`,
  ],
  // The same words, no change asked of anybody
  [
    ['praise'],
    `
If you are on the fence, just get it, you should not wait for a sale like I did. Best mixer I've owned.
I wish every airline treated people like this, what a smooth trip home.
Everyone who has a garden should own this book, it answers all the questions I had.
I could not have asked for a nicer birthday dinner, you need to try the lamb.
Would be great as a gift for any fisherman, my uncle keeps his by the door.
I hope there are many more seasons like this one, the cast is superb.
My only regret is not getting it earlier, it could not be easier to use.
`,
  ],
  [
    ['complain'],
    `
I should have listened to the other reviews. The handle snapped off on the second day and now it sits in the bin.
I wish I could say something good about this movie, but I fell asleep twice.
If you want your soup warm, go somewhere else. Ours came out cold two times.
You would think a book at this price could be proofread, there are typos on each page.
They should be embarrassed to put their name on this toaster.
I hoped it would help my back, it has only made it worse.
Would have been a nice trip if you had not lost both of our bags.
I need to return it but of course the number on the box does not work.
`,
  ],
  // Rooms
  [
    ['suggest'],
    `
出个长续航版吧
加个座椅通风行不行
后备箱能不能做成电动的
标配激光雷达吧求求
建议把语音助手换个声音
给老车主也推送一下呗
这颜色改成哑光的绝了
官方出个车顶架吧
多开几家店吧 我们县城都没有
试驾车能不能多放几台
希望车漆厚一点
充电口换到前面多好
把这屏幕换小点 留点按键
建议先把品控抓一抓
要是再便宜一万 还有别人啥事
价格打下来啊
定价再狠一点
出个双电机不好吗
后视镜再大点吧
建议主持人语速放慢
让工程师来讲吧
让他多讲两句嘛 别打断
把评论打开啊
换个人讲吧
镜头给车 别给人
给个全景镜头啊导播
导播切一下近景
声画不同步 导播调一下
能不能来个英文字幕
下一首点一个红豆
姐姐唱个快歌吧
跳完整版嘛
换个角度再来一遍
灯光打强一点更好看
出教程吧！
更新快点啊 催更
催更催更
`,
  ],
  [
    [],
    `
应该没人了吧
应该会火
希望人没事
希望别下雨
希望我也能有一台这样的女朋友
建议改成相亲节目哈哈哈
要是我也会唱就好了
别吵了 各开各的
换个话题吧兄弟们
都散了吧
让让 我先来
能不能好好说话 楼上的
楼上可以闭嘴了
建议楼上多读书
下次一定
`,
  ],
  [
    ['ask'],
    `
能不能上绿牌啊
能不能跑高速
能不能装儿童座椅
可以无线充吗
后面能放平不
是不是要涨价了
会不会出旅行版
主播多高
能看下底盘吗
什么时候更新下一集
`,
  ],
];
