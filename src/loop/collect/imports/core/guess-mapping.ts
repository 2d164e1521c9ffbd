// Guesses which column of a file holds what, from the names of the columns and what is in them.
import type { Channel } from '../../intake/core/feedback.contract.ts';
import { COLUMN_WORDS, columnKey, WEAK_WORDS } from './column-words.ts';
import { guessDateOrder, readInstant } from './date-value.ts';
import { type ImportMapping, type ImportProfile, MAP_TARGETS, type MapTarget } from './import.contract.ts';
import { guessScale, isBlank } from './rating-value.ts';

export interface GuessedMapping {
  mapping: ImportMapping;
  /** 0-1: how sure the guess of the text column is; below 0.5 a person should look. */
  confidence: number;
}

type Sample = readonly Record<string, string>[];

/**
 * Guesses a mapping. Nothing is lost by a wrong guess: columns that nothing claims are kept with the feedback.
 * @param sample rows of the file, keyed by column
 */
export function guessMapping(columns: readonly string[], sample: Sample, channel: Channel = 'review'): GuessedMapping {
  const chosen = byName(columns);
  const taken = new Set(Object.values(chosen));
  let confidence = chosen.text ? 1 : 0;
  const profile = profileOf(columns, chosen);

  if (!chosen.text || !looksSpoken(valuesOf(sample, chosen.text))) {
    const named = chosen.text ? score(valuesOf(sample, chosen.text)) : 0;
    const best = columns
      .filter((column) => !taken.has(column) || column === chosen.text)
      .map((column) => ({ column, score: score(valuesOf(sample, column)) }))
      .sort((a, b) => b.score - a.score)[0];
    if (best && best.score > Math.max(4, named * 3) && profile !== 'formbricks_hub') {
      chosen.text = best.column;
      taken.add(best.column);
      confidence = best.score > 12 ? 0.8 : 0.5;
    } else if (chosen.text) confidence = sample.length > 0 ? 0.6 : 0.9;
  }

  guessMood(chosen, columns, sample, taken);
  if (!chosen.occurredAt) {
    const free = columns.filter((column) => !taken.has(column));
    const date = free.find((column) => readableDates(valuesOf(sample, column)));
    if (date) chosen.occurredAt = date;
  }
  dropUnfit(chosen, sample);

  const rating = chosen.rating ? guessScale(valuesOf(sample, chosen.rating), chosen.rating) : null;
  const dates = [chosen.occurredAt, chosen.followUpAt].flatMap((column) => (column ? valuesOf(sample, column) : []));
  return {
    mapping: {
      profile,
      columns: chosen,
      ratingScale: rating ?? 'stars',
      dateOrder: guessDateOrder(dates),
      channel: profile === 'formbricks_hub' ? 'questionnaire' : channel,
    },
    confidence: profile === 'formbricks_hub' ? 1 : confidence,
  };
}

/**
 * Completes a mapping of which only some columns are said (the command line's `--map text=…,rating=…`): the rest is
 * guessed, and the scale is read off the rating column really chosen.
 */
export function completeMapping(
  said: Partial<Record<MapTarget, string>>,
  columns: readonly string[],
  sample: Sample,
  channel: Channel,
): GuessedMapping {
  const guess = guessMapping(columns, sample, channel);
  const claimed = new Set(Object.values(said));
  const rest = Object.fromEntries(Object.entries(guess.mapping.columns).filter(([, column]) => !claimed.has(column)));
  const chosen = { ...rest, ...said };
  const scale = chosen.rating ? guessScale(valuesOf(sample, chosen.rating), chosen.rating) : null;
  return {
    mapping: { ...guess.mapping, columns: chosen, ratingScale: scale ?? 'stars' },
    confidence: said.text ? 1 : guess.confidence,
  };
}

/** A text that is the same for files with the same columns in the same order, to remember mappings by. */
export function headerFingerprint(columns: readonly string[]): string {
  return columns.map(columnKey).join('\u001f');
}

function byName(columns: readonly string[]): Partial<Record<MapTarget, string>> {
  const chosen: Partial<Record<MapTarget, string>> = {};
  const taken = new Set<string>();
  const keys = columns.map((column) => ({ column, key: columnKey(column) }));
  const claim = (words: (target: MapTarget) => readonly string[], fits: (key: string, word: string) => boolean) => {
    for (const target of MAP_TARGETS) {
      if (chosen[target]) continue;
      for (const word of words(target)) {
        const found = keys.find(({ column, key }) => !taken.has(column) && fits(key, word));
        if (!found) continue;
        chosen[target] = found.column;
        taken.add(found.column);
        break;
      }
    }
  };
  claim(
    (target) => COLUMN_WORDS[target],
    (key, word) => key === word,
  );
  // 「商品评价内容」 or "customer_review_text": the longer words may also be the end of a longer name.
  claim(
    (target) => COLUMN_WORDS[target].filter((word) => word.length >= 4),
    (key, word) => key.endsWith(word),
  );
  claim(
    (target) => WEAK_WORDS[target] ?? [],
    (key, word) => key === columnKey(word),
  );
  return chosen;
}

