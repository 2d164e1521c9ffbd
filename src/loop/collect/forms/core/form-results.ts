// Turns sums into the results of a questionnaire: distributions, scores with intervals, the way through the questions.
import type { FormDefinition, FormQuestion, Words } from './form.contract.ts';
import { SCALES } from './form.contract.ts';
import { optionIds } from './jumps.ts';
import type { QuestionResult, ScoreResult } from './results.contract.ts';
import { scoreInterval } from './score-interval.ts';

/** Sums by question and item. */
export type Sums = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Puts rows of sums together; rows of the same question and item add up. */
export function gatherSums(rows: readonly { question: string; item: string; count: number }[]): Sums {
  const sums = new Map<string, Map<string, number>>();
  for (const { question, item, count } of rows) {
    const items = sums.get(question) ?? new Map<string, number>();
    items.set(item, (items.get(item) ?? 0) + count);
    sums.set(question, items);
  }
  return sums;
}

/** The questions of all versions, the latest first and in its order; what a later version asks otherwise is left out. */
export function questionsOf(versions: readonly FormDefinition[]): { question: FormQuestion; current: boolean }[] {
  const found = new Map<string, { question: FormQuestion; current: boolean }>();
  for (const [age, { questions }] of versions.entries())
    for (const question of questions)
      if (!found.has(question.id)) found.set(question.id, { question, current: age === 0 });
  return [...found.values()];
}

/** Result of one question. */
export function questionResult(question: FormQuestion, current: boolean, sums: Sums): QuestionResult {
  const items = sums.get(question.id) ?? new Map<string, number>();
  const count = (item: string) => items.get(item) ?? 0;
  return {
    id: question.id,
    kind: question.kind,
    title: question.title,
    current,
    reached: count('reached'),
    answered: count('answered'),
    left: count('left'),
    score: scoreOf(question, items),
    bars: barsOf(question, items),
    rows:
      question.kind === 'matrix' ? question.rows.map((row) => matrixRow(row.id, row.text, question.scale, items)) : [],
  };
}

/** The score of a question, or null where it has none. */
export function scoreOf(question: FormQuestion, items: ReadonlyMap<string, number>): ScoreResult | null {
  const { kind } = question;
  if (kind !== 'nps' && kind !== 'csat' && kind !== 'ces') return null;
  const [low, high] = SCALES[kind];
  const counts = new Map<number, number>();
  for (let score = low; score <= high; score += 1) counts.set(score, items.get(`v:${score}`) ?? 0);
  return scoreInterval(kind, counts);
}

function barsOf(question: FormQuestion, items: ReadonlyMap<string, number>): QuestionResult['bars'] {
  const { kind } = question;
  if (kind === 'nps' || kind === 'csat' || kind === 'ces') {
    const [low, high] = SCALES[kind];
    return Array.from({ length: high - low + 1 }, (_, step) => {
      const item = String(low + step);
      return { item, words: null, count: items.get(`v:${item}`) ?? 0 };
    });
  }
  if (kind !== 'single' && kind !== 'multiple') return [];
  const known = optionIds(question);
  const gone = [...items.keys()].flatMap((item) =>
    item.startsWith('v:') && !known.includes(item.slice(2)) ? [item.slice(2)] : [],
  );
  return [...known, ...gone].map((id) => ({
    item: id,
    words: question.options.find((option) => option.id === id)?.text ?? null,
    count: items.get(`v:${id}`) ?? 0,
  }));
}

function matrixRow(
  id: string,
  words: Words,
  scale: number,
  items: ReadonlyMap<string, number>,
): QuestionResult['rows'][number] {
  const bars = Array.from({ length: scale }, (_, step) => ({
    item: String(step + 1),
    words: null,
    count: items.get(`r:${id}:${step + 1}`) ?? 0,
  }));
  const answered = bars.reduce((sum, bar) => sum + bar.count, 0);
  const sum = bars.reduce((total, bar, step) => total + bar.count * (step + 1), 0);
  return { id, words, answered, mean: answered === 0 ? null : sum / answered, bars };
}

/** How finely a span of days is cut: days up to five weeks, weeks up to half a year, months beyond. */
export function stepOf(days: number): 'day' | 'week' | 'month' {
  return days <= 35 ? 'day' : days <= 190 ? 'week' : 'month';
}

/** The first day of the period a day (`YYYY-MM-DD`) falls into; weeks begin on Monday. */
export function periodOf(day: string, step: 'day' | 'week' | 'month'): string {
  if (step === 'day') return day;
  if (step === 'month') return `${day.slice(0, 7)}-01`;
  const ms = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (Math.floor(ms / 86_400_000) + 3) % 7;
  return new Date(ms - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}
