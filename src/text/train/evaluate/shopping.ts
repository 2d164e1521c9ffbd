// In-domain figures: two classes on fold 8 of every training set, abstention and calibration on the shopping set.
import { readSentiment } from '../sentiment-rows.ts';
import type { Measure, Table } from './evaluate.contract.ts';
import { COVERAGES, calibrationError, coverageCurve, percent, reliability, type Scored, twoClass } from './score.ts';

export const measureShopping: Measure = ({ judge }) => {
  const bySource = new Map<string, Scored[]>();
  const byKind = new Map<string, Scored[]>();
  for (const row of readSentiment()) {
    if (row.fold !== 8) continue;
    const scored = { y: row.y, p: judge(row.text).sentiment.probability };
    push(bySource, row.source, scored);
    if (row.source === 'online_shopping_10_cats') push(byKind, row.kind, scored);
  }
  const shopping = bySource.get('online_shopping_10_cats') ?? [];
  const own = twoClass(shopping);
  const curve = coverageCurve(shopping);
  return {
    title: { en: 'Two classes, in-domain (fold 8)', zh: '两分类，域内（第 8 折）' },
    figures: [
      { bar: 'shopping.accuracy', value: percent(own.accuracy), rows: own.rows },
      { bar: 'shopping.f1Negative', value: percent(own.f1Negative), rows: own.rows },
      { bar: 'sure.inDomain', value: percent(curve[COVERAGES.indexOf(0.8)]!), rows: own.rows },
    ],
    tables: [
      sides({ en: 'By set', zh: '各数据集' }, bySource),
      sides({ en: 'Shopping by category, worst first', zh: '购物各品类，最差在前' }, byKind),
      curveTable({ en: 'Abstention, shopping', zh: '弃权曲线，购物' }, shopping),
      reliabilityTable({ en: 'Calibration, shopping', zh: '概率校准，购物' }, shopping),
    ],
    notes: [],
  };
};

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function sides(title: Table['title'], groups: ReadonlyMap<string, readonly Scored[]>): Table {
  return {
    title,
    head: [
      { en: 'name', zh: '名称' },
      { en: 'rows', zh: '行数' },
      { en: 'accuracy', zh: '准确率' },
      { en: 'F1 of negative', zh: '差评 F1' },
    ],
    rows: [...groups]
      .map(([name, rows]) => ({ name, ...twoClass(rows) }))
      .sort((a, b) => a.accuracy - b.accuracy)
      .map((one) => [one.name, one.rows, percent(one.accuracy), percent(one.f1Negative)]),
  };
}

export function curveTable(title: Table['title'], rows: readonly Scored[]): Table {
  return {
    title,
    head: [
      { en: 'share answered', zh: '作答比例' },
      { en: 'precision', zh: '精确率' },
    ],
    rows: coverageCurve(rows).map((value, index) => [`${percent(COVERAGES[index]!)} %`, percent(value)]),
  };
}

export function reliabilityTable(title: Table['title'], rows: readonly Scored[]): Table {
  const error = percent(calibrationError(rows));
  return {
    title: { en: `${title.en}: expected error ${error} points`, zh: `${title.zh}：期望误差 ${error} 个百分点` },
    head: [
      { en: 'P(positive)', zh: 'P（好评）' },
      { en: 'rows', zh: '行数' },
      { en: 'said', zh: '所说' },
      { en: 'true', zh: '实际' },
    ],
    rows: reliability(rows).map((bin) => [`${bin.from}-${bin.to}`, bin.rows, percent(bin.said), percent(bin.true)]),
  };
}
