// How a room's events become its state: one analyser a show, fed in order, asked for states and patches.
import type { LiveEvent, LiveMoney } from '../../stream/core/live-event.contract.ts';
import type { LiveAlert, LiveClass, ProductSums, RoomHealth, RoomPatch, RoomState } from './analysis.contract.ts';

/** A product of the shelf as far as words and prices go. */
export interface AnalysedProduct {
  productId: string;
  /** Number of the link viewers type; 1-based. */
  index: number | null;
  title: string;
  /** Other names viewers use. */
  aliases: readonly string[];
  price: LiveMoney | null;
}

/** How a product was found: by number or event, by name, by the comment answered, by what was on air. */
export const ATTRIBUTIONS = ['explicit', 'alias', 'reply', 'on_air', 'none'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

/** What was found out about the last comment; overwritten by the next one. */
export interface Verdict {
  eventId: string;
  class: LiveClass;
  sentiment: -1 | 0 | 1;
  isQuestion: boolean;
  productId: string | null;
  attribution: Attribution;
  /** 0-1: how far the product can be trusted; 0 without one. */
  confidence: number;
  groupId: string | null;
  /** 0-1, below 1 in a wave. */
  weight: number;
  /** Not read, because load was shed. */
  isShed: boolean;
}

/** Counts of a whole show. */
export interface ShowAccount {
  comments: number;
  /** Comments that joined a line of the five seconds before. */
  merged: number;
  questions: number;
  /** Question groups ever opened. */
  groups: number;
  alerts: LiveAlert[];
  gaps: RoomHealth['gaps'];
}

/**
 * Knows no clock and throws no dice: the same events in the same order give the same state, also after `save` and restoring.
 * All times are event times.
 */
export interface Analyser {
  /** Takes the next event of record; they come in the order of `seq` and are known to be no repeats. Never throws. */
  take(event: LiveEvent): void;
  /** Replaces the shelf; lists of the platform (`product.list`) add to it. */
  setShelf(items: readonly AnalysedProduct[]): void;
  /** How many events wait behind this one: a long queue makes ordinary comments be sampled, urgent ones never. */
  setBacklog(events: number): void;
  /** Adds to what the health card says of the way here: events known already, lines that could not be read. */
  addLosses(losses: { repeated?: number; unread?: number }): void;
  state(): RoomState;
  /** What changed since the last call (since nothing, at first and after restoring); null when nothing did. */
  patch(): RoomPatch | null;
  sums(): ProductSums[];
  /** The last comment, superchat or question that was taken; null before the first. */
  verdict(): Verdict | null;
  /** What a whole replay tells; all alerts and gaps still remembered, not only those on show. */
  account(): ShowAccount;
  /** All of it as text; `createAnalyser({ …, saved })` goes on from there. */
  save(): string;
}
