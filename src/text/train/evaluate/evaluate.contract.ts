// What every part of the evaluation takes and gives, so that a part is one small file.
import type { Judgement, TextEngine } from '../../judge.contract.ts';
import type { TextModel } from '../../model.ts';
import type { Row } from '../read-sets.ts';

/** A sentence in both languages of the page. */
export interface Words {
  en: string;
  zh: string;
}

export interface Figure {
  /** Key of {@link BARS}. */
  bar: string;
  /** In the unit of the bar; null when it could not be measured. */
  value: number | null;
  /** How many rows it rests on. */
  rows?: number;
  /** What was measured where the bar's own material is not at hand, or why nothing was. */
  note?: Words;
}

export interface Table {
  title: Words;
  head: Words[];
  rows: (string | number | Words)[][];
}

export interface Part {
  title: Words;
  figures: Figure[];
  tables: Table[];
  notes: Words[];
}

export interface Inputs {
  engine: TextEngine;
  model: TextModel;
  judge(text: string): Judgement;
  /** Rows of a set in fold 8: neither learned from nor held back. */
  dev(set: string): Row[];
  /** Fewer rows and fewer domains, for a look in between. */
  isQuick: boolean;
  /** Folder that keeps fitted bases between runs. */
  cache: string | undefined;
  /** Folder of the weights; the shipped ones without it. */
  models: string | undefined;
  /** Progress, for the terminal. */
  tell(line: string): void;
}

export type Measure = (inputs: Inputs) => Part | Promise<Part>;
