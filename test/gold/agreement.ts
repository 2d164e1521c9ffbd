// Prints how far the two readers of the gold agree: `npm run gold:agreement`.

import { PARTS } from './gold.contract.ts';
import { readWiderPass } from './gold-files.ts';
import { interval, MEASURES, type Pair } from './kappa.ts';
import { GOLD_SEED, pairPasses } from './pairs.ts';

const ROUNDS = 500;

function show(pairs: readonly Pair[]): void {
  for (const [name, measure] of Object.entries(MEASURES)) {
    const value = measure(pairs);
    const range = value === null ? null : interval(pairs, measure, ROUNDS, GOLD_SEED);
    const figure = value === null ? 'nothing to tell apart' : value.toFixed(3);
    console.log(`  ${name.padEnd(38)} ${figure}${range ? `  [${range[0].toFixed(3)}, ${range[1].toFixed(3)}]` : ''}`);
  }
}

function byPart(pairs: readonly Pair[], parts: readonly string[]): void {
  for (const part of PARTS) {
    const mine = pairs.filter((_, at) => parts[at] === part);
    if (mine.length === 0) continue;
    const figures = ['sentiment', 'main intent', 'urgency', 'aspect presence (mean over aspects)'].map((name) => {
      const value = MEASURES[name]!(mine);
      return `${name.replace(/ \(.*/, '')} ${value === null ? '-' : value.toFixed(3)}`;
    });
    console.log(`${part} (${mine.length}): ${figures.join(', ')}`);
  }
}

for (const [name, { pairs, all }] of [
  ['first gold', pairPasses()],
  ['wider gold, read without aspects', pairPasses(readWiderPass('first'), readWiderPass('second'))],
] as const) {
  console.log(
    `${name}: Cohen's kappa on ${pairs.length} of ${all} rows, with 95 % intervals (${ROUNDS} resamples of rows)`,
  );
  show(pairs);
  byPart(
    pairs,
    pairs.map(([first]) => first.part),
  );
  const easy = pairs.filter(([first, second]) => first.hard === undefined && second.hard === undefined);
  console.log(
    `rows neither reader found hard (${easy.length}): sentiment ${MEASURES.sentiment!(easy)?.toFixed(3) ?? '-'}`,
  );
}
