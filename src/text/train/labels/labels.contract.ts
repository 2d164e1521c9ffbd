// The form of a text labelled by reading: where it is found, and what a reader decided about it.
import {
  ASPECTS,
  type Aspect,
  INTENTS,
  type Intent,
  type Polarity,
  SENTIMENTS,
  type SentimentLabel,
  URGENCY_REASONS,
  type UrgencyReason,
} from '../../judge.contract.ts';

/** The kinds of voices that are read. */
export const PARTS = ['live', 'review', 'service', 'english'] as const;
export type LabelPart = (typeof PARTS)[number];

/** Where a text is found; the text itself never enters the repository. */
export interface LabelPlace {
  part: LabelPart;
  set: string;
  /** First 16 hex digits of SHA-256 over the UTF-8 bytes of the exact text. */
  key: string;
  /** The same key of the row that holds the turn; only for sets of conversations. */
  row?: string;
  /** Product category, where the set names one. */
  cat?: string;
}

/** What one reader decided about one text, by section 6 of the reference and `test/gold/README.md`. */
export interface ReadLabels {
  sentiment: SentimentLabel;
  /** Each aspect at most once; a row that is about nothing in the shop has none. */
  aspects: { aspect: Aspect; polarity: Polarity }[];
  /** Main one first, at most two; none is empty. */
  intents: Intent[];
  urgency: { level: 'none' | 'urgent'; reason: UrgencyReason | null };
  /** Why the reader hesitated; absent when he did not. */
  hard?: string;
}

export type LabelRow = LabelPlace & ReadLabels;
export type LabelledText = LabelRow & { text: string };

/** What is wrong with a row, in words; empty when nothing is. */
export function faultsOf(row: LabelRow): string[] {
  const faults: string[] = [];
  if (!PARTS.includes(row.part)) faults.push(`part ${row.part}`);
  if (!/^[0-9a-f]{16}$/.test(row.key)) faults.push('key is not 16 hex digits');
  if (!SENTIMENTS.includes(row.sentiment)) faults.push(`sentiment ${row.sentiment}`);
  if (row.intents.length > 2 || new Set(row.intents).size !== row.intents.length)
    faults.push('intents repeat or exceed two');
  for (const intent of row.intents) if (!INTENTS.includes(intent)) faults.push(`intent ${intent}`);
  if (new Set(row.aspects.map((a) => a.aspect)).size !== row.aspects.length) faults.push('an aspect is named twice');
  for (const { aspect, polarity } of row.aspects) {
    if (!ASPECTS.includes(aspect)) faults.push(`aspect ${aspect}`);
    if (polarity !== -1 && polarity !== 0 && polarity !== 1) faults.push(`polarity ${polarity}`);
  }
  const { level, reason } = row.urgency;
  if (level === 'none' ? reason !== null : level !== 'urgent' || reason === null)
    faults.push('urgency and reason disagree');
  if (reason !== null && !URGENCY_REASONS.includes(reason)) faults.push(`urgency reason ${reason}`);
  if (row.hard !== undefined && row.hard.trim() === '') faults.push('hard without a reason');
  return faults;
}
