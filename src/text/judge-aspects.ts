// Ties each clause to the parts of the deal it speaks of and says for or against, so that "质量好，物流慢" is two judgements.
import { type AspectEvidence, aspectOfTag, blended } from './aspect-evidence.ts';
import type { ClauseHeads } from './clause-heads.ts';
import { ASPECTS, type AspectJudgement, type Polarity, type SentimentJudgement } from './judge.contract.ts';
import type { FoundTheme } from './judge-themes.ts';
import { isDigit, isHan, isLetter } from './normalise.ts';
import type { Reading } from './reading.ts';
import { sigmoid } from './scorer.ts';

/** Aspects of one text that are shown. */
const MOST = 12;
/** What a word of the lists is worth where no head was trained. */
const WORD_MARGIN = 1;
/** A side weaker than this is none. */
const INDIFFERENT = 0.3;
/** The same where the text likely asks or mentions and does not judge. */
const INDIFFERENT_UNTOLD = 3;
const UNTOLD = 0.55;
/** Below this chance of judging it only mentions, however strong its words. */
const MENTIONED = 0.4;
/** How far the whole text's sentiment (which knows the stars) moves a clause. */
const WHOLE_WEIGHT = 0.8;
/** How far a theme that itself praises or blames moves its clause. */
const THEME_WEIGHT = 2.5;
/** Below this share a convention is not asked. */
const TRACE = 0.02;
/** What rounding may hide between a bound and the sum it bounds. */
const SLACK = 1e-6;
/** A clause speaks of an accepted aspect when its head stands above this. */
const CLAUSE_BAR = 0.1;
/** A clause that names it needs less. */
const NAMED_BAR = -0.6;
/** A second side of one aspect must be this sure. */
const SECOND_SIDE = 1.2;

export interface AspectTags {
  /** Aspect index by tag, -1 for other tags. */
  aspectOf: Int16Array;
  /** Head by aspect index, -1 when untrained: of goods in general, and of make-up reviews. */
  general: Int16Array;
  makeup: Int16Array;
  gate: number;
  side: number;
  told: number;
}

export function aspectTags(reading: Reading, heads: ClauseHeads): AspectTags {
  const trained = (name: string) => {
    const index = heads.index(name);
    return index >= 0 && heads.heads[index]!.blend !== undefined ? index : -1;
  };
  return {
    aspectOf: aspectOfTag(reading),
    general: Int16Array.from(ASPECTS, (aspect) => trained(`aspect.${aspect}`)),
    makeup: Int16Array.from(ASPECTS, (aspect) => trained(`aspect.makeup.${aspect}`)),
    gate: heads.index('aspect.gate'),
    side: trained('aspect.side'),
    told: heads.index('aspect.told'),
  };
}

interface Found {
  aspect: number;
  polarity: Polarity;
  from: number;
  to: number;
  confidence: number;
}

