// Reads ratings as shops write them (5, 5.0, 5星, ★★★★☆, 五星, 好评, 4/5, very good) onto the 1-5 scale.
import type { RatingScale } from './import.contract.ts';

/** Words that stand for stars. Marketplace rule: 差评 = 1-2, 中评 = 3, 好评 = 4-5 stars. */
const WORDS: Record<string, number> = {
  好评: 5,
  中评: 3,
  差评: 1,
  很好: 5,
  好: 4,
  一般: 3,
  差: 2,
  很差: 1,
  非常满意: 5,
  很满意: 5,
  满意: 4,
  基本满意: 3,
  不满意: 2,
  很不满意: 1,
  非常不满意: 1,
  力荐: 5,
  推荐: 4,
  还行: 3,
  较差: 2,
  超赞: 5,
  优秀: 5,
  良好: 4,
  极差: 1,
  正面: 5,
  中性: 3,
  负面: 1,
  积极: 5,
  消极: 1,
  good: 5,
  neutral: 3,
  bad: 1,
  positive: 5,
  negative: 1,
  excellent: 5,
  verygood: 5,
  average: 3,
  fair: 3,
  poor: 2,
  terrible: 1,
  verybad: 1,
  verysatisfied: 5,
  satisfied: 4,
  dissatisfied: 2,
  verydissatisfied: 1,
  unsatisfied: 2,
};

const CHINESE_DIGITS: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 };

const BLANK = /^(-+|—+|\/|n\/?a|null|none|nan|nil|undefined|无|暂无|空|未评分|未评价|没有)$/i;

/** Tells whether a value says "nothing here" in so many words. */
export function isBlank(value: string | undefined): boolean {
  if (value === undefined) return true;
  const bare = value.trim();
  return bare === '' || BLANK.test(bare);
}

/**
 * Reads a rating.
 * @returns 1-5; `null` for a blank; `'unreadable'` for what is no rating on this scale
 */
export function readRating(value: string | undefined, scale: RatingScale): number | null | 'unreadable' {
  if (isBlank(value)) return null;
  const bare = value!.normalize('NFKC').trim();
  const word = WORDS[bare.toLowerCase().replace(/[\s_-]+/g, '')];
  if (word !== undefined) return word;
  const signs = /^(?:[★⭐🌟]\ufe0f?|☆)+$/u.exec(bare);
  if (signs) {
    const full = [...bare].filter((sign) => sign === '★' || sign === '⭐' || sign === '🌟').length;
    return full >= 1 && full <= 5 ? full : 'unreadable';
  }
  const named = /^([一二两三四五])(?:颗)?[星分]$/.exec(bare);
  if (named) return CHINESE_DIGITS[named[1]!]!;
  const share = /^(\d+(?:\.\d+)?)\s*(?:\/|out of|of)\s*(\d+)(?:\s*(?:stars?|星|分))?$/i.exec(bare);
  if (share) return onFive(Number(share[1]), 0, Number(share[2]));
  const number = /^([-+]?\d+(?:\.\d+)?)\s*(?:颗星|星级|星|分|stars?|points?|%)?$/i.exec(bare);
  if (!number) return 'unreadable';
  return scaled(Number(number[1]), scale);
}

function scaled(value: number, scale: RatingScale): number | 'unreadable' {
  switch (scale) {
    case 'stars':
      return value >= 1 && value <= 5 ? value : 'unreadable';
    case 'binary':
      return value === 1 ? 5 : value === 0 ? 1 : 'unreadable';
    case 'sign':
      return value === 1 ? 5 : value === 0 ? 3 : value === -1 ? 1 : 'unreadable';
    case 'ten':
      return onFive(value, 0, 10);
    case 'hundred':
      return onFive(value, 0, 100);
  }
}

function onFive(value: number, low: number, high: number): number | 'unreadable' {
  if (value < low || value > high || high <= low) return 'unreadable';
  if (high === 5) return Math.max(1, value);
  return Math.round((1 + ((value - low) / (high - low)) * 4) * 10) / 10;
}

/**
 * Guesses the scale of a rating column from its values; `null` when they are no ratings at all. A few values outside 1-5
 * are mistakes of their rows, not another scale, above all where the heading speaks of stars.
 */
export function guessScale(values: readonly string[], heading = ''): RatingScale | null {
  const filled = values.filter((value) => !isBlank(value));
  if (filled.length === 0) return null;
  const numbers = filled.flatMap((value) =>
    /^[-+]?\d+(\.\d+)?\s*(星|分|%)?$/.test(value.trim()) ? [Number.parseFloat(value)] : [],
  );
  if (numbers.length >= filled.length * 0.9) {
    const low = Math.min(...numbers);
    const high = Math.max(...numbers);
    if (low >= 0 && high <= 1 && numbers.every(Number.isInteger)) return low === 1 ? 'stars' : 'binary';
    if (low === -1 && high <= 1 && numbers.every(Number.isInteger)) return 'sign';
    const onFiveCount = numbers.filter((number) => number >= 1 && number <= 5).length;
    if (onFiveCount >= numbers.length * (/星|star/i.test(heading) ? 0.5 : 0.8)) return 'stars';
    if (low >= 0 && high <= 10) return 'ten';
    if (low >= 0 && high <= 100) return 'hundred';
    return null;
  }
  const readable = filled.filter((value) => typeof readRating(value, 'stars') === 'number').length;
  return readable >= filled.length * 0.9 ? 'stars' : null;
}

/** A binary or signed label as a hint of mood, kept beside the text and never as stars. */
export function readSentimentHint(value: string | undefined): 'positive' | 'neutral' | 'negative' | null {
  if (isBlank(value)) return null;
  const bare = value!.trim().toLowerCase();
  if (bare === '1' || bare === '+1' || bare === '1.0' || bare === 'true') return 'positive';
  if (bare === '0' || bare === '-1' || bare === '0.0' || bare === '-1.0' || bare === 'false') return 'negative';
  const stars = WORDS[bare];
  return stars === undefined ? null : stars > 3 ? 'positive' : stars < 3 ? 'negative' : 'neutral';
}
