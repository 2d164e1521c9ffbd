// What every caller may rely on: the shape of a judgement, whatever engine version made it.

export const LANGUAGES = ['zh', 'en', 'mixed', 'other'] as const;
export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export const CLASSES = ['positive', 'neutral', 'negative', 'urgent', 'latent'] as const;
export const INTENTS = ['ask', 'suggest', 'complain', 'praise', 'buy'] as const;
export const URGENCY_REASONS = ['safety', 'fake', 'legal', 'price_error', 'privacy', 'minor', 'fraud'] as const;
export const SPAM_REASONS = ['contact', 'link', 'lure', 'money', 'advert', 'repetition', 'gibberish', 'model'] as const;
export const EMOTIONS = ['neutral', 'anger', 'joy', 'sadness', 'fear', 'surprise'] as const;
/** Top level of the commerce taxonomy; `overall` is approval or disapproval of no part in particular. */
export const ASPECTS = [
  'logistics',
  'packaging',
  'quality',
  'size',
  'authenticity',
  'price',
  'promotion',
  'service',
  'refund',
  'stream',
  'description',
  'appearance',
  'effect',
  'experience',
  'smell',
  'ingredients',
  'freshness',
  'product',
  'app',
  'overall',
] as const;
export const PERSONAL_DATA_KINDS = [
  'phone',
  'id_number',
  'bank_card',
  'email',
  'address',
  'order_no',
  'plate',
  'wechat',
] as const;

export type Language = (typeof LANGUAGES)[number];
export type SentimentLabel = (typeof SENTIMENTS)[number];
export type FeedbackClass = (typeof CLASSES)[number];
export type Intent = (typeof INTENTS)[number];
export type UrgencyReason = (typeof URGENCY_REASONS)[number];
export type SpamReason = (typeof SPAM_REASONS)[number];
export type Emotion = (typeof EMOTIONS)[number];
export type Aspect = (typeof ASPECTS)[number];
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** Half-open [start, end) in UTF-16 code units of the ORIGINAL text, ready for `text.slice`. */
export type Span = readonly [start: number, end: number];

/** -1 against, 0 undecided or merely mentioned, 1 in favour. */
export type Polarity = -1 | 0 | 1;

/** What is known besides the words; everything is optional. */
export interface JudgeContext {
  /** Channel kind, e.g. `review`, `chat`, `live`; `live` allows shorter purchase and question forms. */
  channel?: string;
  /** Stars 1-5; when present they dominate the sentiment unless the text strongly opposes them. */
  rating?: number | null;
  /** Names of products that may be mentioned; a mention never counts as spam or as an opinion. */
  productNames?: readonly string[];
  /** BCP 47 tag, only a hint for texts without letters. */
  locale?: string;
}

export interface JudgeOptions {
  /** Whether to say which words carried the labels; false leaves `reasons` and `normalised` empty and is a third faster. Default true. */
  explain?: boolean;
}

export interface SentimentJudgement {
  label: SentimentLabel;
  /** -1 (against) … 1 (in favour). */
  score: number;
  /** P(positive | opinionated): above 0.5 is the two-class decision. */
  probability: number;
  /** Calibrated chance that `label` is right, 0-1. */
  confidence: number;
  /** The engine had better ask a person: `confidence` lies below the bar of this engine (and shop). */
  isDoubtful: boolean;
}

export interface AspectJudgement {
  aspect: Aspect;
  polarity: Polarity;
  span: Span;
  /** 0-1. */
  confidence: number;
}

export interface UrgencyJudgement {
  level: 'none' | 'high';
  reason: UrgencyReason | null;
  span: Span | null;
}

export interface SpamJudgement {
  /** 0-1; 0.5 and above is worth a quarantine, 0.9 and above is certain. */
  score: number;
  reasons: SpamReason[];
}

export interface ThemeJudgement {
  /** Key of a taxonomy leaf, e.g. `logistics.late`. */
  theme: string;
  confidence: number;
  span: Span;
}

/** Why a label was given: the words that carried it. `span` is null when the reason lies outside the text (stars). */
export interface JudgementReason {
  /** The label explained: `sentiment.negative`, `intent.ask`, `urgency.safety`, `spam`, `theme.logistics.late`, `class.latent`, `abuse`. */
  label: string;
  kind: 'rule' | 'model';
  span: Span | null;
  /** Signed share of the decision; larger means more. */
  weight: number;
  /** The words themselves (original spelling), or the stars. */
  text: string;
}

export interface Judgement {
  /** `name@version` of the engine and its weights, stored with the judgement. */
  engine: string;
  language: Language;
  /** Width, case and script folded; runs capped; for matching, never for showing. */
  normalised: string;
  sentiment: SentimentJudgement;
  class: FeedbackClass;
  /** Main one first, at most two; empty for chatter. */
  intents: Intent[];
  aspects: AspectJudgement[];
  urgency: UrgencyJudgement;
  spam: SpamJudgement;
  /** Offensive language towards people, 0-1. */
  abuse: { score: number };
  emotion: Emotion;
  /** Best first, at most five. */
  themes: ThemeJudgement[];
  reasons: JudgementReason[];
}

export interface TextEngine {
  /** `name@version`, the same as `Judgement.engine`. */
  readonly version: string;
  /** Pure and total: never throws, for any string. */
  judge(text: string, context?: JudgeContext, options?: JudgeOptions): Judgement;
  /** Advertising alone, far cheaper than a judgement: exact from 0.9 up, and 0 for texts that show no sign of it. */
  spam(text: string): SpamJudgement;
  judgeMany(items: readonly { text: string; context?: JudgeContext }[], options?: JudgeOptions): Judgement[];
}

export interface PersonalDataSpan {
  kind: PersonalDataKind;
  start: number;
  end: number;
}

export interface MaskedText {
  /** The text with every find replaced by its placeholder, e.g. `[phone]`. */
  masked: string;
  /** Places in the ORIGINAL text, in order, never overlapping. */
  found: PersonalDataSpan[];
}

export interface ParsedSearch {
  /** Every token must occur in the document. */
  tokens: string[];
  /** Normalised substrings to re-check, because bigrams alone do not prove adjacency. */
  phrases: string[];
  /** Safe text for `to_tsquery('simple', …)`; empty when nothing is searchable. */
  tsquery: string;
}
