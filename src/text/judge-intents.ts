// Says what the speaker wants: to ask, suggest, complain, praise or buy; the main wish first, at most two.
import { chooseIntents, type IntentDecision } from './choose-intents.ts';
import type { ClauseHeads } from './clause-heads.ts';
import { guessIntents, weighByRules } from './guess-intents.ts';
import { INTENT_CLAUSES, INTENT_HEADS, IntentEvidence, logit } from './intent-evidence.ts';
import type { IntentTags } from './intent-tags.ts';
import {
  INTENTS,
  type Intent,
  type JudgeContext,
  type JudgementReason,
  type SentimentJudgement,
  type UrgencyJudgement,
} from './judge.contract.ts';
import type { Tone } from './judge-sentiment.ts';
import type { FoundTheme } from './judge-themes.ts';
import type { Reading } from './reading.ts';
import type { Scorer } from './scorer.ts';
import { ClaimReader } from './short/claim.ts';

const SPAM_BAR = 0.5;
/** A text no longer than this says one thing. */
const SHORT_UNITS = 16;
/** Raw score of the head `none` above which a text sounds like chatter. */
const CHATTER = 0.5;
/** P(positive | opinionated) on the side of a fault, and of a merit. */
const AGAINST = 0.35;
const FOR = 0.65;
/** Certainty of the side from which a text without any other wish complains. */
const PLAINLY = 0.95;

export interface IntentFacts {
  sentiment: SentimentJudgement;
  /** Logit of P(for | opinionated) by the words alone. */
  words: number;
  tone: Tone;
  themes: readonly FoundTheme[];
  urgency: UrgencyJudgement;
  context: JudgeContext;
  spam: number;
}

/** Reusable: the intent heads of one set of weights, with the decision above them. */
export class IntentJudge {
  private readonly evidence = new IntentEvidence();
  private readonly claims = new ClaimReader();
  private readonly scorer: Scorer;
  private readonly tags: IntentTags;
  private readonly heads: readonly number[];
  private readonly clauses: readonly number[];
  private readonly clauseHeads: ClauseHeads;
  private readonly decisions: readonly IntentDecision[];

  constructor(scorer: Scorer, tags: IntentTags, clauseHeads: ClauseHeads) {
    this.scorer = scorer;
    this.tags = tags;
    this.clauseHeads = clauseHeads;
    this.clauses = INTENT_CLAUSES.map(({ head }) => clauseHeads.index(head));
    this.heads = INTENT_HEADS.map((head) => scorer.headIndex(`intent.${head}`));
    this.decisions = this.heads.includes(-1)
      ? []
      : INTENTS.map((_, index) => {
          const { blend, threshold } = scorer.heads[this.heads[index]!]!;
          return { blend: blend && Float64Array.from(blend), threshold };
        });
  }

  /** The scorer and the heads of clauses must have run over the same reading. */
  run(reading: Reading, facts: IntentFacts): { intents: Intent[]; reasons: JudgementReason[] } {
    if (facts.spam >= SPAM_BAR || (reading.units === 0 && !facts.context.rating)) return { intents: [], reasons: [] };
    const chosen = this.choose(reading, facts);
    return {
      intents: chosen.map(([intent]) => intent),
      reasons: reading.isExplained ? chosen.map(([intent, weight]) => this.reason(reading, intent, weight)) : [],
    };
  }

  private choose(reading: Reading, facts: IntentFacts): [Intent, number][] {
    const { channel, rating } = facts.context;
    const isLive = channel === 'live' || channel === 'danmaku';
    if (isLive) {
      this.claims.run(reading.folded.codes, reading.folded.length);
      if (this.claims.isClaim) return [['buy', 1]];
    }
    if (this.decisions.length === 0) {
      const weights = new Float64Array(INTENTS.length);
      weighByRules(weights, reading, this.tags, {
        label: facts.sentiment.label,
        probability: facts.sentiment.probability,
        tone: facts.tone,
        themes: facts.themes,
        isUrgent: facts.urgency.level === 'high',
        isLive,
        isRated: Boolean(rating),
      });
      return guessIntents(weights);
    }
    const { scorer, evidence } = this;
    const lean = rating ? logit(facts.sentiment.probability) : facts.words;
    evidence.run(reading, this.tags, { lean, tone: facts.tone, themes: facts.themes });
    for (let index = 0; index < this.heads.length; index += 1) {
      evidence.hear(index, scorer.headRaw[this.heads[index]!]!);
    }
    for (let wish = 0; wish < this.clauses.length; wish += 1) {
      const head = this.clauses[wish]!;
      if (head >= 0) evidence.hearClause(wish, this.clauseHeads.peak(head));
    }
    const chosen = chooseIntents(this.decisions, evidence.numbers);
    if (chosen.length === 0) chosen.push(...this.plain(reading, facts));
    return chosen.map((intent) => [intent, 1]);
  }

  /** Who is plainly against something complains; so does, or praises, a short text that names a known fault or merit and nothing else complains or praises, unless it sounds like a room's chatter. */
  private plain(reading: Reading, { sentiment, themes }: IntentFacts): Intent[] {
    if (sentiment.label === 'negative' && sentiment.confidence >= PLAINLY) return ['complain'];
    if (reading.units > SHORT_UNITS) return [];
    const none = this.heads[INTENT_HEADS.indexOf('none')]!;
    if (none >= 0 && this.scorer.headRaw[none]! > CHATTER) return [];
    const side = sentiment.probability < AGAINST ? -1 : sentiment.probability > FOR ? 1 : 0;
    const isNamed = themes.some((theme) => theme.leaf.leaning === side && theme.confidence > 0.6);
    if (side !== 0 && isNamed) return [side < 0 ? 'complain' : 'praise'];
    return themes.length > 0 && reading.has(this.tags.question) ? ['ask'] : [];
  }

  private reason(reading: Reading, intent: Intent, weight: number): JudgementReason {
    const { tags } = this;
    const order: Record<Intent, number[]> = {
      ask: [tags.request, tags.question, tags.mark],
      suggest: [tags.suggestStrong, tags.suggest],
      complain: [tags.rhetorical],
      praise: [],
      buy: [tags.buy],
    };
    const hit = order[intent].map((tag) => reading.first(tag)).find((found) => found >= 0);
    const span = hit === undefined ? null : reading.hitSpan(hit);
    return {
      label: `intent.${intent}`,
      kind: span ? 'rule' : 'model',
      span,
      weight: Math.round(weight * 100) / 100,
      text: span ? reading.source.slice(span[0], span[1]) : '',
    };
  }
}
