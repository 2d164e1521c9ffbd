// `huiyin adapt`: learns a shop's own weights from files, without a store, for `judge --shop`.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { Lesson } from '../../text/adapt/adapt.contract.ts';
import { learnShop } from '../../text/adapt/learn-shop.ts';
import { nameShop, writeShop } from '../../text/adapt/shop-bytes.ts';
import { createStudy } from '../../text/adapt/study.ts';
import { loadModel, modelFolder } from '../../text/node/load-engine.ts';
import { isThreeClass, type LineFault, type Read, readLesson, readText } from './adapt-lines.ts';
import { countRepeats } from './adapt-repeats.ts';
import { type AdaptSummary, adaptWords, whyFewer } from './adapt-words.ts';
import { writeWhole } from './draft-file.ts';
import { FaultTally } from './fault-tally.ts';
import { isSameFile, statOf } from './file-words.ts';
import type { Fault } from './json-lines.ts';
import { checkInput, type Line, readLineBatches } from './line-input.ts';
import { WrongUsage } from './wrong-usage.ts';

interface Options {
  base?: string | boolean;
  corrections?: string;
  unlabelled?: string;
  textField?: string;
  out: string;
  json?: boolean;
}

interface Skipped {
  file: string;
  line: number;
  fault: Fault<LineFault>;
}

/** How many skipped lines are named one by one. */
const NAMED = 20;

export function adaptCommand(): Command {
  return new Command('adapt')
    .description('learn how one shop talks, from its corrections and its unlabelled texts')
    .option('--base [dir]', 'the folder of the weights to start from; the shipped ones when left out')
    .option(
      '--corrections <file>',
      'JSON lines: t (or text) with sentiment (or label, or y), intents, aspects, urgency, spam',
    )
    .option('--unlabelled <file>', 'texts of the shop, JSON lines with t (or text), or plain lines')
    .option('--text-field <name>', 'the field that holds the text; otherwise t, else text')
    .addOption(new Option('--out <dir>', 'where shop.bin and report.json go').makeOptionMandatory())
    .option('--json', 'end with one JSON line')
    .action(adapt);
}

async function adapt(options: Options): Promise<void> {
  if (options.corrections === undefined && options.unlabelled === undefined) {
    throw new WrongUsage('nothing to learn from: name a file with --corrections, --unlabelled or both');
  }
  if (options.corrections === '-' && options.unlabelled === '-') {
    throw new WrongUsage('only one of --corrections and --unlabelled can be standard input');
  }
  const base = typeof options.base === 'string' ? options.base : modelFolder();
  checkOut(options, base);
  const field = options.textField;
  const skipped: Skipped[] = [];
  const lessons: Lesson[] = [];
  if (options.corrections !== undefined) {
    const lines = await linesOf(options.corrections, '--corrections');
    const threeClass = isThreeClass(lines);
    collect(options.corrections, lines, (line) => readLesson(line, { field, threeClass }), lessons, skipped);
  }
  const unlabelled: string[] = [];
  if (options.unlabelled !== undefined) {
    collect(
      options.unlabelled,
      await linesOf(options.unlabelled, '--unlabelled'),
      (line) => readText(line, { field }),
      unlabelled,
      skipped,
    );
  }
  tellSkipped(skipped);
  if (lessons.length + unlabelled.length === 0) throw new Error('no line could be used');
  const startedAt = performance.now();
  const study = createStudy(await loadModel(base), lessons.length + unlabelled.length);
  const { weights, report } = learnShop({ study, lessons, unlabelled });
  const { format: _, id: __, ...unnamed } = weights;
  mkdirSync(options.out, { recursive: true });
  keepBase(base, options.out);
  writeWhole(join(options.out, 'shop.bin'), writeShop(unnamed));
  const summary: AdaptSummary = {
    engine: `${weights.base}+${nameShop(unnamed).id}`,
    ...report,
    ...countRepeats(lessons),
    unlabelledGiven: unlabelled.length,
    entries: weights.buckets.length,
    doubtBar: weights.doubtBar,
    shift: Math.round(weights.shift * 1000) / 1000,
    skipped: skipped.length,
    seconds: Math.round(performance.now() - startedAt) / 1000,
  };
  writeWhole(join(options.out, 'report.json'), `${JSON.stringify(summary, null, 2)}\n`);
  if (options.json) console.log(JSON.stringify(summary));
  else {
    const lines = adaptWords(summary, whyFewer(unlabelled, report.unlabelled));
    process.stdout.write(`${lines.join('\n')}\n${summary.engine} in ${options.out}\n`);
  }
}

