// Settles what a read comment means in this room at this moment: codes nobody asked for, words like those just read, sums far below the price.
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import type { LiveClass } from './analysis.contract.ts';
import { type Attributed, attribute } from './attribute.ts';
import type { Heart } from './heart.ts';
import type { CommentReading } from './words/comment-reader.ts';

/** A sum below this share of the price is told of a mistake, not of a bargain. */
const FAR_BELOW = 0.2;
const TOLD_FAULT = /^(?:complain\.|risk\.(?:safety|fake|price_error|minor)$)/;

export interface Settled extends Attributed {
  reading: CommentReading;
  /** Which product the reading's hint is about. */
  hintedId: string | null;
}

export function settle(
  heart: Heart,
  event: LiveEvent,
  text: string,
  person: number,
  at: number,
  isDesk: boolean,
): Settled {
  let reading = heart.reader.read(text);
  if (isDesk) return { reading, ...attribute(heart, event, reading, at), hintedId: null };
  if (reading.code !== '' && !heart.calls.isMeant(reading.code, person, at))
    reading = { ...reading, class: 'noise', isCheer: true, units: [] };
  else if (reading.isOpen) {
    const kin = heart.kin.find(reading.folded, at);
    if (kin !== null) reading = asFault(reading, kin.class, kin.matter);
  } else if (TOLD_FAULT.test(reading.class) && !isGuess(reading)) heart.kin.add(reading, reading.folded, at);
  let attributed = attribute(heart, event, reading, at);
  if (reading.sum !== null) {
    const told = attributed.by === 'none' ? attribute(heart, event, reading, at, 'risk.price_error') : attributed;
    if (isFarBelow(heart, told.productId, reading.sum, at)) {
      reading = asFault(reading, 'risk.price_error', 'price_error/is');
      attributed = told;
    }
  }
  const { hint } = reading;
  const hintedId =
    hint === null || attributed.by !== 'none'
      ? attributed.productId
      : attribute(heart, event, reading, at, hint.class).productId;
  return { reading, ...attributed, hintedId };
}

/** Whether the class is only what an unread line leans to. */
export function isGuess(reading: CommentReading): boolean {
  return reading.hint !== null && reading.hint.class === reading.class;
}

function asFault(reading: CommentReading, kind: LiveClass, matter: string): CommentReading {
  return { ...reading, class: kind, matter, sentiment: -1, isQuestion: false, isOpen: false, hint: null };
}

function isFarBelow(heart: Heart, productId: string | null, sum: number, at: number): boolean {
  if (productId === null) return false;
  const price = heart.air.priceAt(productId, at) ?? heart.shelf.get(productId)?.price ?? null;
  return price !== null && price.minor > 0 && sum * 100 < price.minor * FAR_BELOW;
}
