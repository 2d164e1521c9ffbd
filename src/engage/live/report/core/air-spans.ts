// Follows which product is on air, so that every second of a show can be laid to one.
import type { LiveEvent, LiveMoney } from '../../stream/core/live-event.contract.ts';
import type { AirSpan } from './show-record.contract.ts';

export interface ProductNames {
  title: string;
  index: number | null;
  price: LiveMoney | null;
}

/** Half-open spans in order; a pin ends the span before it, an unpin or the end of the show ends the last. */
export class AirSpans {
  readonly spans: AirSpan[] = [];
  #names = new Map<string, ProductNames>();

  take(event: LiveEvent): void {
    if (event.type === 'product.list' || event.type === 'product.update') {
      for (const item of event.items)
        this.#names.set(item.productId, { title: item.title, index: item.index, price: item.price ?? null });
      return;
    }
    if (event.type !== 'product.pin') return;
    const isOff =
      event.action === 'unpin' || (event.action === 'explain.end' && this.#open()?.productId === event.productId);
    const stays = !isOff && event.productId !== undefined && this.#open()?.productId === event.productId;
    if (stays) return;
    this.close(event.ts);
    if (isOff || event.productId === undefined) return;
    const known = this.#names.get(event.productId);
    this.spans.push({
      productId: event.productId,
      index: event.index ?? known?.index ?? null,
      title: event.title ?? known?.title ?? event.productId,
      price: event.price ?? known?.price ?? null,
      from: event.ts,
      to: Number.POSITIVE_INFINITY,
    });
  }

  /** Ends what is open. */
  close(at: number): void {
    const open = this.#open();
    if (open) open.to = Math.max(open.from, at);
  }

  #open(): AirSpan | undefined {
    const last = this.spans.at(-1);
    return last && last.to === Number.POSITIVE_INFINITY ? last : undefined;
  }
}
