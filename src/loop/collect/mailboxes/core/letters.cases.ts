// Letters as real mail programs write them, with what their writer said this time: the table that stripping is held to.

export interface LetterCase {
  name: string;
  body: string;
  wanted: string;
  html?: true;
}

const say = '收到的被子漏毛，想退货。';
const ask = 'The kettle leaks from the lid. Please send a new one.';

export const LETTER_CASES: LetterCase[] = [
  // Nothing to take away
  { name: 'plain zh', body: say, wanted: say },
  { name: 'plain en', body: `Hi,\n\n${ask}`, wanted: `Hi,\n\n${ask}` },
  {
    name: 'list with dashes is no signature',
    body: '两个问题：\n- 漏毛\n- 有味道',
    wanted: '两个问题：\n- 漏毛\n- 有味道',
  },
  {
    name: 'a price comparison with > in a line',
    body: '别家 99 > 你们 129，为什么？',
    wanted: '别家 99 > 你们 129，为什么？',
  },
  {
    name: '"on" at the start of a sentence',
    body: 'On Monday I wrote to you: no answer came.',
    wanted: 'On Monday I wrote to you: no answer came.',
  },
  {
    name: 'the word 写道 inside a sentence',
    body: '说明书上写道：可机洗。结果洗坏了。',
    wanted: '说明书上写道：可机洗。结果洗坏了。',
  },
  { name: 'thanks inside', body: '谢谢你们上次的帮助。\n这次又坏了。', wanted: '谢谢你们上次的帮助。\n这次又坏了。' },
  { name: 'windows line ends', body: '第一行\r\n第二行\r\n', wanted: '第一行\n第二行' },
  { name: 'a family emoji stays whole', body: '全家都喜欢 👨‍👩‍👧', wanted: '全家都喜欢 👨‍👩‍👧' },
  { name: 'one phone line is content', body: '请打给我\n电话：13800138000', wanted: '请打给我\n电话：13800138000' },
  // Gmail
  {
    name: 'gmail en',
    body: `${ask}\n\nOn Mon, 2 Mar 2026 at 10:00, Cloud Shop <service@shop.com> wrote:\n> Hello,\n> how can we help?`,
    wanted: ask,
  },
  {
    name: 'gmail en broken in two',
    body: `${ask}\n\nOn Mon, Mar 2, 2026 at 10:00 AM Cloud Shop Customer Service\n<service@shop.com> wrote:\n\n> Hello`,
    wanted: ask,
  },
  {
    name: 'gmail en broken in three',
    body: `${ask}\n\nOn Mon, Mar 2, 2026 at 10:00 AM\nCloud Shop Customer Service\n<service@shop.com> wrote:\n> Hello`,
    wanted: ask,
  },
  {
    name: 'gmail zh',
    body: `${say}\n\n云朵家纺 <service@shop.com> 于2026年3月2日周一 10:00写道：\n\n> 您好`,
    wanted: say,
  },
  {
    name: 'gmail zh broken',
    body: `${say}\n\n云朵家纺 <service@shop.com> 于2026年3月2日周一\n10:00写道：\n> 您好`,
    wanted: say,
  },
  {
    name: 'gmail zh-TW',
    body: `${say}\n\n雲朵家紡 <service@shop.com> 於 2026年3月2日 週一 上午10:00寫道：\n> 您好`,
    wanted: say,
  },
  {
    name: 'gmail forwarded',
    body: `看这个\n\n---------- Forwarded message ---------\nFrom: Li <li@x.com>\nDate: Mon\nSubject: x\nTo: y\n\nold`,
    wanted: '看这个',
  },
  { name: 'gmail signature', body: `${ask}\n\n-- \nMia Jones\n+44 20 7946 0958`, wanted: ask },
  // Apple Mail
  {
    name: 'apple en',
    body: `${ask}\n\n> On 2 Mar 2026, at 10:00, Cloud Shop <service@shop.com> wrote:\n> \n> Hello`,
    wanted: ask,
  },
  {
    name: 'apple zh',
    body: `${say}\n\n> 在 2026年3月2日，10:00，云朵家纺 <service@shop.com> 写道：\n> \n> 您好`,
    wanted: say,
  },
  {
    name: 'iphone zh',
    body: `${say}\n\n发自我的iPhone\n\n> 在 2026年3月2日，10:00，云朵家纺 <service@shop.com> 写道：\n> \n> 您好`,
    wanted: say,
  },
  {
    name: 'iphone en',
    body: `${ask}\n\nSent from my iPhone\n\nOn Mar 2, 2026, at 10:00 AM, Shop <service@shop.com> wrote:\n\nHello`,
    wanted: ask,
  },
  {
    name: 'apple forwarded',
    body: `请处理\n\n开始转发的邮件：\n\n发件人: 张 <z@x.com>\n主题: 投诉\n日期: 2026年3月2日\n收件人: a@b.com\n\n旧的`,
    wanted: '请处理',
  },
  {
    name: 'apple begin forwarded',
    body: `See below.\n\nBegin forwarded message:\n\nFrom: a@b.com\nSubject: x`,
    wanted: 'See below.',
  },
  { name: 'ipad', body: `${ask}\nSent from my iPad`, wanted: ask },
  // Outlook
  {
    name: 'outlook en',
    body: `${ask}\n\n________________________________\nFrom: Cloud Shop <service@shop.com>\nSent: Monday, March 2, 2026 10:00 AM\nTo: Mia <mia@x.com>\nSubject: RE: kettle\n\nHello`,
    wanted: ask,
  },
  {
    name: 'outlook classic',
    body: `${ask}\n\n-----Original Message-----\nFrom: Cloud Shop\nSent: Monday\nTo: Mia\nSubject: kettle`,
    wanted: ask,
  },
  {
    name: 'outlook zh',
    body: `${say}\n\n发件人: 云朵家纺 <service@shop.com>\n发送时间: 2026年3月2日 10:00\n收件人: 李四 <li@x.com>\n主题: 回复: 被子\n\n您好`,
    wanted: say,
  },
  {
    name: 'outlook zh with a ruler',
    body: `${say}\n\n________________________________\n发件人: 云朵家纺\n发送时间: 2026年3月2日\n收件人: 李四\n主题: 被子`,
    wanted: say,
  },
  {
    name: 'outlook bold fields',
    body: `${ask}\n\n*From:* Cloud Shop <service@shop.com>\n*Sent:* Monday\n*To:* Mia\n*Subject:* kettle`,
    wanted: ask,
  },
  {
    name: 'outlook mobile',
    body: `${ask}\n\nGet Outlook for iOS\n________________________________\nFrom: Shop <s@shop.com>\nSent: Monday\nTo: Mia\nSubject: x`,
    wanted: ask,
  },
  {
    name: 'outlook mobile zh',
    body: `${say}\n\n获取 Outlook for Android\n________________________________\n发件人: 店 <s@shop.com>\n发送时间: 周一\n收件人: 我\n主题: x`,
    wanted: say,
  },
  {
    name: 'windows mail',
    body: `${say}\n\n从 Windows 版邮件发送\n\n发件人: 店\n发送时间: 周一\n收件人: 我\n主题: x`,
    wanted: say,
  },
  {
    name: 'windows mail en',
    body: `${ask}\n\nSent from Mail for Windows\n\nFrom: Shop\nSent: Monday\nTo: Mia\nSubject: x`,
    wanted: ask,
  },
  { name: 'outlook original zh', body: `${say}\n\n-----邮件原件-----\n发件人: 店\n发送时间: 周一`, wanted: say },
  // QQ
  {
    name: 'qq',
    body: `${say}\n\n\n------------------ 原始邮件 ------------------\n发件人: "云朵家纺" <service@shop.com>;\n发送时间: 2026年3月2日(星期一) 上午10:00\n收件人: "李四"<li@qq.com>;\n主题: 被子\n\n您好`,
    wanted: say,
  },
  {
    name: 'qq with spaces',
    body: `${say}\n\n------------------&nbsp;原始邮件&nbsp;------------------\n发件人: 店;\n发送时间: 2026年3月2日\n收件人: 李四\n主题: 被子`.replaceAll(
      '&nbsp;',
      '\u00a0',
    ),
    wanted: say,
  },
  {
    name: 'qq phone',
    body: `${say}\n\n发自我的iPhone\n\n\n------------------ Original ------------------\nFrom: 店 <s@shop.com>\nDate: Mon,Mar 2,2026 10:00 AM\nTo: 李四 <li@qq.com>\nSubject: Re: 被子`,
    wanted: say,
  },
  { name: 'qq signature', body: `${say}\n\n来自QQ邮箱手机版`, wanted: say },
  { name: 'qq sent from', body: `${say}\n\n发自我的华为手机`, wanted: say },
  // 163 and NetEase
  {
    name: '163',
    body: `${say}\n\n\n\n\n\n在 2026-03-02 10:00:00，"云朵家纺" <service@shop.com> 写道：\n您好\n请问`,
    wanted: say,
  },
  {
    name: '163 at',
    body: `${ask}\n\nAt 2026-03-02 10:00:00, "Cloud Shop" <service@shop.com> wrote:\nHello`,
    wanted: ask,
  },
  {
    name: '163 phone',
    body: `${say}\n\n发自我的小米手机\n在 云朵家纺 <service@shop.com>，2026年3月2日 10:00写道：\n您好`,
    wanted: say,
  },
  {
    name: '163 replied mail',
    body: `${say}\n\n---- 回复的原邮件 ----\n| 发件人 | 云朵家纺<service@shop.com> |\n| 日期 | 2026年03月02日 10:00 |`,
    wanted: say,
  },
  { name: 'netease master', body: `${say}\n\n发自 网易邮箱大师`, wanted: say },
  {
    name: 'netease forwarded',
    body: `请看\n\n-------- 转发邮件信息 --------\n发件人："张" <z@x.com>\n发送日期：2026-03-02`,
    wanted: '请看',
  },
  // Foxmail
  {
    name: 'foxmail',
    body: `${say}\n\n\n\n李四\nli@foxmail.com\n \n发件人： 云朵家纺\n发送时间： 2026-03-02 10:00\n收件人： 李四\n主题： 被子\n您好`,
    wanted: `${say}\n\n李四\nli@foxmail.com`,
  },
  {
    name: 'foxmail en',
    body: `${ask}\n\n \nFrom: Cloud Shop\nDate: 2026-03-02 10:00\nTo: mia\nSubject: kettle\nHello`,
    wanted: ask,
  },
  {
    name: 'aliyun',
    body: `${say}\n\n------------------------------------------------------------------\n发件人：云朵家纺 <service@shop.com>\n日　期：2026年03月02日\n收件人：李四<li@aliyun.com>\n主　题：被子`,
    wanted: say,
  },
  // Signatures
  { name: 'zh salute', body: `${say}\n\n此致\n敬礼\n\n李四\n2026年3月2日`, wanted: say },
  { name: 'zh salute in one', body: `${say}\n\n此致敬礼！\n李四`, wanted: say },
  { name: 'zh wishes', body: `${say}\n\n祝好\n李四`, wanted: say },
  { name: 'zh business wishes', body: `${say}\n\n顺颂商祺\n李四\n上海某公司`, wanted: say },
  { name: 'zh thanks stay, name goes', body: `${say}\n\n谢谢！\n李四`, wanted: `${say}\n\n谢谢！` },
  { name: 'en regards', body: `${ask}\n\nBest regards,\nMia Jones`, wanted: ask },
  {
    name: 'en kind regards with a card',
    body: `${ask}\n\nKind regards,\n\nMia Jones\nBuyer\nTel: +44 20 7946 0958\nEmail: mia@x.com`,
    wanted: ask,
  },
  { name: 'en thanks and name', body: `${ask}\n\nThanks,\nMia`, wanted: `${ask}\n\nThanks,` },
  { name: 'en cheers', body: `${ask}\n\nCheers\nMia`, wanted: ask },
  {
    name: 'contact card',
    body: `${say}\n\n李四\n采购经理\n电话：021-12345678\n手机：13800138000\n邮箱：li@x.com`,
    wanted: say,
  },
  { name: 'delimiter and card', body: `${say}\n--\n李四 | 某公司\n电话: 021-1`, wanted: say },
  {
    name: 'confidentiality',
    body: `${ask}\n\nThis email and any attachments are confidential and intended only for the addressee.`,
    wanted: ask,
  },
  { name: 'zh confidentiality', body: `${say}\n\n本邮件及附件含有保密信息，仅供收件人使用。`, wanted: say },
  { name: 'sent from galaxy', body: `${ask}\n\nSent from my Galaxy`, wanted: ask },
  { name: 'yahoo', body: `${ask}\n\nSent from Yahoo Mail on Android`, wanted: ask },
  // Inline answers and odd things
  { name: 'answers between the lines', body: `> 尺寸是多少？\n一米八\n> 颜色？\n白色`, wanted: '一米八\n白色' },
  { name: 'only history', body: `\n\n在 2026年3月2日，店 <s@shop.com> 写道：\n> 您好`, wanted: '' },
  { name: 'only a signature keeps the words', body: '谢谢！', wanted: '谢谢！' },
  { name: 'blank lines are joined', body: '一\n\n\n\n\n二', wanted: '一\n\n二' },
  {
    name: 'history twice',
    body: `${ask}\n\nOn Mon, A <a@b.com> wrote:\n> On Sun, C <c@d.com> wrote:\n>> old`,
    wanted: ask,
  },
  { name: 'thunderbird', body: `${ask}\n\nOn 02/03/2026 10:00, Cloud Shop wrote:\n> Hello`, wanted: ask },
  {
    name: 'proton',
    body: `${ask}\n\nSent with Proton Mail secure email.\n\nOn Monday, March 2nd, 2026 at 10:00, Shop <s@shop.com> wrote:\n\n> Hello`,
    wanted: ask,
  },
  // HTML
  {
    name: 'html paragraphs',
    html: true,
    body: '<html><head><style>p{color:red}</style></head><body><p>收到的被子漏毛，</p><p>想退货。</p></body></html>',
    wanted: '收到的被子漏毛，\n\n想退货。',
  },
  {
    name: 'html gmail',
    html: true,
    body: `<div dir="ltr">${ask}</div><br><div class="gmail_quote"><div class="gmail_attr">On Mon, Shop wrote:<br></div><blockquote>Hello</blockquote></div>`,
    wanted: ask,
  },
  {
    name: 'html outlook',
    html: true,
    body: `<div>${ask}</div><hr><div id="divRplyFwdMsg"><b>From:</b> Shop<br><b>Sent:</b> Monday</div><div>Hello</div>`,
    wanted: ask,
  },
  {
    name: 'html apple',
    html: true,
    body: `<div>${say}</div><blockquote type="cite"><div>在 2026年3月2日，店写道：</div>您好</blockquote>`,
    wanted: say,
  },
  {
    name: 'html entities',
    html: true,
    body: '价格 &lt; 100 &amp; 好用&nbsp;&#x1F600;',
    wanted: '价格 < 100 & 好用 😀',
  },
  { name: 'html script never shows', html: true, body: 'a<script>alert("x > y")</script>b', wanted: 'ab' },
  { name: 'html less-than in words', html: true, body: '<p>I <3 it, 1 < 2</p>', wanted: 'I <3 it, 1 < 2' },
  { name: 'html never closed', html: true, body: '<p>漏毛<b>很多', wanted: '漏毛很多' },
];
