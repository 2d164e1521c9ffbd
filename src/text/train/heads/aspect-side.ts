// Fits the side of a clause (for or against) on clauses of known side from many sets, and how head and words are believed together.
import { SIDE_SIZE } from '../../aspect-evidence.ts';
import { ClauseHeads } from '../../clause-heads.ts';
import type { FittedHead } from '../fit-heads.ts';
import { packHeads } from '../pack-heads.ts';
import { foldOf, type Row, readSet } from '../read-sets.ts';
import { clauseMatrix, fitHead, groupOf, type HeadOptions, type LinearRow, type TrainingReader } from './aspect-fit.ts';
import { placeTuples } from './aspect-makeup.ts';
import { fitLogistic } from './logistic.ts';

/** A text whose clauses have known sides: 1, -1, 0 undecided, null unknown. */
export interface SidedText {
  text: string;
  fold: number;
  sides: (1 | 0 | -1 | null)[];
}

/** Sets with opinions whose words can be found in the text: set, weight, and the tuple as (aspect, side, term, opinion). */
const TUPLES: readonly { set: string; weight: number; shape: (tuple: readonly unknown[]) => string[] }[] = [
  { set: 'zhijiang_makeup_absa', weight: 2, shape: ([, , term, opinion]) => [String(term), String(opinion)] },
  { set: 'dianping_aste', weight: 0.5, shape: ([term, , opinion]) => [String(term), String(opinion)] },
  { set: 'absa_zh_products', weight: 0.5, shape: ([term]) => [String(term), '_'] },
];
/** Short reviews are one opinion. */
const SHORT = ['online_shopping_10_cats', 'waimai_10k', 'eprstmt', 'chnsenticorp_htl_all'];
const SHORT_WEIGHT = 0.5;
const SHORT_LENGTH = 30;
/** Texts labelled by reading. */
const READ_WEIGHT = 1.5;
/** English reviews of which a sentence has one side. */
const ENGLISH: readonly (readonly [set: string, weight: number])[] = [
  ['acos_en', 0.7],
  ['mams_acsa_en', 0.7],
];

export function sidedTexts(reader: TrainingReader, index = 0): SidedText[] {
  const { set, shape } = TUPLES[index]!;
  return readSet(set).map((row) => {
    const clauses = reader.clauses(row.t);
    const shaped: Row = {
      t: row.t,
      a: (row.a ?? []).map((tuple) => ['', tuple[1], ...shape(tuple)] as [string, number, ...string[]]),
    };
    const sides = placeTuples(clauses, shaped).map((tuples) => {
      const found = new Set(tuples.map((tuple) => tuple[1]));
      return found.size === 1 ? ([...found][0] as 1 | 0 | -1) : null;
    });
    return { text: row.t, fold: foldOf(row.t), sides };
  });
}

/** Clauses with a side, balanced inside every set. */
function sideRows(reader: TrainingReader, read: readonly { text: string; fold: number; side: 1 | -1 }[]): LinearRow[] {
  const out: LinearRow[] = [];
  const add = (found: { text: string; fold: number; side: 1 | -1 }[], weight: number) => {
    const negative = found.filter(({ side }) => side < 0).length;
    for (const { text, fold, side } of found) {
      const own = side < 0 ? negative : found.length - negative;
      const balance = Math.min(4, Math.max(0.4, (0.5 * found.length) / Math.max(1, own)));
      out.push({ text, fold, weight: weight * balance, says: new Map([['side', side]]) });
    }
  };
  add([...read], READ_WEIGHT);
  TUPLES.forEach(({ weight }, index) => {
    add(
      sidedTexts(reader, index).flatMap(({ text, fold, sides }) => {
        const clauses = reader.clauses(text);
        return sides.flatMap((side, at) => (side === 1 || side === -1 ? [{ text: clauses[at]!, fold, side }] : []));
      }),
      weight,
    );
  });
  for (const set of SHORT) {
    add(
      readSet(set).flatMap((row) =>
        row.t.length > SHORT_LENGTH
          ? []
          : [{ text: row.t, fold: foldOf(row.t), side: Number(row.y) > 0 ? (1 as const) : (-1 as const) }],
      ),
      SHORT_WEIGHT,
    );
  }
  for (const [set, weight] of ENGLISH) {
    add(
      readSet(set).flatMap((row) => {
        const sides = new Set((row.a ?? []).map((tuple) => tuple[1]));
        const side = [...sides][0];
        return sides.size === 1 && (side === 1 || side === -1) ? [{ text: row.t, fold: foldOf(row.t), side }] : [];
      }),
      weight,
    );
  }
  return out;
}

