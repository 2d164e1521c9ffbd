// Interactions of a live room as everybody sees them: what is open, how to take part, what came of it.
import type { InteractionKind } from '../../stream/core/live-event.contract.ts';

export const INTERACTION_STATES = ['draft', 'open', 'closed', 'final', 'void', 'cancelled'] as const;
export type InteractionState = (typeof INTERACTION_STATES)[number];

/** What viewers and operators are shown; absolute and versioned, so that any frame can be missed. */
export interface InteractionView {
  interactionId: string;
  kind: InteractionKind;
  state: InteractionState;
  version: number;
  title: string;
  /** Poll and quiz: what can be chosen. `key` is what danmaku may type. */
  options: { key: string; label: string; votes: number | null }[];
  /** Distinct people who took part, and entries that did not count (second votes, too late, staff). */
  people: number;
  rejected: number;
  /** Of those that did not count: too many of one network in a minute, and people the shop did not vouch for. */
  uncounted?: { network: number; unsigned: number };
  /** Only viewers count whom the shop has vouched for. */
  signedOnly?: boolean;
  opensAt: number | null;
  closesAt: number | null;
  /** Word or number that counts as an entry when typed as danmaku. */
  keyword: string | null;
  /** Quiz: shown only when final. */
  answer: string | null;
  rulesHash: string | null;
  commitment: string | null;
  resultHash: string | null;
  /** Lottery: prizes and masked winners; coupon: value in words. */
  prizes: { name: string; count: number; valueMinor: number; currency: string; winners: string[] }[];
  /** Q&A: open questions by votes. */
  questions: { questionId: string; text: string; votes: number; isAnswered: boolean }[];
  /** Where the public file and the checker are, for draws. */
  publicUrl: string | null;
}
