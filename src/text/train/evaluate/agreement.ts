// How far the two readers of the gold agree: the ceiling beside which the engine's figures are to be read.
import { interval, MEASURES, type Pair } from '../../../../test/gold/kappa.ts';
import { GOLD_SEED, pairPasses } from '../../../../test/gold/pairs.ts';
import type { Table } from './evaluate.contract.ts';

const ROUNDS = 200;
const SHOWN = [
  'sentiment',
  'main intent',
  'intent set (mean over intents)',
  'urgency',
  'aspect presence (mean over aspects)',
  'polarity of shared aspects',
];

export function agreement(): Table {
  const pairs = pairPasses().pairs.map(([first, second]): Pair => [first, second]);
  return {
    title: {
      en: `Agreement of the two readers, Cohen's kappa on ${pairs.length} rows`,
      zh: `两位标注者的一致性，${pairs.length} 行上的科恩 κ`,
    },
    head: [
      { en: 'label', zh: '标签' },
      { en: 'kappa', zh: 'κ' },
      { en: '95 % interval', zh: '95 % 区间' },
    ],
    rows: SHOWN.map((name) => {
      const measure = MEASURES[name];
      const value = measure?.(pairs) ?? null;
      const range = measure && value !== null ? interval(pairs, measure, ROUNDS, GOLD_SEED) : null;
      return [name, value?.toFixed(3) ?? '-', range ? `${range[0].toFixed(3)}-${range[1].toFixed(3)}` : '-'];
    }),
  };
}