/**
 * @param texts texts whose clauses have known sides, by which head and words are weighed against each other.
 * @param readTexts texts with one side, labelled by reading.
 */
export function fitSide(
  name: string,
  texts: readonly SidedText[],
  readTexts: readonly { text: string; fold: number; side: 1 | -1 }[],
  reader: TrainingReader,
  options: HeadOptions,
  groups: readonly number[],
  log: (line: string) => void,
): FittedHead {
  const rows = sideRows(reader, readTexts);
  const matrix = clauseMatrix(rows, reader.reading);
  const numbers: Float64Array[] = [];
  const labels: number[] = [];
  const on = (use: (fold: number) => boolean) =>
    fitHead(
      name,
      matrix,
      rows,
      rows.flatMap((row, index) => (use(row.fold) ? [index] : [])),
      options,
    );
  const read = (fitted: ReturnType<typeof on>, some: readonly SidedText[], onto: Float64Array[], says: number[]) => {
    const heads = new ClauseHeads({ heads: [fitted.head], ...packHeads([fitted]) });
    for (const { text, sides } of some) {
      reader.run(text, heads);
      sides.slice(0, heads.clauses).forEach((side, clause) => {
        if (side === null || side === 0) return;
        reader.evidence.fillSide(clause, heads, 0);
        onto.push(reader.evidence.side.slice(0, SIDE_SIZE));
        says.push(side);
      });
    }
  };
  for (const group of groups) {
    read(
      on((fold) => fold < 8 && groupOf(fold) !== group),
      texts.filter(({ fold }) => fold < 8 && groupOf(fold) === group),
      numbers,
      labels,
    );
  }
  const blend = fitLogistic(numbers, labels, 1).map((weight) => Math.round(weight * 1000) / 1000);
  const final = on((fold) => fold < 8);
  const devNumbers: Float64Array[] = [];
  const devLabels: number[] = [];
  read(
    final,
    texts.filter(({ fold }) => fold === 8),
    devNumbers,
    devLabels,
  );
  const own = negatives(numbers, labels, blend);
  const dev = negatives(devNumbers, devLabels, blend);
  log(`${name}: ${rows.length} clauses, blend ${blend.join(' ')}`);
  log(
    `${name}: against: folds ${own.positives} F1 ${(100 * own.f1).toFixed(1)}; dev ${dev.positives} F1 ${(100 * dev.f1).toFixed(1)}`,
  );
  return { head: { ...final.head, blend }, weights: final.weights, dev };
}

function negatives(numbers: readonly Float64Array[], labels: readonly number[], blend: readonly number[]) {
  let hit = 0;
  let given = 0;
  let positives = 0;
  numbers.forEach((row, index) => {
    const against = blend.reduce((sum, weight, at) => sum + weight * row[at]!, 0) < 0;
    if (against) given += 1;
    if (labels[index]! < 0) positives += 1;
    if (against && labels[index]! < 0) hit += 1;
  });
  return {
    rows: labels.length,
    positives,
    precision: hit / Math.max(1, given),
    recall: hit / Math.max(1, positives),
    f1: (2 * hit) / Math.max(1, given + positives),
  };
}
