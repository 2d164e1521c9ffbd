// What is kept of a show once it is over: everything the report draws, the files carry and the scrubber jumps by.
import type {
  Bucket,
  HotWord,
  LiveAlert,
  ProductSums,
  QuestionGroup,
  RoomFigures,
  RoomHealth,
} from '../../analysis/core/analysis.contract.ts';
import type { InteractionKind, LiveMoney } from '../../stream/core/live-event.contract.ts';

/** Raised when the meaning of a field changes: older records are made anew from the journal. */
export const RECORD_VERSION = 1;

/** A line as it is quoted in the report. */
export interface QuotedLine {
  eventId: string;
  at: number;
  text: string;
  name: string | null;
  count: number;
  sentiment: -1 | 0 | 1;
}

/** A product on air, from `from` to `to` (milliseconds since 1970, half-open). */
export interface AirSpan {
  productId: string;
  index: number | null;
  title: string;
  price: LiveMoney | null;
  from: number;
  to: number;
}

/** A minute that stands out, with the words that made it. */
export interface Moment {
  kind: 'best' | 'worst';
  from: number;
  to: number;
  /** (P − N) / (P + N + 20) over the window. */
  mood: number;
  positive: number;
  negative: number;
  comments: number;
  orders: number;
  productId: string | null;
  lines: QuotedLine[];
}

/** A stretch in which a word was said far more often than usual (two-state automaton, Kleinberg 2002). */
export interface WordBurst {
  word: string;
  from: number;
  to: number;
  count: number;
  /** Cost saved by the burst state, in nats; larger is clearer. */
  weight: number;
}

/** What was said to a question: by hand, by the desk or by the host's own words. */
export interface GivenAnswer {
  at: number;
  groupId: string | null;
  text: string;
}

export interface InteractionSum {
  interactionId: string;
  kind: InteractionKind;
  openedAt: number;
  closedAt: number | null;
  people: number;
  tallies: Record<string, number>;
  resultHash: string | null;
}

/** How mood and orders of a product move together: only where there is enough of both (200 comments, 30 orders). */
export interface MoodLag {
  productId: string;
  /** Orders follow the mood by so many milliseconds at the best fit. */
  lagMs: number;
  /** Pearson's r at that lag. */
  r: number;
  buckets: number;
}

export interface ShowRecord {
  version: typeof RECORD_VERSION;
  roomId: string;
  showId: string;
  title: string;
  isSimulated: boolean;
  startedAt: number;
  endedAt: number;
  /** Milliseconds of a bucket. */
  bucketMs: number;
  buckets: Bucket[];
  air: AirSpan[];
  products: ProductSums[];
  /** Every question group that was seen, newest state; most wanted first, at most 500. */
  groups: QuestionGroup[];
  /** Every alarm, oldest first, at most 300. */
  alerts: LiveAlert[];
  answers: GivenAnswer[];
  moments: Moment[];
  bursts: WordBurst[];
  words: HotWord[];
  interactions: InteractionSum[];
  lags: MoodLag[];
  figures: RoomFigures;
  health: RoomHealth;
  /** Events of record by type. */
  events: Record<string, number>;
  /** Comments hidden by a member, by reason code: a negative opinion is none. */
  hidden: Record<string, number>;
}

/** Whether any source of the show told of orders; without one sales are unknown, which is not zero. */
export function heardOfOrders(record: ShowRecord): boolean {
  return Object.keys(record.events).some((type) => type.startsWith('order.'));
}
