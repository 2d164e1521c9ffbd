// The engine: reads a text once, asks every head and rule, and puts the answers into one judgement.

import type { ShopWeights } from './adapt/adapt.contract.ts';
import { correctHeads } from './adapt/shop-heads.ts';
import { ShopResidual } from './adapt/shop-residual.ts';
import { AlarmReason } from './alarm-reason.ts';
import { AspectEvidence } from './aspect-evidence.ts';
import { ClauseHeads } from './clause-heads.ts';
import { intentTags } from './intent-tags.ts';
import {
  EMOTIONS,
  type Emotion,
  type FeedbackClass,
  type JudgeContext,
  type Judgement,
  type JudgementReason,
  type JudgeOptions,
  type SentimentLabel,
  type SpamJudgement,
  type TextEngine,
  type UrgencyJudgement,
} from './judge.contract.ts';
import { aspectTags, judgeAspects } from './judge-aspects.ts';
import { IntentJudge } from './judge-intents.ts';
import { judgeSentiment, sentimentTags } from './judge-sentiment.ts';
import { judgeSpam, showsSpam, spamTags } from './judge-spam.ts';
import { type FoundTheme, findThemes, leaningOf, themeTags } from './judge-themes.ts';
import { isCalm, judgeUrgency } from './judge-urgency.ts';
import { detectLanguage } from './language.ts';
import type { TextModel } from './model.ts';
import { modelParts } from './model-parts.ts';
import { hasLetters } from './normalise.ts';
import { Reading } from './reading.ts';
import { Scorer } from './scorer.ts';
import { ToneDecision } from './tone-decision.ts';
import { urgencyTags } from './urgency-signs.ts';

const EMPTY_CONTEXT: JudgeContext = {};
/** What is judged of a very long text: its beginning; a judgement of a megabyte is of no use to anybody. */
const READ_LIMIT = 1 << 17;

/**
 * An engine over the given weights. Not re-entrant (it reuses buffers), but every call is synchronous and pure.
 * @param shop what a shop has taught: then the version is `name@version+id`.
 * @throws Error when the shop's weights were learned on another base.
 */