const MARKETPLACE = [
  '评价内容',
  '评论内容',
  '初次评价',
  '首次评价',
  '追评',
  '追加评价',
  '追评内容',
  '商家回复',
  '卖家回复',
  '订单编号',
  '订单号',
  '商品名称',
  '宝贝名称',
  '宝贝标题',
  '星级',
  '评价星级',
  '评价时间',
  '评价结果',
  '商品规格',
];

function profileOf(columns: readonly string[], chosen: Partial<Record<MapTarget, string>>): ImportProfile {
  const keys = new Set(columns.map(columnKey));
  if (keys.has('submissionid') && keys.has('fieldtype') && (keys.has('valuetext') || keys.has('valuenumber')))
    return 'formbricks_hub';
  const hits = MARKETPLACE.filter((word) => keys.has(word)).length;
  return chosen.text && hits >= 2 ? 'marketplace_zh' : 'generic';
}

/** Binary labels are a mood, not stars: a rating column full of 0 and 1 moves to the hint, an unnamed one is found by its values. */
function guessMood(
  chosen: Partial<Record<MapTarget, string>>,
  columns: readonly string[],
  sample: Sample,
  taken: Set<string>,
): void {
  if (chosen.sentimentHint && guessScale(valuesOf(sample, chosen.sentimentHint)) === null && sample.length > 0) {
    delete chosen.sentimentHint;
  }
  if (chosen.sentimentHint || chosen.rating) return;
  for (const column of columns) {
    if (taken.has(column)) continue;
    const scale = guessScale(valuesOf(sample, column));
    if (scale === 'binary' || scale === 'sign') {
      chosen.sentimentHint = column;
      taken.add(column);
      return;
    }
  }
}

/** Claims by name that the values contradict are given up, so that a whole file is not rejected for a misread heading. */
function dropUnfit(chosen: Partial<Record<MapTarget, string>>, sample: Sample): void {
  if (sample.length === 0) return;
  if (
    chosen.rating &&
    guessScale(valuesOf(sample, chosen.rating), chosen.rating) === null &&
    filled(valuesOf(sample, chosen.rating)).length > 0
  ) {
    delete chosen.rating;
  }
  for (const target of ['occurredAt', 'followUpAt'] as const) {
    const column = chosen[target];
    if (!column) continue;
    const values = filled(valuesOf(sample, column));
    if (values.length > 0 && !readableDates(values, 0.5)) delete chosen[target];
  }
  if (chosen.externalId) {
    const values = filled(valuesOf(sample, chosen.externalId));
    if (values.length < sample.length || new Set(values).size < values.length) delete chosen.externalId;
  }
}

function valuesOf(sample: Sample, column: string): string[] {
  return sample.map((row) => row[column] ?? '');
}

function filled(values: readonly string[]): string[] {
  return values.filter((value) => !isBlank(value));
}

/** How much a column reads like speech: the mean length of its letters, less when values are missing or repeat. */
function score(values: readonly string[]): number {
  const some = filled(values);
  if (some.length === 0) return 0;
  const letters = some.map(
    (value) => (value.match(/\p{L}/gu)?.length ?? 0) * (/^\S+@\S+$|^https?:|^[\w-]{20,}$/.test(value) ? 0 : 1),
  );
  const mean = letters.reduce((sum, length) => sum + Math.min(length, 400), 0) / some.length;
  const distinct = new Set(some).size / some.length;
  return mean * (some.length / values.length) * (0.2 + 0.8 * distinct);
}

function looksSpoken(values: readonly string[]): boolean {
  const some = filled(values);
  return some.length === 0 || score(some) > 3;
}

function readableDates(values: readonly string[], share = 0.95): boolean {
  const some = filled(values);
  if (some.length === 0) return false;
  // Plain numbers are only dates where a heading says so; anything may be a number.
  const readable = some.filter((value) => {
    const instant = readInstant(value, 'UTC', 'mdy');
    return instant !== null && instant !== 'unreadable' && (share < 0.95 || /\D/.test(value.trim()));
  });
  return readable.length >= some.length * share;
}
