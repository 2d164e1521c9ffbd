// The port to a language model of the shop's choice: off unless somebody connects one, and never trusted with a decision alone.
import type { Aspect, Intent, Polarity, SentimentLabel, UrgencyReason } from '../judge.contract.ts';

export interface LlmQuestion {
  /** Short name of the answer's form, letters and `_`. */
  name: string;
  system: string;
  /** Never holds personal data: whoever asks masks first. */
  user: string;
  /** JSON Schema of the answer; what comes back is checked against our own rules all the same. */
  schema: object;
  /** Upper bound of the answer, in tokens. */
  maxTokens: number;
}

export type LlmRefusal = 'budget_spent' | 'timed_out' | 'unreachable' | 'refused' | 'nonsense';

/** `status` is the HTTP status of a server that refused. */
export type LlmAnswer = { ok: true; text: string } | { ok: false; reason: LlmRefusal; status?: number };

export interface LlmPort {
  /** `llm:model`, stored with whatever it helped to decide. */
  readonly name: string;
  /** Never throws. */
  ask(question: LlmQuestion): Promise<LlmAnswer>;
}

export interface Opinion {
  sentiment: SentimentLabel;
  intents: Intent[];
  aspects: { aspect: Aspect; polarity: Polarity }[];
  urgency: UrgencyReason | null;
}

export interface TopicName {
  zh: string;
  en: string;
}

export interface SummarySentence {
  text: string;
  /** Places in the list of texts that bear it out; never empty. */
  sources: number[];
}
