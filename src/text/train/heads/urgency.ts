// The urgency heads, of whole texts, of single clauses and of reasons: texts read for urgency and written lines of rare reasons, against ordinary talk of all kinds.
import type { FittedHead, OwnFit } from '../fit-heads.ts';
import { readLiveRoomLines } from '../labels/live-room/read-live-room.ts';
import { readUrgency } from '../labels/urgency/read-urgency.ts';
import { writtenLines } from '../labels/urgency/written.ts';
import { readWritten } from '../labels/written/read-written.ts';
import { copyKey, foldOf } from '../read-sets.ts';
import { fitAlarmReasons } from './alarm-reason.ts';
import { fitDangerClause } from './danger-clause.ts';
import { every, serviceTurns } from './head-task.ts';
import { spokenPhrases } from './intent-phrases.ts';
import { fitOwnHead, type OwnRow } from './own-head.ts';

/** Words that make an unread text a doubtful example of calm. */
const DOUBTFUL =
  /过敏|痒|疹|医院|拉肚|腹泻|呕吐|中毒|着火|冒烟|爆炸|触电|漏电|虫|蟑螂|苍蝇|头发|玻璃|假货|12315|315|工商|起诉|律师|报警|泄露|诈骗|盗|stolen|fraud|unauthor|didn't make|not make|allerg|rash|fire|shock|poison|recogni|someone else|not mine|strange|suspicious|vomit|my phone is|疙瘩|长痘|豆包/iu;
const BACKGROUND: readonly (readonly [string, number])[] = [
  ['online_shopping_10_cats', 8],
  ['waimai_10k', 6],
  ['eprstmt_unlabelled', 8],
  ['zhijiang_makeup_absa', 4],
  ['bilibili_danmaku_byd', 4],
  ['bilibili_danmaku', 3],
  ['weibo2018', 8],
  ['smp2020_ewect', 24],
  ['dianping_aste', 16],
  ['amazon_polarity10k', 4],
  ['acos_en', 6],
  ['mams_acsa_en', 4],
  ['clinc150', 10],
  ['banking77', 12],
];

const BACKGROUND_COST = 0.3;

/** What a viewer's written line counts beside a text that was read: there are many of them, and they are short. */
const URGENT_LINE = 0.25;
const CALM_LINE = 0.02;

/** The same of a whole message that somebody wrote as a customer would. */
const URGENT_MESSAGE = 1;
const CALM_MESSAGE = 0.5;

/** An ordinary short line to a shop, without any danger. */
const PLAIN_LINE = 1.2;

/** How the head of whole texts is fitted. */
export const URGENCY_FIT = { c: 0.5, keep: 15_000, even: true, bar: -0.4 };

/** All rows of the head; exported for cross-validation. */
export function urgencyRows(): (OwnRow & { set?: string })[] {
  const read = readUrgency();
  const seen = new Set(read.map((row) => copyKey(row.text)));
  const background = [
    ...BACKGROUND.flatMap(([set, step]) => every(set, step).map((text) => ({ text, set }))),
    ...serviceTurns(6).map((text) => ({ text, set: 'jddc_sample_sessions' })),
  ].filter(({ text }) => foldOf(text) < 8 && !DOUBTFUL.test(text) && !seen.has(copyKey(text)));
  return [
    ...read
      .filter((row) => !row.isPlain)
      .map((row): OwnRow => ({ text: row.text, ...answer(row.reason !== null), use: 'train' })),
    ...every3(read.filter((row) => row.isPlain)).map(
      (row): OwnRow => ({ text: row.text, y: -1, cost: BACKGROUND_COST, use: 'train' }),
    ),
    ...writtenLines().map(
      (row): OwnRow => ({ text: row.text, ...answer(row.reason !== null), use: row.forTest ? 'dev' : 'train' }),
    ),
    ...readWritten().map(({ text, reason }): OwnRow => {
      const y = reason === null ? -1 : 1;
      return { text, y, cost: y > 0 ? URGENT_MESSAGE : CALM_MESSAGE, use: 'train' };
    }),
    ...readLiveRoomLines().map((row): OwnRow => {
      const isUrgent = row.label.startsWith('risk.');
      return { text: row.text, y: isUrgent ? 1 : -1, cost: isUrgent ? URGENT_LINE : CALM_LINE, use: 'train' };
    }),
    ...spokenPhrases(1)
      .filter(({ text }) => !DOUBTFUL.test(text))
      .map(({ text }): OwnRow => ({ text, y: -1, cost: PLAIN_LINE, use: 'train' })),
    ...background.map((row) => ({ ...row, y: -1 as const, cost: BACKGROUND_COST, use: 'train' as const })),
  ];
}

/** Of many texts alike every third is enough. */
const every3 = <Item>(items: readonly Item[]): Item[] => items.filter((_, index) => index % 3 === 0);

const answer = (isUrgent: boolean): { y: 1 | -1; cost: number } => ({
  y: isUrgent ? 1 : -1,
  cost: isUrgent ? 2 : 1,
});

function fitUrgency(log: (line: string) => void): FittedHead[] {
  const rows = urgencyRows();
  const fitted = fitOwnHead('urgency', rows, URGENCY_FIT);
  const { positives, precision, recall } = fitted.dev;
  log(`urgency: written positives ${positives}, P ${(precision * 100).toFixed(1)} R ${(recall * 100).toFixed(1)}`);
  return [fitted, fitDangerClause(rows), ...fitAlarmReasons()];
}

export const urgencyTask = (): OwnFit => ({ fit: fitUrgency });
