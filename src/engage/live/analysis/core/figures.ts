// The figures of the show, of the last five minutes and of the five before, from sums and crowds; definitions are in `liveterms`.
import type { RoomFigures } from './analysis.contract.ts';
import { SUM_AT, type Sum, type TimeBook, WINDOW } from './time-book.ts';

/** What is known of the whole show besides sums. */
export interface ShowFacts {
  online: number | null;
  /** People heard of by entry; the platform's own cumulative count when it gives one. */
  viewers: number | null;
  cumulative: number | null;
  hasEntries: boolean;
  hasClicks: boolean;
  hasCarts: boolean;
  commenters: number;
  buyers: number;
  complainers: number;
  intended: number;
  currency: string;
  answerMs: { session: number | null; last: number | null; previous: number | null };
}

export function figuresOf(
  book: TimeBook,
  facts: ShowFacts,
): { session: RoomFigures; last: RoomFigures; previous: RoomFigures } {
  const { crowds } = book;
  const waveShare = shareOfWaves(book);
  const make = (
    sums: Float64Array,
    peak: number | null,
    people: { commenters: number; buyers: number; complainers: number; intended: number; entered: number | null },
    answerMs: number | null,
    isNow: boolean,
  ): RoomFigures => {
    const of = (name: Sum) => sums[SUM_AT[name]]!;
    return {
      online: isNow ? facts.online : peak,
      peakOnline: peak,
      averageOnline: of('onlineBuckets') > 0 ? Math.round(of('onlineSum') / of('onlineBuckets')) : null,
      views: facts.hasEntries ? of('views') : null,
      viewers: people.entered,
      comments: of('comments'),
      commenters: people.commenters,
      likes: of('likes'),
      follows: of('follows'),
      shares: of('shares'),
      impressions: null,
      clicks: facts.hasClicks ? of('clicks') : null,
      carts: facts.hasCarts ? of('carts') : null,
      orders: of('orders'),
      paid: of('paid'),
      buyers: people.buyers,
      refunded: of('refunded'),
      gmvMinor: of('gmvMinor'),
      refundMinor: of('refundMinor'),
      currency: facts.currency,
      questions: of('questions'),
      answered: of('answered'),
      answerMs,
      buyIntent: people.intended,
      complainers: people.complainers,
      waveShare: isNow ? waveShare : 0,
    };
  };
  const window = (part: 'last' | 'previous') => ({
    commenters: crowds.commenters[part],
    buyers: crowds.buyers[part],
    complainers: crowds.complainers[part],
    intended: crowds.intended[part],
    entered: facts.hasEntries ? crowds.entered[part] : null,
  });
  const last = book.sums(0, WINDOW);
  const previous = book.sums(WINDOW, WINDOW * 2);
  const all = {
    commenters: facts.commenters,
    buyers: facts.buyers,
    complainers: facts.complainers,
    intended: facts.intended,
    entered: facts.cumulative ?? (facts.hasEntries ? facts.viewers : null),
  };
  return {
    session: make(book.session, book.peakOnline, all, facts.answerMs.session, true),
    last: make(last.sums, last.peak, window('last'), facts.answerMs.last, true),
    previous: make(previous.sums, previous.peak, window('previous'), facts.answerMs.previous, false),
  };
}

/** Share of the comments of the last 60 s that belongs to waves. */
function shareOfWaves(book: TimeBook): number {
  const { sums } = book.sums(0, 6);
  const comments = sums[SUM_AT.comments]!;
  return comments > 0 ? Math.round((sums[SUM_AT.waved]! / comments) * 1000) / 1000 : 0;
}
