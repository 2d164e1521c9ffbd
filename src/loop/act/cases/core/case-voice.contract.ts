// What rules hand to cases: a judged feedback, and the name of the case it belongs to.
import type { Priority } from './case.contract.ts';

/** A judged feedback that a rule wants in a case. */
export interface CaseVoice {
  feedbackId: string;
  personId: string | null;
  /** Names the shared case of people we do not know; null when the person is known. */
  groupKey: string | null;
  theme: string | null;
  channel: string;
  productId: string | null;
  rating: number | null;
  sentimentScore: number;
  urgent: boolean;
  vip: boolean;
  occurredAt: Date;
  /** `urgent`, `low_rating`, `complaint` or the id of a rule. */
  rule: string;
  /** At least this priority. */
  floor: Priority | null;
  teamId: string | null;
  /** Give it to whoever's turn it is. */
  auto: boolean;
}

/** Names the case a voice belongs to: person and theme, or the group of people we do not know. */
export function keyOfVoice(voice: { personId: string | null; groupKey: string | null; theme: string | null }): string {
  return voice.personId ? `p|${voice.personId}|${voice.theme ?? ''}` : `g|${voice.groupKey ?? ''}`;
}