/** At most twelve, in the order of the text; one for each (aspect, side). */
export function judgeAspects(
  reading: Reading,
  heads: ClauseHeads,
  evidence: AspectEvidence,
  tags: AspectTags,
  sentiment: SentimentJudgement,
  themes: readonly FoundTheme[],
): AspectJudgement[] {
  if (reading.units === 0) return [];
  const found: Found[] = [];
  const makeup = tags.gate < 0 ? 0 : headProbability(heads, tags.gate);
  const lean = 2 * sentiment.probability - 1;
  // Make-up reviews judge whatever they name; elsewhere people also ask and mention.
  const told = tags.told < 0 ? 1 : makeup + (1 - makeup) * headProbability(heads, tags.told);
  for (let aspect = 0; aspect < ASPECTS.length; aspect += 1) {
    const general = tags.general[aspect]!;
    const special = tags.makeup[aspect]!;
    const rest = special >= 0 ? 1 - makeup : 1;
    const isSpecial = special >= 0 && makeup > TRACE;
    const isGeneral = rest > TRACE;
    if (general >= 0 || !isGeneral) {
      let most = isSpecial ? makeup * mostMargin(evidence, aspect, heads, special) : 0;
      if (isGeneral) most += rest * mostMargin(evidence, aspect, heads, general);
      if (most < -SLACK) continue;
    }
    let margin = 0;
    let head = -1;
    let specialLogit = 0;
    let generalLogit = 0;
    const isNamed = evidence.isTouched(aspect);
    if (isSpecial) {
      head = special;
      evidence.fill(aspect, heads, special);
      specialLogit = blended(heads.heads[special]!.blend!, evidence.numbers);
      margin += makeup * (specialLogit - heads.heads[special]!.threshold);
    }
    if (isGeneral && general >= 0) {
      if (rest > 0.5) head = general;
      evidence.fill(aspect, heads, general);
      generalLogit = blended(heads.heads[general]!.blend!, evidence.numbers);
      margin += rest * (generalLogit - heads.heads[general]!.threshold);
    } else if (isGeneral) margin += rest * (isNamed ? WORD_MARGIN : -WORD_MARGIN);
    if (margin <= 0) continue;
    let chance = isSpecial ? makeup * sigmoid(specialLogit) : 0;
    if (isGeneral) chance += rest * (general >= 0 ? sigmoid(generalLogit) : isNamed ? 0.6 : 0.1);
    place(reading, heads, evidence, tags, themes, found, aspect, head, chance, lean, told);
  }
  found.sort((a, b) => b.confidence - a.confidence);
  return found
    .slice(0, MOST)
    .sort((a, b) => a.from - b.from || a.aspect - b.aspect)
    .map((item) => ({
      aspect: ASPECTS[item.aspect]!,
      polarity: item.polarity,
      span: reading.span(item.from, item.to),
      confidence: Math.round(Math.min(0.99, item.confidence) * 1000) / 1000,
    }));
}

function headProbability(heads: ClauseHeads, head: number): number {
  const { plattA, plattB } = heads.heads[head]!;
  return sigmoid(plattA * heads.whole(head) + plattB);
}

/** How far an aspect can stand above its bar at most. */
function mostMargin(evidence: AspectEvidence, aspect: number, heads: ClauseHeads, head: number): number {
  const { blend, threshold } = heads.heads[head]!;
  return evidence.most(aspect, heads, head, blend!) - threshold;
}

/** Finds the clauses that speak of an accepted aspect, their sides, and the words to show. */
function place(
  reading: Reading,
  heads: ClauseHeads,
  evidence: AspectEvidence,
  tags: AspectTags,
  themes: readonly FoundTheme[],
  found: Found[],
  aspect: number,
  head: number,
  chance: number,
  lean: number,
  told: number,
): void {
  const sides: { polarity: Polarity; clause: number; weight: number; strength: number }[] = [];
  let bestClause = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let clause = 0; clause < evidence.clauses; clause += 1) {
    const weight = weightOf(heads, evidence, clause, aspect, head);
    if (weight > most) {
      most = weight;
      bestClause = clause;
    }
  }
  for (let clause = 0; clause < evidence.clauses; clause += 1) {
    const weight = weightOf(heads, evidence, clause, aspect, head);
    const bar = isNamedIn(evidence, clause, aspect) ? NAMED_BAR : CLAUSE_BAR;
    if (clause !== bestClause && weight < bar) continue;
    const { polarity, strength } = sideOf(heads, evidence, tags, themes, clause, aspect, lean, told);
    const known = sides.find((side) => side.polarity === polarity);
    if (known === undefined) sides.push({ polarity, clause, weight, strength });
    else if (weight > known.weight)
      Object.assign(known, { clause, weight, strength: Math.max(strength, known.strength) });
  }
  const main = sides.find((side) => side.clause === bestClause && side.polarity !== 0) ?? strongest(sides);
  for (const side of sides) {
    if (side !== main && (side.polarity === 0 || side.strength < SECOND_SIDE)) continue;
    if (side === main && side.polarity === 0 && sides.some((other) => other.polarity !== 0)) continue;
    const span = words(reading, heads, evidence, themes, side.clause, aspect, head);
    const sure = 0.5 + 0.5 * Math.min(1, side.polarity === 0 ? 0.5 : sigmoid(side.strength));
    found.push({ aspect, polarity: side.polarity, ...span, confidence: chance * sure });
  }
}

