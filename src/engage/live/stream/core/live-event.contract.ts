// What happens in a live room, whoever brought it: the one event every connector delivers and every part of the room reads.
import type { ProductHint } from '../../../../ground/catalog/core/product.contract.ts';

/** How far a source can be believed: `signed` by the platform, by an `oauth` grant, by our `session`, `scraped`, `imported`, or our `own` room. */
export const TRUSTS = ['signed', 'oauth', 'session', 'scraped', 'imported', 'own'] as const;
export type Trust = (typeof TRUSTS)[number];

export const LIVE_ROLES = ['viewer', 'fan', 'member', 'mod', 'host', 'staff', 'system'] as const;
export type LiveRole = (typeof LIVE_ROLES)[number];

/** Amount in the currency's smallest unit; platform coins keep their own name as currency (`diamond`, `coin`). */
export interface LiveMoney {
  minor: number;
  currency: string;
}

/** Who did it, as far as the source says; `uid` is a keyed hash once the gate has seen the event, never the platform's own id. */
export interface LiveUser {
  uid?: string;
  name?: string;
  role?: LiveRole;
  level?: number;
  follower?: boolean;
  buyer?: boolean;
  /** Entered for the first time. */
  newcomer?: boolean;
  /** The shop itself vouched for who this is; only our own room can say so. */
  signed?: boolean;
}

/** Why an entry stands in the journal and is not counted: too many people of one network in a minute. */
export type Uncounted = 'network';

export const GAP_CAUSES = ['disconnect', 'breaker', 'quota', 'restart', 'overload', 'silence'] as const;
export type GapCause = (typeof GAP_CAUSES)[number];

export const INTERACTION_KINDS = [
  'poll',
  'quiz',
  'qna',
  'lottery',
  'coupon',
  'checkin',
  'rollcall',
  'redpacket',
] as const;
export type InteractionKind = (typeof INTERACTION_KINDS)[number];

/** A product as the room shows it. */
export interface ShelfItem {
  /** Our product's id, or the platform's until it is joined. */
  productId: string;
  /** Number of the link viewers type ("3号链接"); 1-based. */
  index: number;
  title: string;
  price?: LiveMoney;
  listPrice?: LiveMoney;
  stock?: number;
  hint?: ProductHint;
}

export interface OrderLine {
  productId?: string;
  sku?: string;
  title?: string;
  qty: number;
  amount?: LiveMoney;
}

/** What can happen, by type. Units: `…At`, `from`, `to` in milliseconds since 1970; counts are pieces. */
export type LiveBody =
  | {
      type: 'room.start' | 'room.end' | 'room.update';
      title?: string;
      category?: string;
      coverUrl?: string;
      reason?: string;
    }
  | { type: 'room.gap'; from: number; to: number; cause: GapCause; estimatedLost?: number }
  | { type: 'viewer.count'; online?: number; cumulative?: number; likes?: number; shares?: number; rank?: number }
  | {
      type: 'viewer.enter' | 'viewer.follow' | 'viewer.share' | 'viewer.subscribe' | 'viewer.leave';
      count?: number;
      channel?: string;
      tier?: string;
      months?: number;
    }
  | { type: 'like'; count: number; total?: number }
  | {
      type: 'comment';
      text: string;
      kind?: 'text' | 'emote' | 'voice';
      emotes?: string[];
      mentions?: string[];
      replyTo?: string;
      /** As an entry it would not count; as a line it is like any other. */
      uncounted?: Uncounted;
    }
  | { type: 'comment.remove'; targetId?: string; targetUid?: string; by: 'platform' | 'moderator'; reason?: string }
  | { type: 'superchat'; text: string; amount: LiveMoney; pinSeconds?: number }
  | {
      type: 'gift';
      giftId: string;
      name: string;
      count: number;
      value?: LiveMoney;
      free: boolean;
      combo?: { id: string; index?: number; end: boolean };
    }
  | { type: 'question'; questionId: string; text: string; votes?: number; state?: string }
  | { type: 'product.list' | 'product.update'; items: ShelfItem[] }
  | {
      type: 'product.pin';
      action: 'pin' | 'unpin' | 'explain.start' | 'explain.end';
      title?: string;
      price?: LiveMoney;
      index?: number;
    }
  | { type: 'product.click' | 'cart.add'; count?: number }
  | {
      type: 'order.created' | 'order.paid' | 'order.cancelled' | 'order.refunded';
      orderId: string;
      lines: OrderLine[];
      amount: LiveMoney;
      buyerUid?: string;
      attribution?: 'live' | 'after' | 'unknown';
      reason?: string;
    }
  | { type: 'coupon.issue' | 'coupon.claim' | 'coupon.use'; couponId: string; value?: LiveMoney; count?: number }
  | {
      type: 'interaction.open' | 'interaction.update' | 'interaction.close' | 'interaction.result';
      interactionId: string;
      kind: InteractionKind;
      rulesHash?: string;
      commitment?: string;
      state?: string;
      tallies?: Record<string, number>;
      resultHash?: string;
    }
  | {
      type: 'interaction.entry';
      interactionId: string;
      choice?: string;
      answer?: string;
      receipt?: string;
      by?: 'tap' | 'keyword';
      uncounted?: Uncounted;
    }
  | { type: 'claim.intent'; code?: string; sku?: string; qty?: number; commentId?: string }
  | {
      type: 'review' | 'message';
      rating?: number;
      text: string;
      channel?: string;
      replyWindow?: { until: number; left: number };
    }
  | {
      type: 'moderation.action';
      targetId: string;
      action: 'hide' | 'restore' | 'mute' | 'pin';
      ruleId?: string;
      reasonCode?: string;
      actor?: string;
    }
  | { type: 'platform.warning'; code?: string; text: string; severity: 'info' | 'warn' | 'cut' }
  | { type: 'host.answer' | 'host.note' | 'transcript'; groupId?: string; text: string; from?: number; to?: number }
  | { type: 'system'; name: string; data?: unknown };

export type LiveType = LiveBody['type'];

/** What a connector's decoder gives: nothing sealed, nothing numbered. Ids are strings, 64-bit ones never go through a number. */
export type DecodedEvent = LiveBody & {
  /** The platform's id; absent where it has none (the content and a time bucket stand in for it). */
  id?: string;
  /** When it happened, by the platform's clock. */
  ts: number;
  user?: LiveUser;
  /** Named by the event itself; the platform's own product id. */
  productId?: string;
  /** The platform marked it as a test. */
  test?: boolean;
};

/** An event of record: numbered, deduplicated, personal data masked, user ids hashed. */
export type LiveEvent = DecodedEvent & {
  v: 1;
  /** `source:room:platformId`, else a hash of the content with its time bucket; unique in a session. */
  id: string;
  /** Connector kind, for example `bilibili`, `own`, `webhook`. */
  source: string;
  roomId: string;
  sessionId: string;
  /** When we received it. */
  rts: number;
  /** Counts up from 1 in a session, without holes. */
  seq: number;
  trust: Trust;
  /** Product on air at that moment less the learned delay; filled by the analysis, not by the journal. */
  onAir?: string;
  /** Kinds of personal data the words held before the gate masked them (`phone`, `address` …); absent when there was none. */
  masked?: string[];
};

export type LiveEventOf<T extends LiveType> = Extract<LiveEvent, { type: T }>;
