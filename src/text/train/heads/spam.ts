// Rows of the spam head: advertising messages against ordinary talk.
import { readSet } from '../read-sets.ts';
import { every, type HeadRow, type HeadTask, row, serviceTurns, single } from './head-task.ts';

/** Reviews and chat that mention adding a contact are ordinary service talk; they hold the spam head back. */
function contactTalk(): string[] {
  const openers = ['客服让我', '刚才客服说可以', '我想', '能不能', '退款要', '店家让我', '之前', '可以'];
  const acts = ['加微信', '加V', '打电话', '加好友', '进群', '加企业微信', '留电话', '扫码'];
  const ends = [
    '处理退款',
    '了解一下',
    '售后',
    '一直没人通过',
    '怎么加',
    '发我安装视频',
    '没反应',
    '帮我看看',
    '吗',
    '',
  ];
  return openers.flatMap((a) => acts.flatMap((b) => ends.map((c) => a + b + c)));
}

function spamRows(): HeadRow[] {
  const bad = readSet('fbs_spam_sms').map((item) => row(item.t, true));
  const good = [
    ...every('online_shopping_10_cats', 9),
    ...every('waimai_10k', 4),
    ...every('eprstmt_unlabelled', 5),
    ...every('bilibili_danmaku_byd', 6),
    ...every('bilibili_danmaku', 4),
    ...every('nus_sms_zh_unlabelled', 6),
    ...every('weibo2018', 6),
    ...every('amazon_polarity10k', 6),
    ...every('clinc150', 10),
    ...serviceTurns(4),
    ...contactTalk(),
  ].map((text) => row(text, false));
  return [...bad, ...good];
}

export const spamTask = (): HeadTask => single('spam', spamRows(), 1, 40_000);