function strongest<T extends { polarity: Polarity; weight: number }>(sides: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const side of sides) {
    if (best === undefined || (best.polarity === 0 && side.polarity !== 0)) best = side;
    else if (side.polarity !== 0 && side.weight > best.weight) best = side;
  }
  return best;
}

function isNamedIn(evidence: AspectEvidence, clause: number, aspect: number): boolean {
  const cell = clause * ASPECTS.length + aspect;
  return evidence.word[cell] !== 0 || evidence.theme[cell] !== 0;
}

function weightOf(heads: ClauseHeads, evidence: AspectEvidence, clause: number, aspect: number, head: number): number {
  const named = isNamedIn(evidence, clause, aspect);
  const told = evidence.positive[clause]! + evidence.negative[clause]! > 0 ? 0.1 : 0;
  if (head < 0) return named ? 1 + told : -1;
  return heads.of(clause, head) + (named ? 0.3 : 0) + told * 0.5;
}

/** For or against in one clause: its words, the trained side of clause and text, and what the theme itself says. */
function sideOf(
  heads: ClauseHeads,
  evidence: AspectEvidence,
  tags: AspectTags,
  themes: readonly FoundTheme[],
  clause: number,
  aspect: number,
  lean: number,
  told: number,
): { polarity: Polarity; strength: number } {
  const tone = Math.min(2, evidence.positive[clause]!) - Math.min(2, evidence.negative[clause]!);
  let value = tone * 1.5;
  if (tags.side >= 0) {
    evidence.fillSide(clause, heads, tags.side);
    value = blended(heads.heads[tags.side]!.blend!, evidence.side);
  }
  value += lean * WHOLE_WEIGHT;
  const theme = evidence.theme[clause * ASPECTS.length + aspect]!;
  if (theme !== 0) value += THEME_WEIGHT * themes[theme - 1]!.leaf.leaning;
  const strength = Math.abs(value);
  const bar = told < MENTIONED ? Number.POSITIVE_INFINITY : told < UNTOLD ? INDIFFERENT_UNTOLD : INDIFFERENT;
  return { polarity: strength < bar ? 0 : value > 0 ? 1 : -1, strength };
}

/** The narrowest useful words: those of the theme, the aspect's own, or what carried the head. */
function words(
  reading: Reading,
  heads: ClauseHeads,
  evidence: AspectEvidence,
  themes: readonly FoundTheme[],
  clause: number,
  aspect: number,
  head: number,
): { from: number; to: number } {
  const cell = clause * ASPECTS.length + aspect;
  const theme = evidence.theme[cell]!;
  if (theme !== 0) return { from: themes[theme - 1]!.from, to: themes[theme - 1]!.to };
  const hit = evidence.word[cell]! - 1;
  if (hit >= 0) return { from: reading.hits.from[hit]!, to: reading.hits.to[hit]! };
  const carried = head < 0 ? null : heads.stretch(reading, clause, head);
  if (carried === null) return trimmed(reading, reading.clauseFrom[clause]!, reading.clauseTo[clause]!);
  const { from, to } = trimmed(reading, carried.from, carried.to);
  return { from: withDenial(reading, clause, from), to };
}

/** 没有 before "过敏" belongs to it: without it the words would say the opposite. */
function withDenial(reading: Reading, clause: number, from: number): number {
  const { codes } = reading.folded;
  const first = reading.clauseFrom[clause]!;
  if (from > first && isDenial(codes[from - 1]!)) return from - 1;
  if (from > first + 1 && isDenial(codes[from - 2]!) && codes[from - 1] === HAVE) return from - 2;
  return from;
}

/** 有, as in 没有. */
const HAVE = 0x6709;
/** 不, 没, 无. */
const isDenial = (code: number) => code === 0x4e0d || code === 0x6ca1 || code === 0x65e0;

/** A stretch without the punctuation and spaces around it. */
function trimmed(reading: Reading, start: number, end: number): { from: number; to: number } {
  const { codes } = reading.folded;
  let from = start;
  let to = end;
  while (to > from + 1 && !isWordy(codes[to - 1]!)) to -= 1;
  while (from + 1 < to && !isWordy(codes[from]!)) from += 1;
  return { from, to };
}

function isWordy(code: number): boolean {
  return isHan(code) || isLetter(code) || isDigit(code) || code >= 0xd800;
}
