// Gathers labelled rows for every head beside sentiment: spam, abuse, factual tone, emotion and aspects.
import type { Aspect, Emotion } from '../judge.contract.ts';
import { foldOf, readSet } from './read-sets.ts';

/** One head's question put to one text. */
export interface HeadRow {
  text: string;
  y: 1 | -1;
  fold: number;
}

/** Contest aspect names to the names of our taxonomy. */
export const MAKEUP_ASPECTS: Readonly<Record<string, Aspect>> = {
  整体: 'overall',
  使用体验: 'experience',
  功效: 'effect',
  价格: 'price',
  物流: 'logistics',
  气味: 'smell',
  包装: 'packaging',
  真伪: 'authenticity',
  服务: 'service',
  成分: 'ingredients',
  尺寸: 'size',
  新鲜度: 'freshness',
};

const EMOTION_CODES: readonly (readonly [string, Emotion])[] = [
  ['0', 'neutral'],
  ['1', 'anger'],
  ['2', 'joy'],
  ['3', 'sadness'],
  ['4', 'fear'],
  ['5', 'surprise'],
];

function row(text: string, positive: boolean): HeadRow {
  return { text, y: positive ? 1 : -1, fold: foldOf(text) };
}

/** Every n-th text, so that large sets stay in the background. */
function every(name: string, step: number): string[] {
  return readSet(name)
    .filter((_, index) => index % step === 0)
    .map((item) => item.t);
}

function serviceTurns(step: number): string[] {
  return readSet('jddc_sample_sessions')
    .filter((_, index) => index % step === 0)
    .flatMap((item) => item.t.split(',').slice(0, 3))
    .filter((text) => text.length > 3);
}

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

export function spamRows(): HeadRow[] {
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

export function abuseRows(): HeadRow[] {
  return [
    ...readSet('cold_offensive').map((item) => row(item.t, item.y === 1)),
    ...every('eprstmt_unlabelled', 12).map((text) => row(text, false)),
    ...every('waimai_10k', 10).map((text) => row(text, false)),
  ];
}

/** Factual tone against opinion: weibo marked neutral, service turns, chat and questions against reviews and moods. */
export function factualRows(): HeadRow[] {
  return [
    ...readSet('smp2020_ewect').map((item) => row(item.t, String(item.y) === '0')),
    ...readSet('dianping_aste').flatMap((item) => {
      const list = item.a ?? [];
      const neutral = list.filter((tuple) => tuple[1] === 0).length;
      return neutral === list.length || neutral === 0 ? [row(item.t, neutral > 0)] : [];
    }),
    ...serviceTurns(3).map((text) => row(text, true)),
    ...every('nus_sms_zh_unlabelled', 8).map((text) => row(text, true)),
    ...every('clinc150', 8).map((text) => row(text, true)),
    ...every('banking77', 8).map((text) => row(text, true)),
    ...every('online_shopping_10_cats', 6).map((text) => row(text, false)),
    ...every('waimai_10k', 4).map((text) => row(text, false)),
    ...every('zhijiang_makeup_absa', 1).map((text) => row(text, false)),
    ...every('eprstmt', 1).map((text) => row(text, false)),
    ...every('amazon_polarity10k', 4).map((text) => row(text, false)),
  ];
}

/** One list of rows and one label list a head. */
export function emotionRows(): { rows: HeadRow[]; labels: Map<string, Int8Array> } {
  const set = readSet('smp2020_ewect');
  const labels = new Map<string, Int8Array>();
  for (const [code, name] of EMOTION_CODES) {
    labels.set(
      `emotion.${name}`,
      Int8Array.from(set, (item) => (String(item.y) === code ? 1 : -1)),
    );
  }
  return { rows: set.map((item) => row(item.t, false)), labels };
}

export function aspectRows(): { rows: HeadRow[]; labels: Map<string, Int8Array> } {
  const set = readSet('zhijiang_makeup_absa');
  const labels = new Map<string, Int8Array>();
  for (const [name, aspect] of Object.entries(MAKEUP_ASPECTS)) {
    labels.set(
      `aspect.${aspect}`,
      Int8Array.from(set, (item) => ((item.a ?? []).some((tuple) => tuple[0] === name) ? 1 : -1)),
    );
  }
  return { rows: set.map((item) => row(item.t, false)), labels };
}
