// What the analysis of a room says: the state an operator sees, what changed of it, and the sums a report is made of.
import type { LiveMoney } from '../../stream/core/live-event.contract.ts';

/** Finer than the engine's intents: what a live desk acts on. */
export const LIVE_CLASSES = [
  'ask.price',
  'ask.size',
  'ask.stock',
  'ask.shipping',
  'ask.usage',
  'ask.link',
  'ask.aftersale',
  'ask.other',
  'buy.intent',
  'buy.done',
  'claim.code',
  'complain.quality',
  'complain.price',
  'complain.service',
  'complain.shipping',
  'complain.stream',
  'risk.safety',
  'risk.fake',
  'risk.price_error',
  'risk.minor',
  'risk.privacy',
  'praise',
  'greeting',
  'noise',
  'other',
] as const;
export type LiveClass = (typeof LIVE_CLASSES)[number];

/** One line of the room: the same words within a window are one line with a count. */
export interface RoomLine {
  lineId: string;
  /** Id of the first event. */
  eventId: string;
  text: string;
  name: string | null;
  role: string | null;
  count: number;
  /** Distinct people. */
  people: number;
  class: LiveClass;
  sentiment: -1 | 0 | 1;
  productId: string | null;
  firstAt: number;
  lastAt: number;
  /** 0-1: below 1 it belongs to a wave and counts less in every figure. */
  weight: number;
  isQuestion: boolean;
  groupId: string | null;
  /** How the product was found and how sure that is, 0-1; absent without a product. */
  productBy?: 'explicit' | 'alias' | 'reply' | 'on_air';
  productConfidence?: number;
  /** Hidden from viewers by a member, with the reason code. */
  hidden?: string;
}

export const GROUP_STATES = ['waiting', 'queued', 'answered', 'dismissed'] as const;
export type GroupState = (typeof GROUP_STATES)[number];

/** The same question by many people. */
export interface QuestionGroup {
  groupId: string;
  /** The medoid: the words most like all the others. */
  title: string;
  class: LiveClass;
  productId: string | null;
  /** Distinct askers, and how often it was asked in all. */
  askers: number;
  count: number;
  votes: number;
  firstAt: number;
  lastAt: number;
  state: GroupState;
  answeredAt: number | null;
  /** Asked again by so many after it was answered. */
  again: number;
  samples: { eventId: string; text: string; name: string | null; at: number }[];
  /** waiting × askers, the order of the queue. */
  weight: number;
}

