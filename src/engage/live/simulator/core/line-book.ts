// The written lines of a language, read once: cut at their slots, ordered by how usual they are.
import type { LiveClass } from '../../analysis/core/analysis.contract.ts';
import { aliasTable, type Dice } from './dice.ts';
import type { ProductKind } from './simulated-show.contract.ts';
import enFaults from './words/en-faults.json' with { type: 'json' };
import enLines from './words/en-lines.json' with { type: 'json' };
import enPeople from './words/en-people.json' with { type: 'json' };
import enQuestions from './words/en-questions.json' with { type: 'json' };
import zhFaults from './words/zh-faults.json' with { type: 'json' };
import zhLines from './words/zh-lines.json' with { type: 'json' };
import zhPeople from './words/zh-people.json' with { type: 'json' };
import zhQuestions from './words/zh-questions.json' with { type: 'json' };

export type SpokenLanguage = 'zh' | 'en';

/** A line cut at its slots: words and slot names by turns, words first. */
export interface WrittenLine {
  parts: readonly string[];
  /** It says itself which product it means. */
  isNaming: boolean;
}

/** Lines with one meaning. */
export interface Family {
  language: SpokenLanguage;
  /** Only questions and faults have one. */
  key: string | null;
  class: LiveClass;
  isAboutProduct: boolean;
  /** Empty for every kind. */
  kinds: readonly string[];
  /** Weight among the lines of an ordinary minute. */
  share: number;
  isHard: boolean;
  lines: readonly WrittenLine[];
  /** The usual wording often, the others less (Zipf). */
  pick(dice: Dice): WrittenLine;
}

export interface PeopleWords {
  names: { front: string[]; back: string[] };
  cities: string[];
  regions: string[];
  countries?: string[];
  colors: string[];
  family: string[];
  given: string[];
  chants: { class: string; lines: string[] }[];
  waves: { class: string; lines: string[] }[];
  gifts: (string | number)[][];
}

export interface LineBook {
  language: SpokenLanguage;
  questions: readonly Family[];
  lines: readonly Family[];
  faults: readonly Family[];
  people: PeopleWords;
}

interface Written {
  key?: string;
  class: string;
  about?: string;
  kinds?: string[];
  share?: number;
  isHard?: boolean;
  lines: string[];
}

/** Share of questions among ordinary lines; the other shares stand with their lines. */
const QUESTIONS_SHARE = 26;

/** How much less is asked what stands further back. */
const fall = (at: number) => 1 / (at + 4) ** 0.6;

function sumOf(things: readonly unknown[], weight: (at: number) => number): number {
  return things.reduce<number>((sum, _, at) => sum + weight(at), 0);
}

export function cutLine(text: string): WrittenLine {
  const parts = text.split(/[{}]/u);
  const isNaming = parts.some((part, at) => at % 2 === 1 && (part === 'index' || part === 'alias'));
  return { parts, isNaming };
}

function familyOf(written: Written, language: SpokenLanguage, share: number): Family {
  const lines = written.lines.map(cutLine);
  return {
    language,
    key: written.key ?? null,
    class: written.class as LiveClass,
    isAboutProduct: written.about === 'product',
    kinds: written.kinds ?? [],
    share: written.share ?? share,
    isHard: written.isHard ?? false,
    lines,
    pick: aliasTable(
      lines,
      lines.map((_, at) => 1 / (at + 1) ** 0.7),
    ),
  };
}

function bookOf(
  language: SpokenLanguage,
  questions: Written[],
  lines: Written[],
  faults: Written[],
  people: PeopleWords,
): LineBook {
  return {
    language,
    // Written in the order of how much they are asked in a shop.
    questions: questions.map((one, at) =>
      familyOf(one, language, (QUESTIONS_SHARE * fall(at)) / sumOf(questions, fall)),
    ),
    lines: lines.map((one) => familyOf(one, language, 1)),
    faults: faults.map((one) => ({
      ...familyOf(one, language, 0),
      isAboutProduct: isOfProduct(one.class as LiveClass),
    })),
    people,
  };
}

/** Whether what is said in this class concerns one product; the rest concerns the shop or the picture. */
export function isOfProduct(name: LiveClass): boolean {
  return ['complain.quality', 'complain.price', 'risk.safety', 'risk.fake', 'risk.price_error'].includes(name);
}

export const LINE_BOOKS: Readonly<Record<SpokenLanguage, LineBook>> = {
  zh: bookOf('zh', zhQuestions, zhLines, zhFaults, zhPeople),
  en: bookOf('en', enQuestions, enLines, enFaults, enPeople),
};

/** Whether a line may be said of this kind of product. */
export function suits(family: Family, kind: ProductKind | null): boolean {
  if (kind === null) return !family.isAboutProduct && family.kinds.length === 0;
  return family.kinds.length === 0 || family.kinds.includes(kind);
}