/** Weights other than the shipped ones go along, so that `judge --shop` stands on what was learned on. */
function keepBase(base: string, out: string): void {
  const [from, to] = [join(base, 'text.bin'), join(out, 'text.bin')];
  if (isSameFile(from, to) || (isSameFile(from, join(modelFolder(), 'text.bin')) && !existsSync(to))) return;
  writeWhole(to, readFileSync(from));
}

/** @throws before anything is learned when the results could not be kept, or would take the place of what is no result. */
function checkOut({ base: named, out, corrections, unlabelled }: Options, base: string): void {
  if (out === '') throw new WrongUsage('--out names no folder');
  let around = resolve(out);
  while (statOf(around, 1) === undefined) around = dirname(around);
  if (!statOf(around, 1)?.isDirectory()) throw new Error(`--out names no folder: ${around} is a file`);
  for (const name of ['shop.bin', 'report.json', 'text.bin']) {
    const file = join(out, name);
    if (statOf(file, 1)?.isDirectory()) throw new Error(`--out: ${file} is a folder, not a file`);
    for (const input of [corrections, unlabelled]) {
      if (input !== undefined && isSameFile(input, file)) throw new Error(`${file} is read and would be written over`);
    }
  }
  const [from, to] = [join(base, 'text.bin'), join(out, 'text.bin')];
  if (!existsSync(from)) throw new Error(`--base: there are no weights in ${base}: text.bin is missing`);
  // Beside a shop.bin the weights may be the copy of an earlier run, which a base named anew replaces.
  const mayReplace = typeof named === 'string' && existsSync(join(out, 'shop.bin'));
  if (!mayReplace && existsSync(to) && !readFileSync(from).equals(readFileSync(to))) {
    throw new Error(`${out} holds other weights (text.bin) than --base: name them with --base, or another --out`);
  }
}

/** @throws when the file is a table by its name, whose lines are no texts. */
async function linesOf(file: string, option: string): Promise<Line[]> {
  if (/\.(csv|tsv|xlsx?)(\.gz)?$/iu.test(file)) {
    throw new WrongUsage(`${option}: ${file} is a table by its name; give JSON lines, or plain texts one a line`);
  }
  checkInput(file, option);
  const out: Line[] = [];
  for await (const batch of readLineBatches(file)) out.push(...batch);
  return out;
}

function collect<T>(
  file: string,
  lines: readonly Line[],
  read: (line: Line) => Read<T>,
  into: T[],
  skipped: Skipped[],
): void {
  lines.forEach((line, index) => {
    const found = read(line);
    if (found === null) return;
    if ('fault' in found) skipped.push({ file, line: index + 1, fault: found.fault });
    else into.push(found.value);
  });
}

function tellSkipped(skipped: readonly Skipped[]): void {
  for (const { file, line, fault } of skipped.slice(0, NAMED)) {
    const where = [fault.field, fault.value].filter((part) => part !== undefined).join(': ');
    process.stderr.write(`${file}:${line}: ${fault.error}${where === '' ? '' : ` (${where})`}\n`);
  }
  if (skipped.length > NAMED) process.stderr.write(`and ${skipped.length - NAMED} more lines skipped\n`);
  for (const file of new Set(skipped.map((one) => one.file))) {
    const faults = new FaultTally();
    for (const one of skipped) if (one.file === file) faults.add(one.fault.error);
    process.stderr.write(faults.advice(file));
  }
}
