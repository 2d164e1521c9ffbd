// Turns feedback into rows of judgements: the engine's answer, the workspace's themes, keys and tokens. No database.
import { createBreath } from '../../../../platform/ingest/breathe.ts';
import type { Judgement, JudgementReason, TextEngine } from '../../../../text/judge.contract.ts';
import { duplicateKey } from '../../../../text/near-duplicates.ts';
import type { FeedbackForJudging } from '../../../collect/intake/server/door.ts';
import { PARTICULAR_LENGTH } from '../../duplicates/core/duplicate.contract.ts';
import type { ThemeFinder } from '../../themes/server/door.ts';
import type { Labels } from '../core/effective.ts';
import { contentTokens, labelTokens, wideKey } from '../core/tokens.ts';
import type { JudgementRow } from './judgement.store.ts';

export interface ReadOptions {
  engine: TextEngine;
  finder: ThemeFinder;
  dayOf: (ms: number) => string;
  workspaceId: string;
}

/** A row in the making, and whether its words are particular enough to be recognised in another mouth. */
export interface ReadFeedback {
  row: JudgementRow;
  particular: boolean;
  words: number[];
}

/** Judged at one go; a long batch lets others in between. */
const PIECE = 50;

/** Judges a batch. The tokens of labels are added by `withTokens`, once corrections and repeats are known. */
export async function readFeedback(
  options: ReadOptions,
  batch: readonly FeedbackForJudging[],
): Promise<ReadFeedback[]> {
  const breathe = createBreath();
  const read: ReadFeedback[] = [];
  for (let start = 0; start < batch.length; start += PIECE) {
    const piece = batch.slice(start, start + PIECE);
    const judged = options.engine.judgeMany(
      piece.map((feedback) => ({
        text: feedback.text,
        context: {
          channel: feedback.channel,
          rating: feedback.rating,
          ...(feedback.productName ? { productNames: [feedback.productName] } : {}),
          ...(feedback.locale ? { locale: feedback.locale } : {}),
        },
      })),
    );
    for (const [index, feedback] of piece.entries()) {
      const judgement = judged[index]!;
      read.push(readOne(options, feedback, feedback.channel === 'signal' ? unspoken(judgement) : judgement));
    }
    const pause = breathe();
    if (pause) await pause;
  }
  return read;
}

function readOne(options: ReadOptions, feedback: FeedbackForJudging, judgement: Judgement): ReadFeedback {
  const key = duplicateKey(feedback.text);
  return {
    particular: judgement.normalised.length >= PARTICULAR_LENGTH,
    words: contentTokens(feedback),
    row: {
      feedbackId: feedback.id,
      occurredAt: feedback.occurredAt,
      day: options.dayOf(feedback.occurredAt.getTime()),
      channel: feedback.channel,
      productId: feedback.productId,
      personId: feedback.personId,
      rating: feedback.rating,
      textKey: wideKey(`${options.workspaceId}\n${key}`),
      personKey: feedback.personId ? wideKey(feedback.personId) : '0',
      repeats: false,
      engine: judgement.engine,
      language: judgement.language,
      emotion: judgement.emotion,
      confidence: round(judgement.sentiment.confidence),
      isDoubtful: judgement.sentiment.isDoubtful,
      corrected: [],
      machine: null,
      reasons: compactReasons(judgement.reasons),
      tokens: [],
      ...labelsOf(options, judgement),
    },
  };
}

/** Nobody spoke: the words are ours and tell what was noticed. They name a theme, but no feeling, wish or danger. */
function unspoken(judgement: Judgement): Judgement {
  return {
    ...judgement,
    sentiment: { label: 'neutral', score: 0, probability: 0.5, confidence: 1, isDoubtful: false },
    class: 'latent',
    intents: [],
    aspects: [],
    urgency: { level: 'none', reason: null, span: null },
    spam: { score: 0, reasons: [] },
    emotion: 'neutral',
    reasons: [],
  };
}

function labelsOf(options: ReadOptions, judgement: Judgement): Labels {
  return {
    sentiment: judgement.sentiment.label,
    sentimentScore: round(judgement.sentiment.score),
    class: judgement.class,
    intents: judgement.intents,
    themes: options.finder.find(
      judgement.themes.map((theme) => theme.theme),
      judgement.normalised,
    ),
    aspects: judgement.aspects.map((aspect) => ({ ...aspect, confidence: round(aspect.confidence) })),
    urgencyLevel: judgement.urgency.level,
    urgencyReason: judgement.urgency.reason,
    spamScore: round(judgement.spam.score),
  };
}

/** The finished row: its tokens say its words and the labels in force. */
export function withTokens(read: ReadFeedback): JudgementRow {
  read.row.tokens = [...read.words, ...labelTokens(read.row)];
  return read.row;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** `[label, kind, start, end, weight]`, with the words only where they lie outside the text. */
function compactReasons(reasons: readonly JudgementReason[]): string {
  return JSON.stringify(
    reasons.map((reason) =>
      reason.span
        ? [reason.label, reason.kind, reason.span[0], reason.span[1], round(reason.weight)]
        : [reason.label, reason.kind, -1, -1, round(reason.weight), reason.text],
    ),
  );
}
