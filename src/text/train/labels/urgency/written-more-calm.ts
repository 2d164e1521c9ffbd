// Calm lines that look like alarms, written by hand.
/** More ordinary talk that holds the words of an alarm. */
export const MORE_CALM = `The battery burned out after a month
The motor died within a week
Great film, the fire scene shocked me
This book made me sick of the genre
The guitar solo will melt your face
I bought a smoke detector for the kitchen
Burns through batteries far too fast
Chocolate arrived melted, what a mess
The screen shattered when it fell off the desk
My old one died so I bought this
The police chase is the best part of the movie
A lawyer friend lent me this novel
This album is dangerous, so addictive
It looks fake and the color is off
Total rip off, do not buy
The company is a scam, nobody answers the phone
They should be sued for calling this music
It should be illegal to charge this much
I felt robbed after paying twenty dollars for this
The sound is so bad it hurts my ears
The shoes hurt my feet after an hour
The seams are sharp looking and the fit is perfect
No choking hazard here, the pieces are large
My son is allergic to milk so we needed this
Good for people with sensitive skin and allergies
It cleared up my rash in three days
Works great on burns and cuts
Never had any trouble with overheating
The mold is easy to clean and the cakes pop right out
The book came with some mold on the cover
I lost my card, how do I order a new one
How long does it take to verify my identity
I was charged an extra fee for the transfer
My payment was declined at the store
Can I change the phone number on my account
The price dropped the day after I bought it
The price is higher than on other sites
Can my child use this app
My daughter spends hours playing with it
My son is seven and loves the game
Food was burnt and the waiter was rude
The steak was bloody but delicious
The pizza burned the roof of my mouth a little, worth it, so good
Authentic Thai food at a fair price
The DVD is a bootleg quality transfer
Killed my battery in two hours
Program full of bugs, crashes all the time
This virus scanner found a trojan
Blood pressure monitor is accurate
The toy fire truck is adorable
Hot new thriller, I could not put it down and burned through it in a night
Too spicy for me but my husband loves the burn
Motor burned out after ten uses, cheap junk
Plot was sick and twisted in the best way
This vacuum sucks in the bad sense, died in a week
The ending killed me, so sad
No smoke, no smell, lights quickly
It is safe for kids and has no sharp edges
I was shocked by how small it is
The poison apple prop looks real
My allergies got better with this air filter
The blood splatter effects look fake
The bulb burned out in two weeks
Heats up fast and never overheats
He plays a doctor in a hospital drama
Battery drains fast and the phone gets warm
A dangerous and misleading book about dieting
The software crashed and killed my files
Toast comes out burnt on one side
Emergency shelter tent that packs small
Great for itchy skin, calmed mine in a day
Chocolate mold releases easily
Bit my tongue laughing at this comedy
Charged me a fee for using my card abroad
Do I pay extra for using my card in Japan
The machine swallowed my card
I worry someone could use my card, is it insured
手机发烫，玩游戏卡
充电慢，电池不耐用
屏幕炸线了
包装炸开了，衣服没事
这歌听得我头皮发麻
辣得嘴疼，过瘾
磨脚，后跟有点疼
衣服有线头，扎人
这家店就是骗钱的，再也不来
又骗我充会员，套路
价格怎么又涨了，上周才59
买完就降价，要求价保
两个平台价格不一样，这边贵
优惠券用不了怎么回事
运费太贵了
为什么不能用满减
我电话换了，帮我改下
身份证实名怎么认证
银行卡退款几天到账
验证码一直不来
小孩能吃吗
给儿子充个会员送什么
女儿天天看你直播
孩子不会用，家长帮着下的单
游戏充值有优惠吗
快递员威胁人家写好评，这剧情好笑
律师函警告，哈哈哈
笑死，要不要报警
媒体评测都说好
小说里主角被骗了好惨
看新闻说又有地方着火了
315晚会没曝光他家吧
法律专业的书，排版不错
骂他们骗子都是轻的
假的吧，哪有这么便宜
不会是翻新机吧，有点担心
不确定是不是正品，先用着
没有防伪码，不知道真假
酒店晚上总有骚扰电话
老是打电话推销，烦
短信骚扰我让我给好评
苹果里有虫眼，切掉吃了
西瓜烂了两个，申请退款
牛奶涨包了没敢喝，给换了
同一个订单扣了我两回钱，退一回
多扣了我一次款，麻烦退回来
页面卡住了，结果付了两遍，请退一笔
微信和零钱各扣了一次，多的退我
怎么扣款扣了两遍，一遍就够了
尾款重复扣了，什么时候退
账单上同一笔出现两次，是你们扣重了吧`;
