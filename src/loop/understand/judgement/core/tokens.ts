// Turns words and labels into the numbers of the one inverted index: words are hashes >= 0, labels numbers < 0.
import { CLASSES, INTENTS, SENTIMENTS } from '../../../../text/judge.contract.ts';
import { nearDuplicateSketch } from '../../../../text/near-duplicates.ts';
import { isHan } from '../../../../text/normalise.ts';
import { stretches } from '../../../../text/search-tokens.ts';
import { CHANNELS } from '../../../collect/intake/core/feedback.contract.ts';

/**
 * Characters so frequent in reviews that the newest few thousand feedback hold a page of any of them: they get no entry of
 * their own, a walk finds them. Ranked on public shop and food reviews; each stands in 1 of 50 texts or more.
 */
const FREQUENT = new Set(
  [
    ...'的了是不好一很有还没送个就也到这都吃我小点错来时太买大快次在以么多道上餐用服度味要说子可下差人给果后过能东家间比真价看感天量得会面店发里常样但觉务和为电慢再外意实货菜非评本两分质心装品别才去然速京饭打话什出机只前而想单肉超挺那少开包着第最员自直中水房西物方便吧般知且特全满手头对完等较们现他经行态你酒啊定收如半无难生几订喜卖地客其起望格问之怎欢口住让购合已配新做三又理值递晚接高正动牛所算体当流洗饼早回些老凉苹二候信结色性放总像应己商热钱重',
  ].map((character) => character.charCodeAt(0)),
);

/** Latin words are also found by their first letters, down to this many … */
const SHORTEST_BEGINNING = 2;
/** … and up to this many; a longer beginning is settled by a look at the text. */
const LONGEST_BEGINNING = 4;
/** Bands of the sketch that are indexed: texts 0.9 alike share one of them in 93 of 100 cases. More cost more than they find. */
const BANDS = 2;

/** A number >= 0 for a word; equal words give equal numbers, others almost never (31 bits). */
export function wordToken(word: string): number {
  return mix(word, 0) & 0x7fffffff;
}

/** Numbers of the fixed label sets, and hashes for those that grow (themes, products). */
export const labelToken = {
  channel: (value: string) => -100 - indexIn(CHANNELS, value),
  sentiment: (value: string) => -200 - indexIn(SENTIMENTS, value),
  class: (value: string) => -300 - indexIn(CLASSES, value),
  intent: (value: string) => -400 - indexIn(INTENTS, value),
  rating: (stars: number) => -500 - Math.max(1, Math.min(5, Math.round(stars))),
  repeat: -600,
  theme: (key: string) => hashedLabel('theme', key),
  product: (id: string) => hashedLabel('product', id),
  /** A band of the sketch of a text: two texts that share one are worth comparing. */
  band: (index: number, value: number) => hashedLabel(`band${index}`, String(value)),
} as const;

/** What the index is told of a feedback besides its words. */
export interface TokenLabels {
  channel: string;
  sentiment: string;
  class: string;
  intents: readonly string[];
  themes: readonly string[];
  rating: number | null;
  productId: string | null;
  repeats: boolean;
}

/** Hashes of everything a text can be found by, without repetition. */
export function wordTokens(text: string): number[] {
  const tokens = new Set<number>();
  for (const stretch of stretches(text)) {
    const { text: word } = stretch;
    if (stretch.kind === 'word') {
      tokens.add(wordToken(word));
      for (let length = SHORTEST_BEGINNING; length <= LONGEST_BEGINNING && length <= word.length; length += 1) {
        tokens.add(beginning(word, length));
      }
      continue;
    }
    for (let at = 0; at < word.length; at += 1) {
      if (at + 1 < word.length) tokens.add(wordToken(word.slice(at, at + 2)));
      if (!FREQUENT.has(word.charCodeAt(at))) tokens.add(wordToken(word[at]!));
    }
  }
  return [...tokens];
}

/** Marks that two much alike texts share. */
export function bandTokens(text: string): number[] {
  return nearDuplicateSketch(text)
    .slice(0, BANDS)
    .map((value, index) => labelToken.band(index, value));
}

/** Everything the words of a feedback (and its title) can be found by. */
export function contentTokens(feedback: { text: string; title: string | null }): number[] {
  const words = wordTokens(feedback.title ? `${feedback.title}\n${feedback.text}` : feedback.text);
  return [...words, ...bandTokens(feedback.text)];
}

/**
 * Hashes to look for; they may find too much (a look at the text settles it), never too little. Empty
 * for a frequent single character: there a walk finds a page at once.
 */
export function queryTokens(words: readonly string[]): number[] {
  const tokens = new Set<number>();
  for (const word of words) {
    if (isHan(word.charCodeAt(0))) {
      if (word.length > 1 || !FREQUENT.has(word.charCodeAt(0))) tokens.add(wordToken(word));
    } else if (word.length < SHORTEST_BEGINNING) tokens.add(wordToken(word));
    else tokens.add(beginning(word, Math.min(word.length, LONGEST_BEGINNING)));
  }
  return [...tokens];
}

/** A keyword's own hashes: whatever holds the keyword holds at least one of them. */
export function keywordTokens(keyword: string): number[] {
  const tokens = new Set<number>();
  for (const { text: word, kind } of stretches(keyword)) {
    if (kind === 'word')
      tokens.add(
        word.length < SHORTEST_BEGINNING ? wordToken(word) : beginning(word, Math.min(word.length, LONGEST_BEGINNING)),
      );
    else if (word.length > 1) tokens.add(wordToken(word.slice(0, 2)));
    else tokens.add(wordToken(word));
  }
  return [...tokens];
}

function beginning(word: string, length: number): number {
  return wordToken(`^${word.slice(0, length)}`);
}

/** Numbers of all labels of a feedback; a leaf also counts under its upper theme. */
export function labelTokens(labels: TokenLabels): number[] {
  const tokens = new Set<number>([
    labelToken.channel(labels.channel),
    labelToken.sentiment(labels.sentiment),
    labelToken.class(labels.class),
  ]);
  for (const intent of labels.intents) tokens.add(labelToken.intent(intent));
  for (const key of labels.themes) {
    tokens.add(labelToken.theme(key));
    const dot = key.indexOf('.');
    if (dot > 0) tokens.add(labelToken.theme(key.slice(0, dot)));
  }
  if (labels.rating !== null) tokens.add(labelToken.rating(labels.rating));
  if (labels.productId) tokens.add(labelToken.product(labels.productId));
  if (labels.repeats) tokens.add(labelToken.repeat);
  return [...tokens];
}

/** A whole number of 62 bits as text, for `bigint` columns. */
export function wideKey(text: string): string {
  return ((BigInt(mix(text, 0x9e3779b9) & 0x7fffffff) << 31n) | BigInt(mix(text, 0x85ebca6b) & 0x7fffffff)).toString();
}

function indexIn(values: readonly string[], value: string): number {
  const index = values.indexOf(value);
  return index < 0 ? 99 : index;
}

function hashedLabel(kind: string, value: string): number {
  // Stays within 32 bits below the fixed numbers.
  return -100_000 - ((mix(`${kind}\n${value}`, 0) >>> 0) % 2_147_000_000);
}

/** FNV-1a with a final mix, 32 bits. */
function mix(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  hash = Math.imul(hash, 0x297a2d39);
  hash ^= hash >>> 15;
  return hash | 0;
}
