// Notices that a question was answered: by the words of the host, a typed reply, or a transcript of what was said.

import type { Heart } from './heart.ts';
import type { Group } from './question-group.ts';
import { plainGram } from './words/grams.ts';

const COVERED = 0.6;
const LEAST_LENGTH = 4;
/** Figures that answer: an amount answers the price, a span or day the parcel, weight and size the size. */
const PATTERNS: readonly [RegExp, string][] = [
  [/\d+(?:\.\d+)?\s*(?:块|元|米|米一|¥|￥|dollars?|bucks)|[$¥￥£€]\s*\d/i, '#price/amount'],
  [
    /(?:\d+|二十四|四十八|七十二)\s*(?:小时|hours?)\s*(?:内|within|之内)?|(?:今天|明天|当天|后天)[^,，。]{0,4}发|within \d+ (?:hours|days)|ships? (?:today|tomorrow|within)/i,
    '#shipping/when',
  ],
  [/(?:拍|穿|选|建议)[^,，。]{0,4}(?:[smlx]+|[2-5]xl|\d{2})码?|\d+\s*(?:到|-|~)\s*\d+\s*斤/i, '#size/which'],
  [/(?:七|7)天无理由|支持退|可以退|free returns?|you can return/i, '#aftersale/return'],
  [/包邮|免邮|free shipping/i, '#shipping/cost'],
  [/还有\s*\d+|库存|有货|in stock|\d+ left/i, '#stock/have'],
];

/** Marks the groups these words answer; `groupId` when they name one. Returns how many. */
export function answerByWords(
  heart: Heart,
  text: string,
  at: number,
  productId: string | null,
  groupId: string | null,
): number {
  const named = groupId === null ? null : heart.groups.get(groupId);
  if (named !== null) return markAnswered(heart, named, at) ? 1 : 0;
  if (text.length < LEAST_LENGTH) return 0;
  const said = new Set(heart.reader.pieces(text).map(plainGram));
  for (const [pattern, matter] of PATTERNS) if (pattern.test(text)) said.add(matter);
  const onAir = productId ?? heart.air.current()?.productId ?? null;
  let answered = 0;
  for (const one of heart.groups.groups.values()) {
    const { group, leader } = one;
    if (group.state !== 'waiting' && group.state !== 'queued') continue;
    if (group.productId !== null && group.productId !== onAir) continue;
    let covered = 0;
    for (let place = 0; place < leader.grams.length; place += 1)
      if (said.has(plainGram(leader.grams[place]!))) covered += leader.weights[place]!;
    if (covered / leader.mass >= COVERED && markAnswered(heart, one, at)) answered += 1;
  }
  return answered;
}

/** True when it is the first answer. */
export function markAnswered(heart: Heart, one: Group, at: number): boolean {
  const isFirst = heart.groups.setState(one, 'answered', at);
  if (isFirst) heart.time.add('answered', Math.floor(at / 10_000), 1);
  return isFirst;
}
