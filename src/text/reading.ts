// One text, read once: folded, cut into clauses, its known words found, masked by idioms and marked as negated.
import { FeatureReader } from './features.ts';
import type { Span } from './judge.contract.ts';
import { buildLexicon } from './lexicon/build-lexicon.ts';
import { HitList, type Matcher } from './lexicon/matcher.ts';
import { isDigit, isHan, isLetter, Normaliser } from './normalise.ts';

/** How far before an idiom of blame a word may begin that runs into it, in folded characters. */
const OVERLAP_REACH = 8;
const NEGATION_REACH_HAN = 4;
const NEGATION_REACH_LATIN = 16;

/** What `state` says about a hit. */
export const PLAIN = 0;
export const MASKED = 1;
export const NEGATED = 2;

/** Says of most characters at once that no clause ends at them. */
const MAY_BREAK = new Uint8Array(0x10000);
for (const mark of ',.!?;。、…~ 但可不') MAY_BREAK[mark.charCodeAt(0)] = 1;

let lexicon: Matcher | null = null;

/** The word lists, built once a process: every engine walks the same trie. */
function sharedLexicon(): Matcher {
  lexicon ??= buildLexicon();
  return lexicon;
}

/** Reusable; holds the reading of the last text until the next `run`. */
export class Reading {
  source = '';
  /** Whether the caller wants to know which words carried a label. */
  isExplained = true;
  readonly folded = new Normaliser();
  readonly features = new FeatureReader();
  readonly hits = new HitList();
  readonly matcher: Matcher = sharedLexicon();
  clauseFrom = new Uint32Array(64);
  clauseTo = new Uint32Array(64);
  clauses = 0;
  clauseOf = new Uint32Array(256);
  state = new Uint8Array(256);
  /** First plain hit of each tag plus one; 0 when the tag is absent. */
  readonly firstHit: Int32Array;
  readonly plainCount: Int32Array;
  private readonly idiomTag = this.matcher.tagId('cue.idiom');
  private readonly idiomPosTag = this.matcher.tagId('cue.idiom_pos');
  private readonly idiomNegTag = this.matcher.tagId('cue.idiom_neg');
  private readonly figureTag = this.matcher.tagId('urge.figure');
  private readonly negatorTag = this.matcher.tagId('cue.negator');

  constructor() {
    this.firstHit = new Int32Array(this.matcher.tags.length);
    this.plainCount = new Int32Array(this.matcher.tags.length);
  }

  run(source: string): void {
    this.source = source;
    this.folded.run(source);
    this.features.run(this.folded.codes, this.folded.length);
    this.cutClauses();
    this.hits.clear();
    this.matcher.match(this.folded.codes, this.folded.length, this.hits);
    this.mark();
  }

  tag(name: string): number {
    return this.matcher.tagId(name);
  }

  /** Whether the tag occurs plainly (neither masked nor negated). */
  has(tag: number): boolean {
    return this.firstHit[tag] !== 0;
  }

  /** Index of the first plain hit of a tag, -1 when there is none. */
  first(tag: number): number {
    return this.firstHit[tag]! - 1;
  }

  /** The original place of folded [start, end). */
  span(start: number, end: number): Span {
    if (end <= start) return [0, 0];
    return [this.folded.from[start]!, this.folded.to[end - 1]!];
  }

  hitSpan(hit: number): Span {
    return this.span(this.hits.from[hit]!, this.hits.to[hit]!);
  }

  clauseSpan(clause: number): Span {
    return this.span(this.clauseFrom[clause]!, this.clauseTo[clause]!);
  }

  /** Han characters and Latin words, to tell a remark from an essay. */
  get units(): number {
    return this.features.units;
  }

  private cutClauses(): void {
    const { codes, length } = this.folded;
    let count = 0;
    let start = 0;
    for (let at = 0; at < length; at += 1) {
      if (!MAY_BREAK[codes[at]!]) continue;
      const skip = clauseBreak(codes, at, length);
      if (skip === 0) continue;
      if (at + skip > start) count = this.pushClause(count, start, at + skip);
      start = at + skip;
      at = start - 1;
    }
    if (start < length || count === 0) count = this.pushClause(count, start, length);
    this.clauses = count;
  }

  private pushClause(count: number, start: number, end: number): number {
    if (count === this.clauseFrom.length) {
      const from = new Uint32Array(count * 2);
      const to = new Uint32Array(count * 2);
      from.set(this.clauseFrom);
      to.set(this.clauseTo);
      this.clauseFrom = from;
      this.clauseTo = to;
    }
    this.clauseFrom[count] = start;
    this.clauseTo[count] = end;
    return count + 1;
  }

