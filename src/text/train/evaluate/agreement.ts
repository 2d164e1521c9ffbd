// How far the two readers of the gold agree: the ceiling beside which the engine's figures are to be read.

import { readWiderPass } from '../../../../test/gold/gold-files.ts';
import { interval, MEASURES, type Pair } from '../../../../test/gold/kappa.ts';
import { GOLD_SEED, pairPasses } from '../../../../test/gold/pairs.ts';
import type { Table, Words } from './evaluate.contract.ts';

const ROUNDS = 200;
const OF_VOICES = ['sentiment', 'main intent', 'intent set (mean over intents)', 'urgency'];
const OF_ALL = [...OF_VOICES, 'aspect presence (mean over aspects)', 'polarity of shared aspects'];

/** One table for the first gold, and one for the wider, in which nobody named aspects. */
export function agreement(): Table[] {
  const wider = pairPasses(readWiderPass('first'), readWiderPass('second'));
  return [
    tableOf(pairPasses().pairs, OF_ALL, { en: 'first gold', zh: '初版金标' }),
    tableOf(wider.pairs, OF_VOICES, { en: 'wider gold', zh: '扩充金标' }),
  ];
}

function tableOf(pairs: readonly Pair[], shown: readonly string[], gold: Words): Table {
  return {
    title: {
      en: `Agreement of the two readers, ${gold.en}: Cohen's kappa on ${pairs.length} rows`,
      zh: `两位标注者的一致性，${gold.zh}：${pairs.length} 行上的科恩 κ`,
    },
    head: [
      { en: 'label', zh: '标签' },
      { en: 'kappa', zh: 'κ' },
      { en: '95 % interval', zh: '95 % 区间' },
    ],
    rows: shown.map((name) => {
      const measure = MEASURES[name];
      const value = measure?.(pairs) ?? null;
      const range = measure && value !== null ? interval(pairs, measure, ROUNDS, GOLD_SEED) : null;
      return [name, value?.toFixed(3) ?? '-', range ? `${range[0].toFixed(3)}-${range[1].toFixed(3)}` : '-'];
    }),
  };
}
