// Rows of the gate: does a text come from make-up reviews, where the contest's own ideas of aspects hold?
import { foldOf, readSet } from '../read-sets.ts';
import type { LinearRow } from './aspect-fit.ts';

/** Other voices and how many of them: every n-th row. */
const OTHERS: readonly (readonly [set: string, step: number])[] = [
  ['online_shopping_10_cats', 8],
  ['waimai_10k', 6],
  ['absa_zh_products', 4],
  ['dianping_aste', 12],
  ['bdci_car_2018', 10],
  ['amazon_polarity10k', 10],
  ['mams_acsa_en', 8],
  ['bilibili_danmaku_byd', 15],
  ['jddc_sample_sessions', 10],
  ['chnsenticorp_htl_all', 8],
];

export function gateRows(): LinearRow[] {
  const rows: LinearRow[] = [];
  const add = (set: string, step: number, label: 1 | -1) => {
    readSet(set).forEach((row, index) => {
      if (index % step !== 0) return;
      rows.push({ text: row.t.slice(0, 400), fold: foldOf(row.t), weight: 1, says: new Map([['gate', label]]) });
    });
  };
  add('zhijiang_makeup_absa', 1, 1);
  add('zhijiang_makeup_unlabelled', 1, 1);
  for (const [set, step] of OTHERS) add(set, step, -1);
  return rows;
}
