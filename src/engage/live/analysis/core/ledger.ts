// What each product brought: words, questions, moods, clicks and orders over the show.
import { keepNewest } from '../../../../kit/keep-newest.ts';
import type { ProductSums } from './analysis.contract.ts';
import type { ShelfIndex } from './shelf-index.ts';
import { type SavedWords, WordWatch } from './word-watch.ts';

const MOST = 1000;
const WORDS = 20;

export interface ProductTally {
  airMs: number;
  comments: number;
  questions: number;
  positive: number;
  negative: number;
  complaints: number;
  buyIntent: number;
  clicks: number;
  orders: number;
  qty: number;
  gmvMinor: number;
  refundMinor: number;
}

export interface SavedLedger {
  tallies: [string, ProductTally, SavedWords | null][];
}

export class Ledger {
  private tallies = new Map<string, { tally: ProductTally; words: WordWatch | null }>();

  of(productId: string): ProductTally {
    return this.entry(productId).tally;
  }

  words(productId: string, units: readonly string[], weight: number, person: number, at: number): void {
    const entry = this.entry(productId);
    entry.words ??= new WordWatch(200, 200);
    entry.words.take(units, weight, person, at);
  }

  /** @param onAir the product on air and since when, which is not yet in its tally. */
  sums(
    shelf: ShelfIndex,
    answeredOf: (productId: string) => number,
    onAir: { productId: string | null; at: number } | null,
    now: number,
  ): ProductSums[] {
    const sums: ProductSums[] = [];
    for (const [productId, { tally, words }] of this.tallies) {
      const product = shelf.get(productId);
      const open = onAir?.productId === productId ? Math.max(0, now - onAir.at) : 0;
      sums.push({
        productId,
        title: product?.title ?? productId,
        index: product?.index ?? null,
        ...tally,
        airMs: tally.airMs + open,
        answered: answeredOf(productId),
        words: words?.frequent(WORDS) ?? [],
      });
    }
    return sums.sort((a, b) => (a.index ?? 1e9) - (b.index ?? 1e9) || (a.productId < b.productId ? -1 : 1));
  }

  save(): SavedLedger {
    return { tallies: [...this.tallies].map(([productId, one]) => [productId, one.tally, one.words?.save() ?? null]) };
  }

  load(saved: SavedLedger): void {
    this.tallies = new Map(
      saved.tallies.map(([productId, tally, words]) => {
        const watch = words === null ? null : new WordWatch(200, 200);
        if (words !== null) watch!.load(words);
        return [productId, { tally, words: watch }];
      }),
    );
  }

  private entry(productId: string): { tally: ProductTally; words: WordWatch | null } {
    let entry = this.tallies.get(productId);
    if (entry === undefined) {
      entry = {
        tally: {
          airMs: 0,
          comments: 0,
          questions: 0,
          positive: 0,
          negative: 0,
          complaints: 0,
          buyIntent: 0,
          clicks: 0,
          orders: 0,
          qty: 0,
          gmvMinor: 0,
          refundMinor: 0,
        },
        words: null,
      };
      this.tallies.set(productId, entry);
      keepNewest(this.tallies, MOST);
    }
    return entry;
  }
}
