// Draws texts for a reader from the training folds: no gold text, no near copy of one, nothing labelled or drawn before.
// Usage: tsx src/text/train/labels/pick.ts FOLDER NAME PART SET COUNT SEED [CUE] [SHORTEST] [LONGEST]
// Writes NAME.jsonl (numbered places) and NAME.txt (numbered texts) into FOLDER, which must lie outside the repository.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shuffled } from '../../../kit/seeded.ts';
import { copyKey } from '../read-sets.ts';
import { keyOf, textsOf } from './find-texts.ts';
import { goldCopies, goldMarks } from './gold-marks.ts';
import type { LabelPlace } from './labels.contract.ts';
import { isTrainingFold, readLabelRows } from './read-labels.ts';

// Order cards, answers of the machine and bare numbers say nothing to label.
const NOTHING =
  /^(顾客通过点击|咨询订单号|原订单|订单号|订单编号|\[?订单编号|[\d\s]*$|(\[(ORDERID_\d+|数字x|日期x|时间x)\]\s*)+(订单编号.*)?$)/u;

const [folder, name, part, set, count, seed, cue, shortest = '2', longest = '160'] = process.argv.slice(2);
if (folder === undefined || name === undefined || set === undefined || seed === undefined)
  throw new Error('FOLDER NAME PART SET COUNT SEED are needed');
mkdirSync(folder, { recursive: true });
const gold = goldMarks().keys;
const taken = new Set(readLabelRows().map((row) => row.key));
for (const file of readdirSync(folder).filter((one) => one.endsWith('.jsonl') && one !== `${name}.jsonl`))
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n'))
    if (line !== '') taken.add((JSON.parse(line) as LabelPlace).key);
const seen = new Set(goldCopies());
const pattern = cue ? new RegExp(cue, 'iu') : null;
const pool = textsOf(set, isTrainingFold).filter(
  ({ text }) =>
    [...text].length >= Number(shortest) &&
    text.length <= Number(longest) &&
    copyKey(text) !== '' &&
    !NOTHING.test(text) &&
    (pattern === null || pattern.test(text)) &&
    !gold.has(keyOf(text)) &&
    !taken.has(keyOf(text)),
);
const picked: string[] = [];
const shown: string[] = [];
for (const { text, row, cat } of shuffled(pool, Number(seed))) {
  if (picked.length === Number(count)) break;
  const copy = copyKey(text);
  if (seen.has(copy)) continue;
  seen.add(copy);
  const n = picked.length + 1;
  const place = { n, part, set, key: keyOf(text), ...(row ? { row } : {}), ...(cat ? { cat } : {}) };
  picked.push(`${JSON.stringify(place)}\n`);
  shown.push(`${n}\t${text.replace(/\s+/gu, ' ')}\n`);
}
writeFileSync(join(folder, `${name}.jsonl`), picked.join(''));
writeFileSync(join(folder, `${name}.txt`), shown.join(''));
console.log(`${picked.length} of ${pool.length}`);
