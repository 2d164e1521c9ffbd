// Gathers a show into its record while its events and the analysis of them go by, once, in order, in bounded memory.
import type {
  Bucket,
  LiveAlert,
  ProductSums,
  QuestionGroup,
  RoomPatch,
  RoomState,
} from '../../analysis/core/analysis.contract.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import { AirSpans } from './air-spans.ts';
import { findMoments } from './find-moments.ts';
import { InteractionSums } from './interaction-sums.ts';
import { moodLag } from './mood-lag.ts';
import { QuoteShelf } from './quote-shelf.ts';
import { type GivenAnswer, RECORD_VERSION, type ShowRecord } from './show-record.contract.ts';
import { wordBursts } from './word-bursts.ts';

const MOST_GROUPS = 500;
const MOST_ALERTS = 300;
const MOST_ANSWERS = 1000;
const MOST_WORDS = 2000;

export interface ShowHead {
  roomId: string;
  showId: string;
  title: string;
  isSimulated: boolean;
  startedAt: number;
  bucketMs: number;
}

/** Feed it every event (after the analyser took it) and every patch; then ask once for the record. */
export class ShowCollector {
  #head: ShowHead;
  #buckets = new Map<number, Bucket>();
  #groups = new Map<string, QuestionGroup>();
  #alerts = new Map<string, LiveAlert>();
  #answers: GivenAnswer[] = [];
  #air = new AirSpans();
  #interactions = new InteractionSums();
  #quotes: QuoteShelf;
  #events: Record<string, number> = {};
  #hidden: Record<string, number> = {};
  #hotWords: string[] = [];
  #wordCounts = new Map<string, Map<number, number>>();
  #lastAt: number;

  constructor(head: ShowHead) {
    this.#head = head;
    this.#quotes = new QuoteShelf(head.bucketMs);
    this.#lastAt = head.startedAt;
  }

  event(event: LiveEvent): void {
    this.#events[event.type] = (this.#events[event.type] ?? 0) + 1;
    if (event.ts > this.#lastAt) this.#lastAt = event.ts;
    this.#air.take(event);
    this.#interactions.take(event);
    if (event.type === 'comment') this.#countWords(event.text, event.ts);
    else if (event.type === 'host.answer' && this.#answers.length < MOST_ANSWERS)
      this.#answers.push({ at: event.ts, groupId: event.groupId ?? null, text: event.text });
    else if (event.type === 'moderation.action' && event.action === 'hide') {
      const reason = event.reasonCode ?? 'unknown';
      this.#hidden[reason] = (this.#hidden[reason] ?? 0) + 1;
    }
  }

  patch(patch: RoomPatch): void {
    for (const bucket of patch.buckets?.put ?? []) this.#buckets.set(bucket.at, bucket);
    for (const group of patch.groups?.put ?? []) this.#groups.set(group.groupId, group);
    for (const alert of patch.alerts?.put ?? []) this.#alerts.set(alert.alertId, alert);
    for (const line of patch.lines?.put ?? []) this.#quotes.put(line);
    if (patch.words) this.#hotWords = patch.words.map((one) => one.word);
    if (this.#groups.size > 4 * MOST_GROUPS) this.#keepWantedGroups();
  }

  /** @param state the last state of the analysis  @param sums of every product */
  record(state: RoomState, sums: readonly ProductSums[]): ShowRecord {
    const { bucketMs, startedAt } = this.#head;
    const endedAt = state.endedAt ?? Math.max(this.#lastAt, startedAt);
    this.#air.close(endedAt);
    const buckets = [...this.#buckets.values()].sort((a, b) => a.at - b.at);
    const first = buckets[0]?.at ?? startedAt;
    const totals: number[] = [];
    for (const one of buckets) totals[Math.round((one.at - first) / bucketMs)] = one.comments;
    for (let at = 0; at < totals.length; at += 1) totals[at] ??= 0;
    this.#keepWantedGroups();
    return {
      version: RECORD_VERSION,
      roomId: this.#head.roomId,
      showId: this.#head.showId,
      title: this.#head.title,
      isSimulated: this.#head.isSimulated,
      startedAt,
      endedAt,
      bucketMs,
      buckets,
      air: this.#air.spans,
      products: [...sums],
      groups: [...this.#groups.values()].sort(byWish),
      alerts: [...this.#alerts.values()].sort((a, b) => a.raisedAt - b.raisedAt).slice(0, MOST_ALERTS),
      answers: this.#answers,
      moments: findMoments(buckets, bucketMs, (from, to, side) => this.#quotes.between(from, to, side)),
      bursts: wordBursts(this.#placed(first), totals, first, bucketMs),
      words: state.words,
      interactions: this.#interactions.sums(),
      lags: sums.map((one) => moodLag(one.productId, buckets, bucketMs)).filter((one) => one !== null),
      figures: state.figures.session,
      health: state.health,
      events: this.#events,
      hidden: this.#hidden,
    };
  }

  #keepWantedGroups(): void {
    if (this.#groups.size <= MOST_GROUPS) return;
    const wanted = [...this.#groups.values()].sort(byWish).slice(0, MOST_GROUPS);
    this.#groups = new Map(wanted.map((one) => [one.groupId, one]));
  }

  /** Only words that stood out are counted: a word's burst begins when it does. */
  #countWords(text: string, ts: number): void {
    const bucket = Math.floor(ts / this.#head.bucketMs);
    for (const word of this.#hotWords) {
      if (!text.includes(word)) continue;
      let counts = this.#wordCounts.get(word);
      if (!counts) {
        if (this.#wordCounts.size >= MOST_WORDS) continue;
        counts = new Map();
        this.#wordCounts.set(word, counts);
      }
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    }
  }

  #placed(first: number): Map<string, Map<number, number>> {
    const zero = Math.floor(first / this.#head.bucketMs);
    return new Map(
      [...this.#wordCounts].map(([word, counts]) => [word, new Map([...counts].map(([at, n]) => [at - zero, n]))]),
    );
  }
}

/** Unanswered first, then by distinct askers. */
const byWish = (one: QuestionGroup, other: QuestionGroup) =>
  Number(one.state === 'answered') - Number(other.state === 'answered') ||
  other.askers - one.askers ||
  one.firstAt - other.firstAt;