export const ALERT_KINDS = ['complaint', 'risk', 'burst', 'slow_rise', 'wave', 'stream'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export interface LiveAlert {
  alertId: string;
  kind: AlertKind;
  level: 'red' | 'amber';
  /** What it is about: class, and product or word where known. */
  class: LiveClass | null;
  word: string | null;
  productId: string | null;
  since: number;
  lastAt: number;
  /** When the rule was met (event time of the line that tipped it). */
  raisedAt: number;
  people: number;
  count: number;
  /** How unusual: standard deviations above the usual; null for rules that do not measure it. */
  z: number | null;
  /** Why, as key and values for a sentence in `locales`: `live:why.<key>`. */
  reasons: { key: string; values?: Record<string, string | number> }[];
  samples: { eventId: string; text: string; name: string | null; at: number }[];
  /** Ids of every event that carried it, at most 200. */
  evidence: string[];
  price: LiveMoney | null;
  state: 'open' | 'acknowledged' | 'closed';
  caseId: string | null;
}

/** (P − N) / (P + N + 20), half-life 60 s, one vote a person in 30 s, waves left out. */
export interface ProductPulse {
  productId: string;
  value: number;
  positive: number;
  negative: number;
  /** Comments that carried it; show it beside the value. */
  n: number;
  /** 95 % interval of the value. */
  low: number;
  high: number;
}

export interface HotWord {
  word: string;
  count: number;
  people: number;
  /** Log-odds against the session's baseline; larger is more unusual. */
  lift: number;
}

export interface OnAir {
  productId: string;
  index: number | null;
  title: string;
  price: LiveMoney | null;
  since: number;
  /** Learned delay between the picture and the words about it. */
  delayMs: number;
}

/** One bucket of ten seconds of event time; the bottom strip and the report are drawn from it. */
export interface Bucket {
  at: number;
  comments: number;
  people: number;
  questions: number;
  positive: number;
  negative: number;
  complaints: number;
  /** Weight taken off by waves: comments × (1 − weight). */
  waved: number;
  orders: number;
  gmvMinor: number;
  online: number | null;
  likes: number;
  productId: string | null;
  /** Share of the bucket that lies in a gap, 0-1. */
  gap: number;
}

/** Figures of a window; `of` is the denominator shown on hover. Null where the source does not give it. */
export interface RoomFigures {
  online: number | null;
  peakOnline: number | null;
  averageOnline: number | null;
  views: number | null;
  viewers: number | null;
  comments: number;
  commenters: number;
  likes: number;
  follows: number;
  shares: number;
  impressions: number | null;
  clicks: number | null;
  carts: number | null;
  orders: number;
  paid: number;
  buyers: number;
  refunded: number;
  gmvMinor: number;
  refundMinor: number;
  currency: string;
  questions: number;
  answered: number;
  /** Median of first answer less first ask. */
  answerMs: number | null;
  buyIntent: number;
  complainers: number;
  /** Share of the last 60 s that belongs to flagged waves. */
  waveShare: number;
}

export interface RoomHealth {
  /** 1 − gap seconds / session seconds. */
  completeness: number;
  gaps: { from: number; to: number; cause: string; estimatedLost: number | null }[];
  /** Median of received less said, last minute. */
  skewMs: number | null;
  /** Share of ordinary comments that is analysed: 1 unless load is shed; urgent ones always are. */
  sampling: number;
  shed: number;
  /** Events known already, and lines that could not be read. */
  repeated: number;
  unread: number;
  perSecond: number;
}

/**
 * Everything an operator's screen shows. Lists are keyed and bounded: lines 200, groups 100, alerts 50, words 30, buckets 360.
 * Lines, groups, alerts and buckets stand in the order of their keys, which is the order of creation.
 */
export interface RoomState {
  /** Raised by every change; a patch says from which version it leads to which. */
  version: number;
  roomId: string;
  sessionId: string;
  /** Event time of the newest event. */
  now: number;
  startedAt: number;
  endedAt: number | null;
  onAir: OnAir | null;
  lines: RoomLine[];
  groups: QuestionGroup[];
  alerts: LiveAlert[];
  pulses: ProductPulse[];
  words: HotWord[];
  buckets: Bucket[];
  /** The whole session, the last five minutes, and the five before. */
  figures: { session: RoomFigures; last: RoomFigures; previous: RoomFigures };
  health: RoomHealth;
}

/** What changed since a version: `put` replaces or adds by key, `drop` removes by key, plain values replace. */
export interface RoomPatch {
  from: number;
  to: number;
  now: number;
  endedAt?: number | null;
  onAir?: OnAir | null;
  lines?: { put: RoomLine[]; drop: string[] };
  groups?: { put: QuestionGroup[]; drop: string[] };
  alerts?: { put: LiveAlert[]; drop: string[] };
  pulses?: ProductPulse[];
  words?: HotWord[];
  buckets?: { put: Bucket[]; dropBefore: number };
  figures?: RoomState['figures'];
  health?: RoomHealth;
}

/** Sums of one product over a session. */
export interface ProductSums {
  productId: string;
  title: string;
  index: number | null;
  /** On air, milliseconds; and of those explained. */
  airMs: number;
  comments: number;
  questions: number;
  answered: number;
  positive: number;
  negative: number;
  complaints: number;
  buyIntent: number;
  clicks: number;
  orders: number;
  qty: number;
  gmvMinor: number;
  refundMinor: number;
  words: HotWord[];
}

/** What an operator does to the analysis; comes in as events of record (`host.answer`, `moderation.action`, `system`). */
export const DESK_DEEDS = [
  'answer',
  'queue',
  'dismiss',
  'reopen',
  'acknowledge',
  'close_alert',
  'merge_groups',
  'link_case',
] as const;
export type DeskDeed = (typeof DESK_DEEDS)[number];

/** `data` of the event `system { name: 'desk' }`: what a member did at the desk. */
export interface DeskDeedData {
  deed: DeskDeed;
  groupId?: string;
  alertId?: string;
  /** `merge_groups`: where `groupId` goes. */
  intoGroupId?: string;
  /** `link_case`: the case opened for the alert. */
  caseId?: string;
  actor?: string;
}
