// What speaks for an aspect in one text, as numbers: its trained head by clause and for the whole, and the hits of the word lists.
import type { ClauseHeads } from './clause-heads.ts';
import { CLAUSE_LIMIT } from './clause-heads.ts';
import { ASPECTS } from './judge.contract.ts';
import type { SentimentTags } from './judge-sentiment.ts';
import type { FoundTheme } from './judge-themes.ts';
import { MASKED, PLAIN, type Reading } from './reading.ts';

/** Numbers for one aspect, in the order of {@link AspectEvidence.fill}; the weights of a head's `blend` stand in the same order. */
export const EVIDENCE_SIZE = 10;
/** Numbers for the side of one clause, in the order of {@link AspectEvidence.fillSide}. */
export const SIDE_SIZE = 6;

/** How far a soft sum over so many equal clauses lies above one of them. */
const LOG_CLAUSES = Float64Array.from({ length: CLAUSE_LIMIT + 1 }, (_, count) => Math.log(Math.max(1, count)) / 3);

/** Aspect index by tag of the word lists, -1 for other tags. */
export function aspectOfTag(reading: Reading): Int16Array {
  const aspectOf = new Int16Array(reading.matcher.tags.length).fill(-1);
  ASPECTS.forEach((aspect, index) => {
    const tag = reading.matcher.tags.indexOf(`asp.${aspect}`);
    if (tag >= 0) aspectOf[tag] = index;
  });
  return aspectOf;
}

/** Reusable; holds the evidence of the last text until the next `run`. */
export class AspectEvidence {
  /** First plain word of an aspect in a clause plus one, by clause × aspect; 0 when there is none. */
  readonly word = new Int32Array(CLAUSE_LIMIT * ASPECTS.length);
  /** Best theme under an aspect in a clause plus one; 0 when there is none. */
  readonly theme = new Int32Array(CLAUSE_LIMIT * ASPECTS.length);
  readonly positive = new Int16Array(CLAUSE_LIMIT);
  readonly negative = new Int16Array(CLAUSE_LIMIT);
  readonly asks = new Uint8Array(CLAUSE_LIMIT);
  /** Any aspect's word stands in the clause. */
  private readonly named = new Uint8Array(CLAUSE_LIMIT);
  /** An aspect's own word or theme stands somewhere in the text. */
  private readonly touched = new Uint8Array(ASPECTS.length);
  clauses = 0;
  readonly numbers = new Float64Array(EVIDENCE_SIZE);
  readonly side = new Float64Array(SIDE_SIZE);

  run(reading: Reading, aspectOf: Int16Array, tags: SentimentTags, themes: readonly FoundTheme[]): void {
    const size = ASPECTS.length;
    const clauses = Math.min(reading.clauses, CLAUSE_LIMIT);
    this.clauses = clauses;
    this.word.fill(0, 0, clauses * size);
    this.theme.fill(0, 0, clauses * size);
    this.positive.fill(0, 0, clauses);
    this.negative.fill(0, 0, clauses);
    this.asks.fill(0, 0, clauses);
    this.named.fill(0, 0, clauses);
    this.touched.fill(0);
    const { hits, state, clauseOf } = reading;
    let lastFrom = -1;
    for (let hit = 0; hit < hits.size; hit += 1) {
      const clause = clauseOf[hit]!;
      if (clause >= clauses) break;
      if (state[hit] === MASKED) continue;
      const tag = hits.tag[hit]!;
      const aspect = aspectOf[tag]!;
      if (aspect >= 0) {
        this.named[clause] = 1;
        this.touched[aspect] = 1;
        const cell = clause * size + aspect;
        const known = this.word[cell]! - 1;
        // The longest word names the aspect best ("外包装" before "包装").
        if (known < 0 || hits.to[hit]! - hits.from[hit]! > hits.to[known]! - hits.from[known]!)
          this.word[cell] = hit + 1;
        continue;
      }
      if (tag === tags.mark || tag === tags.question) this.asks[clause] = 1;
      const good = tag === tags.pos || tag === tags.idiomPos;
      const bad = tag === tags.neg || tag === tags.idiomNeg;
      if ((!good && !bad) || hits.from[hit] === lastFrom) continue;
      lastFrom = hits.from[hit]!;
      const side = good === (state[hit] === PLAIN) ? this.positive : this.negative;
      if (side[clause]! < 100) side[clause]! += 1;
    }
    for (let index = 0; index < themes.length; index += 1) {
      const theme = themes[index]!;
      if (theme.clause >= clauses) continue;
      const aspect = ASPECTS.indexOf(theme.leaf.parent);
      if (aspect >= 0) this.touched[aspect] = 1;
      const cell = theme.clause * size + aspect;
      if (this.theme[cell] === 0) this.theme[cell] = index + 1;
    }
  }