  private mark(): void {
    const { tag, from, to, size } = this.hits;
    this.firstHit.fill(0);
    this.plainCount.fill(0);
    if (size > this.state.length) {
      this.state = new Uint8Array(this.hits.tag.length);
      this.clauseOf = new Uint32Array(this.hits.tag.length);
    }
    this.maskIdioms();
    const { state, clauseOf, clauseTo } = this;
    let clause = 0;
    let negatedUntil = 0;
    let negatorFrom = -1;
    let negatorEnd = 0;
    for (let hit = 0; hit < size; hit += 1) {
      const start = from[hit]!;
      while (clause < this.clauses - 1 && start >= clauseTo[clause]!) clause += 1;
      clauseOf[hit] = clause;
      if (state[hit] === MASKED) continue;
      if (tag[hit] === this.negatorTag) {
        const reach = isLetter(this.folded.codes[start]!) ? NEGATION_REACH_LATIN : NEGATION_REACH_HAN;
        // Of "不" and "不是" the shorter counts as the border: in "不是假货" the word may be "是假货".
        if (start !== negatorFrom) negatorEnd = to[hit]!;
        negatorFrom = start;
        negatedUntil = Math.min(to[hit]! + reach, clauseTo[clause]!);
      } else if (start >= negatorEnd && start < negatedUntil) {
        state[hit] = NEGATED;
        continue;
      }
      if (this.firstHit[tag[hit]!] === 0) this.firstHit[tag[hit]!] = hit + 1;
      this.plainCount[tag[hit]!]! += 1;
    }
  }

  private maskIdioms(): void {
    const { tag, from, to, size } = this.hits;
    const { state } = this;
    state.fill(PLAIN, 0, size);
    let coverFrom = 0;
    let coverTo = 0;
    for (let hit = 0; hit < size; hit += 1) {
      if (from[hit]! >= coverTo || to[hit]! > coverTo) {
        // A longer idiom may start here although its shorter parts were listed first.
        for (let ahead = hit; ahead < size && from[ahead] === from[hit]; ahead += 1) {
          const id = tag[ahead]!;
          if (id !== this.idiomTag && id !== this.idiomPosTag && id !== this.idiomNegTag && id !== this.figureTag)
            continue;
          if (id === this.idiomPosTag && this.isAskedEitherWay(from[ahead]!)) continue;
          if (to[ahead]! > coverTo) {
            coverFrom = from[ahead]!;
            coverTo = to[ahead]!;
          }
        }
      }
      const inside = from[hit]! >= coverFrom && to[hit]! <= coverTo;
      if (inside && to[hit]! - from[hit]! < coverTo - coverFrom) state[hit] = MASKED;
      if (tag[hit] === this.idiomNegTag) this.maskInto(hit);
      else if (tag[hit] === this.idiomPosTag && this.isAskedEitherWay(from[hit]!)) state[hit] = MASKED;
    }
  }

  /** "有没有异味" and "掉不掉色" ask; they do not praise. */
  private isAskedEitherWay(from: number): boolean {
    const { codes } = this.folded;
    const code = codes[from]!;
    return (code === 0x4e0d || code === 0x6ca1) && from > 0 && codes[from - 1] === codes[from + 1];
  }

  /** "质量好" of "质量好差" is none: its last character belongs to the blame. */
  private maskInto(idiom: number): void {
    const { from, to } = this.hits;
    const start = from[idiom]!;
    for (let hit = idiom - 1; hit >= 0 && start - from[hit]! < OVERLAP_REACH; hit -= 1)
      if (from[hit]! < start && to[hit]! > start && to[hit]! < to[idiom]!) this.state[hit] = MASKED;
  }
}

/** Length of a clause border at `at`: punctuation, a space between Han characters, or a turning word; 0 when none. */
function clauseBreak(codes: Uint16Array, at: number, length: number): number {
  const code = codes[at]!;
  switch (code) {
    case 0x2c: // ,
    case 0x2e: // .
      if (at > 0 && at + 1 < length && isDigit(codes[at - 1]!) && isDigit(codes[at + 1]!)) return 0;
      return 1;
    case 0x21: // !
    case 0x3f: // ?
    case 0x3b: // ;
    case 0x3002: // 。
    case 0x3001: // 、
    case 0x2026: // …
    case 0x7e: // ~
      return 1;
    case 0x20:
      if (at > 0 && at + 1 < length && isHan(codes[at - 1]!) && isHan(codes[at + 1]!)) return 1;
      return turnAhead(codes, at + 1, length) ? 1 : 0;
    case 0x4f46: // 但, not 不但
      return at > 0 && codes[at - 1] !== 0x4e0d ? 1 : 0;
    case 0x53ef: // 可是
      return codes[at + 1] === 0x662f && at > 0 && at + 1 < length ? 2 : 0;
    case 0x4e0d: // 不过
      // "也不过敏" is no turn.
      return codes[at + 1] === 0x8fc7 && codes[at + 2] !== 0x654f && at > 0 && at + 1 < length ? 2 : 0;
    default:
      return 0;
  }
}

function turnAhead(codes: Uint16Array, at: number, length: number): boolean {
  // "but " / "however"
  if (codes[at] === 0x62 && codes[at + 1] === 0x75 && codes[at + 2] === 0x74)
    return at + 3 < length && codes[at + 3] === 0x20;
  return (
    codes[at] === 0x68 &&
    codes[at + 1] === 0x6f &&
    codes[at + 2] === 0x77 &&
    codes[at + 3] === 0x65 &&
    codes[at + 4] === 0x76
  );
}
