// Dangers to body and house, written by hand, mostly in English, which public sets hardly hold.
export const SAFETY = `I got a nasty burn on my palm from the handle of this pan
The cord got so hot that the plastic melted and scorched my carpet
We woke up to the smell of burning and found the humidifier smoking
My husband was shocked when he plugged this in, now his arm is numb
It blew up in my face, literally, pieces of glass everywhere
The battery started to swell and then hissed in my bag
After two days my arms were covered in a rash and I had to see a doctor
This lotion made my face swell, ended up at urgent care
My eyes are red and burning since I tried this mascara
Broke out in hives within an hour of taking the second pill
My cat got very sick after eating this food and is at the vet
Both of us had food poisoning after dinner here, up all night vomiting
I bit down on a piece of metal in the burrito and cracked a molar
Found a long hair and a dead fly baked into my pizza
There was a cockroach crawling out of the takeout box
My two year old pulled the eye off the teddy bear and nearly choked on it
The crib rail gave way and my baby fell on the floor
The stool collapsed while my mother was standing on it, she is in the hospital with a hip injury
The blade flew off the blender and cut my wrist
Sliced my thumb open on a sharp edge, needed four stitches
The space heater tripped the breaker and there are black scorch marks on the outlet
I saw sparks flying out of the hair dryer, threw it away right then
The coffee pot shattered in my hand and boiling water went all over my legs
The bike brakes failed going downhill and I crashed
These earrings turned my ears green and now they are infected
The pressure cooker lid popped off and scalded my daughter
Waiter swore there were no nuts in it, my wife ended up using her EpiPen
The milk was sour and moldy, my kids drank it and have been sick since
Got lightheaded from the fumes of this mattress, whole family has headaches
The toy gets hot enough to burn little fingers, please pull it from the shelves
The treadmill suddenly sped up and threw me off, I hurt my back
Smoke was pouring out of the back of the TV
The glass door of the oven exploded while I was cooking
It electrocuted my dog, do not buy this collar
The carbon monoxide alarm went off as soon as we lit the stove
The shampoo burned my scalp, it has been itching and flaking for a week
Swallowed a plastic shard that was inside the yogurt
My son cut his lip on the rim of this cup
Seat belt clip on the stroller opens by itself, my daughter almost fell into the street
This hot water bottle burst in bed and I have second degree burns
The adapter buzzes, smells like burning plastic and is too hot to hold
My skin started peeling and stinging after one use
Dizzy and throwing up since I ate the oysters
The wheel came off on the highway, we could have been killed
My fingertips tingle every time I touch the metal case while it charges
The blanket left burn marks on the sheets, this is a fire waiting to happen
After the facial my cheeks are raw and bleeding
I had a terrible allergic reaction, throat closing up
The gate latch failed and our toddler tumbled down the stairs
A needle was left inside the pillow and it went into my hand
Do not buy! Dangerous. After three weeks the plug got so hot it melted into the wall socket
Fire hazard. I noticed a burning smell and when I unplugged the lamp the base was charred
Hurt my baby. The corner of the walker is sharp and my son has a gash on his forehead
Terrible for sensitive skin. Woke up with a red burning face and bumps everywhere
My dog ate half of this chew and had bloody diarrhea all night, vet bill of 400 dollars
One of the screws came loose and my toddler put it in her mouth, thank god I saw it
Caution. The handle snapped while I was carrying hot oil and I have burns on both feet
This heating pad left a blister on my back
The glass carafe cracked the first time and cut my hand badly
Smoke came out of the vent and the lights in the house flickered
Sparks shot out when I turned it on and I felt a shock up my arm
These vitamins gave me heart palpitations and I ended up in the ER
Worst soap ever, my hands cracked and bled
I used it twice and my scalp is covered with sores
Got a terrible stomach ache and vomited after eating these bars
Found a piece of glass in my daughter's baby food
The spring popped out and hit my eye
Poorly designed, the blade is exposed and I sliced two fingers
My child got her fingers stuck in the hinge and we needed the fire department
Bad choice for kids, the paint chips off and my one year old swallowed some
The charger overheats, it almost set my bed on fire
It shocks you every time you touch the faucet
The swing broke while my son was on it and he hit his head on the ground
Tasted strange, then both of us were sick for two days
Bugs in the flour. I only noticed after we had eaten pancakes from it
After wearing this bracelet my wrist is swollen and oozing
The mattress gave off such fumes that I could not breathe and had an asthma attack
My wife had a severe reaction to this hair dye, her eyelids swelled shut
Ladder slipped and I fell six feet, broken wrist
The fuse blew with a loud bang and there was smoke everywhere
Batteries leaked acid and burned my fingers
My rabbit died two days after I switched to this feed
The smoke alarm never went off during an actual kitchen fire
Steam burned my arm because the lid does not lock
The helmet strap snapped in a minor fall and I have a concussion
I am itching all over since I washed my sheets with this
The contact lenses scratched my eye, doctor says I have an ulcer
Popped a tire because of the cheap valve and we nearly crashed on the freeway
The candle jar exploded and hot wax and glass went all over the table
Water was dripping boiling hot from the machine, it is a hazard
My cat got her neck stuck in it and almost strangled
Rusty flakes of metal came off into the food
Deodorant gave me a painful rash under both arms
The trimmer nicked my skin and it got infected
Eyes were watering and throat burned after spraying it once
该产品插电就打火，插座都烧黑了
喝到一半发现杯底有玻璃碎片，嘴里划了个口子
用了三天脸上起了一片小疹子，又红又烫
孩子咬了一口就吐，晚上发烧送去挂水了
猫砂盆夹了猫，腿上出血
泡脚桶漏电，脚一放进去就麻
吃到一根钢丝，牙都崩了一块
开盖的时候可乐瓶炸了，碎片溅到眼睛
婴儿床护栏断了，宝宝摔下来头上一个包
香薰熏得全家头晕恶心，孩子还咳嗽
儿童水杯吸管里面长黑霉，宝宝已经喝了半个月
充电线接口烧黑了，手机边框都化了
戴了一晚上手表，手腕一圈红肿起泡
梯子一踩就折，我从上面掉下来，腰动不了
美甲灯烤得手指刺痛，指甲根都发炎了
热水壶把手断了，开水浇了一腿
吃完这个面包嘴巴肿了，喘气有点费劲
菜里有只蟑螂腿，恶心得我全吐了`;