  /** Whether the aspect's own word or theme stands somewhere in the text. */
  isTouched(aspect: number): boolean {
    return this.touched[aspect] !== 0;
  }

  /**
   * What {@link blended} over the numbers of {@link fill} cannot pass, from the strongest clause and the whole alone: most
   * aspects of most texts are far from being spoken of, and need no closer look.
   */
  most(aspect: number, heads: ClauseHeads, head: number, weights: readonly number[]): number {
    const peak = heads.peak(head);
    const top = bounded(peak);
    let sum = weights[0]! + weights[1]! * top + weights[3]! * bounded(heads.whole(head));
    // The soft sum lies between its strongest part and that part as often as there are clauses; nothing heard counts -1.
    const low = peak > -1 ? top : -1;
    const high = peak > -1 ? top + LOG_CLAUSES[this.clauses]! : -1;
    sum += weights[2]! > 0 ? weights[2]! * bounded(high) : weights[2]! * bounded(low);
    if (this.touched[aspect] !== 0) for (let at = 4; at <= 7; at += 1) if (weights[at]! > 0) sum += weights[at]!;
    if (weights[8]! > 0) sum += weights[8]!;
    return sum + (weights[9]! > 0 ? weights[9]! * bounded(Math.max(peak, -2)) : weights[9]! * -2);
  }

  /** Fills `numbers` for one aspect and its head; returns the clause that speaks of it most. */
  fill(aspect: number, heads: ClauseHeads, head: number): number {
    const size = ASPECTS.length;
    const { numbers, word, theme, clauses } = this;
    let most = Number.NEGATIVE_INFINITY;
    let best = 0;
    let soft = 0;
    let hasWord = 0;
    let hasOpinion = 0;
    let hasTheme = 0;
    let besides = Number.NEGATIVE_INFINITY;
    for (let clause = 0; clause < clauses; clause += 1) {
      const value = heads.of(clause, head);
      // What stands lower adds nothing that could be heard, and powers are dear.
      if (value > -1) soft += Math.exp(3 * Math.min(3, value));
      const cell = clause * size + aspect;
      if (word[cell] !== 0) {
        hasWord = 1;
        if (this.positive[clause]! + this.negative[clause]! > 0) hasOpinion = 1;
      }
      if (theme[cell] !== 0) hasTheme = 1;
      if (this.named[clause] === 0 && value > besides) besides = value;
      if (value > most) {
        most = value;
        best = clause;
      }
    }
    const cell = best * size + aspect;
    numbers[0] = 1;
    numbers[1] = bounded(most);
    numbers[2] = bounded(soft === 0 ? -1 : Math.log(soft) / 3);
    numbers[3] = bounded(heads.whole(head));
    numbers[4] = hasWord;
    numbers[5] = hasOpinion;
    numbers[6] = hasTheme;
    numbers[7] = word[cell] !== 0 || theme[cell] !== 0 ? 1 : 0;
    numbers[8] = this.positive[best]! + this.negative[best]! > 0 ? 1 : 0;
    numbers[9] = bounded(Math.max(besides, -2));
    return best;
  }

  /** Fills `side` for one clause. */
  fillSide(clause: number, heads: ClauseHeads, head: number): void {
    const { side } = this;
    side[0] = 1;
    side[1] = bounded(heads.of(clause, head));
    side[2] = bounded(heads.whole(head));
    side[3] = Math.min(2, this.positive[clause]!);
    side[4] = Math.min(2, this.negative[clause]!);
    side[5] = this.asks[clause]!;
  }
}

function bounded(value: number): number {
  return value > 3 ? 3 : value < -3 ? -3 : value;
}

/** Sum of weight × number. */
export function blended(weights: readonly number[], numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1) sum += weights[index]! * numbers[index]!;
  return sum;
}
