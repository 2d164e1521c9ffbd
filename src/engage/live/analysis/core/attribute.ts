// Says which product a comment is about: by number, by name, by what it answers, or by what was on air when it was thought.
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import type { Attribution } from './analyser.contract.ts';
import type { LiveClass } from './analysis.contract.ts';
import type { Heart } from './heart.ts';
import type { CommentReading } from './words/comment-reader.ts';
import { isShopWide } from './words/live-lexicon.ts';

export interface Attributed {
  productId: string | null;
  by: Attribution;
  /** 0-1. */
  confidence: number;
}

const PROMPT_MS = 45_000;
/** What is said of the room, the desk or the parcel is not about what happens to be on air. */
const ROOM_CLASSES: ReadonlySet<LiveClass> = new Set([
  'greeting',
  'noise',
  'other',
  'complain.stream',
  'complain.service',
  'complain.shipping',
  'risk.privacy',
  'risk.minor',
]);

/** @param kind the class it is read as here, when that is not the reading's own */
export function attribute(
  heart: Heart,
  event: LiveEvent,
  reading: CommentReading,
  at: number,
  kind: LiveClass = reading.class,
): Attributed {
  const { shelf, air, totals } = heart;
  if (event.productId !== undefined && event.productId !== '')
    return { productId: event.productId, by: 'explicit', confidence: 0.99 };
  if (reading.number > 0) {
    const numbered = shelf.withIndex(reading.number);
    if (numbered !== null) {
      air.hear(numbered.productId, at);
      return { productId: numbered.productId, by: 'explicit', confidence: 0.97 };
    }
  }
  const delay = air.delayMs();
  const shown = air.at(at, delay);
  const onAir = shown?.shown.productId ?? null;
  const { mention } = reading;
  if (mention !== null) {
    const current = air.current()?.productId ?? null;
    if (mention.others.length === 0) {
      air.hear(mention.productId, at);
      return { productId: mention.productId, by: 'alias', confidence: 0.9 };
    }
    for (const candidate of [onAir, current])
      if (candidate !== null && mention.others.includes(candidate))
        return { productId: candidate, by: 'alias', confidence: 0.8 };
  }
  if (event.type === 'comment' && event.replyTo !== undefined) {
    const answered = heart.traceOf(event.replyTo)?.productId ?? null;
    if (answered !== null) return { productId: answered, by: 'reply', confidence: 0.85 };
  }
  if (kind === 'claim.code' && totals.promptProductId !== null && at - totals.promptAt <= PROMPT_MS)
    return { productId: totals.promptProductId, by: 'reply', confidence: 0.8 };
  if (shown === null || onAir === null || ROOM_CLASSES.has(kind) || isShopWide(reading.matter))
    return { productId: null, by: 'none', confidence: 0 };
  return { productId: onAir, by: 'on_air', confidence: reading.isMine ? shown.confidence * 0.8 : shown.confidence };
}
