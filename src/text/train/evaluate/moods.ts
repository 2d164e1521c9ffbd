// Positive, neutral, negative: weibo and restaurants, where neutral is a class of its own.
import { SENTIMENTS } from '../../judge.contract.ts';
import type { Measure } from './evaluate.contract.ts';
import { Confusion, percent } from './score.ts';

const MOODS: Readonly<Record<string, string>> = {
  0: 'neutral',
  1: 'negative',
  2: 'positive',
  3: 'negative',
  4: 'negative',
};

export const measureMoods: Measure = ({ judge, dev }) => {
  const weibo = new Confusion(SENTIMENTS);
  for (const row of dev('smp2020_ewect')) {
    const truth = MOODS[String(row.y)];
    if (truth !== undefined && row.part === 'usual') weibo.add(truth, judge(row.t).sentiment.label);
  }
  const restaurants = new Confusion(SENTIMENTS);
  for (const row of dev('dianping_aste')) {
    const found = new Set((row.a ?? []).map((tuple) => tuple[1]));
    if (found.size !== 1) continue;
    const side = [...found][0]!;
    restaurants.add(side > 0 ? 'positive' : side < 0 ? 'negative' : 'neutral', judge(row.t).sentiment.label);
  }
  return {
    title: { en: 'Three classes (fold 8)', zh: '三分类（第 8 折）' },
    figures: [
      { bar: 'mood.weibo', value: percent(weibo.macroF1), rows: weibo.rows },
      { bar: 'mood.restaurants', value: percent(restaurants.macroF1), rows: restaurants.rows },
    ],
    tables: [
      weibo.table({ en: 'Weibo, usual topics', zh: '微博，日常话题' }),
      restaurants.table({ en: 'Restaurants, texts of one side', zh: '餐馆，只有一种倾向的文本' }),
    ],
    notes: [],
  };
};
