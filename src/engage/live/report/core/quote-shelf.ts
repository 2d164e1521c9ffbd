// Keeps a few telling lines of each bucket, for and against, so that any minute of a show can be quoted without its whole journal.
import type { RoomLine } from '../../analysis/core/analysis.contract.ts';
import type { QuotedLine } from './show-record.contract.ts';

const PER_SIDE = 4;

/** Bounded: four lines for and four against in a bucket, those said by most people; lines of waves and hidden ones are never quoted. */
export class QuoteShelf {
  #byBucket = new Map<number, QuotedLine[]>();
  #bucketMs: number;

  constructor(bucketMs: number) {
    this.#bucketMs = bucketMs;
  }

  put(line: RoomLine): void {
    if (line.sentiment === 0) return;
    const bucket = Math.floor(line.firstAt / this.#bucketMs);
    const kept = this.#byBucket.get(bucket) ?? [];
    const known = kept.findIndex((one) => one.eventId === line.eventId);
    if (known >= 0) kept.splice(known, 1);
    if (line.hidden !== undefined || line.weight < 0.5) return void this.#byBucket.set(bucket, kept);
    const { eventId, firstAt: at, text, name, sentiment } = line;
    kept.push({ eventId, at, text, name, count: line.count, sentiment });
    const side = kept.filter((one) => one.sentiment === sentiment).sort(byWeight);
    const worst = side.length > PER_SIDE ? side.at(-1) : undefined;
    this.#byBucket.set(bucket, worst ? kept.filter((one) => one !== worst) : kept);
  }

  /** Lines of one side in [from, to), each text once, most said first, at most five. */
  between(from: number, to: number, sentiment: 1 | -1): QuotedLine[] {
    const found: QuotedLine[] = [];
    for (let bucket = Math.floor(from / this.#bucketMs); bucket * this.#bucketMs < to; bucket += 1)
      found.push(...(this.#byBucket.get(bucket) ?? []).filter((one) => one.sentiment === sentiment));
    const seen = new Set<string>();
    return found
      .sort(byWeight)
      .filter((one) => !seen.has(one.text) && seen.add(one.text))
      .slice(0, 5);
  }
}

const byWeight = (one: QuotedLine, other: QuotedLine) =>
  other.count - one.count || other.text.length - one.text.length || one.at - other.at;