export function createEngine(model: TextModel, shop: ShopWeights | null = null): TextEngine {
  const base = `${model.header.name}@${model.header.version}`;
  if (shop !== null && shop.base !== base) throw new Error(`weights of a shop for ${shop.base}, not for ${base}`);
  const version = shop === null ? base : `${base}+${shop.id}`;
  const residual = shop === null ? null : new ShopResidual(shop);
  const reading = new Reading();
  const { clauses, alarms, rest } = modelParts(model);
  const scorer = new Scorer(rest);
  const decision = new ToneDecision(scorer, model.header.tone);
  const clauseHeads = new ClauseHeads(clauses);
  const evidence = new AspectEvidence();
  const sentimentOf = sentimentTags(reading);
  const urgencyOf = urgencyTags(reading);
  const alarmReason = new AlarmReason(alarms);
  const spamOf = spamTags(reading);
  const intentJudge = new IntentJudge(scorer, intentTags(reading), clauseHeads);
  const themeOf = themeTags(reading);
  const aspectOf = aspectTags(reading, clauseHeads);
  const leave = reading.tag('cue.leave');
  const defaulted = reading.tag('cue.default_review');
  const spamHead = scorer.headIndex('spam');
  const abuseHead = scorer.headIndex('abuse');
  const urgencyHead = scorer.headIndex('urgency');
  const dangerHead = clauseHeads.index('aspect.danger');
  const roomHead = scorer.headIndex('intent.live');
  const emotionHeads = EMOTIONS.map((emotion) => scorer.headIndex(`emotion.${emotion}`));

  /** What the heads themselves tell of an alarm that no word names. */
  const unnamed = {
    reason: () => alarmReason.of(reading),
    clause: () => (dangerHead < 0 ? 0 : clauseHeads.peakAt(dangerHead)),
  };

  /** Nobody who praises is angry, and nobody who blames rejoices. */
  function emotionNow(side: SentimentLabel): Emotion {
    let best: Emotion = 'neutral';
    let most = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < EMOTIONS.length; index += 1) {
      const head = emotionHeads[index]!;
      if (head < 0 || NEVER_WITH[side].has(EMOTIONS[index]!)) continue;
      const score = scorer.headRaw[head]! - scorer.heads[head]!.threshold;
      if (score > most) {
        most = score;
        best = EMOTIONS[index]!;
      }
    }
    return most > -0.35 ? best : 'neutral';
  }

  function spam(text: string): SpamJudgement {
    reading.run(beginning(text));
    // Without a sign in the words no score reaches certainty, so the weights need not be asked.
    if (!showsSpam(reading, spamOf)) return { score: 0, reasons: [] };
    scorer.run(reading.features, reading.clauseTo, reading.clauses);
    return judgeSpam(reading, spamOf, spamHead < 0 ? null : scorer.headRaw[spamHead]!);
  }

  /** Whether a word of the lists stands for an alarm, or only what the heads heard. */
  function namedBy(span: readonly [number, number]): JudgementReason['kind'] {
    for (let hit = 0; hit < reading.hits.size; hit += 1) {
      if (!urgencyOf.reasonOf.has(reading.hits.tag[hit]!)) continue;
      const [from, to] = reading.hitSpan(hit);
      if (from === span[0] && to === span[1]) return 'rule';
    }
    return 'model';
  }

  /** Adds the words behind urgency, class, themes and advertising. */
  function explain(
    text: string,
    kind: FeedbackClass,
    urgency: UrgencyJudgement,
    themes: readonly FoundTheme[],
    advertising: SpamJudgement,
    reasons: JudgementReason[],
  ): void {
    if (urgency.span !== null && urgency.reason !== null) {
      reasons.push({ ...rule(`urgency.${urgency.reason}`, urgency.span, 3, text), kind: namedBy(urgency.span) });
    }
    if (kind === 'latent') {
      const hit = Math.max(reading.first(defaulted), reading.first(leave));
      if (hit >= 0) reasons.push(rule('class.latent', reading.hitSpan(hit), 1, text));
    }
    for (const theme of themes) {
      reasons.push(rule(`theme.${theme.leaf.key}`, reading.span(theme.from, theme.to), theme.confidence, text));
    }
    for (const reason of ['contact', 'lure', 'money', 'advert'] as const) {
      const hit = advertising.score >= 0.3 ? reading.first(spamOf[reason]) : -1;
      if (hit >= 0) reasons.push(rule('spam', reading.hitSpan(hit), advertising.score, text));
    }
  }

  function judge(text: string, context: JudgeContext = EMPTY_CONTEXT, options?: JudgeOptions): Judgement {
    const isExplained = options?.explain !== false;
    reading.isExplained = isExplained;
    scorer.isShared = isExplained;
    reading.run(beginning(text));
    scorer.run(reading.features, reading.clauseTo, reading.clauses);
    const language = detectLanguage(reading.folded.codes, reading.folded.length, context.locale);
    const themes = findThemes(reading, themeOf);
    if (residual !== null) residual.read(reading.features);
    const own = residual === null ? 0 : residual.sentiment;
    const sentiment = judgeSentiment(reading, scorer, sentimentOf, decision, leaningOf(themes), context, own);
    if (residual !== null && residual.doubtBar !== null) {
      sentiment.judgement.isDoubtful = sentiment.judgement.confidence < residual.doubtBar;
    }
    const namesFault =
      sentiment.judgement.label === 'negative' &&
      themes.some((theme) => theme.leaf.leaning < 0 && theme.confidence > 0.6);
    const advertising = judgeSpam(reading, spamOf, spamHead < 0 ? null : scorer.headRaw[spamHead]!, namesFault);
    clauseHeads.run(reading);
    const urgency = judgeUrgency(reading, urgencyOf, context, {
      head: urgencyHead < 0 ? null : scorer.headRaw[urgencyHead]!,
      peak: dangerHead < 0 ? null : clauseHeads.peak(dangerHead),
      unnamed,
      positive: sentiment.judgement.probability,
      calm: isCalm(sentiment.judgement, reading.units),
      room: roomHead < 0 ? 0 : scorer.headRaw[roomHead]!,
    });
    evidence.run(reading, aspectOf.aspectOf, sentimentOf, themes);
    // A bare "666" is about nothing that a shop sells.
    const aspects = hasLetters(reading.folded.codes, reading.folded.length)
      ? judgeAspects(reading, clauseHeads, evidence, aspectOf, sentiment.judgement, themes)
      : [];
    const wish = intentJudge.run(reading, {
      sentiment: sentiment.judgement,
      words: sentiment.words,
      tone: sentiment.tone,
      themes,
      urgency,
      spam: advertising.score,
      context,
    });
    const reasons: JudgementReason[] = isExplained ? [...sentiment.reasons, ...wish.reasons] : [];
    let kind: FeedbackClass = sentiment.judgement.label;
    const noWords = reading.units === 0 && !context.rating;
    const silent = reading.has(defaulted) || (reading.has(leave) && kind === 'neutral' && reading.units <= 20);
    if (urgency.level === 'high') kind = 'urgent';
    else if (noWords || (silent && (context.rating ?? 5) > 2)) kind = 'latent';
    if (isExplained) explain(text, kind, urgency, themes, advertising, reasons);
    const judgement: Judgement = {
      engine: version,
      language,
      normalised: isExplained ? reading.folded.slice(0, reading.folded.length) : '',
      sentiment: sentiment.judgement,
      class: kind,
      intents: wish.intents,
      aspects,
      urgency,
      spam: advertising,
      abuse: { score: reading.units === 0 ? 0 : Math.round(scorer.headProbability(abuseHead) * 1000) / 1000 },
      emotion: emotionNow(sentiment.judgement.label),
      themes: themes.map((theme) => ({
        theme: theme.leaf.key,
        confidence: Math.round(theme.confidence * 1000) / 1000,
        span: reading.span(theme.from, theme.to),
      })),
      reasons,
    };
    if (residual !== null) correctHeads(judgement, residual.names, residual.heads, context.rating);
    return judgement;
  }

  return {
    version,
    judge,
    spam,
    judgeMany: (items, options) => items.map((item) => judge(item.text, item.context, options)),
  };
}

/** Emotions that do not go with a side. */
const NEVER_WITH: Readonly<Record<SentimentLabel, ReadonlySet<Emotion>>> = {
  positive: new Set<Emotion>(['neutral', 'anger', 'sadness', 'fear']),
  neutral: new Set(),
  negative: new Set<Emotion>(['neutral', 'joy']),
};

function beginning(text: string): string {
  return text.length > READ_LIMIT ? text.slice(0, READ_LIMIT) : text;
}

function rule(label: string, span: readonly [number, number], weight: number, text: string): JudgementReason {
  return { label, kind: 'rule', span, weight, text: text.slice(span[0], span[1]) };
}
