// Ties each clause to the parts of the deal it speaks of and says for or against, so that "质量好，物流慢" is two judgements.
import {
  ASPECTS,
  type Aspect,
  type AspectJudgement,
  type Polarity,
  type SentimentJudgement,
} from './judge.contract.ts';
import type { SentimentTags } from './judge-sentiment.ts';
import type { FoundTheme } from './judge-themes.ts';
import { PLAIN, type Reading } from './reading.ts';
import type { Scorer } from './scorer.ts';

/** Clauses beyond these are not looked at one by one; nobody reads twenty aspects. */
const CLAUSE_LIMIT = 60;
const TONE_WEIGHT = 0.55;
const INDIFFERENT = 0.16;

export interface AspectTags {
  /** Aspect index by tag, -1 for other tags. */
  aspectOf: Int16Array;
  /** Model head by aspect index, -1 when untrained. */
  headOf: Int16Array;
}

export function aspectTags(reading: Reading, scorer: Scorer): AspectTags {
  const aspectOf = new Int16Array(reading.matcher.tags.length).fill(-1);
  ASPECTS.forEach((aspect, index) => {
    const tag = reading.matcher.tags.indexOf(`asp.${aspect}`);
    if (tag >= 0) aspectOf[tag] = index;
  });
  return { aspectOf, headOf: Int16Array.from(ASPECTS, (aspect) => scorer.headIndex(`aspect.${aspect}`)) };
}

interface Found {
  aspect: number;
  polarity: Polarity;
  from: number;
  to: number;
  confidence: number;
}

/** Reusable tone counters by clause, filled once a text. */
export class ClauseTones {
  private readonly positive = new Int16Array(CLAUSE_LIMIT);
  private readonly negative = new Int16Array(CLAUSE_LIMIT);

  run(reading: Reading, tags: SentimentTags): void {
    this.positive.fill(0);
    this.negative.fill(0);
    const { hits, state, clauseOf } = reading;
    let lastFrom = -1;
    for (let hit = 0; hit < hits.size; hit += 1) {
      const clause = clauseOf[hit]!;
      if (clause >= CLAUSE_LIMIT) break;
      const tag = hits.tag[hit]!;
      const good = tag === tags.pos || tag === tags.idiomPos;
      const bad = tag === tags.neg || tag === tags.idiomNeg;
      if ((!good && !bad) || state[hit] === 1 || hits.from[hit] === lastFrom) continue;
      lastFrom = hits.from[hit]!;
      const side = good === (state[hit] === PLAIN) ? this.positive : this.negative;
      if (side[clause]! < 100) side[clause]! += 1;
    }
  }

  /** Against -1, for 1, undecided 0, from the clause's words and its trained score; `strength` grows with certainty. */
  judge(clause: number, scorer: Scorer, whole: number): { polarity: Polarity; strength: number } {
    if (clause >= CLAUSE_LIMIT) return { polarity: 0, strength: 0 };
    const tone = this.positive[clause]! - this.negative[clause]!;
    const spoken = this.positive[clause]! + this.negative[clause]! > 0;
    const words = Math.max(-2, Math.min(2, tone)) * TONE_WEIGHT;
    const value = scorer.clauseRaw[clause]! + words + whole * 0.15;
    const strength = Math.abs(value);
    const bar = spoken ? INDIFFERENT : INDIFFERENT * 2.2;
    return { polarity: strength < bar ? 0 : value > 0 ? 1 : -1, strength };
  }
}

/** At most twelve, in the order of the text; one for each (aspect, side). */
export function judgeAspects(
  reading: Reading,
  scorer: Scorer,
  tags: AspectTags,
  tones: ClauseTones,
  sentiment: SentimentJudgement,
  themes: readonly FoundTheme[],
): AspectJudgement[] {
  const found: Found[] = [];
  const { hits, state, clauseOf } = reading;
  const whole = 2 * sentiment.probability - 1;
  for (let hit = 0; hit < hits.size; hit += 1) {
    const aspect = tags.aspectOf[hits.tag[hit]!]!;
    if (aspect < 0 || state[hit] === 1) continue;
    const clause = clauseOf[hit]!;
    if (clause >= CLAUSE_LIMIT) break;
    const own = tones.judge(clause, scorer, whole);
    const head = headScore(scorer, tags, aspect);
    const size = hits.to[hit]! - hits.from[hit]!;
    add(found, {
      aspect,
      polarity: own.polarity,
      from: hits.from[hit]!,
      to: hits.to[hit]!,
      confidence: Math.min(0.97, 0.5 + Math.min(4, size) * 0.06 + Math.min(1, own.strength) * 0.15 + head * 0.12),
    });
  }
  for (const theme of themes) {
    const aspect = ASPECTS.indexOf(theme.leaf.parent);
    const own = tones.judge(theme.clause, scorer, whole);
    const polarity = theme.leaf.leaning !== 0 ? theme.leaf.leaning : own.polarity;
    add(found, {
      aspect,
      polarity,
      from: theme.from,
      to: theme.to,
      confidence: Math.min(0.95, theme.confidence + 0.05),
    });
  }
  addLearned(reading, scorer, tags, sentiment, found);
  found.sort((a, b) => b.confidence - a.confidence);
  return found
    .slice(0, 12)
    .sort((a, b) => a.from - b.from)
    .map((item) => ({
      aspect: ASPECTS[item.aspect]! as Aspect,
      polarity: item.polarity,
      span: reading.span(item.from, item.to),
      confidence: Math.round(item.confidence * 1000) / 1000,
    }));
}

/** An opinion beats a bare mention of the same aspect; the surer find of one side stays. */
function add(found: Found[], item: Found): void {
  for (let index = 0; index < found.length; index += 1) {
    const other = found[index]!;
    if (other.aspect !== item.aspect) continue;
    if (other.polarity === item.polarity || item.polarity === 0) {
      if (item.polarity === other.polarity && item.confidence > other.confidence) found[index] = item;
      return;
    }
    if (other.polarity === 0) {
      found[index] = item;
      return;
    }
  }
  found.push(item);
}

/** Aspects that only the trained heads see (no word of the lists), and approval of the whole. */
function addLearned(
  reading: Reading,
  scorer: Scorer,
  tags: AspectTags,
  sentiment: SentimentJudgement,
  found: Found[],
): void {
  if (reading.units === 0 || reading.units > 300) return;
  const polarity: Polarity = sentiment.label === 'neutral' ? 0 : sentiment.label === 'positive' ? 1 : -1;
  if (polarity === 0) return;
  for (let aspect = 0; aspect < ASPECTS.length; aspect += 1) {
    const head = tags.headOf[aspect]!;
    if (head < 0 || scorer.headRaw[head]! < scorer.heads[head]!.threshold) continue;
    if (found.some((item) => item.aspect === aspect)) continue;
    const probability = scorer.headProbability(head);
    const overall = ASPECTS[aspect] === 'overall';
    if (!overall && probability < 0.75) continue;
    found.push({ aspect, polarity, from: 0, to: reading.folded.length, confidence: 0.35 + probability * 0.4 });
  }
}

function headScore(scorer: Scorer, tags: AspectTags, aspect: number): number {
  const head = tags.headOf[aspect]!;
  return head < 0 ? 0 : scorer.headProbability(head);
}
