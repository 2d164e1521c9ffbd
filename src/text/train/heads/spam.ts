// The spam head: advertising messages and lures against ordinary talk, above all talk that holds the same words.
import type { FittedHead, OwnFit } from '../fit-heads.ts';
import { readLiveRoomLines } from '../labels/live-room/read-live-room.ts';
import { writtenAdverts } from '../labels/spam/written.ts';
import { readWritten } from '../labels/written/read-written.ts';
import { foldOf, readSet } from '../read-sets.ts';
import { every, serviceTurns } from './head-task.ts';
import { spokenPhrases } from './intent-phrases.ts';
import { fitOwnHead, type OwnRow } from './own-head.ts';

/** Words that advertising and ordinary talk share. */
const SHARED =
  /微信|vx|加群|加我|qq|二维码|扫码|优惠券|领券|红包|返现|刷单|免费|中奖|抽奖|链接|公众号|关注|兼职|代理|贷款|花呗|白条|赚钱|推广|广告|群里|进群|私聊|私信|直播间|淘宝|批发|包邮|特价|清仓|促销|特惠|秒杀|热线|发票|理财|股票|会员|积分|活动|满减|电话|客服|退订|优惠/iu;

const filled: readonly (readonly [RegExp, string])[] = [
  [/URL\w*/gu, ' http://t.cn/a1b2 '],
  [/CELLPHONE/gu, '13812345678'],
  [/(PHONE|HOTLINE)/gu, '0571-88881234'],
  [/WECHAT/gu, '微信 abc12345'],
  [/QQ/gu, 'QQ 123456789'],
  [/DIGIT/gu, '88'],
  [/PLACE/gu, '杭州'],
  [/NAME/gu, '新天地'],
  [/BANK/gu, '建设银行'],
];

/** A collected message as it looked before its names and numbers were taken out. */
export function filledIn(text: string): string {
  return filled.reduce((sum, [mark, value]) => sum.replace(mark, value), text).replace(/ {2,}/gu, ' ');
}

/** Advertising as collected, and every second message as it was sent; fold 8 stays out. */
function advertRows(): OwnRow[] {
  return readSet('fbs_spam_sms').flatMap((item, index): OwnRow[] => {
    const use = foldOf(item.t) < 8 ? 'train' : 'dev';
    const collected: OwnRow = { text: item.t, y: 1, cost: 0.6, use };
    return index % 2 === 0 ? [collected] : [collected, { text: filledIn(item.t), y: 1, cost: 0.6, use }];
  });
}

/** Customers and viewers; those who use the words of advertising count more. */
function ordinaryRows(): OwnRow[] {
  const sets = [
    'online_shopping_10_cats',
    'waimai_10k',
    'eprstmt_unlabelled',
    'bilibili_danmaku_byd',
    'bilibili_danmaku',
    'nus_sms_zh_unlabelled',
    'amazon_polarity10k',
    'banking77',
    'clinc150',
    'dianping_aste',
  ];
  const texts = [...sets.flatMap((set) => every(set, 1)), ...serviceTurns(1)];
  const seen = new Set<string>();
  return texts.flatMap((text, index): OwnRow[] => {
    if (text.length > 300 || seen.has(text)) return [];
    const shared = SHARED.test(text);
    if (!shared && index % 14 !== 0) return [];
    seen.add(text);
    return [{ text, y: -1, cost: shared ? 1 : 0.5, use: foldOf(text) < 8 ? 'train' : 'dev' }];
  });
}

/** A telephone number or another long one, as customers give their own. */
const LONG_NUMBER = /\d(?:[\s()-]{0,2}\d){5}/u;
const NUMBER_COST = 3;

/** What customers and viewers say with the words of advertising ("is shipping free") or to be reached, as we wrote it. */
function spokenRows(): OwnRow[] {
  const texts = [...readLiveRoomLines(), ...readWritten(), ...spokenPhrases(1)].map(({ text }) => text);
  return texts.flatMap((text): OwnRow[] => {
    const cost = LONG_NUMBER.test(text) ? NUMBER_COST : SHARED.test(text) ? 1 : 0;
    return cost === 0 ? [] : [{ text, y: -1, cost, use: foldOf(text) < 8 ? 'train' : 'dev' }];
  });
}

/** All rows of the head. */
export function spamRows(): OwnRow[] {
  const written = writtenAdverts().map(
    ({ text, isSpam, forTest }): OwnRow => ({ text, y: isSpam ? 1 : -1, cost: 3, use: forTest ? 'dev' : 'train' }),
  );
  return [...advertRows(), ...ordinaryRows(), ...spokenRows(), ...written];
}

function fitSpam(log: (line: string) => void): FittedHead[] {
  const fitted = fitOwnHead('spam', spamRows(), { c: 0.5, keep: 24_000, even: false });
  const { positives, precision, recall } = fitted.dev;
  log(`spam: dev positives ${positives}, P ${(precision * 100).toFixed(1)} R ${(recall * 100).toFixed(1)}`);
  return [fitted];
}

export const spamTask = (): OwnFit => ({ fit: fitSpam });
