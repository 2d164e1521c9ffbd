// `npm run evaluate [-- --quick --only NAME,… --json --llm --models DIR --cache DIR]`: measures every bar and writes docs/accuracy.md.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createEngine } from '../../engine.ts';
import { loadModel } from '../../node/load-engine.ts';
import { dataFolder, foldOf, type Row, readSet } from '../read-sets.ts';
import { BARS } from './bars.ts';
import { measureDuplicates } from './duplicates.ts';
import { measureEnglish } from './english.ts';
import type { Inputs, Measure, Part } from './evaluate.contract.ts';
import { measureGold } from './gold.ts';
import { measureHostile } from './hostile.ts';
import { measureLeftOut } from './left-out.ts';
import { measureLlm } from './llm.ts';
import { measureMakeup } from './makeup.ts';
import { measureMoods } from './moods.ts';
import { measurePersonal } from './personal.ts';
import { measurePublished } from './published.ts';
import { barLines, reportPage } from './report.ts';
import { measureShopping } from './shopping.ts';
import { measureSpam } from './spam.ts';
import { measureSpeed } from './speed.ts';

/** In the order of the page. Speed comes first in time: it runs in a process of its own before this one grows. */
const PARTS: Readonly<Record<string, Measure>> = {
  speed: measureSpeed,
  shopping: measureShopping,
  english: measureEnglish,
  leftOut: measureLeftOut,
  published: measurePublished,
  moods: measureMoods,
  makeup: measureMakeup,
  gold: measureGold,
  spam: measureSpam,
  personal: measurePersonal,
  duplicates: measureDuplicates,
  hostile: measureHostile,
  llm: measureLlm,
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      llm: { type: 'boolean', default: false },
      models: { type: 'string' },
      cache: { type: 'string' },
    },
  });
  if (dataFolder() === null) {
    console.error('No data found. Set HUIYIN_TRAINING_DATA to the folder of the sets.');
    process.exitCode = 2;
    return;
  }
  const model = await loadModel(values.models);
  const engine = createEngine(model);
  const folds = new Map<string, Row[]>();
  const inputs: Inputs = {
    engine,
    model,
    judge: (text) => engine.judge(text, undefined, { explain: false }),
    dev(set) {
      const known = folds.get(set) ?? readSet(set).filter((row) => foldOf(row.t) === 8);
      folds.set(set, known);
      return known;
    },
    isQuick: values.quick,
    cache: values.cache,
    models: values.models,
    tell: (line) => process.stderr.write(`  ${line}\n`),
  };
  const wanted = values.only?.split(',') ?? Object.keys(PARTS).filter((name) => name !== 'llm');
  if (values.llm) wanted.push('llm');
  const parts: Part[] = [];
  for (const name of wanted) {
    const measure = PARTS[name];
    if (measure === undefined) throw new Error(`no such part: ${name}; there are ${Object.keys(PARTS).join(', ')}`);
    const startedAt = performance.now();
    parts.push(await measure(inputs));
    inputs.tell(`${name}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  const measured = { engine: engine.version, parts };
  if (values.json) console.log(JSON.stringify(measured));
  else for (const line of barLines(measured)) console.log(line);
  // A page with holes would say less than the one before it.
  if (values.only !== undefined || values.quick || values.models !== undefined) return;
  const docs = new URL('../../../../docs/', import.meta.url);
  writeFileSync(new URL('accuracy.md', docs), reportPage(measured, 'en'));
  writeFileSync(new URL('accuracy.zh-CN.md', docs), reportPage(measured, 'zh'));
  inputs.tell(`docs/accuracy.md and docs/accuracy.zh-CN.md, ${BARS.length} bars`);
}

await main();
