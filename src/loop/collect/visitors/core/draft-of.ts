// Turns what a visitor filled in into a record for the gate, or says kindly what is missing.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { FeedbackDraft } from '../../intake/core/feedback.contract.ts';
import type { VisitorChannel, VisitorWords } from './visitor.contract.ts';

export type WordsRefusal = 'missing_words' | 'invalid_email' | 'invalid_phone';

export interface DraftContext {
  channel: VisitorChannel;
  /** Keyed hash of the browser and of the voice. */
  browserHash: string;
  voiceHash: string;
  photos: number;
  /** The sentence for stars without words. */
  onlyStars: string;
  /** The sentence for pictures without words. */
  onlyPhotos: string;
  nowMs: number;
  defaults?: { productName?: string | null; productSku?: string | null };
  site?: string;
}

/** An hour before, a voice was queued on a train; more than 30 days is no clock to believe. */
const OLDEST_MS = 30 * 86_400_000;

export function draftOf(words: VisitorWords, at: DraftContext): Result<FeedbackDraft, WordsRefusal> {
  const email = words.contact?.email?.trim() || undefined;
  const phone = words.contact?.phone?.trim() || undefined;
  if (email && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(email)) return refuse('invalid_email');
  if (phone && !/^\+?[\d\s()-]{5,24}$/.test(phone)) return refuse('invalid_phone');
  const notes = words.pins.flat().flatMap((one) => (one.note ? [one.note] : []));
  if (words.text === '' && words.rating === undefined && at.photos === 0) return refuse('missing_words');
  const said = words.text || notes.join('\n') || (words.rating === undefined ? at.onlyPhotos : at.onlyStars);
  const saidMs = words.saidAt ? Date.parse(words.saidAt) : Number.NaN;
  const believed = saidMs <= at.nowMs && saidMs > at.nowMs - OLDEST_MS;
  const name = words.product?.name || at.defaults?.productName || undefined;
  const sku = words.product?.sku || at.defaults?.productSku || undefined;
  return ok({
    channel: at.channel,
    externalId: `visitor:${at.voiceHash}`,
    // A number beside an address is words (the gate masks it): as a name it would tie the two together, and whoever
    // types his own address and somebody else's number would be sent that person's pages.
    text: email && phone ? `${said}\n${phone}` : said,
    rating: words.rating,
    ...(believed ? { occurredAt: new Date(saidMs).toISOString() } : {}),
    product: name || sku ? { name, sku } : undefined,
    orderNo: words.orderNo || undefined,
    locale: words.locale,
    // An address is only claimed: who gives one joins its owner there; who gives none is this browser and nobody else.
    person:
      email || phone
        ? { name: words.contact?.name || undefined, email, phone: email ? undefined : phone, locale: words.locale }
        : { externalId: `browser:${at.browserHash}`, name: words.contact?.name || undefined, locale: words.locale },
    meta: {
      ...(words.topic ? { topic: words.topic } : {}),
      ...(words.page ? { page: words.page } : {}),
      ...(at.site ? { site: at.site } : {}),
      ...(at.photos > 0 ? { photos: at.photos } : {}),
    },
  });
}
