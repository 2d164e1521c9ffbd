// `huiyin adapt`: learns a shop's own weights from files, without a store, for `judge --shop`.
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { Lesson } from '../../text/adapt/adapt.contract.ts';
import { learnShop } from '../../text/adapt/learn-shop.ts';
import { nameShop, writeShop } from '../../text/adapt/shop-bytes.ts';
import { createStudy } from '../../text/adapt/study.ts';
import { loadModel, modelFolder } from '../../text/node/load-engine.ts';
import { isThreeClass, type LineFault, readLesson, readText } from './adapt-lines.ts';
import { writeWhole } from './draft-file.ts';
import { isSameFile } from './file-words.ts';
import { checkInput, type Line, readLineBatches } from './line-input.ts';
import { WrongUsage } from './wrong-usage.ts';

interface Options {
  base?: string | boolean;
  corrections?: string;
  unlabelled?: string;
  out: string;
  json?: boolean;
}

interface Skipped {
  file: string;
  line: number;
  fault: LineFault;
}

/** How many skipped lines are named one by one. */
const NAMED = 20;

export function adaptCommand(): Command {
  return new Command('adapt')
    .description('learn how one shop talks, from its corrections and its unlabelled texts')
    .option('--base [dir]', 'the folder of the weights to start from; the shipped ones when left out')
    .option(
      '--corrections <file>',
      'JSON lines: text (or t) with sentiment (or label, or y), intents, aspects, urgency, spam',
    )
    .option('--unlabelled <file>', 'texts of the shop, JSON lines with text (or t), or plain lines')
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
  const skipped: Skipped[] = [];
  const lessons: Lesson[] = [];
  if (options.corrections !== undefined) {
    const lines = await linesOf(options.corrections, '--corrections');
    const threeClass = isThreeClass(lines);
    collect(options.corrections, lines, (line) => readLesson(line, threeClass), lessons, skipped);
  }
  const unlabelled: string[] = [];
  if (options.unlabelled !== undefined) {
    collect(options.unlabelled, await linesOf(options.unlabelled, '--unlabelled'), readText, unlabelled, skipped);
  }
  for (const { file, line, fault } of skipped.slice(0, NAMED)) process.stderr.write(`${file}:${line}: ${fault}\n`);
  if (skipped.length > NAMED) process.stderr.write(`and ${skipped.length - NAMED} more lines skipped\n`);
  if (lessons.length + unlabelled.length === 0) throw new Error('no line could be used');
  const startedAt = performance.now();
  const study = createStudy(await loadModel(base), lessons.length + unlabelled.length);
  const { weights, report } = learnShop({ study, lessons, unlabelled });
  const { format: _, id: __, ...unnamed } = weights;
  mkdirSync(options.out, { recursive: true });
  keepBase(base, options.out);
  writeWhole(join(options.out, 'shop.bin'), writeShop(unnamed));
  const summary = {
    engine: `${weights.base}+${nameShop(unnamed).id}`,
    ...report,
    entries: weights.buckets.length,
    doubtBar: weights.doubtBar,
    shift: Math.round(weights.shift * 1000) / 1000,
    skipped: skipped.length,
    seconds: Math.round(performance.now() - startedAt) / 1000,
  };
  writeWhole(join(options.out, 'report.json'), `${JSON.stringify(summary, null, 2)}\n`);
  if (options.json) console.log(JSON.stringify(summary));
  else tell(summary, options.out);
}

/** Weights other than the shipped ones go along, so that `judge --shop` stands on what was learned on. */
function keepBase(base: string, out: string): void {
  const [from, to] = [join(base, 'text.bin'), join(out, 'text.bin')];
  if (isSameFile(from, to) || (isSameFile(from, join(modelFolder(), 'text.bin')) && !existsSync(to))) return;
  writeWhole(to, readFileSync(from));
}

/** @throws before anything is learned when the results could not be kept, or would take the place of what is no result. */
function checkOut({ base: named, out, corrections, unlabelled }: Options, base: string): void {
  const found = statSync(out, { throwIfNoEntry: false });
  if (out === '' || (found !== undefined && !found.isDirectory())) throw new Error(`--out names no folder: ${out}`);
  for (const name of ['shop.bin', 'report.json', 'text.bin']) {
    const file = join(out, name);
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${file} is a folder, not a file`);
    for (const input of [corrections, unlabelled]) {
      if (input !== undefined && isSameFile(input, file)) throw new Error(`${file} is read and would be written over`);
    }
  }
  const [from, to] = [join(base, 'text.bin'), join(out, 'text.bin')];
  if (!existsSync(from)) throw new Error(`there are no weights in ${base}: text.bin is missing`);
  // Beside a shop.bin the weights may be the copy of an earlier run, which a base named anew replaces.
  const mayReplace = typeof named === 'string' && existsSync(join(out, 'shop.bin'));
  if (!mayReplace && existsSync(to) && !readFileSync(from).equals(readFileSync(to))) {
    throw new Error(`${out} holds other weights (text.bin) than --base: name them with --base, or another --out`);
  }
}

async function linesOf(file: string, option: string): Promise<Line[]> {
  checkInput(file, option);
  const out: Line[] = [];
  for await (const batch of readLineBatches(file)) out.push(...batch);
  return out;
}

function collect<T>(
  file: string,
  lines: readonly Line[],
  read: (line: string) => { value: T } | { fault: LineFault } | null,
  into: T[],
  skipped: Skipped[],
): void {
  lines.forEach((line, index) => {
    const found = typeof line === 'string' ? read(line) : line;
    if (found === null) return;
    if ('fault' in found) skipped.push({ file, line: index + 1, fault: found.fault });
    else into.push(found.value);
  });
}

function tell(
  summary: {
    engine: string;
    lessons: number;
    unlabelled: number;
    isSelfTrained: boolean;
    isBetter: boolean;
    shadow: { lessons: number; base: number; shop: number } | null;
    changedShare: number | null;
    skipped: number;
    seconds: number;
  },
  out: string,
): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const lines = [
    `${summary.lessons} corrections and ${summary.unlabelled} unlabelled texts in ${summary.seconds} s, ${summary.skipped} lines skipped`,
    summary.isSelfTrained ? "learned from the shop's unlabelled texts" : 'learned nothing from unlabelled texts',
  ];
  if (summary.shadow !== null) {
    const { lessons, base, shop } = summary.shadow;
    lines.push(`right on the newest ${lessons} corrections, unseen: ${percent(base)} before, ${percent(shop)} now`);
  }
  if (summary.changedShare !== null) lines.push(`${percent(summary.changedShare)} of the texts come out otherwise`);
  if (!summary.isBetter) lines.push('nothing better than the base was found; the base stays in force');
  process.stdout.write(`${lines.join('\n')}\n${summary.engine} in ${out}\n`);
}
