// What one feedback adds to the sums of its day, as pure arithmetic: adding and taking away are the same with another sign.

/** Of a judged feedback what the sums need. */
export interface CountedFeedback {
  /** `YYYY-MM-DD`. */
  day: string;
  channel: string;
  sentiment: string;
  class: string;
  themes: readonly string[];
  productId: string | null;
  /** Parts of the offer and the opinion on each; summed by product. */
  aspects?: readonly { aspect: string; polarity: number }[];
  rating: number | null;
  /** Says again what the same voice has said: a feedback, but no further voice. */
  repeats: boolean;
}

export interface DailyChange {
  kind: 'all' | 'theme' | 'product' | 'cell';
  day: string;
  item: string;
  channel: string;
  sentiment: string;
  class: string;
  feedback: number;
  voices: number;
  positive: number;
  negative: number;
  rated: number;
  ratingSum: number;
  lowRated: number;
}

/** The day under which themes and products are also summed over all time: counting a whole history reads few rows. */
export const EVER = '0001-01-01';

/** Name of the sums of one product (empty: none named), part of the offer and opinion. */
export function cellName(productId: string | null, aspect: string, polarity: number): string {
  return `${productId ?? ''}|${aspect}|${Math.sign(polarity)}`;
}

/** A feedback that names a part twice with the same opinion counts once there. */
function cellsOf(feedback: CountedFeedback): Set<string> {
  return new Set((feedback.aspects ?? []).map((one) => cellName(feedback.productId, one.aspect, one.polarity)));
}

const MEASURES = ['feedback', 'voices', 'positive', 'negative', 'rated', 'ratingSum', 'lowRated'] as const;

/** Gathers the changes of many feedback, few rows for many. */
export class DailySums {
  readonly #rows = new Map<string, DailyChange>();

  /** @param sign 1 to count a feedback, -1 to take it out again */
  count(feedback: CountedFeedback, sign: 1 | -1): void {
    this.#add('all', '', feedback, sign);
    for (const cell of cellsOf(feedback)) this.#add('cell', cell, feedback, sign);
    for (const day of [feedback.day, EVER]) {
      for (const theme of feedback.themes) this.#add('theme', theme, { ...feedback, day }, sign);
      if (feedback.productId) this.#add('product', feedback.productId, { ...feedback, day }, sign);
    }
  }

  /** Number of rows gathered. */
  get size(): number {
    return this.#rows.size;
  }

  /** The rows that change anything, in the order of the table's key, and starts anew. */
  take(): DailyChange[] {
    const rows = [...this.#rows.entries()]
      .filter(([, row]) => MEASURES.some((measure) => row[measure] !== 0))
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, row]) => row);
    this.#rows.clear();
    return rows;
  }

  #add(kind: DailyChange['kind'], item: string, feedback: CountedFeedback, sign: 1 | -1): void {
    const channel = kind === 'product' || kind === 'cell' ? '' : feedback.channel;
    const sentiment = kind === 'all' ? feedback.sentiment : '';
    const klass = kind === 'all' ? feedback.class : '';
    const key = `${kind}\n${feedback.day}\n${item}\n${channel}\n${sentiment}\n${klass}`;
    let row = this.#rows.get(key);
    if (!row) {
      row = {
        kind,
        day: feedback.day,
        item,
        channel,
        sentiment,
        class: klass,
        feedback: 0,
        voices: 0,
        positive: 0,
        negative: 0,
        rated: 0,
        ratingSum: 0,
        lowRated: 0,
      };
      this.#rows.set(key, row);
    }
    row.feedback += sign;
    if (feedback.repeats) return;
    row.voices += sign;
    if (feedback.sentiment === 'positive') row.positive += sign;
    if (feedback.sentiment === 'negative') row.negative += sign;
    if (feedback.rating === null) return;
    row.rated += sign;
    row.ratingSum += sign * feedback.rating;
    if (feedback.rating <= 2) row.lowRated += sign;
  }
}
